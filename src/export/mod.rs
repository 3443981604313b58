//! A [`Document`] in the formats of other programs, one file a format; docs/EXPORTS.md tells what each holds. Sees no
//! other layer but the views on it. A Document that was read back from JSON gives the same.
//!
//! ```
//! use whosaid::{Input, Models, Options, analyze, export::{self, ExportFormat}};
//! let document = analyze(&Input::text("“We won,” said Ana Ruiz."), &Models::builtin()?, &Options::default())?;
//! let csv = export::export(&document, ExportFormat::Csv);
//! assert!(csv.starts_with("document,quote,speaker,"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod agreement;
pub mod brat;
pub mod conllu;
pub mod csv;
pub mod figures;
pub mod html;
pub mod markdown;
mod markup;
mod nest;
mod places;
pub mod tei;
pub mod web_annotation;

use crate::document::Document;

/// A format that [`export`] writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// The whole record as one line of JSON.
    #[cfg(feature = "json")]
    Json,
    /// One row a quotation, for spreadsheets.
    Csv,
    /// A report to read, for notes and web pages.
    Markdown,
    /// The marked article as one page without script.
    Html,
    /// W3C Web Annotations as one line of JSON-LD.
    #[cfg(feature = "json")]
    WebAnnotation,
    /// TEI P5.
    Tei,
    /// The `.ann` file of brat standoff; [`brat::brat`] gives the text beside it.
    Brat,
    /// A line a word, as Universal Dependencies has it.
    Conllu,
}

/// Writes a Document in a format, as one text.
pub fn export(document: &Document, format: ExportFormat) -> String {
    match format {
        #[cfg(feature = "json")]
        ExportFormat::Json => json(document),
        ExportFormat::Csv => format!("{}{}", csv::header(), csv::rows(document)),
        ExportFormat::Markdown => markdown::markdown(document),
        ExportFormat::Html => html::html(document),
        #[cfg(feature = "json")]
        ExportFormat::WebAnnotation => web_annotation(document),
        ExportFormat::Tei => tei::tei(document),
        ExportFormat::Brat => brat::annotations(document),
        ExportFormat::Conllu => conllu::conllu(document),
    }
}

/// The whole record as one line of JSON.
#[cfg(feature = "json")]
pub fn json(document: &Document) -> String {
    // Strings, whole numbers and finite fractions: nothing here can fail to be JSON.
    serde_json::to_string(document).unwrap_or_default()
}

/// The page of annotations as one line of JSON-LD.
#[cfg(feature = "json")]
pub fn web_annotation(document: &Document) -> String {
    serde_json::to_string(&web_annotation::page(document)).unwrap_or_default()
}

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
