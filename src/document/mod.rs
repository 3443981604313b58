//! All layers → [`Document`]: the serializable record that other programs read (schema 1, docs/SCHEMA.md).

mod build;
mod records;

pub use build::{Layers, build};
pub use records::{
    BlockRecord, Document, EntityRecord, MentionRecord, NoticeRecord, ProducedBy, QuoteRecord,
    SentenceRecord, SpanRecord, TokenColumns, WhyRecord,
};
