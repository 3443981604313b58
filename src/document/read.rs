//! A [`Document`] from outside → the same Document, checked, or a [`DocumentError`].
//!
//! Every program that opens a saved analysis goes through [`check`]: after it, ids, references and spans may be
//! believed. Labels are not checked: a later minor version may know more of them.

use super::error::DocumentError;
use super::records::{Document, SpanRecord};
use crate::text::{OffsetUnit, UnitConverter};

/// Reads a Document from JSON and checks it.
///
/// # Errors
/// [`DocumentError`], the first fault found.
#[cfg(feature = "json")]
pub fn read(json: &str) -> Result<Document, DocumentError> {
    let document = serde_json::from_str(json).map_err(|error| DocumentError::Json {
        line: error.line(),
        column: error.column(),
        found: error.to_string(),
    })?;
    check(&document)?;
    Ok(document)
}

/// Checks schema version, row numbers, references, spans and confidences.
///
/// ```
/// use whosaid::{Input, Models, Options, analyze};
/// use whosaid::document::{DocumentError, check};
/// let mut document = analyze(&Input::text("Hello."), &Models::builtin()?, &Options::default())?;
/// assert_eq!(check(&document), Ok(()));
/// document.schema = "2.0".to_owned();
/// assert_eq!(check(&document), Err(DocumentError::Schema { found: "2.0".to_owned() }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`DocumentError`], the first fault found.
pub fn check(document: &Document) -> Result<(), DocumentError> {
    if document.schema.split_once('.').is_none_or(|(major, _)| major != "1") {
        return Err(DocumentError::Schema { found: document.schema.clone() });
    }
    check_numbers(document)?;
    check_spans(document)?;
    check_tokens(document)?;
    check_references(document)?;
    check_confidences(document)
}

/// Row `n` of each layer has the id `n`.
fn check_numbers(document: &Document) -> Result<(), DocumentError> {
    in_order("blocks", document.blocks.iter().map(|row| row.id))?;
    in_order("sentences", document.sentences.iter().map(|row| row.id))?;
    in_order("mentions", document.mentions.iter().map(|row| row.id))?;
    in_order("entities", document.entities.iter().map(|row| row.id))?;
    in_order("quotes", document.quotes.iter().map(|row| row.id))
}

fn in_order(layer: &'static str, ids: impl Iterator<Item = u32>) -> Result<(), DocumentError> {
    for (expected, id) in ids.enumerate() {
        if id as usize != expected {
            return Err(DocumentError::Rows { layer, expected, found: id as usize });
        }
    }
    Ok(())
}

fn check_spans(document: &Document) -> Result<(), DocumentError> {
    let edges = Edges::new(document);
    let one = |place: &dyn Fn() -> String, start: u32, end: u32| {
        if start <= end && edges.contain(start) && edges.contain(end) {
            Ok(())
        } else {
            Err(DocumentError::Span { place: place(), start, end })
        }
    };
    for row in &document.blocks {
        one(&|| format!("blocks[{}]", row.id), row.start, row.end)?;
    }
    for row in &document.sentences {
        one(&|| format!("sentences[{}]", row.id), row.start, row.end)?;
    }
    for (index, (start, end)) in document.tokens.start.iter().zip(&document.tokens.end).enumerate() {
        one(&|| format!("tokens[{index}]"), *start, *end)?;
    }
    for row in &document.mentions {
        one(&|| format!("mentions[{}]", row.id), row.start, row.end)?;
    }
    for row in &document.quotes {
        let pieces = row.content.iter().map(|span| ("content", span));
        let rest = [("cue", &row.cue), ("source", &row.source)];
        let rest = rest.into_iter().filter_map(|(field, span)| Some((field, span.as_ref()?)));
        for (field, SpanRecord { start, end }) in pieces.chain(rest) {
            one(&|| format!("quotes[{}].{field}", row.id), *start, *end)?;
        }
    }
    for (index, row) in document.notices.iter().enumerate() {
        one(&|| format!("notices[{index}]"), row.start, row.end)?;
    }
    Ok(())
}

/// The places between two characters, and both ends of the text.
struct Edges<'a> {
    text: &'a str,
    unit: OffsetUnit,
    converter: UnitConverter,
}

impl<'a> Edges<'a> {
    fn new(document: &'a Document) -> Self {
        let unit = document.offset_unit;
        Self { text: &document.text, unit, converter: UnitConverter::new(&document.text, unit) }
    }

    fn contain(&self, offset: u32) -> bool {
        let byte = self.converter.to_byte(offset);
        // Only bytes may point inside a character; the other way round the converter has moved to its start.
        let moved = self.unit != OffsetUnit::Byte && self.converter.from_byte(byte) != offset;
        self.text.is_char_boundary(byte as usize) && !moved
    }
}

/// All columns have one length, and heads make trees.
fn check_tokens(document: &Document) -> Result<(), DocumentError> {
    let tokens = &document.tokens;
    let expected = tokens.start.len();
    let columns = [
        ("tokens.end", tokens.end.len()),
        ("tokens.upos", tokens.upos.len()),
        ("tokens.lemma", tokens.lemma.len()),
        ("tokens.head", tokens.head.len()),
        ("tokens.deprel", tokens.deprel.len()),
    ];
    for (layer, found) in columns {
        if found != expected {
            return Err(DocumentError::Rows { layer, expected, found });
        }
    }
    upward("tokens", "head", &tokens.head)
}

fn check_references(document: &Document) -> Result<(), DocumentError> {
    let blocks = document.blocks.len();
    let mentions = document.mentions.len();
    let entities = document.entities.len();
    for row in &document.sentences {
        exists(&|| format!("sentences[{}].block", row.id), "blocks", row.block, blocks)?;
    }
    for row in &document.mentions {
        if let Some(entity) = row.entity {
            exists(&|| format!("mentions[{}].entity", row.id), "entities", entity, entities)?;
        }
    }
    for row in &document.entities {
        for mention in &row.mentions {
            exists(&|| format!("entities[{}].mentions", row.id), "mentions", *mention, mentions)?;
        }
    }
    for row in &document.quotes {
        if let Some(speaker) = row.speaker {
            exists(&|| format!("quotes[{}].speaker", row.id), "entities", speaker, entities)?;
        }
        for addressee in &row.addressees {
            exists(&|| format!("quotes[{}].addressees", row.id), "entities", *addressee, entities)?;
        }
    }
    let parents: Vec<_> = document.quotes.iter().map(|row| row.parent).collect();
    upward("quotes", "parent", &parents)
}

fn exists(
    place: &dyn Fn() -> String,
    layer: &'static str,
    found: u32,
    rows: usize,
) -> Result<(), DocumentError> {
    if (found as usize) < rows {
        Ok(())
    } else {
        Err(DocumentError::Reference { place: place(), layer, found })
    }
}

/// Every row's way up exists and ends: no row is above itself. Each row is walked once.
fn upward(layer: &'static str, field: &str, above: &[Option<u32>]) -> Result<(), DocumentError> {
    let mut walk_of = vec![0_usize; above.len()];
    for first in 0..above.len() {
        let mut row = first;
        // Walks are numbered from 1; meeting one's own number again is a circle, an earlier one is known ground.
        while let Some(seen) = walk_of.get_mut(row).filter(|seen| **seen == 0) {
            *seen = first + 1;
            let Some(next) = above.get(row).copied().flatten() else { break };
            let known = walk_of.get(next as usize);
            if known.is_none() || known == Some(&(first + 1)) {
                return Err(DocumentError::Reference {
                    place: format!("{layer}[{row}].{field}"),
                    layer,
                    found: next,
                });
            }
            row = next as usize;
        }
    }
    Ok(())
}

fn check_confidences(document: &Document) -> Result<(), DocumentError> {
    let inside = |confidence: f64| (0.0..=1.0).contains(&confidence);
    let mentions = document.mentions.iter().map(|row| ("mentions", row.id, row.confidence));
    let quotes = document.quotes.iter().map(|row| ("quotes", row.id, row.confidence));
    if let Some((layer, id, _)) = mentions.chain(quotes).find(|(_, _, confidence)| !inside(*confidence)) {
        return Err(DocumentError::Confidence { place: format!("{layer}[{id}]") });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
