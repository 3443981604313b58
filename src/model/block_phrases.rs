//! Phrases of page furniture: what `blocks` knows beforehand.

use super::ModelError;

/// Phrases of page furniture: what `blocks` knows beforehand.
#[derive(Clone, Debug, Default)]
pub struct BlockPhrases {}

impl BlockPhrases {
    /// The English one that is compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if a file is damaged.
    pub fn builtin() -> Result<Self, ModelError> {
        Ok(Self {})
    }
}
