//! `whosaid explain --name`: the places of a name, and why it is taken for what it is.

use std::collections::BTreeSet;

use anstyle::Style;
use whosaid::Document;
use whosaid::document::{MentionRecord, NameWhy, SpanRecord};
use whosaid::labels::EntityType;
use whosaid::views::{TextAt, entity, name_sentences, type_words};

use super::explain::confidence;
use crate::fault::Fault;
use crate::report::{Look, Piece, wrapped};

/// Names told at most where the one that was asked for is not there.
const MOST_NEAR: usize = 8;

/// The places where a name stands in these words; if there are none, those of whoever goes by these words in full.
pub fn places<'a>(document: &'a Document, words: &str) -> Vec<&'a MentionRecord> {
    let at = TextAt::new(document);
    let wanted = plain(words);
    let printed: Vec<_> = names(document).filter(|mention| plain(&line(&at, mention)) == wanted).collect();
    if !printed.is_empty() {
        return printed;
    }
    let full = |mention: &&MentionRecord| {
        let owner = mention.entity.and_then(|id| entity(document, id));
        owner.is_some_and(|owner| plain(&owner.name) == wanted)
    };
    names(document).filter(full).collect()
}

/// What to say where a name, or a place of it, is not there.
pub fn missing(document: &Document, name: String, words: &str, place: usize, places: usize) -> Fault {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if places > 0 {
        return Fault::NoPlace { name, words, place, places };
    }
    let at = TextAt::new(document);
    let mut seen = BTreeSet::new();
    let all: Vec<String> = names(document)
        .filter(|mention| EntityType::from_name(&mention.entity_type).is_some_and(|it| !it.is_value()))
        .map(|mention| line(&at, mention))
        .filter(|name| seen.insert(plain(name)))
        .collect();
    let parts: Vec<String> = plain(&words).split(' ').map(str::to_owned).collect();
    let shares = |name: &&String| {
        plain(name)
            .split(' ')
            .any(|word| parts.iter().any(|part| word.starts_with(part) || part.starts_with(word)))
    };
    let alike: Vec<_> = all.iter().filter(shares).collect();
    let near = if alike.is_empty() { all.iter().collect() } else { alike };
    let mut told: Vec<String> = near.iter().take(MOST_NEAR).map(|name| format!("“{name}”")).collect();
    if near.len() > MOST_NEAR {
        told.push("…".to_owned());
    }
    Fault::NoName { name, words, near: told }
}

/// The name with its type, how sure it is, and the reasons. `place` is its number and how many there are.
pub fn explained(
    document: &Document,
    mention: &MentionRecord,
    why: Option<&NameWhy>,
    place: (usize, usize),
    look: &Look,
) -> String {
    let at = TextAt::new(document);
    let mut out = String::new();
    let mut row = |label: &str, words: &str| {
        if !words.is_empty() {
            out += &wrapped(&[Piece::new(Style::new(), words)], &format!("{label:<13}"), look);
        }
    };
    let name = line(&at, mention);
    let owner = mention.entity.and_then(|id| entity(document, id)).filter(|owner| owner.name != name);
    let entity_type = EntityType::from_name(&mention.entity_type).unwrap_or(EntityType::Misc);
    row("Name", &name);
    row("In full", owner.map_or("", |owner| &owner.name));
    row("Taken for", type_words(entity_type));
    row("Confidence", &confidence(mention.confidence));
    if place.1 > 1 {
        row("Place", &format!("{} of {}", place.0, place.1));
    }
    let sentence = document.sentences.iter().find(|row| row.start <= mention.start && mention.end <= row.end);
    row(
        "In",
        &sentence.map_or_else(String::new, |row| at.line(SpanRecord { start: row.start, end: row.end })),
    );
    let sentences = why.map_or_else(Vec::new, |why| name_sentences(entity_type, why));
    for (index, reason) in sentences.iter().enumerate() {
        row(if index == 0 { "Why" } else { "" }, reason);
    }
    out
}

fn names(document: &Document) -> impl Iterator<Item = &MentionRecord> {
    document.mentions.iter().filter(|mention| mention.kind == "name")
}

fn line(at: &TextAt, mention: &MentionRecord) -> String {
    at.line(SpanRecord { start: mention.start, end: mention.end })
}

/// Words without what people type differently: capitals, white space, the form of the apostrophe.
fn plain(words: &str) -> String {
    let words = words.to_lowercase().replace('’', "'");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
