//! [`Document`] and a reader's [`Corrections`] → the corrected Document.
//!
//! Corrections are a log of edits. They name places of the text and never ids, so the same log fits what another
//! model makes of the same text; what finds no place there is told and nothing is lost. Sees no other layer.
//!
//! ```
//! use whosaid::corrections::{Corrections, Edit, apply};
//! use whosaid::document::SpanRecord;
//! use whosaid::{Input, Models, Options, analyze};
//!
//! let document = analyze(&Input::text("“We won,” said Ana Ruiz."), &Models::builtin()?, &Options::default())?;
//! let name = SpanRecord { start: 15, end: 23 };
//! let mut log = Corrections::new(document.offset_unit);
//! log.edits.push(Edit::Rename { name, to: "Ana Ruiz Soto".to_owned() });
//! let corrected = apply(&document, &log);
//! assert!(corrected.left_out.is_empty());
//! assert_eq!(corrected.document.entities[0].name, "Ana Ruiz Soto");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod convert;
mod draft;
mod edit;
mod finish;
mod history;
mod names;
mod places;
mod quotes;

use serde::{Deserialize, Serialize};

use self::draft::Draft;
use self::places::Places;
use crate::document::Document;

pub use self::edit::{Corrections, Edit, QuotePlace, Who};
pub use self::history::History;

/// A Document with a reader's corrections.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// Whatever an edit touched is marked `corrected` in it.
    pub document: Document,
    /// The edits that have no place in this Document, in the order of the log.
    pub left_out: Vec<LeftOut>,
}

/// An edit that was not applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Its number in [`Corrections::edits`].
    pub edit: usize,
    /// Why.
    pub reason: Reason,
}

/// Why an edit was not applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    /// No name, description or pronoun stands there.
    NoMention,
    /// No quotation stands there.
    NoQuote,
    /// No words of the article stand there, or they run from one sentence into another.
    NoWords,
    /// It is no type, class or polarity.
    Label,
    /// A name without any letter.
    NoName,
    /// There is nothing to take apart: all mentions have these words.
    Alone,
}

impl Reason {
    /// Why, in a few words, for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoMention => "no name, description or pronoun stands there",
            Self::NoQuote => "no quotation stands there",
            Self::NoWords => "no words of one sentence stand there",
            Self::Label => "its type, class or polarity does not exist",
            Self::NoName => "the name has no letter",
            Self::Alone => "all mentions have the same words",
        }
    }
}

/// Applies the edits one after the other. The result keeps every promise of a Document
/// ([`check`](crate::document::check)), whatever the log holds.
pub fn apply(document: &Document, corrections: &Corrections) -> Corrected {
    let places = Places::new(document, corrections.offset_unit);
    let mut draft = Draft::new(document);
    let mut left_out = Vec::new();
    for (number, edit) in corrections.edits.iter().enumerate() {
        if let Err(reason) = draft.apply(&places, edit) {
            left_out.push(LeftOut { edit: number, reason });
        }
    }
    Corrected { document: draft.finish(document), left_out }
}
