//! The records of schema 1. Field names are the contract; the structs are not.

use serde::{Deserialize, Serialize};

use crate::mentions::NameWhy;
use crate::text::OffsetUnit;

/// Version of the schema that this crate writes.
pub const SCHEMA_VERSION: &str = "1.3";

/// A whole analysis. Every start and end is half-open and counts [`Document::offset_unit`] in
/// [`Document::text`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Version of the schema, `"1.3"`; 1.2 has no `corrected`, 1.1 no `why` in mentions, 1.0 no `value` either.
    pub schema: String,
    /// The caller's name for the text.
    pub id: Option<String>,
    /// What made this record.
    pub produced_by: ProducedBy,
    /// Language that the text was analysed as.
    pub language: String,
    /// What offsets count.
    pub offset_unit: OffsetUnit,
    /// Plain text exactly as given, or the text extracted from HTML.
    pub text: String,
    /// Title of an HTML page, or the first headline.
    pub title: Option<String>,
    /// Headlines, paragraphs …
    pub blocks: Vec<BlockRecord>,
    /// Sentences in order.
    pub sentences: Vec<SentenceRecord>,
    /// Words, a column each.
    pub tokens: TokenColumns,
    /// Places where someone or something is mentioned.
    pub mentions: Vec<MentionRecord>,
    /// People and things.
    pub entities: Vec<EntityRecord>,
    /// Who said what.
    pub quotes: Vec<QuoteRecord>,
    /// What to tell the reader about odd text.
    pub notices: Vec<NoticeRecord>,
}

/// Name and version of program and model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProducedBy {
    /// `"whosaid"`.
    pub name: String,
    /// Version of the program.
    pub version: String,
    /// Name of the models.
    pub model: String,
}

/// A half-open stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SpanRecord {
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl SpanRecord {
    /// Units that stand in both of two lists of spans, and those in either; the spans of a list do not overlap.
    ///
    /// ```
    /// use whosaid::document::SpanRecord;
    /// let [a, b] = [SpanRecord { start: 0, end: 4 }, SpanRecord { start: 3, end: 9 }];
    /// assert_eq!(SpanRecord::shared(&[a], &[b]), (1, 9));
    /// ```
    pub fn shared(a: &[Self], b: &[Self]) -> (u64, u64) {
        let size = |spans: &[Self]| -> u64 {
            spans.iter().map(|it| u64::from(it.end.saturating_sub(it.start))).sum()
        };
        let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (a, b)));
        let both: u64 =
            pairs.map(|(a, b)| u64::from(a.end.min(b.end).saturating_sub(a.start.max(b.start)))).sum();
        (both, (size(a) + size(b)).saturating_sub(both))
    }
}

/// A block; see [`crate::blocks::BlockKind`] for the kinds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockRecord {
    /// Its number.
    pub id: u32,
    /// `headline`, `paragraph` …
    pub kind: String,
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentenceRecord {
    /// Its number.
    pub id: u32,
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The block it stands in.
    pub block: u32,
}

/// Words in the sense of Universal Dependencies: all columns have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenColumns {
    /// First unit of each.
    pub start: Vec<u32>,
    /// One past the last.
    pub end: Vec<u32>,
    /// Universal part of speech.
    pub upos: Vec<String>,
    /// Lemma.
    pub lemma: Vec<String>,
    /// Number of the token it depends on; `null` for a root.
    pub head: Vec<Option<u32>>,
    /// Universal dependency relation.
    pub deprel: Vec<String>,
}

/// A mention; see [`crate::mentions`] for kinds and types.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MentionRecord {
    /// Its number.
    pub id: u32,
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// `name`, `nominal` or `pronoun`.
    pub kind: String,
    /// `PERSON`, `DATE` …
    #[serde(rename = "type")]
    pub entity_type: String,
    /// The entity it belongs to.
    pub entity: Option<u32>,
    /// What a date, sum or number means, where that is certain. Since schema 1.1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<ValueRecord>,
    /// Probability between 0 and 1.
    pub confidence: f64,
    /// Why it was taken for a name of its type, where the caller asked ([`crate::Options::explain_name`]). Since
    /// schema 1.2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<NameWhy>,
    /// Whether a reader corrected it ([`crate::corrections`]). Since schema 1.3.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub corrected: bool,
}

/// What a date, sum or number means; see [`crate::labels::Value`] for the kinds. Numbers are decimal strings, so that
/// none is rounded on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueRecord {
    /// `date`, `duration`, `time`, `money`, `percent`, `quantity`, `number` or `ordinal`.
    pub kind: String,
    /// Of dates, durations and times: ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
    /// Of dates: `day`, `month`, `quarter`, `year`, `decade` or `range`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<String>,
    /// Of everything else: a decimal number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// Of sums: ISO 4217; left out where the article does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Of measures: its sign; of percentage points `point`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// A person or thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityRecord {
    /// Its number.
    pub id: u32,
    /// Its type.
    #[serde(rename = "type")]
    pub entity_type: String,
    /// The fullest name in the article; for the unnamed the fullest description.
    pub name: String,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// Titles.
    pub titles: Vec<String>,
    /// Countries and organisations it belongs to.
    pub affiliations: Vec<String>,
    /// `feminine`, `masculine`, `neuter`, `plural` or `unknown`.
    pub gender: String,
    /// Its mentions.
    pub mentions: Vec<u32>,
    /// Whether a reader corrected it ([`crate::corrections`]). Since schema 1.3.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub corrected: bool,
}

impl EntityRecord {
    /// An entity of which no more is known than its type and what it is called.
    pub(crate) fn unknown(id: u32, entity_type: String, name: String) -> Self {
        Self {
            id,
            entity_type,
            name,
            aliases: Vec::new(),
            titles: Vec::new(),
            affiliations: Vec::new(),
            gender: "unknown".to_owned(),
            mentions: Vec::new(),
            corrected: false,
        }
    }
}

/// An attribution; see [`crate::quotes`] for kinds, classes and polarities.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuoteRecord {
    /// Its number.
    pub id: u32,
    /// `direct`, `indirect` or `mixed`.
    pub kind: String,
    /// `statement`, `belief`, `directive`, `attitude` or `evidence`.
    pub class: String,
    /// `asserted`, `denied` or `hypothetical`.
    pub polarity: String,
    /// What is attributed, in pieces.
    pub content: Vec<SpanRecord>,
    /// The words that attribute.
    pub cue: Option<SpanRecord>,
    /// The words that name who spoke.
    pub source: Option<SpanRecord>,
    /// The entity that spoke.
    pub speaker: Option<u32>,
    /// The entities spoken to.
    pub addressees: Vec<u32>,
    /// The quote that holds this one.
    pub parent: Option<u32>,
    /// Probability between 0 and 1.
    pub confidence: f64,
    /// Why it was found, where the caller asked ([`crate::Options::explain`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyRecord>,
    /// Whether a reader corrected it ([`crate::corrections`]). Since schema 1.3.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub corrected: bool,
}

/// Why a quote was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyRecord {
    /// Code of the construction, as in [`crate::quotes::Construction::name`].
    pub construction: String,
    /// Plain sentences, the strongest reason first.
    pub reasons: Vec<String>,
}

/// Something to tell the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeRecord {
    /// A stable code.
    pub code: String,
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}
