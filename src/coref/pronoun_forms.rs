//! The closed list of pronouns and what each tells of person, gender and number.

use crate::labels::Gender;

/// How a pronoun stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// "he", "him".
    Personal,
    /// "his", "theirs".
    Possessive,
    /// "himself".
    Reflexive,
    /// "who", "which".
    Relative,
}

/// What a pronoun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PronounForm {
    /// Whether it is "he", "she", "it", "they" or one of their forms, or a relative.
    pub third_person: bool,
    /// `Plural` for "they"; `Unknown` for "who".
    pub gender: Gender,
    /// How it stands.
    pub case: Case,
}

/// The form of a pronoun, by lower-case word.
pub(super) fn pronoun_form(word: &str) -> Option<PronounForm> {
    use Case::{Personal, Possessive, Reflexive, Relative};
    use Gender::{Feminine, Masculine, Neuter, Plural, Unknown};
    let (third_person, gender, case) = match word {
        "he" | "him" => (true, Masculine, Personal),
        "his" => (true, Masculine, Possessive),
        "himself" => (true, Masculine, Reflexive),
        "she" => (true, Feminine, Personal),
        "her" => (true, Feminine, Personal),
        "hers" => (true, Feminine, Possessive),
        "herself" => (true, Feminine, Reflexive),
        "it" => (true, Neuter, Personal),
        "its" => (true, Neuter, Possessive),
        "itself" => (true, Neuter, Reflexive),
        "they" | "them" => (true, Plural, Personal),
        "their" | "theirs" => (true, Plural, Possessive),
        "themselves" | "themself" => (true, Plural, Reflexive),
        "who" | "whom" | "which" | "that" => (true, Unknown, Relative),
        "whose" => (true, Unknown, Relative),
        "i" | "me" | "you" => (false, Unknown, Personal),
        "we" | "us" => (false, Plural, Personal),
        "my" | "mine" | "your" | "yours" => (false, Unknown, Possessive),
        "our" | "ours" => (false, Plural, Possessive),
        "myself" | "yourself" => (false, Unknown, Reflexive),
        "ourselves" | "yourselves" => (false, Plural, Reflexive),
        _ => return None,
    };
    Some(PronounForm { third_person, gender, case })
}
