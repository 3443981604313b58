//! Numbers inside a stretch of text: separators, times, dates, fractions, telephone numbers, units.

use super::characters::Stretch;
use super::{Token, TokenKind};

/// Units that are words of their own when written to the number: `5pm`, `£3bn`. What else follows digits makes
/// one word with them: `20th`, `5G`, `4x4`.
const UNITS: [&str; 52] = [
    "AM", "B", "BN", "K", "M", "MM", "Mbps", "PM", "am", "b", "bn", "c", "cc", "cl", "cm", "f", "ft", "g",
    "gb", "h", "ha", "hr", "hrs", "k", "kg", "kgs", "km", "kmh", "kms", "kph", "kw", "l", "lb", "lbs", "m",
    "mg", "mi", "min", "mins", "ml", "mm", "mn", "mph", "oz", "p", "pm", "sec", "secs", "sq", "t", "tn", "x",
];

/// Where the number that begins at `at` ends, without letters that follow.
pub(super) fn number_end(text: Stretch, at: usize, before: Option<&Token>) -> Option<usize> {
    let is_digit = |at: usize| text.at(at).is_some_and(|c| c.is_ascii_digit());
    let first = match text.at(at)? {
        c if c.is_ascii_digit() => at,
        // ".5", "+44": not after a word or a number
        '.' | '+' if is_digit(at + 1) && may_lead(text, at, before) => at + 1,
        _ => return None,
    };
    let mut end = text.run(first, |c| c.is_ascii_digit());
    let mut part = first;
    let mut hyphens = 0;
    while let Some(c) = text.at(end) {
        let next = end + c.len_utf8();
        let next_end = text.run(next, |c| c.is_ascii_digit());
        let digits = next_end - next;
        let goes_on = match c {
            '.' | ':' | '/' => digits > 0,
            // "40,000", "2,00,000"; "in 2015,16 were" is rarer
            ',' => digits == 3 || (digits == 2 && text.at(next_end) == Some(',')),
            // telephone numbers "345-9945", dates "11-20-2000"; "2015-2016" and "10-20" are ranges
            '-' => digits > 0 && (hyphens > 0 || is_code(text, end - part, digits, next_end)),
            _ => false,
        };
        if !goes_on {
            break;
        }
        hyphens += u32::from(c == '-');
        part = next;
        end = next_end;
    }
    Some(end)
}

/// Whether digits, hyphen, digits are a code rather than a range.
fn is_code(text: Stretch, before: usize, after: usize, end: usize) -> bool {
    let third = text.at(end) == Some('-') && text.at(end + 1).is_some_and(|c| c.is_ascii_digit());
    third || (before == 3 && after == 4)
}

/// Where the unit after a number ends: `pm` in `5pm`.
pub(super) fn unit_start(text: Stretch, end: usize) -> Option<usize> {
    let letters = text.rest(end).bytes().take(6).take_while(u8::is_ascii_alphabetic).count();
    let unit_end = end + letters;
    let known = UNITS.binary_search(&text.slice(end, unit_end)).is_ok();
    (known && !text.at(unit_end).is_some_and(super::characters::is_word_char)).then_some(unit_end)
}

/// Whether a sign before digits may belong to them.
fn may_lead(text: Stretch, at: usize, before: Option<&Token>) -> bool {
    let near = text.before(at);
    let symbol = before.is_some_and(|token| token.kind == TokenKind::Symbol);
    near.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '~'))
        || (symbol && !near.is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_units_can_be_searched() {
        assert!(UNITS.is_sorted());
    }
}
