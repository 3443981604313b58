//! Grammatical gender and number of an entity.

/// Grammatical gender as the article's own words and pronouns tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Referred to by "she", "Mrs", "actress" …
    Feminine,
    /// Referred to by "he", "Mr", "actor" …
    Masculine,
    /// Referred to by "it".
    Neuter,
    /// Referred to by "they", or a plural.
    Plural,
    /// The article does not tell.
    #[default]
    Unknown,
}

impl Gender {
    /// The name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Feminine => "feminine",
            Self::Masculine => "masculine",
            Self::Neuter => "neuter",
            Self::Plural => "plural",
            Self::Unknown => "unknown",
        }
    }
}
