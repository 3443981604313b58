//! What a reader may correct, as it is kept.

use serde::{Deserialize, Serialize};

use crate::document::SpanRecord;
use crate::text::OffsetUnit;

/// Version of the log that this crate writes.
const VERSION: &str = "1.0";

/// A log of edits, for one text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Corrections {
    /// Version of the log, `"1.0"`.
    pub corrections: String,
    /// What the offsets in it count; it need not be the unit of the Document.
    pub offset_unit: OffsetUnit,
    /// The edits, the oldest first.
    pub edits: Vec<Edit>,
}

impl Corrections {
    /// A log without edits.
    pub fn new(offset_unit: OffsetUnit) -> Self {
        Self { corrections: VERSION.to_owned(), offset_unit, edits: Vec::new() }
    }
}

/// One correction. Names are given by any place where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Edit {
    /// The name's entity is of another type, at all its places.
    Retype {
        /// Where it stands.
        name: SpanRecord,
        /// `PERSON`, `ORG` …; no type of a value.
        #[serde(rename = "type")]
        entity_type: String,
    },
    /// The name's entity is called otherwise.
    Rename {
        /// Where it stands.
        name: SpanRecord,
        /// The main name from now on.
        to: String,
    },
    /// Two entities are one.
    Merge {
        /// Where the one that goes stands.
        name: SpanRecord,
        /// Where the one that stays stands.
        into: SpanRecord,
    },
    /// This place belongs to somebody else.
    Split {
        /// Where it stands.
        name: SpanRecord,
        /// Whether the same words of this entity go with it, wherever they stand.
        #[serde(default)]
        everywhere: bool,
    },
    /// These words are a name; shorter names inside of them are part of it.
    AddName {
        /// The words; the edges move outward to whole words.
        span: SpanRecord,
        /// `PERSON`, `ORG` …; no type of a value.
        #[serde(rename = "type")]
        entity_type: String,
        /// Whether the same words are it wherever they stand.
        #[serde(default)]
        everywhere: bool,
    },
    /// These words are no name.
    RejectName {
        /// Where it stands.
        name: SpanRecord,
        /// Whether the same words of this entity are none wherever they stand.
        #[serde(default)]
        everywhere: bool,
    },
    /// These words are somebody's.
    AddQuote {
        /// What is attributed, in pieces; the edges move outward to whole words.
        content: Vec<SpanRecord>,
        /// The words that attribute.
        #[serde(default)]
        cue: Option<SpanRecord>,
        /// The words that name who spoke.
        #[serde(default)]
        source: Option<SpanRecord>,
        /// Who spoke.
        #[serde(default)]
        speaker: Option<Who>,
        /// `statement`, `belief` …
        class: String,
        /// `asserted`, `denied` or `hypothetical`.
        polarity: String,
    },
    /// Nobody is said to have said this.
    RejectQuote {
        /// The quotation.
        quote: QuotePlace,
    },
    /// Somebody else said it.
    SetSpeaker {
        /// The quotation.
        quote: QuotePlace,
        /// Who; nobody in particular if left out.
        #[serde(default)]
        speaker: Option<Who>,
    },
    /// Other words are what was said.
    SetContent {
        /// The quotation as it was.
        quote: QuotePlace,
        /// What is attributed, in pieces; the edges move outward to whole words.
        content: Vec<SpanRecord>,
    },
    /// Something else is done with the words.
    Classify {
        /// The quotation.
        quote: QuotePlace,
        /// `statement`, `belief` …; as it was if left out.
        #[serde(default)]
        class: Option<String>,
        /// `asserted`, `denied` or `hypothetical`; as it was if left out.
        #[serde(default)]
        polarity: Option<String>,
    },
}

/// How a quotation is found again: by its cue, or by most of its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotePlace {
    /// What is attributed.
    pub content: Vec<SpanRecord>,
    /// The words that attribute.
    #[serde(default)]
    pub cue: Option<SpanRecord>,
}

/// A speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Who {
    /// Whom the words at this place name.
    Mention(SpanRecord),
    /// Somebody by name, in the article or not.
    Name(String),
}
