//! All layers → [`Document`]: the serializable record that other programs read (schema 1, docs/SCHEMA.md).

mod build;
mod error;
mod read;
mod records;
mod units;
mod values;
mod why;

pub use crate::mentions::{Evidence, NameList, NameReason, NameWhy, Rival};
pub use build::{Layers, build};
pub use error::DocumentError;
pub use read::check;
#[cfg(feature = "json")]
pub use read::read;
pub use records::{
    BlockRecord, Document, EntityRecord, MentionRecord, NoticeRecord, ProducedBy, QuoteRecord,
    SCHEMA_VERSION, SentenceRecord, SpanRecord, TokenColumns, ValueRecord, WhyRecord,
};
pub use units::in_unit;

/// The JSON Schema of the record, as `docs/schema.json` holds it.
pub const JSON_SCHEMA: &str = include_str!("../../docs/schema.json");
