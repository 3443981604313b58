//! Each format written from a Document with the ugliest words we can think of, and read back.

use super::*;
use crate::document::{EntityRecord, MentionRecord, ProducedBy, QuoteRecord, SpanRecord, TokenColumns};
use crate::text::OffsetUnit;

/// "Ana, “the \"*boss*\"”,\r\nsaid: <b>1. no</b>" in UTF-16, with an emoji before.
fn ugly() -> Document {
    let text = "😀 Ana, “the \"*boss*\"”,\r\nsaid: <b>1. no</b>";
    let unit = |needle: &str| {
        let byte = text.find(needle).unwrap();
        let start = text[..byte].encode_utf16().count() as u32;
        SpanRecord { start, end: start + needle.encode_utf16().count() as u32 }
    };
    let name = unit("Ana");
    Document {
        schema: "1.0".to_owned(),
        id: Some("a,b".to_owned()),
        produced_by: ProducedBy { name: "t".to_owned(), version: "0".to_owned(), model: "t".to_owned() },
        language: "en".to_owned(),
        offset_unit: OffsetUnit::Utf16,
        text: text.to_owned(),
        title: Some("# Not <a> heading".to_owned()),
        blocks: Vec::new(),
        sentences: Vec::new(),
        tokens: TokenColumns::default(),
        mentions: vec![MentionRecord {
            id: 0,
            start: name.start,
            end: name.end,
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
            titles: vec!["Boss".to_owned()],
            affiliations: Vec::new(),
            gender: "unknown".to_owned(),
            mentions: vec![0],
            corrected: false,
        }],
        quotes: vec![QuoteRecord {
            id: 0,
            kind: "mixed".to_owned(),
            class: "statement".to_owned(),
            polarity: "denied".to_owned(),
            content: vec![unit("the \"*boss*\"”,\r\nsaid"), unit("<b>1. no</b>")],
            cue: Some(unit("said")),
            source: Some(name),
            speaker: Some(0),
            addressees: vec![0],
            parent: None,
            confidence: 0.875,
            why: None,
            corrected: false,
        }],
        notices: Vec::new(),
    }
}

#[test]
fn csv_is_read_back_by_the_csv_crate() {
    let written = export(&ugly(), ExportFormat::Csv);
    let mut reader = ::csv::Reader::from_reader(written.as_bytes());
    assert_eq!(reader.headers().unwrap(), &csv::COLUMNS[..]);
    let rows: Vec<_> = reader.records().map(|row| row.unwrap()).collect();
    assert_eq!(rows.len(), 1);
    let cell = |column: &str| {
        let index = csv::COLUMNS.iter().position(|name| *name == column).unwrap();
        rows[0].get(index).unwrap()
    };
    assert_eq!(cell("document"), "a,b");
    assert_eq!(cell("speaker"), "Ana");
    assert_eq!(cell("content"), "the \"*boss*\"”, said … <b>1. no</b>");
    assert_eq!(cell("addressees"), "Ana");
    assert_eq!(cell("confidence"), "0.875");
    assert_eq!(cell("sourceSpan"), "3-6");
    assert_eq!(cell("parent"), "");
    assert!(written.ends_with("utf16,false\r\n"));
}

#[test]
fn what_a_spreadsheet_would_run_is_text_and_comes_back() {
    let mut document = ugly();
    document.id = Some("-1".to_owned());
    document.entities[0].name = "=cmd|' /C calc'!A0".to_owned();
    let cells = |written: String| -> Vec<String> {
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes());
        reader.records().next().unwrap().unwrap().iter().map(str::to_owned).collect()
    };
    let [safe, raw] =
        [csv::Cells::Safe, csv::Cells::Raw].map(|wanted| cells(csv::rows_as(&document, wanted)));
    assert_eq!([&*safe[0], &*safe[2]], ["'-1", "'=cmd|' /C calc'!A0"]);
    assert_eq!([&*raw[0], &*raw[2]], ["-1", "=cmd|' /C calc'!A0"]);
    assert_eq!(safe.iter().map(|cell| csv::original(cell)).collect::<Vec<_>>(), raw);
    assert!(figures::share(&document).contains("\r\n'=cmd"));
}

#[test]
fn markdown_says_who_said_what_and_shows_no_sign_of_the_text_as_its_own() {
    let expected = "\
# \\# Not \\<a\\> heading

1 quotation from 1 speaker.

## Ana (Boss)

- *said* to Ana: the \"\\*boss\\*\"”, said … \\<b\\>1. no\\</b\\> (mixed, statement, denied)

## Names

- PERSON: Ana (1)
";
    assert_eq!(export(&ugly(), ExportFormat::Markdown), expected);
}

#[test]
fn an_empty_document_gives_an_empty_table_and_a_report_that_says_so() {
    let empty =
        Document { title: None, mentions: Vec::new(), entities: Vec::new(), quotes: Vec::new(), ..ugly() };
    assert_eq!(export(&empty, ExportFormat::Csv), csv::header());
    assert_eq!(export(&empty, ExportFormat::Markdown), "# Who said what\n\nNo quotations found.\n");
}

#[cfg(feature = "json")]
#[test]
fn json_reads_back_as_the_same_document() {
    let document = ugly();
    assert_eq!(crate::document::read(&export(&document, ExportFormat::Json)), Ok(document));
}
