//! Reporting verbs, nouns and phrases: what `quotes` knows beforehand.

use super::ModelError;

/// Reporting verbs, nouns and phrases: what `quotes` knows beforehand.
#[derive(Clone, Debug, Default)]
pub struct ReportingLexicon {}

impl ReportingLexicon {
    /// The English one that is compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if a file is damaged.
    pub fn builtin() -> Result<Self, ModelError> {
        Ok(Self {})
    }
}
