//! What can be wrong with a model.

use std::fmt;

/// Why a model cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ModelError {
    /// The pack ends before its time.
    TooShort {
        /// Bytes expected, as far as they can be told.
        expected_bytes: u64,
        /// Bytes found.
        found_bytes: u64,
    },
    /// Something follows the last section.
    TooLong {
        /// Bytes expected.
        expected_bytes: u64,
        /// Bytes found.
        found_bytes: u64,
    },
    /// It is something else.
    NotAPack {
        /// What it begins with.
        found: Vec<u8>,
    },
    /// The pack is of another format.
    Format {
        /// The format that this version reads.
        expected: u32,
        /// The format that the pack states.
        found: u32,
    },
    /// The header does not hold what it must.
    BadHeader {
        /// Byte of the pack, from 0.
        position: usize,
        /// What was expected there.
        expected: &'static str,
    },
    /// The bytes are not those that were written.
    Checksum {
        /// The header, or the section.
        part: String,
        /// The checksum that the pack states.
        expected: u32,
        /// The checksum of what it holds.
        found: u32,
    },
    /// A section is not there.
    Missing {
        /// Its name.
        section: String,
    },
    /// A section was made for another task.
    Task {
        /// Its name.
        section: String,
        /// The task expected.
        expected: &'static str,
        /// The task that it states.
        found: String,
    },
    /// A section was made for other features.
    Features {
        /// Its name.
        section: String,
        /// The version expected.
        expected: u32,
        /// The version that it states.
        found: u32,
    },
    /// A section of text is not UTF-8.
    NotText {
        /// Its name.
        section: String,
        /// The first wrong byte, from 0.
        position: usize,
    },
    /// A line of a lexicon has another shape than its file promises.
    BadLine {
        /// Name of the lexicon.
        lexicon: &'static str,
        /// Line number from 1.
        line: usize,
        /// What was expected.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A section does not hold what it must.
    BadSection {
        /// Its name.
        section: &'static str,
        /// Byte of the section, from 0.
        position: usize,
        /// What was expected there.
        expected: &'static str,
    },
    /// A pack that is being written has a name that no header can hold.
    BadName {
        /// What was expected.
        expected: &'static str,
        /// The name given.
        found: String,
    },
    /// A pack that is being written has more of something than a header can count.
    TooLarge {
        /// Of what.
        part: String,
    },
}

impl ModelError {
    /// A stable code for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooShort { .. } => "modelTooShort",
            Self::TooLong { .. } => "modelTooLong",
            Self::NotAPack { .. } => "modelNotAPack",
            Self::Format { .. } => "modelFormat",
            Self::BadHeader { .. } => "modelHeader",
            Self::Checksum { .. } => "modelChecksum",
            Self::Missing { .. } => "modelMissing",
            Self::Task { .. } => "modelTask",
            Self::Features { .. } => "modelFeatures",
            Self::NotText { .. } => "modelText",
            Self::BadLine { .. } => "modelLine",
            Self::BadSection { .. } => "modelSection",
            Self::BadName { .. } => "modelName",
            Self::TooLarge { .. } => "modelTooLarge",
        }
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort { expected_bytes, found_bytes } => {
                write!(f, "the pack is cut off: expected {expected_bytes} bytes, found {found_bytes}")
            }
            Self::TooLong { expected_bytes, found_bytes } => write!(
                f,
                "something follows the pack: expected its end after {expected_bytes} bytes, found {found_bytes}"
            ),
            Self::NotAPack { found } => write!(
                f,
                "not a model pack: expected it to begin with {:?}, found {:?}",
                super::pack::MAGIC.escape_ascii().to_string(),
                found.escape_ascii().to_string()
            ),
            Self::Format { expected, found } => {
                let age = if found > expected { "newer" } else { "older" };
                write!(f, "the pack is {age} than this program: expected format {expected}, found {found}")
            }
            Self::BadHeader { position, expected } => {
                write!(f, "the pack's header is damaged at byte {position}: expected {expected}")
            }
            Self::Checksum { part, expected, found } => {
                write!(
                    f,
                    "the pack is damaged in its {part}: expected checksum {expected:08x}, found {found:08x}"
                )
            }
            Self::Missing { section } => {
                write!(f, "the pack has no section {section}, which this version needs")
            }
            Self::Task { section, expected, found } => {
                write!(f, "section {section} is for another task: expected {expected:?}, found {found:?}")
            }
            Self::Features { section, expected, found } => {
                let age = if found > expected { "a newer" } else { "an older" };
                write!(
                    f,
                    "section {section} was made for {age} program: expected version {expected} of its features, found {found}"
                )
            }
            Self::NotText { section, position } => {
                write!(f, "section {section}: expected text in UTF-8, found another byte at {position}")
            }
            Self::BadLine { lexicon, line, expected, found } => {
                write!(f, "lexicon {lexicon}, line {line}: expected {expected}, found {found:?}")
            }
            Self::BadSection { section, position, expected } => {
                write!(f, "section {section}, byte {position}: expected {expected}")
            }
            Self::BadName { expected, found } => write!(f, "expected {expected}, found {found:?}"),
            Self::TooLarge { part } => write!(f, "{part} is too large for a pack"),
        }
    }
}

impl std::error::Error for ModelError {}
