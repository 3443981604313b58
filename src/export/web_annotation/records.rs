//! The shapes of the Web Annotation Data Model that [`page`](super::page) fills, with the names it has for them.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// The first context of every annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Context;

impl Serialize for Context {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("http://www.w3.org/ns/anno.jsonld")
    }
}

/// What the names with `whosaid:` before them mean.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(super) struct Prefix {
    whosaid: &'static str,
}

impl Default for Prefix {
    fn default() -> Self {
        Self { whosaid: "urn:whosaid:schema:1#" }
    }
}

/// All annotations of one text.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AnnotationPage<'a> {
    #[serde(rename = "@context")]
    pub(super) context: (Context, Prefix),
    pub(super) id: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    #[serde(rename = "whosaid:producedBy")]
    pub(super) generator: String,
    /// The text that positions count in.
    #[serde(rename = "whosaid:text")]
    pub text: TextResource<'a>,
    pub(super) start_index: u32,
    /// Mentions in order, then quotes, each followed by its source and cue.
    pub items: Vec<Annotation<'a>>,
}

/// The text, as a resource of its own.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TextResource<'a> {
    pub(super) id: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) format: &'static str,
    pub(super) language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) via: Option<String>,
    /// The characters, exactly as in the Document.
    pub value: &'a str,
}

/// One annotation. What the W3C's model has no term for stands in properties of our own.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Annotation<'a> {
    /// `#mention-3`, `#quote-0`, `#quote-0-cue`, `#quote-0-source`.
    pub id: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    /// `identifying` or `tagging` of names, `classifying` of quotations, `linking` of their cues and sources.
    pub motivation: &'static str,
    /// Whom or what is meant, and tags.
    pub body: Vec<Body<'a>>,
    /// The places; a quotation in pieces has several.
    pub target: Vec<Target<'a>>,
    #[serde(rename = "whosaid:kind", skip_serializing_if = "Option::is_none")]
    pub(super) kind_of_quote: Option<&'a str>,
    #[serde(rename = "whosaid:class", skip_serializing_if = "Option::is_none")]
    pub(super) class: Option<&'a str>,
    #[serde(rename = "whosaid:polarity", skip_serializing_if = "Option::is_none")]
    pub(super) polarity: Option<&'a str>,
    #[serde(rename = "whosaid:speaker", skip_serializing_if = "Option::is_none")]
    pub(super) speaker: Option<Link>,
    #[serde(rename = "whosaid:addressee", skip_serializing_if = "Vec::is_empty")]
    pub(super) addressees: Vec<Link>,
    #[serde(rename = "whosaid:parent", skip_serializing_if = "Option::is_none")]
    pub(super) parent: Option<Link>,
    #[serde(rename = "whosaid:iso", skip_serializing_if = "Option::is_none")]
    pub(super) iso: Option<&'a str>,
    #[serde(rename = "whosaid:amount", skip_serializing_if = "Option::is_none")]
    pub(super) amount: Option<&'a str>,
    #[serde(rename = "whosaid:unit", skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<&'a str>,
    #[serde(rename = "whosaid:confidence", skip_serializing_if = "Option::is_none")]
    pub(super) confidence: Option<f64>,
}

impl<'a> Annotation<'a> {
    pub(super) fn new(
        id: String,
        motivation: &'static str,
        body: Vec<Body<'a>>,
        target: Vec<Target<'a>>,
    ) -> Self {
        Self {
            id,
            kind: "Annotation",
            motivation,
            body,
            target,
            kind_of_quote: None,
            class: None,
            polarity: None,
            speaker: None,
            addressees: Vec::new(),
            parent: None,
            iso: None,
            amount: None,
            unit: None,
            confidence: None,
        }
    }
}

/// A reference to another resource of the page.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(super) struct Link {
    pub(super) id: String,
}

/// An entity, or another annotation.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Thing<'a> {
    pub(super) id: String,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<&'a str>,
}

impl From<Link> for Thing<'_> {
    fn from(link: Link) -> Self {
        Self { id: link.id, kind: None, name: None }
    }
}

/// What is said of a target.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Body<'a> {
    /// It is, or belongs to, that thing.
    Resource {
        /// `SpecificResource`.
        #[serde(rename = "type")]
        kind: &'static str,
        /// `identifying` or `linking`.
        purpose: &'static str,
        /// The thing.
        source: Thing<'a>,
    },
    /// A tag.
    Text {
        /// `TextualBody`.
        #[serde(rename = "type")]
        kind: &'static str,
        /// `tagging`.
        purpose: &'static str,
        /// A label of the Document: `PERSON`, `name`, `direct` …
        value: &'a str,
        /// `text/plain`.
        format: &'static str,
    },
}

/// A place in the text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Target<'a> {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) source: &'static str,
    /// The same place in two ways.
    pub selector: [Selector<'a>; 2],
}

/// A way to find a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector<'a> {
    /// By code points from the beginning, half-open.
    Position {
        /// First code point.
        start: u32,
        /// One past the last.
        end: u32,
    },
    /// By its words, and up to 32 characters on either side.
    Quote {
        /// The words.
        exact: &'a str,
        /// What stands before.
        prefix: &'a str,
        /// What stands after.
        suffix: &'a str,
    },
}

impl Serialize for Selector<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Position { start, end } => {
                map.serialize_entry("type", "TextPositionSelector")?;
                map.serialize_entry("start", start)?;
                map.serialize_entry("end", end)?;
            }
            Self::Quote { exact, prefix, suffix } => {
                map.serialize_entry("type", "TextQuoteSelector")?;
                map.serialize_entry("exact", exact)?;
                map.serialize_entry("prefix", prefix)?;
                map.serialize_entry("suffix", suffix)?;
            }
        }
        map.end()
    }
}
