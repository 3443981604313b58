//! Words and suffixes with their tags, and how tags follow each other: what `syntax` knows beforehand.

use super::ModelError;

/// Words and suffixes with their tags, and how tags follow each other: what `syntax` knows beforehand.
#[derive(Clone, Debug, Default)]
pub struct WordLexicon {}

impl WordLexicon {
    /// The English one that is compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if a file is damaged.
    pub fn builtin() -> Result<Self, ModelError> {
        Ok(Self {})
    }
}
