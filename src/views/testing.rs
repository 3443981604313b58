//! Documents written with their marks in the text, for the tests of this folder.
//!
//! `[Ana]{e0}` is a name of entity 0, `[she]{e0 pronoun}` another mention, `[Monday]{DATE}` a value,
//! `[we won]{q0 by e0}` a piece of quote 0. Words are split at white space and punctuation.

use crate::document::{
    Document, EntityRecord, MentionRecord, ProducedBy, QuoteRecord, SpanRecord, TokenColumns,
};
use crate::text::OffsetUnit;

/// An attribution without any words.
pub fn quote(id: u32) -> QuoteRecord {
    QuoteRecord {
        id,
        kind: "indirect".into(),
        class: "statement".into(),
        polarity: "asserted".into(),
        content: Vec::new(),
        cue: None,
        source: None,
        speaker: None,
        addressees: Vec::new(),
        parent: None,
        confidence: 0.5,
        why: None,
        corrected: false,
    }
}

/// The Document of a marked text; `entities` are the names of entities 0, 1 …
pub fn document(marked: &str, entities: &[&str]) -> Document {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut marks = Vec::new();
    let mut rest = marked.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '[' => open.push(text.chars().count() as u32),
            ']' => {
                rest.next();
                let note: String = rest.by_ref().take_while(|letter| *letter != '}').collect();
                let start = open.pop().expect("a mark that was opened");
                marks.push((SpanRecord { start, end: text.chars().count() as u32 }, note));
            }
            _ => text.push(letter),
        }
    }
    marks.sort_by_key(|(span, _)| *span);
    let mut document = Document {
        schema: "1.0".into(),
        id: None,
        produced_by: ProducedBy { name: "test".into(), version: "0".into(), model: "none".into() },
        language: "en".into(),
        offset_unit: OffsetUnit::Codepoint,
        title: None,
        blocks: Vec::new(),
        sentences: Vec::new(),
        tokens: tokens(&text),
        mentions: Vec::new(),
        entities: entities.iter().enumerate().map(|(id, name)| entity(id as u32, name)).collect(),
        quotes: Vec::new(),
        notices: Vec::new(),
        text,
    };
    for (span, note) in marks {
        add_mark(&mut document, span, &note);
    }
    document
}

fn entity(id: u32, name: &str) -> EntityRecord {
    EntityRecord {
        id,
        entity_type: "PERSON".into(),
        name: name.into(),
        aliases: Vec::new(),
        titles: Vec::new(),
        affiliations: Vec::new(),
        gender: "unknown".into(),
        mentions: Vec::new(),
        corrected: false,
    }
}

fn tokens(text: &str) -> TokenColumns {
    let mut columns = TokenColumns::default();
    let mut in_word = false;
    for (place, letter) in text.chars().enumerate() {
        let place = place as u32;
        let word = letter.is_alphanumeric();
        if word && in_word {
            *columns.end.last_mut().expect("a word was begun") = place + 1;
        } else if !letter.is_whitespace() {
            columns.start.push(place);
            columns.end.push(place + 1);
            columns.upos.push(if word { "NOUN" } else { "PUNCT" }.into());
        }
        in_word = word;
    }
    columns
}

fn add_mark(document: &mut Document, span: SpanRecord, note: &str) {
    let mut words = note.split_whitespace();
    let first = words.next().unwrap_or_default();
    let number = |word: &str| word.get(1..).and_then(|digits| digits.parse::<u32>().ok());
    if let Some(id) = first.strip_prefix('q').and_then(|digits| digits.parse::<u32>().ok()) {
        while document.quotes.len() as u32 <= id {
            document.quotes.push(quote(document.quotes.len() as u32));
        }
        let quote = &mut document.quotes[id as usize];
        quote.content.push(span);
        quote.speaker = words.nth(1).and_then(number).or(quote.speaker);
        return;
    }
    let owner = first.strip_prefix('e').and_then(|digits| digits.parse::<u32>().ok());
    let id = document.mentions.len() as u32;
    document.mentions.push(MentionRecord {
        id,
        start: span.start,
        end: span.end,
        kind: words.next().unwrap_or("name").into(),
        entity_type: if owner.is_some() { "PERSON" } else { first }.into(),
        entity: owner,
        value: None,
        why: None,
        corrected: false,
        confidence: 0.5,
    });
    if let Some(entity) = owner.and_then(|owner| document.entities.get_mut(owner as usize)) {
        entity.mentions.push(id);
    }
}
