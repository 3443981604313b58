//! Bytes → a checked [`Pack`], in this order: length, magic, format, header, sections, checksums.

use super::{A_NAME, COVERED, FORMAT, MAGIC, PREFIX, Pack, Section, header_checksum, is_name};
use crate::model::ModelError;

impl<'a> Pack<'a> {
    /// Checks a pack and finds its sections, without copying them.
    ///
    /// # Errors
    /// [`ModelError`] for anything that is not, byte for byte, a whole pack of this format.
    pub fn read(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let mut prefix = Cursor { bytes, at: 0 };
        let (Some(magic), Some(format), Some(header_bytes), Some(checksum)) =
            (prefix.take(MAGIC.len()), prefix.number(), prefix.number(), prefix.number())
        else {
            return Err(short(PREFIX as u64, bytes));
        };
        if magic != MAGIC {
            return Err(ModelError::NotAPack { found: magic.to_vec() });
        }
        if format != FORMAT {
            return Err(ModelError::Format { expected: FORMAT, found: format });
        }
        let Some(header) = prefix.take(header_bytes as usize) else {
            return Err(short(PREFIX as u64 + u64::from(header_bytes), bytes));
        };
        let (pack, lengths) = read_header(header)?;
        let pack = pack.with_bytes(prefix, &lengths)?;
        let found = header_checksum(bytes.get(..COVERED).unwrap_or_default(), header);
        if found != checksum {
            return Err(ModelError::Checksum { part: "header".to_owned(), expected: checksum, found });
        }
        for Section { name, checksum, bytes, .. } in &pack.sections {
            let found = crc32fast::hash(bytes);
            if found != *checksum {
                let part = format!("section {name}");
                return Err(ModelError::Checksum { part, expected: *checksum, found });
            }
        }
        Ok(pack)
    }

    /// Gives each section its bytes: they follow one another, and nothing follows them.
    fn with_bytes(mut self, mut rest: Cursor<'a>, lengths: &[u32]) -> Result<Self, ModelError> {
        let end = rest.at as u64 + lengths.iter().map(|length| u64::from(*length)).sum::<u64>();
        for (section, length) in self.sections.iter_mut().zip(lengths) {
            section.bytes = rest.take(*length as usize).ok_or_else(|| short(end, rest.bytes))?;
        }
        if rest.bytes.len() as u64 != end {
            return Err(ModelError::TooLong { expected_bytes: end, found_bytes: rest.bytes.len() as u64 });
        }
        Ok(self)
    }
}

fn short(expected_bytes: u64, bytes: &[u8]) -> ModelError {
    ModelError::TooShort { expected_bytes, found_bytes: bytes.len() as u64 }
}

/// What the header says: the pack without the bytes of its sections, and their lengths.
fn read_header(header: &[u8]) -> Result<(Pack<'_>, Vec<u32>), ModelError> {
    let mut header = Cursor { bytes: header, at: 0 };
    let mut pack = Pack { name: header.name()?, version: header.name()?, sections: Vec::new() };
    let mut lengths = Vec::new();
    let count = header.require("the number of sections", |header| header.take(2)?.try_into().ok())?;
    for _ in 0..u16::from_le_bytes(count) {
        let at = header.at;
        let name = header.name()?;
        if pack.sections.last().is_some_and(|last| last.name >= name) {
            return Err(bad(at, "names in order, none twice"));
        }
        let task = header.name()?;
        let version = header.require("a version of features", Cursor::number)?;
        lengths.push(header.require("the length of a section", Cursor::number)?);
        let checksum = header.require("the checksum of a section", Cursor::number)?;
        pack.sections.push(Section { name, task, version, checksum, bytes: &[] });
    }
    if header.at != header.bytes.len() {
        return Err(bad(header.at, "the end of the header"));
    }
    Ok((pack, lengths))
}

fn bad(position: usize, expected: &'static str) -> ModelError {
    ModelError::BadHeader { position: PREFIX + position, expected }
}

/// A place in bytes that come from outside.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The next bytes, if there are so many.
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(count)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    /// The next four bytes as a number, the least of them first.
    fn number(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_le_bytes)
    }

    /// The next part of the header, or an error that names its place.
    fn require<T>(
        &mut self,
        expected: &'static str,
        part: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Result<T, ModelError> {
        let at = self.at;
        part(self).ok_or_else(|| bad(at, expected))
    }

    /// A byte with a length, then a name.
    fn name(&mut self) -> Result<&'a str, ModelError> {
        self.require(A_NAME, |header| {
            let length = *header.take(1)?.first()?;
            let name = header.take(length as usize).filter(|name| is_name(name))?;
            std::str::from_utf8(name).ok()
        })
    }
}
