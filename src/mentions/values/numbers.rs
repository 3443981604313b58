//! Numbers in digits and words: "1,200", "3.5 million", "two hundred and fifty", "dozens".

use super::Cursor;
use crate::model::Role;

/// A number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// One past its last token.
    pub end: usize,
    /// Whether it is written in words.
    pub words: bool,
    /// Whether it counts something by itself: not the "million" after "a" that is no number.
    pub counts: bool,
}

/// The number that begins here.
pub fn number(here: Cursor) -> Option<Number> {
    let form = here.form();
    if form.starts_with(|c: char| c.is_ascii_digit()) {
        return digits(here);
    }
    if here.is(Role::Number) {
        return Some(in_words(here));
    }
    // "hundreds", "dozens of", "a million", "half a million"
    if here.is(Role::Scale) && form.len() > 2 {
        let mut end = here.at + 1;
        while here.from(end).lower() == "of" && here.from(end + 1).is(Role::Scale) {
            end += 2;
        }
        return Some(Number { end, words: true, counts: true });
    }
    let article = matches!(here.lower().as_str(), "a" | "half");
    let next = here.skip(1);
    if article && next.is(Role::Scale) && next.form().len() > 4 {
        return Some(Number { end: next.at + 1, words: true, counts: true });
    }
    None
}

fn digits(here: Cursor) -> Option<Number> {
    let form = here.form();
    let body = form.trim_end_matches(|c: char| c.is_alphabetic());
    if !body.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{a0}' | '\u{202f}' | '/' | '½'))
    {
        return None;
    }
    let suffix = form.get(body.len()..)?;
    let scaled = suffix.is_empty() || here.words.models.names.value_word(suffix).has(Role::Scale);
    if !scaled {
        return None;
    }
    let mut end = here.at + 1;
    // "12 000", with narrow spaces in print
    while is_thousands_group(here.from(end)) && body.len() <= 3 {
        end += 1;
    }
    if suffix.is_empty() && here.from(end).is(Role::Scale) {
        end += 1;
        if here.from(end).is(Role::Scale) && here.from(end).form().len() > 3 {
            end += 1;
        }
    }
    Some(Number { end, words: false, counts: true })
}

fn is_thousands_group(here: Cursor) -> bool {
    let form = here.form();
    form == "000" && form.len() == 3
}

/// "twenty-five", "two hundred and fifty thousand".
fn in_words(here: Cursor) -> Number {
    let mut end = here.at + 1;
    loop {
        let next = here.from(end);
        let long = |role| next.is(role) && next.form().len() > 2;
        if long(Role::Number) && next.lower() != "one" || long(Role::Scale) {
            end += 1;
        } else if next.is_hyphen() && (next.skip(1).is(Role::Number) || next.skip(1).is(Role::Scale))
            || next.lower() == "and" && next.skip(1).is(Role::Number) && here.from(end - 1).is(Role::Scale)
        {
            end += 2;
        } else {
            break;
        }
        if end >= here.limit {
            break;
        }
    }
    Number { end: end.min(here.limit), words: true, counts: true }
}
