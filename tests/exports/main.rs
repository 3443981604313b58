//! Every export, read back by a reader of its format: of real articles, and of the ugliest Documents that still are one.

mod brat;
mod conllu;
mod documents;
mod html;
mod tables;
mod tei;
mod web_annotation;

use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use whosaid::export::{ExportFormat, export};
use whosaid::{Document, Input, Models, OffsetUnit, Options};

/// The samples, and texts that once broke something, as analysed.
fn real() -> &'static [Document] {
    static REAL: OnceLock<Vec<Document>> = OnceLock::new();
    REAL.get_or_init(|| {
        let models = Models::builtin().unwrap();
        let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles");
        let mut files: Vec<_> = std::fs::read_dir(articles).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|ending| ending != "tsv"));
        files.sort();
        let mut texts: Vec<_> = files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
        texts.push(String::new());
        texts.push("\u{feff}“We <b>won</b>\r\n\r\nat last,” said Ana\r\nRuiz 😀. She didn’t say \"no\".\0\u{b}\u{202e}".to_owned());
        let units = [OffsetUnit::Codepoint, OffsetUnit::Utf16, OffsetUnit::Byte];
        let analyzed = texts.iter().zip(units.into_iter().cycle()).enumerate().map(|(number, (text, offset_unit))| {
            let options = Options { offset_unit, ..Options::default() };
            let id = format!("news/article {number}");
            whosaid::analyze(&Input { id: Some(&id), ..Input::text(text) }, &models, &options).unwrap()
        });
        analyzed.collect()
    })
}

/// Runs a check over real and over ugly Documents.
fn for_all(check: impl Fn(&Document)) {
    real().iter().for_each(&check);
    let config = ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(document in documents::any_document())| check(&document));
}

/// The words of the pieces, found by counting code points as a program in Python would.
fn slice(text: &str, start: usize, end: usize) -> String {
    assert!(start < end && end <= text.chars().count(), "{start}..{end} of {text:?}");
    text.chars().skip(start).take(end - start).collect()
}

const FORMATS: [ExportFormat; 8] = [
    ExportFormat::Json,
    ExportFormat::Csv,
    ExportFormat::Markdown,
    ExportFormat::Html,
    ExportFormat::WebAnnotation,
    ExportFormat::Tei,
    ExportFormat::Brat,
    ExportFormat::Conllu,
];

#[test]
fn the_ugly_documents_are_such_as_may_be_saved() {
    for_all(|document| assert_eq!(whosaid::document::check(document), Ok(())));
}

#[test]
fn a_document_read_back_from_json_exports_the_same() {
    for_all(|document| {
        let read = whosaid::document::read(&export(document, ExportFormat::Json)).unwrap();
        for format in FORMATS {
            assert_eq!(export(document, format), export(&read, format), "{format:?}");
        }
    });
}

/// Records that nobody checked: `export` may be given anything.
#[test]
fn no_format_stops_at_a_broken_document() {
    for document in real() {
        let mut broken = document.clone();
        broken.text = broken.text.chars().take(40).collect();
        broken.tokens.upos.truncate(3);
        broken.tokens.head.iter_mut().for_each(|head| *head = Some(0));
        broken.quotes.iter_mut().for_each(|quote| {
            (quote.id, quote.speaker, quote.parent) = (u32::MAX, Some(u32::MAX), Some(quote.id));
            quote.confidence = f64::NAN;
        });
        broken.entities.iter_mut().for_each(|entity| entity.mentions.push(u32::MAX));
        broken.sentences.iter_mut().for_each(|sentence| (sentence.start, sentence.end) = (30, 2));
        FORMATS.iter().for_each(|format| drop(export(&broken, *format)));
        broken.offset_unit = OffsetUnit::Byte;
        broken.blocks.reverse();
        FORMATS.iter().for_each(|format| drop(export(&broken, *format)));
    }
}
