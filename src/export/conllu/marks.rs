//! Spans → brackets at words: `Entity=(e3-PERSON-1-kind:name` opens, `Entity=e3)` closes.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Word;
use crate::document::{Document, MentionRecord, QuoteRecord};
use crate::export::places::Places;

/// The brackets of every word.
pub(super) struct Marks {
    of_token: Vec<Brackets>,
}

/// What begins and ends at one word.
#[derive(Clone, Default)]
struct Brackets {
    entity: Sides,
    quote: Sides,
    source: Sides,
    cue: Sides,
}

/// Brackets of one kind at one word; those of a single word are whole.
#[derive(Clone, Default)]
struct Sides {
    close: Vec<String>,
    open: Vec<String>,
}

impl Marks {
    /// `words` in the order of the text.
    pub(super) fn new(document: &Document, places: &Places, words: &[Word]) -> Self {
        let mut marks = Self { of_token: vec![Brackets::default(); document.tokens.start.len()] };
        let covered = |range: &Range<usize>| {
            let start = words.partition_point(|word| word.range.end <= range.start);
            let end = words.partition_point(|word| word.range.start < range.end);
            words.get(start..end).filter(|words| !words.is_empty())
        };
        for mention in &document.mentions {
            let range = places.bytes(mention.start, mention.end);
            if let Some(words) = range.as_ref().and_then(covered) {
                let (id, rest) = entity(document, mention, words);
                marks.add(words, &id, &rest, |brackets| &mut brackets.entity);
            }
        }
        for quote in &document.quotes {
            let pieces = quote.content.iter().filter_map(|span| places.span(*span));
            let pieces: Vec<_> = pieces.filter(|range| covered(range).is_some()).collect();
            for (number, words) in pieces.iter().filter_map(covered).enumerate() {
                let id = match pieces.len() {
                    1 => format!("q{}", quote.id),
                    of => format!("q{}[{}/{of}]", quote.id, number + 1),
                };
                // What a quotation is stands at its first piece.
                let rest = if number == 0 { facts(quote) } else { String::new() };
                marks.add(words, &id, &rest, |brackets| &mut brackets.quote);
            }
            let id = format!("q{}", quote.id);
            if let Some(words) = quote.source.and_then(|span| places.span(span)).as_ref().and_then(covered) {
                marks.add(words, &id, "", |brackets| &mut brackets.source);
            }
            if let Some(words) = quote.cue.and_then(|span| places.span(span)).as_ref().and_then(covered) {
                marks.add(words, &id, "", |brackets| &mut brackets.cue);
            }
        }
        marks
    }

    fn add(&mut self, words: &[Word], id: &str, rest: &str, sides: impl Fn(&mut Brackets) -> &mut Sides) {
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        let whole = if words.len() == 1 { ")" } else { "" };
        if let Some(brackets) = self.of_token.get_mut(first.token) {
            sides(brackets).open.push(format!("({id}{rest}{whole}"));
        }
        if let Some(brackets) = self.of_token.get_mut(last.token).filter(|_| words.len() > 1) {
            sides(brackets).close.push(format!("{id})"));
        }
    }

    /// The entries of MISC for a token.
    pub(super) fn of_word(&self, token: usize) -> Vec<String> {
        let Some(brackets) = self.of_token.get(token) else { return Vec::new() };
        [
            ("Entity", &brackets.entity),
            ("Quote", &brackets.quote),
            ("QuoteSource", &brackets.source),
            ("QuoteCue", &brackets.cue),
        ]
        .into_iter()
        .filter(|(_, sides)| !sides.open.is_empty() || !sides.close.is_empty())
        .map(|(key, sides)| {
            // What was opened last is closed first.
            let close: String = sides.close.iter().rev().map(String::as_str).collect();
            format!("{key}={close}{}", sides.open.concat())
        })
        .collect()
    }
}

/// `e3` and `-PERSON-1-kind:name`: the head is the first word of the mention that hangs from outside of it.
fn entity(document: &Document, mention: &MentionRecord, words: &[Word]) -> (String, String) {
    let own: BTreeSet<usize> = words.iter().map(|word| word.token).collect();
    let hangs_outside = |word: &Word| {
        let head = document.tokens.head.get(word.token).copied().flatten();
        !head.is_some_and(|head| own.contains(&(head as usize)))
    };
    let head = words.iter().position(hangs_outside).unwrap_or(0) + 1;
    let id = match mention.entity {
        Some(entity) => format!("e{entity}"),
        None => format!("m{}", mention.id),
    };
    (id, format!("-{}-{head}-kind:{}", label(&mention.entity_type), label(&mention.kind)))
}

fn facts(quote: &QuoteRecord) -> String {
    let speaker = quote.speaker.map_or_else(String::new, |id| format!("e{id}"));
    format!("-{}-{}-{}-{speaker}", label(&quote.kind), label(&quote.class), label(&quote.polarity))
}

/// A label inside brackets: no sign that parts fields there.
fn label(label: &str) -> String {
    let plain = |character: char| character.is_ascii_alphanumeric() || character == '_';
    label.chars().map(|character| if plain(character) { character } else { '_' }).collect()
}
