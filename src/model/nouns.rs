//! Nouns for people, groups, organisations, documents and places, and the gender that words tell.

use super::ModelError;
use crate::labels::{EntityType, Gender};

/// What a common noun says of the thing it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NounFacts {
    /// `Person` (minister), `Org` (army), `Gpe` (country), `Work` (report), `Norp` (rebels) …
    pub entity_type: EntityType,
    /// `Feminine` (actress), `Masculine` (king), `Plural` (officials), else `Unknown` or `Neuter`.
    pub gender: Gender,
}

/// Nouns, honorifics and first names: what `mentions` and `coref` know of gender and kind.
#[derive(Clone, Debug, Default)]
pub struct NounLexicon {}

impl NounLexicon {
    /// The English one that is compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if a file is damaged.
    pub fn builtin() -> Result<Self, ModelError> {
        Ok(Self {})
    }

    /// Facts about a common noun, by lower-case lemma.
    pub fn noun(&self, lemma: &str) -> Option<NounFacts> {
        let _ = lemma;
        None
    }

    /// The gender that an honorific or title tells: `Mrs`, `Sir`, `Queen`.
    pub fn honorific(&self, word: &str) -> Option<Gender> {
        let _ = word;
        None
    }

    /// The usual gender of a first name; a hint for pronouns, never a fact about a person.
    pub fn first_name(&self, name: &str) -> Option<Gender> {
        let _ = name;
        None
    }
}
