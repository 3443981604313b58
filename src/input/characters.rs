//! Text as given → cleaned text and the map between the two: line ends, spaces, invisible characters,
//! ligatures and words broken at line ends.

use crate::text::chars::is_invisible;
use crate::text::{OffsetMap, OffsetMapBuilder};

/// Whether the lines of a text were broken by a typesetter, so that a hyphen at a line end may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineEnds {
    /// Plain text: mail, PDF, wire copy.
    MayBreakWords,
    /// Text taken from HTML: a line end is meant.
    AreMeant,
}

/// What becomes of one character.
enum Fate {
    Keep,
    Drop,
    Become(&'static str),
}

/// Characters a hyphenated word may be looked at across: the line end with blanks around it.
const LOOK_AROUND: usize = 40;

/// First parts that keep their hyphen when a line breaks after it: "a well-⏎known firm" is not "wellknown".
const HYPHENATED_PARTS: [&str; 34] = [
    "all", "anti", "best", "co", "cross", "eight", "ex", "first", "five", "four", "full", "half", "hard",
    "high", "long", "low", "mid", "new", "nine", "non", "old", "one", "part", "pro", "second", "self",
    "seven", "short", "six", "so", "ten", "three", "two", "well",
];

/// Cleans `source`.
pub(super) fn clean_characters(source: &str, line_ends: LineEnds) -> (String, OffsetMap) {
    let mut text = String::with_capacity(source.len());
    let mut map = OffsetMapBuilder::default();
    let mut rest = source;
    while let Some(character) = rest.chars().next() {
        let taken = if let Some(len) = copied_run(rest) {
            text.push_str(rest.get(..len).unwrap_or_default());
            map.copy(len as u32);
            len
        } else if let Some((len, hyphen)) = broken_word(&text, rest, line_ends) {
            if let Some(hyphen) = hyphen {
                text.push(hyphen);
                map.copy(hyphen.len_utf8() as u32);
                map.replace((len - hyphen.len_utf8()) as u32, 0);
            } else {
                map.replace(len as u32, 0);
            }
            len
        } else if rest.starts_with("\r\n") {
            text.push('\n');
            map.replace(2, 1);
            2
        } else {
            let len = character.len_utf8();
            match fate(character, text.chars().next_back()) {
                Fate::Keep => {
                    text.push(character);
                    map.copy(len as u32);
                }
                Fate::Drop => map.replace(len as u32, 0),
                Fate::Become(other) => {
                    text.push_str(other);
                    map.replace(len as u32, other.len() as u32);
                }
            }
            len
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    (text, map.finish())
}

/// Length of the printable ASCII at the start of `rest` that needs no second look.
fn copied_run(rest: &str) -> Option<usize> {
    let plain = |byte: &u8| (*byte == b'\n' || (b' '..=b'~').contains(byte)) && *byte != b'-';
    let len = rest.bytes().take_while(plain).count();
    (len > 0).then_some(len)
}

/// What becomes of a character after the cleaned character `before`.
fn fate(character: char, before: Option<char>) -> Fate {
    match character {
        '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Become("\n"),
        '\t'
        | '\u{b}'
        | '\u{c}'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}'
        | '\u{fffc}' => Fate::Become(" "),
        '\u{fb00}' => Fate::Become("ff"),
        '\u{fb01}' => Fate::Become("fi"),
        '\u{fb02}' => Fate::Become("fl"),
        '\u{fb03}' => Fate::Become("ffi"),
        '\u{fb04}' => Fate::Become("ffl"),
        '\u{fb05}' | '\u{fb06}' => Fate::Become("st"),
        // The zero-width joiner holds emoji and letters of some scripts together; after ASCII it is litter.
        '\u{200d}' if before.is_none_or(|before| before.is_ascii()) => Fate::Drop,
        '\n' => Fate::Keep,
        _ if is_invisible(character) || character.is_control() => Fate::Drop,
        _ => Fate::Keep,
    }
}

/// If a word is broken here by a hyphen and a line end, the length of what joins it (hyphen, line end and
/// blanks), and the hyphen if the word keeps it.
///
/// "Octo-⏎ber" is one word; "Abernethy-⏎Cole" keeps its hyphen; "Os\u{ad}⏎trow" loses both.
fn broken_word(text: &str, rest: &str, line_ends: LineEnds) -> Option<(usize, Option<char>)> {
    let hyphen = rest.chars().next()?;
    if line_ends == LineEnds::AreMeant || !matches!(hyphen, '-' | '\u{2010}' | '\u{ad}') {
        return None;
    }
    let left = text.chars().next_back()?;
    let mut len = 0;
    let mut breaks = 0;
    let mut right = None;
    let mut carriage = false;
    for (offset, character) in rest.char_indices().skip(1).take(LOOK_AROUND) {
        len = offset;
        let line_feed_of_pair = carriage && character == '\n';
        carriage = character == '\r';
        match fate(character, Some(' ')) {
            Fate::Drop => {}
            Fate::Become(other) if !other.trim().is_empty() => {
                right = other.chars().next();
                break;
            }
            Fate::Become("\n") => breaks += 1,
            Fate::Become(_) => {}
            Fate::Keep if character == '\n' => breaks += u32::from(!line_feed_of_pair),
            Fate::Keep if character == ' ' => {}
            Fate::Keep => {
                right = Some(character);
                break;
            }
        }
    }
    let right = right?;
    let after = rest.get(len..).unwrap_or_default();
    // "mid-⏎and long-term": the hyphen stands for a second half that comes later.
    if ["and ", "or ", "to "].iter().any(|word| after.starts_with(word)) {
        return None;
    }
    let small = left.is_lowercase() && right.is_lowercase();
    match breaks {
        // A blank line may stand between the pieces of hard-wrapped text, but then only a word in small
        // letters is surely broken.
        1 | 2 if small && hyphen == '\u{ad}' => Some((len, None)),
        1 | 2 if small => Some((len, keeps_hyphen(text).then_some(hyphen))),
        1 if hyphen != '\u{ad}' && left.is_alphanumeric() && right.is_alphanumeric() => {
            Some((len, Some(hyphen)))
        }
        _ => None,
    }
}

/// Whether the word that ends `text` keeps a hyphen behind it: "well-", "state-of-the-".
fn keeps_hyphen(text: &str) -> bool {
    let mut start = text.len();
    for (offset, character) in text.char_indices().rev().take(LOOK_AROUND) {
        if character == '-' {
            return true;
        }
        if !character.is_alphanumeric() {
            break;
        }
        start = offset;
    }
    let word = text.get(start..).unwrap_or_default();
    HYPHENATED_PARTS.binary_search(&word).is_ok()
}
