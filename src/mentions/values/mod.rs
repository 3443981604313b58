//! [`Words`] → values: dates, times, sums, percentages, measures, ordinals and numbers, by a small grammar, each
//! with what it means where that is certain.
//!
//! Spans as OntoNotes has them, but without words such as "about" and "more than" before a number.

mod clock;
mod cursor;
mod dates;
mod durations;
mod holidays;
mod labels;
mod measures;
mod money;
mod numbers;
mod periods;
mod written_on;

#[cfg(test)]
mod tests;

use self::cursor::Cursor;
use self::money::Homes;
use self::written_on::Relative;
use super::words::Words;
use crate::blocks::Blocks;
use crate::labels::{EntityType, Value};

/// A mention of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundValue {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// What kind.
    pub entity_type: EntityType,
    /// What it means, where that is certain.
    pub value: Option<Value>,
    /// Whether names inside it are none of their own: "Labor Day".
    pub over_names: bool,
}

/// Finds the values of a text, in order; they do not overlap.
pub fn find_values(words: &Words, blocks: &Blocks) -> Vec<FoundValue> {
    let homes = Homes::of(words);
    let mut values = Vec::new();
    let mut relative = Vec::new();
    for (id, _) in words.segments.sentences.iter() {
        let (mut at, limit) = words.sentence_bounds(id);
        while at < limit {
            let here = Cursor { words, homes: &homes, at, limit };
            match value_from(here) {
                Some(Found::Value(found)) if found.end > at => {
                    if let Some(when) = found.relative {
                        relative.push((values.len(), when));
                    }
                    let Match { end, entity_type, value, .. } = found;
                    let over_names = found.over_names(here);
                    values.push(FoundValue { start: at, end, entity_type, value, over_names });
                    at = end;
                }
                Some(Found::NoValue(end)) if end > at => at = end,
                _ => at += 1,
            }
        }
    }
    written_on::resolve(words, blocks, &relative, &mut values);
    values
}

/// What stands at a place.
enum Found {
    Value(Match),
    /// Words that look like a value and are none, up to here: "2-1", a telephone number.
    NoValue(usize),
}

/// A value that begins at the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Match {
    /// One past its last token.
    end: usize,
    entity_type: EntityType,
    value: Option<Value>,
    /// How far from the day the article was written it lies.
    relative: Option<Relative>,
}

impl Match {
    const fn new(end: usize, entity_type: EntityType, value: Option<Value>) -> Self {
        Self { end, entity_type, value, relative: None }
    }

    /// Whether names inside it are none of their own: "3 million [Kenyan] shillings", "[Labor Day]", "[Ramadan]".
    fn over_names(&self, start: Cursor) -> bool {
        let counts = matches!(self.entity_type, EntityType::Cardinal | EntityType::Ordinal);
        let word = self.end == start.at + 1 && start.form().chars().all(char::is_alphabetic);
        !counts && (!word || start.is(crate::model::Role::Holiday))
    }

    /// A date that means nothing certain.
    const fn date(end: usize) -> Self {
        Self::new(end, EntityType::Date, None)
    }

    /// A time that means nothing certain.
    const fn time(end: usize) -> Self {
        Self::new(end, EntityType::Time, None)
    }
}

fn value_from(here: Cursor) -> Option<Found> {
    // Nearly every token stops here.
    if !here.may_begin() {
        return None;
    }
    if let Some(end) = labels::label(here) {
        return Some(Found::NoValue(end));
    }
    money::money_before(here)
        .or_else(|| holidays::holiday(here))
        .or_else(|| dates::date(here))
        .or_else(|| clock::time(here))
        .or_else(|| periods::period(here))
        .or_else(|| durations::duration(here))
        .or_else(|| measures::ordinal(here))
        .or_else(|| measures::measure(here))
        .map(Found::Value)
}
