//! Names, titles, nationalities, nouns for people and organisations: what `mentions` and `coref` know beforehand.

use super::ModelError;

/// Names, titles, nationalities, nouns for people and organisations: what `mentions` and `coref` know beforehand.
#[derive(Clone, Debug, Default)]
pub struct NameLexicon {}

impl NameLexicon {
    /// The English one that is compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if a file is damaged.
    pub fn builtin() -> Result<Self, ModelError> {
        Ok(Self {})
    }
}
