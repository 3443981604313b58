//! Nouns for people, groups, organisations, documents and places, and the gender that words tell.
//!
//! Read from the sections `nouns`, `honorifics` and `first_names`, which name their sources.

use rustc_hash::FxHashMap;

use super::lexicon::section;
use super::{Entry, ModelError, Pack};
use crate::labels::{EntityType, Gender};

/// What a common noun says of the thing it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NounFacts {
    /// `Person` (minister), `Org` (army), `Gpe` (country), `Work` (report), `Event`, `Product`, `Misc` (animals) …
    pub entity_type: EntityType,
    /// `Feminine` (actress), `Masculine` (king), `Plural` for words that are plural as they are (police,
    /// people), `Neuter` for things and bodies, `Unknown` for a person of either gender.
    pub gender: Gender,
}

/// Nouns, honorifics and first names: what `mentions` and `coref` know of gender and kind.
#[derive(Clone, Debug, Default)]
pub struct NounLexicon {
    nouns: FxHashMap<Box<str>, NounFacts>,
    honorifics: FxHashMap<Box<str>, Gender>,
    first_names: FxHashMap<Box<str>, Gender>,
}

impl NounLexicon {
    /// The one of a pack.
    ///
    /// # Errors
    /// [`ModelError`] if a section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        let mut lexicon = Self::default();
        for entry in section(pack, "nouns")? {
            let entity_type = EntityType::from_name(entry.field(1, "an entity type")?)
                .ok_or_else(|| entry.bad("an entity type"))?;
            let facts = NounFacts { entity_type, gender: gender(&entry, 2)? };
            lexicon.nouns.insert(entry.field(0, "a lemma")?.into(), facts);
        }
        for entry in section(pack, "honorifics")? {
            lexicon.honorifics.insert(entry.field(0, "a word")?.into(), gender(&entry, 1)?);
        }
        for entry in section(pack, "first_names")? {
            lexicon.first_names.insert(entry.field(0, "a name")?.into(), gender(&entry, 1)?);
        }
        Ok(lexicon)
    }

    /// Facts about a common noun, by lower-case lemma.
    ///
    /// Compounds that are not listed count as their last part: "vice-chairman", "union-leader"; so do words
    /// in -man and -woman.
    pub fn noun(&self, lemma: &str) -> Option<NounFacts> {
        let known = self.nouns.get(lemma).or_else(|| self.nouns.get(lemma.rsplit_once('-')?.1));
        known.copied().or_else(|| by_suffix(lemma))
    }

    /// The gender that an honorific or title tells: `Mrs`, `Sir`, `Queen`; by the word in any case.
    pub fn honorific(&self, word: &str) -> Option<Gender> {
        self.honorifics.get(word.to_lowercase().as_str()).copied()
    }

    /// The usual gender of a first name; a hint for pronouns, never a fact about a person.
    ///
    /// `Jean-Luc` counts as `Jean` where it is not listed itself; `DONALD` as `Donald`.
    pub fn first_name(&self, name: &str) -> Option<Gender> {
        let exact = self.first_names.get(name).copied();
        let capitalised = || {
            let mut letters = name.chars();
            let first = letters.next()?;
            // As nearly all capitalised words are already.
            if first.is_ascii_uppercase()
                && letters.as_str().bytes().all(|letter| letter.is_ascii_lowercase())
            {
                return None;
            }
            let word: String = first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect();
            self.first_names.get(word.as_str()).copied()
        };
        let first_part = || self.first_names.get(name.split_once('-')?.0).copied();
        exact.or_else(capitalised).or_else(first_part)
    }
}

/// "salesman", "saleswoman", "salesmen": a person, whatever the rest of the word.
fn by_suffix(lemma: &str) -> Option<NounFacts> {
    const SUFFIXES: [(&str, Gender); 6] = [
        ("woman", Gender::Feminine),
        ("women", Gender::Feminine),
        ("person", Gender::Unknown),
        ("people", Gender::Plural),
        ("man", Gender::Masculine),
        ("men", Gender::Masculine),
    ];
    // Words that only look so: "the talisman", "a German".
    const OTHERS: [&str; 7] = ["german", "norman", "ottoman", "regimen", "shaman", "specimen", "talisman"];
    let (_, gender) =
        *SUFFIXES.iter().find(|(end, _)| lemma.len() > end.len() + 2 && lemma.ends_with(end))?;
    if OTHERS.contains(&lemma) {
        return None;
    }
    Some(NounFacts { entity_type: EntityType::Person, gender })
}

fn gender(entry: &Entry, index: usize) -> Result<Gender, ModelError> {
    match entry.field(index, "a gender")? {
        "feminine" | "f" => Ok(Gender::Feminine),
        "masculine" | "m" => Ok(Gender::Masculine),
        "neuter" => Ok(Gender::Neuter),
        "plural" => Ok(Gender::Plural),
        "unknown" => Ok(Gender::Unknown),
        _ => Err(entry.bad("a gender")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> &'static NounLexicon {
        &crate::model::MODELS.nouns
    }

    #[test]
    fn nouns_tell_kind_and_gender() {
        let lexicon = lexicon();
        let facts = |lemma| lexicon.noun(lemma).map(|f| (f.entity_type, f.gender));
        assert_eq!(facts("minister"), Some((EntityType::Person, Gender::Unknown)));
        assert_eq!(facts("actress"), Some((EntityType::Person, Gender::Feminine)));
        assert_eq!(facts("spokesman"), Some((EntityType::Person, Gender::Masculine)));
        assert_eq!(facts("police"), Some((EntityType::Org, Gender::Plural)));
        assert_eq!(facts("report"), Some((EntityType::Work, Gender::Neuter)));
        assert_eq!(facts("freedom"), None);
    }

    #[test]
    fn compounds_count_as_their_last_part() {
        let lexicon = lexicon();
        assert_eq!(lexicon.noun("ex-minister"), lexicon.noun("minister"));
        assert_eq!(lexicon.noun("tugboatwoman").map(|f| f.gender), Some(Gender::Feminine));
        assert_eq!(lexicon.noun("specimen"), None);
    }

    #[test]
    fn first_names_hint_in_any_case() {
        let lexicon = lexicon();
        assert_eq!(lexicon.first_name("Hillary"), Some(Gender::Feminine));
        assert_eq!(lexicon.first_name("DONALD"), Some(Gender::Masculine));
        assert_eq!(lexicon.first_name("Jean-Luc"), lexicon.first_name("Jean"));
        assert_eq!(lexicon.first_name("Taylor-Not-A-Name"), lexicon.first_name("Taylor"));
        assert_eq!(lexicon.first_name(""), None);
        assert_eq!(lexicon.honorific("Mrs."), Some(Gender::Feminine));
        assert_eq!(lexicon.honorific("Sir"), Some(Gender::Masculine));
        assert_eq!(lexicon.honorific("Dr"), None);
    }
}
