//! The words of dates, sums, measures and numbers, with what they mean: what the grammar of values knows
//! beforehand.

use rustc_hash::FxHashMap;

use super::lexicon::section;
use super::roles::{Role, Roles, VALUE_ROLES};
use super::{Entry, ModelError, Pack};

/// What a word is in values, and what it means there.
#[derive(Clone, Copy, Debug, Default)]
pub struct ValueWord<'a> {
    /// The roles it can play.
    pub roles: Roles,
    /// The number it stands for: of months, numbers, scales, ordinals, fractions.
    pub number: u64,
    /// The code it stands for: of currencies, units, zones.
    pub code: &'a str,
}

/// What the lexicon keeps of a word.
#[derive(Clone, Debug, Default)]
struct Row {
    roles: Roles,
    number: u64,
    code: Box<str>,
}

/// A row of the lexicon; 0 is the word that is in no value.
pub type ValueWordId = u16;

/// The words of values.
#[derive(Clone, Debug, Default)]
pub struct ValueLexicon {
    rows: Vec<Row>,
    ids: FxHashMap<Box<str>, ValueWordId>,
    /// For each first byte, in small letters, the lengths of the words that begin with it: nearly every word of a text
    /// is known by one look here to be in no value.
    lengths: Vec<u32>,
    /// Names of holidays in several words, by their first word.
    phrases: FxHashMap<Box<str>, Vec<Box<str>>>,
}

impl ValueLexicon {
    /// The one of a pack.
    ///
    /// # Errors
    /// [`ModelError`] if the section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        Self::read(section(pack, "value_words")?)
    }

    fn read<'a>(entries: impl Iterator<Item = Entry<'a>>) -> Result<Self, ModelError> {
        let mut lexicon = Self { rows: vec![Row::default()], lengths: vec![0; 256], ..Self::default() };
        for entry in entries {
            let word = entry.field(0, "a word")?;
            let name = entry.field(1, "a role")?;
            let role = VALUE_ROLES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role);
            lexicon.add(word, role.ok_or_else(|| entry.bad("a role"))?, &entry)?;
        }
        Ok(lexicon)
    }

    fn add(&mut self, word: &str, role: Role, entry: &Entry) -> Result<(), ModelError> {
        // The first word of a phrase has a row too, so that a look there tells that a value may begin.
        let phrase = word.split_once(' ').map(|(first, _)| first);
        if let Some(first) = phrase {
            self.phrases.entry(first.into()).or_default().push(word.into());
        }
        let word = phrase.unwrap_or(word);
        let next = self.rows.len() as ValueWordId;
        let id = *self.ids.entry(word.into()).or_insert(next);
        if id == next {
            self.rows.push(Row::default());
            let first = word.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
            if let Some(lengths) = self.lengths.get_mut(first as usize) {
                *lengths |= 1 << word.len().min(31);
            }
        }
        let Some(row) = self.rows.get_mut(id as usize).filter(|_| phrase.is_none()) else { return Ok(()) };
        row.roles.add(role);
        let meaning = entry.optional(2);
        match role {
            Role::Month | Role::Number | Role::Scale | Role::Ordinal | Role::Fraction => {
                row.number = meaning.parse().map_err(|_| entry.bad("a number"))?;
            }
            _ if !meaning.is_empty() => row.code = meaning.into(),
            _ => {}
        }
        Ok(())
    }

    /// The row of a word as printed, or of its lower-case form; in capitals, of its form with one capital.
    pub fn find(&self, word: &str) -> ValueWordId {
        let first = word.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
        let lengths = self.lengths.get(first as usize).copied().unwrap_or(0);
        if lengths & (1 << word.len().min(31)) == 0 {
            return 0;
        }
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let mut letters = word.chars();
        if !letters.next().is_some_and(char::is_uppercase) {
            return 0;
        }
        let lower = word.to_lowercase();
        if let Some(id) = self.ids.get(lower.as_str()) {
            return *id;
        }
        // "MARCH", "AUGUST" in a headline
        if word.len() < 3 || letters.any(char::is_lowercase) {
            return 0;
        }
        let title: String = word.chars().take(1).chain(lower.chars().skip(1)).collect();
        self.ids.get(title.as_str()).copied().unwrap_or(0)
    }

    /// What a row holds.
    pub fn word(&self, id: ValueWordId) -> ValueWord<'_> {
        self.rows.get(id as usize).map_or_else(ValueWord::default, |row| ValueWord {
            roles: row.roles,
            number: row.number,
            code: &row.code,
        })
    }

    /// The names of holidays in several words that begin with this one.
    pub fn phrases(&self, first: &str) -> &[Box<str>] {
        self.phrases.get(first).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labels::{Currency, Unit};

    fn lexicon() -> &'static ValueLexicon {
        &crate::model::MODELS.values
    }

    #[test]
    fn words_are_found_as_printed_and_in_capitals() {
        let lexicon = lexicon();
        let word = |text| lexicon.word(lexicon.find(text));
        assert!(word("March").roles.has(Role::Month) && word("MARCH").number == 3);
        assert!(word("MILLION").roles.has(Role::Scale) && word("Million").number == 1_000_000);
        assert!(!word("march").roles.has(Role::Month) && !word("may").roles.has(Role::Month));
        assert!(word("house").roles.is_empty() && word("").roles.is_empty());
        assert!(lexicon.phrases("Labor").contains(&"Labor Day".into()));
    }

    #[test]
    fn codes_are_those_of_the_labels() {
        for row in &lexicon().rows {
            let units = row.roles.has(Role::Unit) && !row.code.is_empty() && !row.roles.has(Role::DateUnit);
            assert!(!units || Unit::from_sign(&row.code).is_some(), "no unit {}", row.code);
            if row.roles.has_any(&[Role::Currency, Role::CurrencyCode, Role::CurrencySign]) {
                let code = row.code.split(':').next().unwrap_or("");
                assert!(code.is_empty() || Currency::from_code(code).is_some(), "no currency {code}");
            }
        }
    }
}
