//! Small Documents for the tests of this folder. tests/exports has real ones, and the ugliest that still are one.

use crate::document::{Document, MentionRecord, ProducedBy, QuoteRecord, SpanRecord, TokenColumns};
use crate::text::OffsetUnit;

/// A Document with a text and nothing else.
pub fn bare(text: &str) -> Document {
    Document {
        schema: crate::document::SCHEMA_VERSION.to_owned(),
        id: None,
        produced_by: ProducedBy { name: "test".into(), version: "0".into(), model: "none".into() },
        language: "en".to_owned(),
        offset_unit: OffsetUnit::Codepoint,
        text: text.to_owned(),
        title: None,
        blocks: Vec::new(),
        sentences: Vec::new(),
        tokens: TokenColumns::default(),
        mentions: Vec::new(),
        entities: Vec::new(),
        quotes: Vec::new(),
        notices: Vec::new(),
    }
}

/// A name without an entity.
pub fn mention(id: u32, start: u32, end: u32) -> MentionRecord {
    MentionRecord {
        id,
        start,
        end,
        kind: "name".to_owned(),
        entity_type: "PERSON".to_owned(),
        entity: None,
        value: None,
        confidence: 0.5,
        why: None,
        corrected: false,
    }
}

/// A statement with that content.
pub fn quote(id: u32, content: &[SpanRecord]) -> QuoteRecord {
    QuoteRecord { kind: "direct".to_owned(), content: content.to_vec(), ..crate::views::testing::quote(id) }
}
