//! Each kind of fault is found and named with its place.

use super::*;
use crate::document::{
    BlockRecord, EntityRecord, MentionRecord, NoticeRecord, ProducedBy, QuoteRecord, SentenceRecord,
    TokenColumns,
};
use crate::text::OffsetUnit;

/// "Ana 😀 said so." with one of everything.
fn sound() -> Document {
    Document {
        schema: "1.0".to_owned(),
        id: None,
        produced_by: ProducedBy { name: "t".to_owned(), version: "0".to_owned(), model: "t".to_owned() },
        language: "en".to_owned(),
        offset_unit: OffsetUnit::Utf16,
        text: "Ana 😀 said so.".to_owned(),
        title: None,
        blocks: vec![BlockRecord { id: 0, kind: "paragraph".to_owned(), start: 0, end: 15 }],
        sentences: vec![SentenceRecord { id: 0, start: 0, end: 15, block: 0 }],
        tokens: TokenColumns {
            start: vec![0, 7],
            end: vec![3, 11],
            upos: vec!["PROPN".to_owned(), "VERB".to_owned()],
            lemma: vec!["Ana".to_owned(), "say".to_owned()],
            head: vec![Some(1), None],
            deprel: vec!["nsubj".to_owned(), "root".to_owned()],
        },
        mentions: vec![MentionRecord {
            id: 0,
            start: 0,
            end: 3,
            kind: "name".to_owned(),
            entity_type: "PERSON".to_owned(),
            entity: Some(0),
            value: None,
            why: None,
            corrected: false,
            confidence: 1.0,
        }],
        entities: vec![EntityRecord {
            id: 0,
            entity_type: "PERSON".to_owned(),
            name: "Ana".to_owned(),
            aliases: Vec::new(),
            titles: Vec::new(),
            affiliations: Vec::new(),
            gender: "unknown".to_owned(),
            mentions: vec![0],
            corrected: false,
        }],
        quotes: vec![QuoteRecord {
            id: 0,
            kind: "indirect".to_owned(),
            class: "statement".to_owned(),
            polarity: "asserted".to_owned(),
            content: vec![SpanRecord { start: 12, end: 14 }],
            cue: Some(SpanRecord { start: 7, end: 11 }),
            source: Some(SpanRecord { start: 0, end: 3 }),
            speaker: Some(0),
            addressees: Vec::new(),
            parent: None,
            confidence: 0.5,
            why: None,
            corrected: false,
        }],
        notices: vec![NoticeRecord { code: "truncated".to_owned(), start: 0, end: 15 }],
    }
}

/// The code and the message of what `spoil` breaks.
#[track_caller]
fn fault(spoil: impl FnOnce(&mut Document), code: &str, message: &str) {
    let mut document = sound();
    spoil(&mut document);
    let error = check(&document).unwrap_err();
    assert_eq!(error.code(), code);
    assert!(error.to_string().starts_with(message), "{error}");
}

#[test]
fn a_sound_document_passes() {
    assert_eq!(check(&sound()), Ok(()));
}

#[test]
fn additions_of_the_same_major_version_are_read_others_refused() {
    let mut document = sound();
    document.schema = "1.7".to_owned();
    assert_eq!(check(&document), Ok(()));
    fault(|d| d.schema = "10.0".to_owned(), "documentSchema", "the Document states schema \"10.0\"");
    fault(|d| d.schema = "1".to_owned(), "documentSchema", "the Document states schema \"1\"");
}

#[test]
fn spans_stay_inside_the_text_and_off_the_middle_of_characters() {
    fault(|d| d.blocks[0].end = 16, "documentSpan", "blocks[0] is 0..16");
    fault(|d| d.sentences[0].start = 5, "documentSpan", "sentences[0] is 5..15");
    fault(|d| d.tokens.end[1] = 6, "documentSpan", "tokens[1] is 7..6");
    fault(|d| d.mentions[0].end = 5, "documentSpan", "mentions[0] is 0..5");
    fault(|d| d.quotes[0].content[0].end = 99, "documentSpan", "quotes[0].content is 12..99");
    fault(|d| d.quotes[0].cue = Some(SpanRecord { start: 5, end: 6 }), "documentSpan", "quotes[0].cue");
    fault(|d| d.notices[0].end = u32::MAX, "documentSpan", "notices[0]");
}

#[test]
fn the_middle_of_a_character_is_found_in_bytes_too() {
    let mut document = sound();
    document.offset_unit = OffsetUnit::Byte;
    document.tokens = TokenColumns::default();
    document.quotes.clear();
    document.blocks[0].end = 6;
    assert_eq!(check(&document).unwrap_err().code(), "documentSpan");
}

#[test]
fn references_lead_to_rows() {
    fault(|d| d.sentences[0].block = 1, "documentReference", "sentences[0].block is 1");
    fault(|d| d.mentions[0].entity = Some(9), "documentReference", "mentions[0].entity is 9");
    fault(|d| d.entities[0].mentions = vec![0, 1], "documentReference", "entities[0].mentions is 1");
    fault(|d| d.quotes[0].speaker = Some(1), "documentReference", "quotes[0].speaker is 1");
    fault(|d| d.quotes[0].addressees = vec![1], "documentReference", "quotes[0].addressees is 1");
    fault(|d| d.quotes[0].parent = Some(0), "documentReference", "quotes[0].parent is 0");
    fault(|d| d.quotes[0].parent = Some(4), "documentReference", "quotes[0].parent is 4");
    fault(|d| d.tokens.head[1] = Some(0), "documentReference", "tokens[1].head is 0");
    fault(|d| d.tokens.head[0] = Some(2), "documentReference", "tokens[0].head is 2");
}

#[test]
fn rows_stand_where_their_number_says() {
    fault(|d| d.quotes[0].id = 1, "documentRows", "quotes: expected 0, found 1");
    fault(|d| d.tokens.lemma.clear(), "documentRows", "tokens.lemma: expected 2, found 0");
}

#[test]
fn confidences_are_probabilities() {
    fault(|d| d.quotes[0].confidence = 1.5, "documentConfidence", "quotes[0]");
    fault(|d| d.mentions[0].confidence = f64::NAN, "documentConfidence", "mentions[0]");
}

#[cfg(feature = "json")]
#[test]
fn json_that_is_cut_short_is_named_with_its_place() {
    let json = serde_json::to_string(&sound()).unwrap();
    assert_eq!(read(&json).unwrap(), sound());
    assert_eq!(read(&json[..json.len() - 1]).unwrap_err().code(), "documentJson");
    assert_eq!(read("[]").unwrap_err().code(), "documentJson");
}
