//! Sections → the bytes of a pack; the same sections give the same bytes.

use std::collections::BTreeMap;

use super::{A_NAME, FORMAT, Features, MAGIC, Pack, header_checksum, is_name};
use crate::model::ModelError;

/// Gathers sections and writes the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackWriter {
    name: String,
    version: String,
    sections: BTreeMap<String, Content>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Content {
    task: String,
    version: u32,
    bytes: Vec<u8>,
}

impl PackWriter {
    /// An empty pack of a model.
    pub fn new(name: &str, version: &str) -> Self {
        Self { name: name.to_owned(), version: version.to_owned(), sections: BTreeMap::new() }
    }

    /// Adds a section; one of the same name makes room.
    #[must_use]
    pub fn with(mut self, name: &str, features: Features, bytes: &[u8]) -> Self {
        let content =
            Content { task: features.task.to_owned(), version: features.version, bytes: bytes.to_vec() };
        self.sections.insert(name.to_owned(), content);
        self
    }

    /// Takes over the sections of another pack of which `keep` holds; one of the same name makes room.
    #[must_use]
    pub fn with_sections_of(mut self, pack: &Pack, keep: impl Fn(&super::Section) -> bool) -> Self {
        for section in pack.sections().iter().filter(|section| keep(section)) {
            let (task, bytes) = (section.task.to_owned(), section.bytes.to_vec());
            let content = Content { task, version: section.version, bytes };
            self.sections.insert(section.name.to_owned(), content);
        }
        self
    }

    /// The bytes of the pack.
    ///
    /// # Errors
    /// [`ModelError::BadName`] for a name that a header cannot hold, [`ModelError::TooLarge`] for more than it
    /// can count.
    pub fn finish(&self) -> Result<Vec<u8>, ModelError> {
        let mut header = Vec::new();
        put_name(&mut header, &self.name)?;
        put_name(&mut header, &self.version)?;
        let count = u16::try_from(self.sections.len());
        let too_large = |part: &str| ModelError::TooLarge { part: part.to_owned() };
        header.extend(count.map_err(|_| too_large("the table of sections"))?.to_le_bytes());
        for (name, content) in &self.sections {
            put_name(&mut header, name)?;
            put_name(&mut header, &content.task)?;
            let length = u32::try_from(content.bytes.len()).map_err(|_| too_large(name))?;
            for number in [content.version, length, crc32fast::hash(&content.bytes)] {
                header.extend(number.to_le_bytes());
            }
        }
        let header_bytes = u32::try_from(header.len()).map_err(|_| too_large("the header"))?;
        let mut pack = MAGIC.to_vec();
        pack.extend(FORMAT.to_le_bytes());
        pack.extend(header_bytes.to_le_bytes());
        pack.extend(header_checksum(&pack, &header).to_le_bytes());
        pack.extend(header);
        for content in self.sections.values() {
            pack.extend(&content.bytes);
        }
        Ok(pack)
    }
}

fn put_name(header: &mut Vec<u8>, name: &str) -> Result<(), ModelError> {
    if !is_name(name.as_bytes()) {
        return Err(ModelError::BadName { expected: A_NAME, found: name.to_owned() });
    }
    header.push(name.len() as u8);
    header.extend(name.as_bytes());
    Ok(())
}
