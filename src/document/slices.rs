//! Spans of a [`Document`] → the characters they stand for, whatever unit the Document counts in.

use super::records::{Document, SpanRecord};
use crate::text::{OffsetUnit, UnitConverter};

/// Cuts pieces out of the text of one Document.
///
/// ```
/// use whosaid::{Input, Models, Options, analyze};
/// use whosaid::document::{Slices, SpanRecord};
/// let document = analyze(&Input::text("“Sí 😀,” said Ana."), &Models::builtin()?, &Options::default())?;
/// let slices = Slices::new(&document);
/// assert_eq!(slices.get(SpanRecord { start: 1, end: 5 }), "Sí 😀");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Slices<'a> {
    text: &'a str,
    unit: OffsetUnit,
    converter: UnitConverter,
}

impl<'a> Slices<'a> {
    /// Reads the text once.
    pub fn new(document: &'a Document) -> Self {
        let unit = document.offset_unit;
        Self { text: &document.text, unit, converter: UnitConverter::new(&document.text, unit) }
    }

    /// The characters from `start` up to, not including, `end`; empty where the span lies outside or inside a
    /// character.
    pub fn get(&self, span: SpanRecord) -> &'a str {
        let bytes = self.to_byte(span.start)..self.to_byte(span.end);
        self.text.get(bytes).unwrap_or("")
    }

    /// The same as one line: every run of white space is one space.
    pub fn line(&self, span: SpanRecord) -> String {
        self.get(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Length of the text in the Document's unit.
    pub fn len(&self) -> u32 {
        self.converter.from_byte(self.text.len() as u32)
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The byte of an offset.
    pub fn to_byte(&self, offset: u32) -> usize {
        self.converter.to_byte(offset) as usize
    }

    /// Whether an offset lies inside the text (or at its end) and between two characters.
    pub fn is_edge(&self, offset: u32) -> bool {
        if offset > self.len() {
            return false;
        }
        let byte = self.converter.to_byte(offset);
        match self.unit {
            OffsetUnit::Byte => self.text.is_char_boundary(byte as usize),
            OffsetUnit::Utf16 | OffsetUnit::Codepoint => self.converter.from_byte(byte) == offset,
        }
    }
}
