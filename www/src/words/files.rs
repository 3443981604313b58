//! Sentences about saved analyses.

use whosaid::Document;

use super::{count, number};
use crate::docx::DocxFault;
use crate::saved::{LIMIT_SAVED_BYTES, SavedFault};

/// Why a JSON file cannot be shown.
pub fn saved_fault(name: &str, fault: &SavedFault) -> String {
    match fault {
        SavedFault::TooLarge => format!(
            "“{name}” is larger than the {} million bytes that can be opened here.",
            LIMIT_SAVED_BYTES / 1_000_000
        ),
        SavedFault::NotJson { line, column } => format!(
            "“{name}” is not JSON: it stops being so at line {}, character {}. Was it cut short?",
            number(*line),
            number(*column)
        ),
        SavedFault::Foreign => format!(
            "“{name}” is JSON, but not an analysis that Whosaid saved. To read an article, open it as text or HTML."
        ),
        SavedFault::Newer { schema } => format!(
            "“{name}” was saved by a newer Whosaid (form {schema}; this page knows 1). Reload the page to get the newest."
        ),
        SavedFault::Damaged { found } => {
            format!(
                "“{name}” is an analysis that Whosaid saved, but it has been damaged or changed: {found}."
            )
        }
    }
}

/// Why a Word file cannot be read.
pub fn word_fault(name: &str, fault: DocxFault) -> String {
    match fault {
        DocxFault::OldOrLocked => format!(
            "“{name}” is of the old Word format, or has a password. Save it as .docx without one, or copy its text and paste it here."
        ),
        DocxFault::Foreign => {
            format!("“{name}” is not a Word file, whatever its name says: it holds no text of one.")
        }
        DocxFault::Damaged => {
            format!("“{name}” is damaged: it was cut short or changed. Copy its text and paste it here.")
        }
        DocxFault::TooLarge => {
            format!("“{name}” unfolds into more than can be read here. Copy a part of it and paste it here.")
        }
    }
}

/// What is told of a text that gave way to another.
pub fn former(title: &str) -> String {
    format!("The text that was here before is kept: “{title}”.")
}

/// What is told above a saved analysis.
pub fn saved_note(name: &str, document: &Document) -> String {
    let by = &document.produced_by;
    format!(
        "You see the analysis as it was saved in “{name}” (made by {} {}, {}).",
        by.name, by.version, by.model
    )
}

/// What stands in place of the choice of how sure quotations must be, which a saved analysis cannot offer.
pub fn saved_quotes(quotes: usize) -> String {
    let quotes = count(quotes, "quotation", "quotations");
    format!("{quotes}, as saved. To choose how sure they must be, have the text read anew.")
}
