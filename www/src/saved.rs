//! JSON from a file → the analysis saved in it, checked, with offsets as the page counts them.

use serde::Deserialize;
use serde_json::error::Category;
use whosaid::document::{check, in_unit};
use whosaid::{Document, OffsetUnit};

/// Bytes of a saved analysis that the page opens. It is some thirty times as long as its text, so this is a book.
pub const LIMIT_SAVED_BYTES: usize = 100_000_000;

/// Why a file holds no analysis to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedFault {
    /// More than [`LIMIT_SAVED_BYTES`].
    TooLarge,
    /// It is not JSON: where it stops being so.
    NotJson {
        /// Line from 1.
        line: usize,
        /// Column from 1.
        column: usize,
    },
    /// JSON, but none of ours.
    Foreign,
    /// An analysis in a form that this page does not know yet.
    Newer {
        /// The version of the schema that it states.
        schema: String,
    },
    /// An analysis that does not hold together: what is wrong and where.
    Damaged {
        /// In words of the reader that found it.
        found: String,
    },
}

/// The part that tells whether there is an analysis at all.
#[derive(Deserialize)]
struct Head {
    schema: Option<String>,
    text: Option<serde::de::IgnoredAny>,
}

/// Reads an analysis that this page, the command or a program saved.
///
/// # Errors
/// [`SavedFault`], the first found.
pub fn open(json: &str) -> Result<Document, SavedFault> {
    if json.len() > LIMIT_SAVED_BYTES {
        return Err(SavedFault::TooLarge);
    }
    let head: Head = serde_json::from_str(json).map_err(|error| match error.classify() {
        Category::Data => SavedFault::Foreign,
        _ => SavedFault::NotJson { line: error.line(), column: error.column() },
    })?;
    let Some(schema) = head.schema.filter(|_| head.text.is_some()) else { return Err(SavedFault::Foreign) };
    let Some(major) = schema.split_once('.').and_then(|(major, _)| major.parse::<u32>().ok()) else {
        return Err(SavedFault::Foreign);
    };
    if major > 1 {
        return Err(SavedFault::Newer { schema });
    }
    let damaged = |found: String| SavedFault::Damaged { found };
    let document: Document = serde_json::from_str(json).map_err(|error| damaged(error.to_string()))?;
    check(&document).map_err(|error| damaged(error.to_string()))?;
    Ok(in_unit(document, OffsetUnit::Byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::answer_for;
    use crate::saving::Form;

    #[test]
    fn what_the_page_saves_it_opens_as_it_was() {
        let document = answer_for("😀 “We won,” said Ana Ruiz.").document().unwrap();
        assert_eq!(open(&Form::Json.file(document.clone()).content), Ok(document));
    }

    #[test]
    fn what_cannot_be_opened_is_told_apart() {
        assert_eq!(open("{\n  x"), Err(SavedFault::NotJson { line: 2, column: 3 }));
        assert!(matches!(open(""), Err(SavedFault::NotJson { .. })));
        for foreign in [
            "[]",
            "7",
            "{}",
            r#"{"schema":"1.3"}"#,
            r#"{"schema":3,"text":""}"#,
            r#"{"schema":"x","text":""}"#,
        ] {
            assert_eq!(open(foreign), Err(SavedFault::Foreign), "{foreign}");
        }
        let newer = open(r#"{"schema":"2.0","text":[]}"#);
        assert_eq!(newer, Err(SavedFault::Newer { schema: "2.0".to_owned() }));
        let lacking = open(r#"{"schema":"1.3","text":"a"}"#);
        assert!(matches!(lacking, Err(SavedFault::Damaged { found }) if found.contains("producedBy")));
        let mut document = answer_for("“We won,” said Ana Ruiz.").document().unwrap();
        document.quotes[0].speaker = Some(99);
        let pointing = open(&Form::Json.file(document.clone()).content);
        assert!(
            matches!(pointing, Err(SavedFault::Damaged { found }) if found.contains("quotes[0].speaker"))
        );
    }
}
