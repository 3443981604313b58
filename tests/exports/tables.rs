//! JSON by a validator of JSON Schema, CSV by the csv crate, Markdown by pulldown-cmark.

use pulldown_cmark::{Event, Parser, Tag};
use whosaid::document::JSON_SCHEMA;
use whosaid::export::{ExportFormat, csv, export};

use crate::{for_all, real};

#[test]
fn json_follows_the_published_schema() {
    let schema = serde_json::from_str(JSON_SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for document in real() {
        let json = serde_json::from_str(&export(document, ExportFormat::Json)).unwrap();
        let faults: Vec<_> =
            validator.iter_errors(&json).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

#[test]
fn csv_is_a_table_with_a_row_a_quotation() {
    for_all(|document| {
        let written = export(document, ExportFormat::Csv);
        let mut reader = ::csv::Reader::from_reader(written.as_bytes());
        assert_eq!(reader.headers().unwrap(), &csv::COLUMNS[..]);
        let rows: Vec<_> = reader.records().map(|row| row.unwrap()).collect();
        assert_eq!(rows.len(), document.quotes.len());
        for (row, quote) in rows.iter().zip(&document.quotes) {
            assert_eq!(row.get(1), Some(quote.id.to_string().as_str()));
            assert_eq!(row.get(9), Some(quote.class.as_str()));
        }
    });
}

#[test]
fn markdown_has_its_own_signs_and_none_of_the_text() {
    for_all(|document| {
        let written = export(document, ExportFormat::Markdown);
        let mut items = 0;
        for event in Parser::new(&written) {
            match event {
                Event::Html(_) | Event::InlineHtml(_) => panic!("HTML in {written}"),
                Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => {
                    panic!("a link in {written}")
                }
                Event::Start(Tag::Item) => items += 1,
                _ => {}
            }
        }
        assert!(items >= document.quotes.len(), "{written}");
    });
}
