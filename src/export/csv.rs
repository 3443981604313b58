//! [`Document`] → CSV as RFC 4180 has it: one row a quotation, CRLF at line ends, UTF-8.
//!
//! Words stand on one line (every run of white space is one space); the span columns lead back to the very
//! characters. Pieces of one content are joined with " … ", names of several addressees with "; ".
//!
//! The words are somebody else's, and a spreadsheet runs a cell that begins with `=` as a formula. [`Cells::Safe`] puts an
//! apostrophe before such cells, as OWASP advises; [`original`] takes it away again.

use std::borrow::Cow;

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

/// What is done with cells that a spreadsheet would run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cells {
    /// They begin with an apostrophe and stay text.
    #[default]
    Safe,
    /// They are as they are: for programs that run nothing.
    Raw,
}

/// The first line.
pub fn header() -> String {
    record(COLUMNS)
}

/// The quotations of one Document, without the first line: Documents can follow each other in one table.
pub fn rows(document: &Document) -> String {
    rows_as(document, Cells::Safe)
}

/// The same with cells as they are wanted.
pub fn rows_as(document: &Document, cells: Cells) -> String {
    let at = TextAt::new(document);
    document.quotes.iter().map(|quote| record_as(row(document, &at, quote), cells)).collect()
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

/// One line of a table as RFC 4180 has it, with [`Cells::Safe`]. A field stands in double quotes where it holds what parts
/// fields or lines.
///
/// ```
/// use whosaid::export::csv::record;
/// assert_eq!(record(["a", "b, c", "5\""]), "a,\"b, c\",\"5\"\"\"\r\n");
/// assert_eq!(record(["=1+1"]), "'=1+1\r\n");
/// ```
pub fn record(fields: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    record_as(fields, Cells::Safe)
}

/// The same with cells as they are wanted.
pub fn record_as(fields: impl IntoIterator<Item = impl AsRef<str>>, cells: Cells) -> String {
    let field = |field: &str| match cells {
        Cells::Safe => escaped(&safe(field)),
        Cells::Raw => escaped(field),
    };
    let fields: Vec<_> = fields.into_iter().map(|it| field(it.as_ref())).collect();
    fields.join(",") + "\r\n"
}

fn escaped(field: &str) -> String {
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

/// Before what is run by some spreadsheet: the list of OWASP's "CSV Injection", with the wide forms that some of them read
/// like the others.
const RUNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a cell begins with what is run, perhaps behind apostrophes: one that began with an apostrophe itself could not be
/// told from one that was given it.
fn runs(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(RUNS)
}

fn safe(cell: &str) -> Cow<'_, str> {
    if runs(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// What a cell held before [`Cells::Safe`] made it one that no spreadsheet runs.
///
/// ```
/// use whosaid::export::csv::original;
/// assert_eq!([original("'=1+1"), original("'tis so")], ["=1+1", "'tis so"]);
/// ```
pub fn original(cell: &str) -> &str {
    if runs(cell) { cell.strip_prefix('\'').unwrap_or(cell) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_run_and_every_one_comes_back() {
        for cell in [
            "=HYPERLINK(\"//x\")",
            "+1",
            "-2",
            "@SUM(A1)",
            "\tx",
            "\r=1",
            "\n=1",
            "＝1",
            "'=1",
            "''-x",
            "'tis so",
            "a=b",
            "",
            "'",
        ] {
            let made = safe(cell);
            assert!(!made.starts_with(RUNS), "{cell}");
            assert_eq!(original(&made), cell);
        }
        assert_eq!([safe("'tis so"), safe("a-b"), safe("12-40")], ["'tis so", "a-b", "12-40"]);
    }

    #[test]
    fn raw_cells_are_as_they_are() {
        assert_eq!(record_as(["=1", "-2"], Cells::Raw), "=1,-2\r\n");
        assert_eq!(record(["=1", "-2"]), "'=1,'-2\r\n");
    }
}
