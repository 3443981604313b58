//! [`Document`] → CSV as RFC 4180 has it: one row a quotation, CRLF at line ends, UTF-8.
//!
//! Words stand on one line (every run of white space is one space); the span columns lead back to the very
//! characters. Pieces of one content are joined with " … ", names of several addressees with "; ".

use crate::document::{Document, EntityRecord, QuoteRecord, SpanRecord};
use crate::views::{TextAt, entity, quote_line};

/// The columns, in order; docs/SCHEMA.md says what each holds.
pub const COLUMNS: [&str; 19] = [
    "document",
    "quote",
    "speaker",
    "speakerId",
    "speakerType",
    "source",
    "cue",
    "content",
    "kind",
    "class",
    "polarity",
    "addressees",
    "parent",
    "confidence",
    "sourceSpan",
    "cueSpan",
    "contentSpans",
    "offsetUnit",
    "corrected",
];

/// The first line.
pub fn header() -> String {
    record(COLUMNS)
}

/// The quotations of one Document, without the first line: Documents can follow each other in one table.
pub fn rows(document: &Document) -> String {
    let at = TextAt::new(document);
    document.quotes.iter().map(|quote| record(row(document, &at, quote))).collect()
}

fn row(document: &Document, at: &TextAt, quote: &QuoteRecord) -> [String; COLUMNS.len()] {
    let speaker = quote.speaker.and_then(|id| entity(document, id));
    let addressees = quote.addressees.iter().filter_map(|id| entity(document, *id));
    let spans: Vec<_> = quote.content.iter().map(|span| range(Some(*span))).collect();
    [
        document.id.clone().unwrap_or_default(),
        quote.id.to_string(),
        speaker.map_or_else(String::new, |entity| entity.name.clone()),
        speaker.map_or_else(String::new, |entity| entity.id.to_string()),
        speaker.map_or_else(String::new, |entity| entity.entity_type.clone()),
        quote.source.map_or_else(String::new, |span| at.line(span)),
        quote.cue.map_or_else(String::new, |span| at.line(span)),
        quote_line(at, quote),
        quote.kind.clone(),
        quote.class.clone(),
        quote.polarity.clone(),
        names(addressees),
        quote.parent.map_or_else(String::new, |parent| parent.to_string()),
        quote.confidence.to_string(),
        range(quote.source),
        range(quote.cue),
        spans.join(" "),
        document.offset_unit.name().to_owned(),
        quote.corrected.to_string(),
    ]
}

fn names<'a>(entities: impl Iterator<Item = &'a EntityRecord>) -> String {
    entities.map(|entity| entity.name.as_str()).collect::<Vec<_>>().join("; ")
}

/// `12-40`, half-open; empty where there is none.
fn range(span: Option<SpanRecord>) -> String {
    span.map_or_else(String::new, |span| format!("{}-{}", span.start, span.end))
}

/// One line of a table as RFC 4180 has it. A field stands in double quotes where it holds what parts fields or lines.
///
/// ```
/// assert_eq!(whosaid::export::csv::record(["a", "b, c", "5\""]), "a,\"b, c\",\"5\"\"\"\r\n");
/// ```
pub fn record(fields: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let fields: Vec<_> = fields.into_iter().map(|field| escaped(field.as_ref())).collect();
    fields.join(",") + "\r\n"
}

fn escaped(field: &str) -> String {
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
