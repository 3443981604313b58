//! What can go wrong for the reader; the sentences are in [`crate::words`].

use crate::docx::DocxFault;
use crate::link::LinkFault;
use crate::saved::SavedFault;

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// More than [`LIMIT_BYTES`](super::LIMIT_BYTES).
    TooLarge,
    /// A file that is not text in UTF-8; the position of the first wrong byte.
    NotUtf8 {
        /// Name of the file.
        name: String,
        /// First wrong byte.
        position: usize,
    },
    /// A file that the browser cannot read.
    Unreadable {
        /// Name of the file.
        name: String,
    },
    /// A file of another kind than text, HTML, Markdown or JSON.
    WrongKind {
        /// Name of the file.
        name: String,
    },
    /// A file that is called a text and is none: a picture, a program.
    NotText {
        /// Name of the file.
        name: String,
    },
    /// A JSON file without an analysis to show.
    Saved {
        /// Name of the file.
        name: String,
        /// What is wrong with it.
        fault: SavedFault,
    },
    /// A Word file that cannot be read.
    Word {
        /// Name of the file.
        name: String,
        /// What is wrong with it.
        fault: DocxFault,
    },
    /// A log of corrections without the text that it is about.
    LogAlone,
    /// A link whose text cannot be read.
    Link(LinkFault),
    /// The model pack could not be fetched.
    NoPack {
        /// What came instead.
        found: String,
    },
    /// The model pack that came cannot be used.
    BadPack {
        /// Why.
        sentence: String,
    },
    /// The analyser failed.
    Analyzer {
        /// What it said.
        sentence: String,
    },
}

impl Trouble {
    /// Whether it may be gone at the next attempt.
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::NoPack { .. } | Self::BadPack { .. })
    }
}
