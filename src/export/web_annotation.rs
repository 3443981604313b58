//! [`Document`] → W3C Web Annotations (JSON-LD): an `AnnotationPage` with one annotation a name and a quotation.
//!
//! The page carries the text, as the resource `#text` that every target has as its source. Each target has a
//! `TextPositionSelector`, which counts code points as the W3C's data model asks, and a `TextQuoteSelector`, which finds
//! the words in another copy of the article.

mod records;

use std::ops::Range;

use super::places::Places;
use crate::document::{Document, EntityRecord, MentionRecord, QuoteRecord, SpanRecord};
use crate::views::entity;
pub use records::{Annotation, AnnotationPage, Body, Selector, Target, TextResource, Thing};
use records::{Context, Link, Prefix};

/// Characters of context on either side of a quoted place: enough to tell two places with the same words apart.
const CONTEXT: usize = 32;

/// The page, to be written as JSON.
///
/// ```
/// use whosaid::{Input, Models, Options, analyze, export::web_annotation::page};
/// let document = analyze(&Input::text("“We won,” said Ana Ruiz."), &Models::builtin()?, &Options::default())?;
/// let page = page(&document);
/// assert_eq!(page.text.value, document.text);
/// assert!(page.items.iter().any(|item| item.motivation == "identifying"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn page(document: &Document) -> AnnotationPage<'_> {
    let places = Places::new(document);
    let names = document.mentions.iter().filter_map(|row| of_mention(document, row, &places));
    let quotes = document.quotes.iter().flat_map(|row| of_quote(document, row, &places));
    AnnotationPage {
        context: (Context, Prefix::default()),
        id: "#annotations",
        kind: "AnnotationPage",
        generator: format!("{} {}", document.produced_by.name, document.produced_by.version),
        text: TextResource {
            id: "#text",
            kind: "Text",
            format: "text/plain",
            language: &document.language,
            label: document.title.as_deref(),
            via: document.id.as_deref().map(reference),
            value: &document.text,
        },
        start_index: 0,
        items: names.chain(quotes).collect(),
    }
}

/// A mention that belongs to an entity says which; any is tagged with kind and type.
fn of_mention<'a>(
    document: &'a Document,
    mention: &'a MentionRecord,
    places: &Places<'a>,
) -> Option<Annotation<'a>> {
    let target = target(places.bytes(mention.start, mention.end)?, places);
    let owner = mention.entity.and_then(|id| entity(document, id));
    let mut body: Vec<_> = owner.map(|owner| identified("identifying", owner)).into_iter().collect();
    body.push(tag(&mention.entity_type));
    body.push(tag(&mention.kind));
    let motivation = if owner.is_some() { "identifying" } else { "tagging" };
    let value = mention.value.as_ref();
    Some(Annotation {
        iso: value.and_then(|value| value.iso.as_deref()),
        amount: value.and_then(|value| value.amount.as_deref()),
        unit: value.and_then(|value| value.currency.as_deref().or(value.unit.as_deref())),
        confidence: Some(mention.confidence),
        ..Annotation::new(format!("#mention-{}", mention.id), motivation, body, vec![target])
    })
}

/// The quotation with a target for each piece, then its source and cue, which link to it.
fn of_quote<'a>(document: &'a Document, quote: &'a QuoteRecord, places: &Places<'a>) -> Vec<Annotation<'a>> {
    let pieces = quote.content.iter().filter_map(|span| places.span(*span));
    let targets: Vec<_> = pieces.map(|range| target(range, places)).collect();
    if targets.is_empty() {
        return Vec::new();
    }
    let speaker = quote.speaker.and_then(|id| entity(document, id));
    let mut body: Vec<_> = speaker.map(|speaker| identified("identifying", speaker)).into_iter().collect();
    body.extend(["quotation", &quote.kind, &quote.class, &quote.polarity].map(tag));
    let addressees = quote.addressees.iter().filter(|id| entity(document, **id).is_some());
    let id = format!("#quote-{}", quote.id);
    let mut out = vec![Annotation {
        kind_of_quote: Some(&quote.kind),
        class: Some(&quote.class),
        polarity: Some(&quote.polarity),
        speaker: speaker.map(|speaker| Link { id: entity_id(speaker.id) }),
        addressees: addressees.map(|id| Link { id: entity_id(*id) }).collect(),
        parent: quote.parent.map(|parent| Link { id: format!("#quote-{parent}") }),
        confidence: Some(quote.confidence),
        ..Annotation::new(id.clone(), "classifying", body, targets)
    }];
    let mut part = |name: &'static str, span: Option<SpanRecord>| {
        let Some(range) = span.and_then(|span| places.span(span)) else { return };
        let body = vec![
            Body::Resource {
                kind: "SpecificResource",
                purpose: "linking",
                source: Link { id: id.clone() }.into(),
            },
            tag(name),
        ];
        out.push(Annotation::new(format!("{id}-{name}"), "linking", body, vec![target(range, places)]));
    };
    part("source", quote.source);
    part("cue", quote.cue);
    out
}

fn identified<'a>(purpose: &'static str, entity: &'a EntityRecord) -> Body<'a> {
    let kind = match entity.entity_type.as_str() {
        "PERSON" => Some("Person"),
        "ORG" => Some("Organization"),
        _ => None,
    };
    let source = records::Thing { id: entity_id(entity.id), kind, name: Some(&entity.name) };
    Body::Resource { kind: "SpecificResource", purpose, source }
}

fn tag(value: &str) -> Body<'_> {
    Body::Text { kind: "TextualBody", purpose: "tagging", value, format: "text/plain" }
}

fn entity_id(id: u32) -> String {
    format!("#entity-{id}")
}

fn target<'a>(range: Range<usize>, places: &Places<'a>) -> Target<'a> {
    let before = places.words(0..range.start);
    let after = places.words(range.end..places.end());
    let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(byte, _)| byte);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(byte, _)| byte);
    Target {
        kind: "SpecificResource",
        source: "#text",
        selector: [
            Selector::Position { start: places.points(range.start), end: places.points(range.end) },
            Selector::Quote {
                exact: places.words(range),
                prefix: before.get(from..).unwrap_or_default(),
                suffix: after.get(..to).unwrap_or_default(),
            },
        ],
    }
}

/// The caller's name for the text as a reference: an address stays as it is, a path becomes one relative to the file.
fn reference(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    let scheme = id.split_once("://").map(|(scheme, _)| scheme);
    let is_address = scheme.is_some_and(|scheme| {
        !scheme.is_empty() && scheme.chars().all(|character| character.is_ascii_alphanumeric())
    });
    for byte in id.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        if plain || (is_address && b":?#[]@!$&'()*+,;=%".contains(&byte)) {
            out.push(byte as char);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
