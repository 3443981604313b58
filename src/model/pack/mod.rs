//! The container of learned and listed knowledge: named sections behind a header that says what they are.
//!
//! The container knows nothing of what its sections hold; a stage asks for one by name and says which
//! [`Features`] it was written for. `docs/PACK_FORMAT.md` describes every byte.

mod read;
mod write;

pub use write::PackWriter;

use super::ModelError;

/// What every pack begins with. The byte above 127 and the two kinds of line end show a pack that was sent
/// or stored as text.
pub const MAGIC: [u8; 8] = *b"\x89WSP\r\n\x1a\n";

/// The format that this version reads and writes.
pub const FORMAT: u32 = 1;

/// Bytes before the header: magic, format, length of the header, its checksum.
const PREFIX: usize = 20;

/// Bytes of the prefix that the header's checksum covers: all before itself.
const COVERED: usize = 16;

/// What a section must have been made for: a task, and a version that is raised whenever what the task looks at
/// changes.
///
/// A stage states its own as a constant and asks for its section with it:
///
/// ```
/// use whosaid::model::pack::{Features, Pack, PackWriter};
///
/// const FEATURES: Features = Features { task: "tagging", version: 3 };
///
/// let bytes = PackWriter::new("en", "0.1").with("network", FEATURES, &[1, 2, 3]).finish()?;
/// let pack = Pack::read(&bytes)?;
/// assert_eq!(pack.section("network", FEATURES)?, [1, 2, 3]);
///
/// let older = Features { version: 2, ..FEATURES };
/// assert_eq!(pack.section("network", older).unwrap_err().code(), "modelFeatures");
/// # Ok::<(), whosaid::ModelError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Features {
    /// What the section is for.
    pub task: &'static str,
    /// The version of what it looks at.
    pub version: u32,
}

/// One section, as its pack holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// Its name, the only one of that name in the pack.
    pub name: &'a str,
    /// What it is for.
    pub task: &'a str,
    /// The version of the task's features that it was made for.
    pub version: u32,
    /// The checksum (CRC-32) of its bytes.
    pub checksum: u32,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// A pack whose every byte has been checked; its sections lie where they were read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack<'a> {
    name: &'a str,
    version: &'a str,
    sections: Vec<Section<'a>>,
}

impl<'a> Pack<'a> {
    /// Name of the model.
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// Version of the model.
    pub const fn version(&self) -> &'a str {
        self.version
    }

    /// All sections, by name.
    pub fn sections(&self) -> &[Section<'a>] {
        &self.sections
    }

    /// The section of that name, whatever it was made for; `None` if the pack has none.
    pub fn find(&self, name: &str) -> Option<&Section<'a>> {
        let found = self.sections.binary_search_by(|section| section.name.cmp(name)).ok()?;
        self.sections.get(found)
    }

    /// The bytes of a section that was made for these features.
    ///
    /// # Errors
    /// [`ModelError::Missing`], [`ModelError::Task`] or [`ModelError::Features`].
    pub fn section(&self, name: &str, features: Features) -> Result<&'a [u8], ModelError> {
        let section = self.find(name).ok_or_else(|| ModelError::Missing { section: name.to_owned() })?;
        if section.task != features.task {
            return Err(ModelError::Task {
                section: name.to_owned(),
                expected: features.task,
                found: section.task.to_owned(),
            });
        }
        if section.version != features.version {
            return Err(ModelError::Features {
                section: name.to_owned(),
                expected: features.version,
                found: section.version,
            });
        }
        Ok(section.bytes)
    }

    /// The text of a section that was made for these features.
    ///
    /// # Errors
    /// Those of [`section`](Self::section), and [`ModelError::NotText`] for bytes that are not UTF-8.
    pub fn text(&self, name: &str, features: Features) -> Result<&'a str, ModelError> {
        let bytes = self.section(name, features)?;
        std::str::from_utf8(bytes)
            .map_err(|error| ModelError::NotText { section: name.to_owned(), position: error.valid_up_to() })
    }
}

/// Whether these may be a name or version: 1 to 64 of a–z, 0–9, `_`, `-` and `.`.
fn is_name(bytes: &[u8]) -> bool {
    let fits = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-.".contains(byte);
    (1..=64).contains(&bytes.len()) && bytes.iter().all(fits)
}

/// What a name is, for errors.
const A_NAME: &str = "a name of 1 to 64 of a-z, 0-9, _, - and .";

/// The checksum of a pack's first bytes and header.
fn header_checksum(covered: &[u8], header: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(covered);
    hasher.update(header);
    hasher.finalize()
}

#[cfg(test)]
mod tests;
