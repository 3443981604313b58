//! Documents in the formats of the command, and what stands around them.

use std::path::PathBuf;

use whosaid::Document;
use whosaid::export::{self, brat, conllu, csv, html, markdown, tei};

use crate::args::PartArg;
use crate::fault::Fault;
use crate::job::Format;
use crate::lines::Meta;
use crate::record::Record;
use crate::report::report;
use crate::sink::Sink;

/// A Document in a format.
pub fn written(document: &Document, meta: &Meta, format: &Format) -> Vec<u8> {
    let json = |only: &[PartArg]| {
        // Strings, numbers and lists only: serde_json has no reason to refuse.
        serde_json::to_vec(&Record { document, meta, only }).unwrap_or_default()
    };
    match format {
        Format::Json { only, .. } | Format::Jsonl { only } => json(only),
        Format::Csv(cells) => csv::rows_as(document, *cells).into_bytes(),
        Format::Markdown => markdown::markdown(document).into_bytes(),
        Format::Html => html::html(document).into_bytes(),
        Format::W3c => export::web_annotation(document).into_bytes(),
        Format::Tei => tei::tei(document).into_bytes(),
        Format::Brat { .. } => brat::annotations(document).into_bytes(),
        Format::Conllu => conllu::conllu(document).into_bytes(),
        Format::Text(look) => report(document, look).into_bytes(),
    }
}

/// What stands before, between and after the texts of a format.
pub struct Frame {
    opening: String,
    between: &'static str,
    after_each: &'static str,
    closing: &'static str,
    first: bool,
}

impl Frame {
    /// The frame of a format, with nothing written yet.
    pub fn new(format: &Format) -> Self {
        let frame = |opening: &str, between, after_each, closing| Self {
            opening: opening.to_owned(),
            between,
            after_each,
            closing,
            first: true,
        };
        match format {
            Format::Json { list: true, .. } => frame("[", ",\n", "", "]\n"),
            Format::Json { list: false, .. } | Format::Jsonl { .. } | Format::W3c => frame("", "", "\n", ""),
            Format::Csv(_) => frame(&csv::header(), "", "", ""),
            Format::Markdown => frame("", "\n---\n\n", "", ""),
            Format::Text(_) => frame("", "\n", "", ""),
            Format::Html | Format::Tei | Format::Brat { .. } | Format::Conllu => frame("", "", "", ""),
        }
    }

    pub fn opening(&self) -> &str {
        &self.opening
    }

    pub fn around(&mut self, written: Vec<u8>) -> Vec<u8> {
        let mut whole = if self.first { Vec::new() } else { self.between.as_bytes().to_vec() };
        self.first = false;
        whole.extend(written);
        whole.extend(self.after_each.as_bytes());
        whole
    }

    pub fn closing(&self) -> &'static str {
        self.closing
    }
}

/// The second file of brat standoff: the text.
pub struct Beside {
    path: Option<PathBuf>,
    text: Option<String>,
}

impl Beside {
    pub fn new(format: &Format) -> Self {
        let path = match format {
            Format::Brat { text } => Some(text.clone()),
            _ => None,
        };
        Self { path, text: None }
    }

    /// The text of a Document where the format wants it in a file of its own.
    pub fn of(document: Document, format: &Format) -> Option<String> {
        matches!(format, Format::Brat { .. }).then_some(document.text)
    }

    pub fn keep(&mut self, text: Option<String>) {
        self.text = text.or(self.text.take());
    }

    /// Writes the file. One that has the text already stays; one that has another text is not ours to replace.
    pub fn finish(self) -> Result<(), Fault> {
        let (Some(path), Some(text)) = (self.path, self.text) else { return Ok(()) };
        match std::fs::read(&path) {
            Ok(bytes) if bytes == text.as_bytes() => return Ok(()),
            Ok(_) => return Err(Fault::OtherText { name: path.display().to_string() }),
            Err(_) => {}
        }
        let mut sink = Sink::open(Some(&path))?;
        sink.write(text.as_bytes())?;
        sink.finish()
    }
}
