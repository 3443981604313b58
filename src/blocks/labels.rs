//! What stands before the text of a paragraph, on its own line or not: the speaker's label of an interview,
//! the dateline of a report.

use std::collections::HashMap;

use super::lines::{End, Line};
use super::shapes::Shape;
use crate::model::{BlockPhrases, LineWord};

/// Longest label in bytes: "PROFESSOR DAME MARGARET WINTERBOTTOM:".
const LONGEST_LABEL: usize = 48;

/// Longest dateline in bytes: "RIO DE JANEIRO, Brazil, September 19, 2030 (Agency/Partner) —".
const LONGEST_DATELINE: usize = 90;

/// For each line, the length in bytes of the speaker's label at its beginning, colon included.
///
/// A name and a colon are a label only where the text uses them as such: "Q:" and "A:", two labels in
/// capitals, or a name that labels again and again. "Netanyahu: Hamas rejects agreement" stands once.
pub(super) fn speaker_labels(lines: &[Line], shapes: &[Shape]) -> Vec<Option<usize>> {
    let candidates: Vec<Option<usize>> = lines
        .iter()
        .zip(shapes)
        .map(|(line, shape)| if *shape == Shape::Text { label(line.text) } else { None })
        .collect();
    let mut times: HashMap<&str, u32> = HashMap::new();
    let (mut letters, mut capitals) = (0, 0);
    let text_of = |line: &Line<'_>, len: Option<usize>| len.and_then(|len| line.text.get(..len)).is_some();
    for (line, len) in lines.iter().zip(&candidates) {
        if !text_of(line, *len) {
            continue;
        }
        let name = len.and_then(|len| line.text.get(..len)).unwrap_or_default();
        *times.entry(name).or_default() += 1;
        letters += u32::from(is_letter_label(name));
        capitals += u32::from(is_capitals(name));
    }
    let repeated: u32 = times.values().filter(|times| **times >= 2).sum();
    lines
        .iter()
        .zip(candidates)
        .map(|(line, len)| {
            let name = line.text.get(..len?)?;
            let again = times.get(name).is_some_and(|times| *times >= 2) && repeated >= 4;
            let accepted = if is_letter_label(name) {
                letters + repeated >= 2
            } else if is_capitals(name) {
                capitals >= 2
            } else {
                again
            };
            accepted.then_some(len).flatten()
        })
        .collect()
}

/// A few capitalised words and a colon at the beginning of a line.
fn label(text: &str) -> Option<usize> {
    let colon = text.char_indices().take(LONGEST_LABEL).find(|(_, c)| *c == ':').map(|(at, _)| at)?;
    let name = text.get(..colon)?;
    let after = text.get(colon + 1..)?;
    let parted = after.is_empty() || after.starts_with(char::is_whitespace);
    let words = name.split_whitespace();
    let small =
        |word: &str| matches!(word, "de" | "van" | "von" | "der" | "al" | "of" | "bin" | "and" | "the");
    let named =
        words.clone().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '(') || small(word));
    let count = words.count();
    let letters = name.chars().all(|c| c.is_alphabetic() || " .'’-(),".contains(c));
    (parted && named && letters && (1..=5).contains(&count) && name.starts_with(char::is_uppercase))
        .then_some(colon + 1)
}

fn is_letter_label(name: &str) -> bool {
    matches!(name, "Q:" | "A:" | "Question:" | "Answer:")
}

fn is_capitals(name: &str) -> bool {
    name.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !name.chars().any(char::is_lowercase)
}

/// Length in bytes of the dateline at the beginning of a paragraph, dash included.
///
/// "RIVERTON, Aug. 4 (Agency) — City engineers …", "LONDON (Reuters) - …", "(CNN) — …", "MIDWAY ATOLL - …".
/// A place in capitals before a dash is one only at the beginning of the article; an agency in brackets or a
/// date tells it anywhere.
pub(super) fn dateline(text: &str, first: bool, phrases: &BlockPhrases) -> Option<usize> {
    let (dash, dash_len) = first_dash(text)?;
    let head = text.get(..dash)?.trim_end();
    text.get(dash + dash_len..)?.chars().find(|c| !c.is_whitespace())?;
    let (place, agency) = match head.strip_suffix(')').and_then(|head| head.rsplit_once('(')) {
        Some((place, agency)) => (place.trim(), Some(agency)),
        None => (head, None),
    };
    let known_agency = agency.is_some_and(|agency| {
        let words = agency.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .take(3)
            .any(|word| phrases.is(&word.to_lowercase(), LineWord::Agency))
    });
    if place.is_empty() {
        return known_agency.then_some(dash + dash_len);
    }
    let words: Vec<&str> = place.split([' ', ',', '/']).filter(|word| !word.is_empty()).collect();
    let capitals = words
        .first()
        .is_some_and(|word| is_capitals(word) && word.chars().filter(|c| c.is_alphabetic()).count() >= 3);
    let is_date = |word: &str| {
        word.chars().all(|c| c.is_ascii_digit() || c == '.')
            || phrases.is(&word.to_lowercase(), LineWord::Date)
    };
    let dated = words.iter().skip(1).any(|word| is_date(word));
    let small = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    let named = words.len() <= 9 && small <= 2;
    let told = known_agency || (capitals && (dated || agency.is_some())) || (capitals && first);
    (named && told).then_some(dash + dash_len)
}

/// The first dash that stands alone in the beginning of `text`: place and length in bytes.
fn first_dash(text: &str) -> Option<(usize, usize)> {
    let mut before = ' ';
    let mut characters = text.char_indices().take(LONGEST_DATELINE).peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        match character {
            '—' | '–' | '―' if before.is_whitespace() || before == ')' => {
                return Some((at, character.len_utf8()));
            }
            // "RIVERTON— City": some agencies set no space before an em dash.
            '—' if next.is_some_and(char::is_whitespace) => return Some((at, character.len_utf8())),
            '-' if next == Some('-') && (before.is_whitespace() || before == ')') => return Some((at, 2)),
            '-' if before.is_whitespace() && next.is_some_and(char::is_whitespace) => return Some((at, 1)),
            '.' | '!' | '?' if before.is_lowercase() && !is_short_word_before(text, at) => return None,
            _ => {}
        }
        before = character;
    }
    None
}

/// "Aug." and "Va." in a dateline are no ends of sentences.
fn is_short_word_before(text: &str, at: usize) -> bool {
    let word = text.get(..at).and_then(|head| head.split_whitespace().next_back()).unwrap_or_default();
    word.chars().count() <= 5
}

/// Whether the line may be the first of a report: long enough, or ending as a sentence does.
pub(super) fn is_prose(line: &Line, words: usize) -> bool {
    words >= 25 || (words >= 8 && matches!(line.end, End::Stop | End::Colon))
}
