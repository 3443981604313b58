//! A [`Document`] in the formats of other programs, one file a format. Sees no other layer
//! but the views on it.
//!
//! ```
//! use whosaid::{Input, Models, Options, analyze, export::{self, ExportFormat}};
//! let document = analyze(&Input::text("“We won,” said Ana Ruiz."), &Models::builtin()?, &Options::default())?;
//! let csv = export::export(&document, ExportFormat::Csv);
//! assert!(csv.starts_with("document,quote,speaker,"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod csv;
pub mod markdown;

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
}

/// Writes a Document in a format, as one text.
pub fn export(document: &Document, format: ExportFormat) -> String {
    match format {
        #[cfg(feature = "json")]
        ExportFormat::Json => json(document),
        ExportFormat::Csv => format!("{}{}", csv::header(), csv::rows(document)),
        ExportFormat::Markdown => markdown::markdown(document),
    }
}

/// The whole record as one line of JSON.
#[cfg(feature = "json")]
pub fn json(document: &Document) -> String {
    // Strings, whole numbers and finite fractions: nothing here can fail to be JSON.
    serde_json::to_string(document).unwrap_or_default()
}

#[cfg(test)]
mod tests;
