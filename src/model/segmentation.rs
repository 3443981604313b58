//! Abbreviations and contractions: what `segment` knows beforehand.

use super::ModelError;

/// Abbreviations and contractions: what `segment` knows beforehand.
#[derive(Clone, Debug, Default)]
pub struct SegmentationLexicon {}

impl SegmentationLexicon {
    /// The English one that is compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if a file is damaged.
    pub fn builtin() -> Result<Self, ModelError> {
        Ok(Self {})
    }
}
