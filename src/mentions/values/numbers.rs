//! Numbers in figures and words: "1,200", "3.5 million", "two hundred and fifty", "half a million", "dozens".

use super::cursor::Cursor;
use crate::labels::Decimal;
use crate::model::Role;
use crate::syntax::Xpos;

/// A number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// One past its last token.
    pub(super) end: usize,
    /// How much, where it says so: not "dozens", "several hundred".
    pub(super) value: Option<Decimal>,
    /// Whether it is written in words.
    pub(super) words: bool,
    /// Whether "million" or the like is part of it.
    pub(super) scaled: bool,
}

/// The number that begins here.
pub(super) fn number(here: Cursor) -> Option<Number> {
    if here.is_numeric() || here.form().starts_with('.') && here.form().len() > 1 {
        return figures(here);
    }
    if here.is(Role::Number) {
        return in_words(here).map(|found| with_half(here, found));
    }
    // "dozens", "tens of thousands", "hundreds of millions"
    let tens = here.is_word(&["tens"]) && here.skip(1).is_word(&["of"]) && here.skip(2).is(Role::Scale);
    if tens || here.is(Role::Scale) && here.form().len() > 3 {
        let mut end = here.at + 1;
        while here.from(end).is_word(&["of"])
            && here.from(end + 1).is(Role::Scale)
            && here.from(end + 1).form().len() > 3
        {
            end += 2;
        }
        let plural = here.form().ends_with('s');
        return plural.then_some(Number { end, value: None, words: true, scaled: true });
    }
    half_or_article(here)
}

/// "a hundred", "a million", "half a million", "a few hundred", "several thousand", "a couple of dozen".
fn half_or_article(here: Cursor) -> Option<Number> {
    let half = here.is_word(&["half"]);
    let mut next = here.skip(1);
    if half {
        if next.is_hyphen() {
            next = next.skip(1);
        }
        if !next.is_word(&["a"]) {
            return None;
        }
        next = next.skip(1);
        if next.is_hyphen() {
            next = next.skip(1);
        }
    }
    let vague = if here.is_word(&["a"]) && next.is_word(&["few", "couple"]) {
        next = next.skip(if next.skip(1).is_word(&["of"]) { 2 } else { 1 });
        true
    } else {
        here.is_word(&["several", "few"])
    };
    if !(half || vague || here.is_word(&["a"])) || !next.is(Role::Scale) || next.form().len() < 4 {
        return None;
    }
    if next.form().ends_with('s') {
        return None;
    }
    let one = if half { Decimal::parse("0.5") } else { Some(Decimal::whole(1)) };
    let (end, value) = scales(next.at, one, here);
    let value = if vague { None } else { value };
    Some(Number { end, value, words: true, scaled: true })
}

/// Multiplies with the scales from `at`: "hundred thousand", "lakh crore".
fn scales(mut at: usize, mut value: Option<Decimal>, here: Cursor) -> (usize, Option<Decimal>) {
    let mut count = 0;
    while here.from(at).is(Role::Scale) && count < 2 {
        let next = here.from(at);
        // "million" and "m"; "hundreds" counts nothing
        if next.form().ends_with('s')
            && next.form().len() > 3
            && count == 0
            && !next.is_word(&["crores", "lakhs"])
        {
            break;
        }
        let factor = Decimal::whole(next.value().number);
        value = value.and_then(|value| value.times(factor));
        at += 1;
        count += 1;
        if next.form().len() < 3 {
            break;
        }
    }
    (at, value)
}

/// The number that digits, commas and one point stand for: "1,200", "2,00,000", "3.5", "3½", "1/2".
pub(super) fn decimal(form: &str) -> Option<Decimal> {
    if let Some(whole) = form.strip_suffix(['½', '¼', '¾']) {
        let part = match form.chars().next_back()? {
            '½' => "0.5",
            '¼' => "0.25",
            _ => "0.75",
        };
        let whole = if whole.is_empty() { Decimal::whole(0) } else { decimal(whole)? };
        return whole.plus(Decimal::parse(part)?);
    }
    if !form.contains([',', '\u{a0}', '\u{202f}']) {
        return Decimal::parse(form);
    }
    let (whole, part) = form.split_once('.').unwrap_or((form, ""));
    let mut groups = whole.split([',', '\u{a0}', '\u{202f}']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let last = rest.last()?;
    let grouped = (1..=3).contains(&first.len())
        && last.len() == 3
        && rest.iter().all(|group| matches!(group.len(), 2 | 3));
    let digits: String = std::iter::once(first).chain(rest).collect();
    let text = if part.is_empty() { digits } else { format!("{digits}.{part}") };
    grouped.then(|| Decimal::parse(&text)).flatten()
}

fn figures(here: Cursor) -> Option<Number> {
    let form = here.form();
    let body = form.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if body.len() + 3 < form.len() {
        // "$23million", written together
        let values = &here.words.models.values;
        let scale = values.word(values.find(form.get(body.len()..)?));
        let value = decimal(body).and_then(|value| value.times(Decimal::whole(scale.number)));
        let known = scale.roles.has(Role::Scale) && scale.number > 0;
        return known.then_some(Number { end: here.at + 1, value, words: false, scaled: true });
    }
    let shaped =
        |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{a0}' | '\u{202f}' | '½' | '¼' | '¾');
    if !form.chars().all(shaped) {
        return None;
    }
    let mut value = decimal(form);
    let mut end = here.at + 1;
    // "12 000", with narrow spaces in print
    while here.from(end).form() == "000" && form.len() <= 3 {
        value = value.and_then(|value| value.times(Decimal::whole(1000)));
        end += 1;
    }
    // "3 1/2", "5-million"
    let mut scale = here.from(end);
    if scale.is_hyphen() && scale.skip(1).is(Role::Scale) && scale.skip(1).form().len() > 4 {
        scale = scale.skip(1);
    }
    let found = Number { end, value, words: false, scaled: false };
    // "1.4m people" are millions, "800m" metres; "b", "k" and "T" only where they are written to the figures
    let letter = scale.form().len() == 1;
    let metres = scale.is_word(&["m"]) && !is_plural(scale.skip(1));
    if !scale.is(Role::Scale) || letter && (scale.space_before() || metres) {
        return Some(with_half(here, found));
    }
    let (end, value) = scales(scale.at, value, here);
    if end == scale.at {
        return Some(found);
    }
    // "a 10k" may be a run of ten kilometres
    let value = value.filter(|_| !scale.is_word(&["k"]) || is_plural(scale.skip(1)));
    Some(Number { end, value, words: false, scaled: true })
}

/// Whether the word here is a noun in the plural: "people", "viewers".
fn is_plural(here: Cursor) -> bool {
    let noun = here.words.at(here.at).is_some_and(|word| matches!(word.xpos, Xpos::Nns | Xpos::Nnps));
    here.at < here.limit && (noun || here.is(Role::Counted))
}

/// "two and a half", "three and three-quarters"; then perhaps "million".
fn with_half(here: Cursor, found: Number) -> Number {
    let and = here.from(found.end);
    // "two-and-a-half years"
    if and.is_hyphen()
        && and.skip(1).is_word(&["and"])
        && and.skip(3).is_word(&["a"])
        && and.skip(5).is_word(&["half"])
    {
        let half = Decimal::parse("0.5");
        let value = found.value.zip(half).and_then(|(whole, half)| whole.plus(half));
        return Number { end: and.at + 6, value, ..found };
    }
    if !and.is_word(&["and"]) || found.scaled {
        return found;
    }
    let article = usize::from(and.skip(1).is_word(&["a"]));
    let (end, part) = if article == 1 && and.skip(2).is_word(&["half"]) {
        (and.at + 3, Decimal::parse("0.5"))
    } else if article == 1 && and.skip(2).is_word(&["quarter"]) {
        (and.at + 3, Decimal::parse("0.25"))
    } else if let Some((end, value)) = fraction(and.skip(1)) {
        (end, value)
    } else {
        return found;
    };
    let value = found.value.zip(part).and_then(|(whole, part)| whole.plus(part));
    let (scaled_end, scaled) = scales(end, value, here);
    Number { end: scaled_end, value: scaled, words: found.words, scaled: scaled_end > end }
}

/// "two-thirds", "three quarters", "one-fifth": where it ends, and its value if it has one in decimals.
pub(super) fn fraction(here: Cursor) -> Option<(usize, Option<Decimal>)> {
    let of = here.value();
    if !of.roles.has(Role::Number) || of.number == 0 || of.number > 9 {
        return None;
    }
    let mut parts = here.skip(1);
    if parts.is_hyphen() {
        parts = parts.skip(1);
    }
    let plural = parts.form().ends_with('s');
    let fits = parts.is(Role::Fraction) && plural == (of.number > 1);
    fits.then(|| (parts.at + 1, Decimal::share(of.number, parts.value().number)))
}

/// "twenty-five", "two hundred and fifty thousand", "one hundred and twenty-three".
fn in_words(here: Cursor) -> Option<Number> {
    // Finished groups; the group being read; the last word's size: each must fit below the one before.
    let (mut total, mut group): (u64, u64) = (0, 0);
    let mut room = 100;
    let mut last_scale = u64::MAX;
    let mut end = here.at;
    let mut certain = true;
    let mut scaled = false;
    loop {
        let mut next = here.from(end);
        if end > here.at {
            let joined = next.is_hyphen() && next.skip(1).roles().has_any(&[Role::Number, Role::Scale]);
            let and = next.is_word(&["and"])
                && next.skip(1).is(Role::Number)
                && scaled
                && here.from(end - 1).is(Role::Scale);
            if joined || and {
                next = next.skip(1);
            }
        }
        let word = next.value();
        if word.roles.has(Role::Number) {
            let small = if word.number >= 20 { 10 } else { 1 };
            if room < small || room <= 1 || word.number >= 10 && room < 100 {
                break;
            }
            group += word.number;
            room = if small == 10 { 10 } else { 1 };
        } else if word.roles.has(Role::Scale) && next.form().len() > 3 && end > here.at {
            let plural = next.form().ends_with('s');
            if plural {
                break;
            }
            scaled = true;
            if word.number == 100 {
                certain &= group > 0 && group < 100;
                group = group.saturating_mul(100);
            } else {
                // "hundred thousand million" is too odd to be certain
                certain &= word.number < last_scale && group > 0;
                let product = group.checked_mul(word.number).and_then(|product| total.checked_add(product));
                certain &= product.is_some();
                total = product.unwrap_or(total);
                last_scale = word.number;
                group = 0;
            }
            room = 100;
        } else {
            break;
        }
        end = next.at + 1;
    }
    let value = total.checked_add(group).filter(|_| certain).map(Decimal::whole);
    (end > here.at).then_some(Number { end, value, words: true, scaled })
}
