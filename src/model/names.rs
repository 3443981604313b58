//! Names, titles and nationalities, and the words that show what a name is a name of: what `mentions` knows
//! beforehand.
//!
//! Read from the sections named below, each with its source and licence in its head.

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexicon::section;
use super::roles::{NAME_ROLES, Role, Roles};
use super::{Entry, ModelError, Pack};
use crate::labels::EntityType;

/// What a gazetteer says a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownName {
    /// A country, a territory or its capital.
    Country,
    /// A state, province or other governed region.
    State,
    /// A city or town.
    City,
    /// A sea, river, continent or other place that nobody governs.
    Place,
    /// An organisation of any kind.
    Organisation,
    /// A summit or another event.
    Event,
}

impl KnownName {
    /// The type of the name.
    pub const fn entity_type(self) -> EntityType {
        match self {
            Self::Country | Self::State | Self::City => EntityType::Gpe,
            Self::Place => EntityType::Loc,
            Self::Organisation => EntityType::Org,
            Self::Event => EntityType::Event,
        }
    }

    /// Whether it names a place of any kind.
    pub const fn is_place(self) -> bool {
        matches!(self, Self::Country | Self::State | Self::City | Self::Place)
    }
}

/// Names, titles, nationalities and telling words.
#[derive(Clone, Debug, Default)]
pub struct NameLexicon {
    words: FxHashMap<Box<str>, Roles>,
    known: FxHashMap<Box<str>, KnownName>,
    titles: FxHashSet<Box<str>>,
    /// The letters and digits a phrase of several words begins with, and the bytes of the longest such phrase.
    starts: FxHashMap<Box<str>, usize>,
}

impl NameLexicon {
    /// The one of a pack.
    ///
    /// # Errors
    /// [`ModelError`] if a section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        let mut lexicon = Self::default();
        lexicon.read_known(pack)?;
        for entry in section(pack, "name_words")? {
            let role = named(&entry, &NAME_ROLES)?;
            lexicon.add_word(entry.field(0, "a word")?, role);
        }
        for entry in section(pack, "nationalities")? {
            let word = entry.field(0, "a nationality")?;
            lexicon.add_word(word, Role::Nationality);
            lexicon.add_start(word);
        }
        for entry in section(pack, "titles")? {
            let words = entry.field(0, "a title")?;
            match entry.field(1, "before or modifier")? {
                "before" => {
                    lexicon.titles.insert(words.into());
                    lexicon.add_start(words);
                    if !words.contains(' ') {
                        lexicon.add_word(words, Role::Title);
                    }
                }
                "modifier" => lexicon.add_word(words, Role::TitleModifier),
                _ => return Err(entry.bad("before or modifier")),
            }
        }
        for entry in section(pack, "given_names")? {
            lexicon.add_word(entry.field(0, "a name")?, Role::GivenName);
        }
        for entry in section(pack, "surnames")? {
            lexicon.add_word(entry.field(0, "a name")?, Role::Surname);
        }
        Ok(lexicon)
    }

    /// The roles of a word, as printed; none where it is not in the lexicon.
    pub fn word(&self, word: &str) -> Roles {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// What a gazetteer says of a name: words with single spaces, without "the".
    pub fn known(&self, name: &str) -> Option<KnownName> {
        self.known.get(name).copied()
    }

    /// Whether these words, with single spaces, are a title.
    pub fn is_title(&self, words: &str) -> bool {
        self.titles.contains(words)
    }

    /// The bytes of the longest phrase of several words that begins with these letters; 0 if there is none.
    pub fn longest_from(&self, letters: &str) -> usize {
        self.starts.get(letters).copied().unwrap_or(0)
    }

    /// Earlier files win: "Georgia" is a state before it is anything else.
    fn read_known(&mut self, pack: &Pack) -> Result<(), ModelError> {
        use KnownName::{City, Country, Event, Organisation, Place, State};
        for entry in section(pack, "countries")? {
            self.add_known(&entry, Country)?;
        }
        for entry in section(pack, "places")? {
            let known = match entry.field(1, "gpe or loc")? {
                "gpe" => State,
                "loc" => Place,
                _ => return Err(entry.bad("gpe or loc")),
            };
            self.add_known(&entry, known)?;
        }
        for entry in section(pack, "organisations")? {
            let known = if entry.field(1, "a kind")? == "event" { Event } else { Organisation };
            self.add_known(&entry, known)?;
        }
        for (name, known) in [
            ("companies", Organisation),
            ("media", Organisation),
            ("parties", Organisation),
            ("football_clubs", Organisation),
            ("cities", City),
            ("regions", State),
        ] {
            for entry in section(pack, name)? {
                self.add_known(&entry, known)?;
            }
        }
        Ok(())
    }

    fn add_known(&mut self, entry: &Entry, known: KnownName) -> Result<(), ModelError> {
        let name = entry.field(0, "a name")?;
        self.known.entry(name.into()).or_insert(known);
        self.add_start(name);
        Ok(())
    }

    fn add_word(&mut self, word: &str, role: Role) {
        self.words.entry(word.into()).or_default().add(role);
    }

    /// Words that a tokenizer may split ("al-Qaida", "Moody's") count as several.
    fn add_start(&mut self, phrase: &str) {
        let start = leading_letters(phrase);
        if start.len() < phrase.len() {
            let longest = self.starts.entry(start.into()).or_default();
            *longest = phrase.len().max(*longest);
        }
    }
}

/// The letters and digits a text begins with.
pub fn leading_letters(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

fn named(entry: &Entry, roles: &[(&str, Role)]) -> Result<Role, ModelError> {
    let name = entry.field(1, "a role")?;
    roles.iter().find(|(known, _)| *known == name).map(|(_, role)| *role).ok_or_else(|| entry.bad("a role"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::MODELS;

    #[test]
    fn files_are_whole_and_tell_what_names_are() {
        let lexicon = &MODELS.names;
        assert_eq!(lexicon.known("Hamas"), Some(KnownName::Organisation));
        assert_eq!(lexicon.known("Georgia"), Some(KnownName::Country));
        assert_eq!(lexicon.known("Gulf of Aden"), Some(KnownName::Place));
        assert!(lexicon.word("University").has(Role::OrgHead));
        assert!(lexicon.word("Israeli").has(Role::Nationality));
        assert!(lexicon.is_title("Prime Minister"));
        assert!(lexicon.word("xyzzy").is_empty());
    }

    #[test]
    fn starts_lead_to_phrases_of_several_words() {
        let lexicon = &MODELS.names;
        assert!(lexicon.longest_from("Prime") >= "Prime Minister".len());
        assert_eq!(leading_letters("al-Qaida"), "al");
        assert_eq!(lexicon.longest_from("Hamas"), 0);
    }
}
