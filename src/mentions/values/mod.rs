//! [`Words`] → values: dates, times, sums, percentages, measures, ordinals and numbers, by a small grammar.
//!
//! Spans as OntoNotes has them, but without words such as "about" and "more than" before a number.

mod dates;
mod numbers;

#[cfg(test)]
mod tests;

use dates::date_or_time;
use numbers::{Number, number};

use super::words::Words;
use crate::labels::EntityType;
use crate::model::{Role, Roles};
use crate::text::Case;

/// A value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// What kind.
    pub entity_type: EntityType,
}

/// Finds the values of a text, in order; they do not overlap.
pub fn find_values(words: &Words) -> Vec<Value> {
    let mut values = Vec::new();
    for (id, _) in words.segments.sentences.iter() {
        let (mut at, limit) = words.sentence_bounds(id);
        while at < limit {
            match value_from(&Cursor { words, at, limit }) {
                Some((end, entity_type)) if end > at => {
                    values.push(Value { start: at, end, entity_type });
                    at = end;
                }
                _ => at += 1,
            }
        }
    }
    values
}

/// A place in a sentence that the grammar reads from.
#[derive(Clone, Copy, Debug)]
struct Cursor<'a, 'b> {
    words: &'b Words<'a>,
    at: usize,
    limit: usize,
}

impl<'a> Cursor<'a, '_> {
    /// The same sentence, `count` tokens further.
    const fn skip(self, count: usize) -> Self {
        Self { at: self.at + count, ..self }
    }

    /// The same sentence, from this token.
    const fn from(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The token here in small letters; empty at the end of the sentence.
    fn lower(self) -> String {
        self.form().to_lowercase()
    }

    fn form(self) -> &'a str {
        if self.at < self.limit { self.words.form(self.at) } else { "" }
    }

    /// The token before, in small letters.
    fn lower_before(self) -> String {
        self.at.checked_sub(1).map_or(String::new(), |before| self.words.form(before).to_lowercase())
    }

    fn roles(self) -> Roles {
        if self.at < self.limit { self.words.value(self.at) } else { Roles::default() }
    }

    fn is(self, role: Role) -> bool {
        self.roles().has(role)
    }

    fn is_hyphen(self) -> bool {
        matches!(self.form(), "-" | "‐" | "‑") && !self.space_before()
    }

    fn space_before(self) -> bool {
        self.at.checked_sub(1).and_then(|before| self.words.at(before)).is_none_or(|word| word.space_after)
    }

    fn is_capitalised(self) -> bool {
        self.at < self.limit
            && self.words.at(self.at).is_some_and(|word| matches!(word.case, Case::Title | Case::Upper))
    }
}

fn value_from(cursor: &Cursor) -> Option<(usize, EntityType)> {
    let here = *cursor;
    money_before(here).or_else(|| date_or_time(here)).or_else(|| measured(here)).or_else(|| ordinal(here))
}

/// "$2.3 million", "US$ 40", "Rs 500", "€12 000".
fn money_before(here: Cursor) -> Option<(usize, EntityType)> {
    let mut next = here;
    if next.is(Role::CurrencyCode) && next.form().chars().any(char::is_uppercase) {
        next = next.skip(1);
        if next.is(Role::CurrencySign) {
            next = next.skip(1);
        }
    } else if next.is(Role::CurrencySign) {
        next = next.skip(1);
    } else {
        return glued_money(here);
    }
    let found = number(next).filter(|found| !found.words)?;
    // "$40-50 million"
    let range = next.from(found.end);
    if range.is_hyphen()
        && let Some(upper) = number(range.skip(1))
    {
        return Some((upper.end, EntityType::Money));
    }
    Some((found.end, EntityType::Money))
}

/// A sum in one token: "$90m", "£1.5bn", "RM50".
fn glued_money(here: Cursor) -> Option<(usize, EntityType)> {
    let form = here.form();
    let digits = form.find(|c: char| c.is_ascii_digit())?;
    let sign = form.get(..digits)?;
    let names = &here.words.models.names;
    let currency = names.value_word(sign).has_any(&[Role::CurrencySign, Role::CurrencyCode]);
    if sign.is_empty() || !currency || sign.chars().any(char::is_lowercase) && sign != "Rs" {
        return None;
    }
    let next = here.skip(1);
    let end = if next.is(Role::Scale) { next.at + 1 } else { next.at };
    Some((end, EntityType::Money))
}

/// A number and what it counts: "8 percent", "nine metres", "5 million euros", "212".
fn measured(here: Cursor) -> Option<(usize, EntityType)> {
    let found = number(here)?;
    let mut next = here.from(found.end);
    if next.is_hyphen() {
        // "40-megawatt", "two-metre"; "5-3" is two numbers
        let unit = next.skip(1);
        if unit.is(Role::Unit) {
            return Some((unit.at + 1, EntityType::Quantity));
        }
        if unit.is(Role::CurrencyCode) || unit.is(Role::Currency) {
            return Some((unit.at + 1, EntityType::Money));
        }
    }
    if next.lower() == "per" && next.skip(1).lower() == "cent" {
        return Some((next.at + 2, EntityType::Percent));
    }
    if next.is(Role::Percent) {
        let points = matches!(next.skip(1).form(), "point" | "points") && next.lower() == "percentage";
        return Some((next.at + 1 + usize::from(points), EntityType::Percent));
    }
    // "5 US dollars", "3 million Kenyan shillings"
    let adjective = usize::from(next.is_capitalised() && next.skip(1).is(Role::Currency));
    if next.skip(adjective).is(Role::Currency) && found.counts {
        return Some((next.at + adjective + 1, EntityType::Money));
    }
    if next.is(Role::CurrencySign) && !next.space_before() {
        return Some((next.at + 1, EntityType::Money));
    }
    if next.is(Role::UnitBefore) {
        next = next.skip(1);
    }
    if next.is(Role::Unit) && !(next.lower() == "feet" && found.end == here.at) {
        return Some((next.at + 1, EntityType::Quantity));
    }
    is_counting(here, &found).then_some((found.end, EntityType::Cardinal))
}

/// Whether a number is one: not the "one" of "no one", "one another", "the one".
fn is_counting(here: Cursor, found: &Number) -> bool {
    if here.lower() != "one" || found.end > here.at + 1 {
        return found.counts;
    }
    let before = here.lower_before();
    let next = here.from(found.end);
    !matches!(
        before.as_str(),
        "no" | "the" | "this" | "that" | "any" | "every" | "which" | "-" | "each" | "a"
    ) && !matches!(next.lower().as_str(), "another" | "'s" | "’s" | "thing" | "-")
}

/// "first", "21st", "twenty-first".
fn ordinal(here: Cursor) -> Option<(usize, EntityType)> {
    let form = here.lower();
    let digits = form.trim_end_matches(|c: char| c.is_alphabetic());
    let suffixed = !digits.is_empty()
        && digits.chars().all(|c| c.is_ascii_digit() || c == ',')
        && matches!(form.get(digits.len()..), Some("st" | "nd" | "rd" | "th"));
    (suffixed || here.is(Role::Ordinal)).then_some((here.at + 1, EntityType::Ordinal))
}
