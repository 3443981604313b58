//! Text at a place: the characters of a span, in whatever unit the Document counts.

use crate::document::{Document, SpanRecord};
use crate::text::UnitConverter;

/// Slices the text of one Document.
#[derive(Clone, Debug)]
pub struct TextAt<'a> {
    text: &'a str,
    converter: UnitConverter,
}

impl<'a> TextAt<'a> {
    /// Reads the text once.
    pub fn new(document: &'a Document) -> Self {
        let converter = UnitConverter::new(&document.text, document.offset_unit);
        Self { text: &document.text, converter }
    }

    /// Length of the whole text in the Document's unit.
    pub fn len(&self) -> u32 {
        self.converter.from_byte(self.text.len() as u32)
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The characters from `start` up to `end`; nothing where they lie outside the text.
    pub fn slice(&self, start: u32, end: u32) -> &'a str {
        if end > self.len() || start >= end {
            return "";
        }
        let from = self.converter.to_byte(start) as usize;
        let to = self.converter.to_byte(end) as usize;
        self.text.get(from..to).unwrap_or("")
    }

    /// The words of a span as one line: every run of white space is one space.
    pub fn line(&self, span: SpanRecord) -> String {
        self.slice(span.start, span.end).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::OffsetUnit;
    use crate::views::testing::document;

    #[test]
    fn slices_are_the_pasted_characters_in_every_unit() {
        for (unit, start, end) in
            [(OffsetUnit::Byte, 7, 10), (OffsetUnit::Utf16, 4, 7), (OffsetUnit::Codepoint, 3, 6)]
        {
            let mut document = document("é😀 Ana", &[]);
            document.offset_unit = unit;
            let at = TextAt::new(&document);
            assert_eq!(at.slice(start, end), "Ana", "{unit:?}");
            assert_eq!(at.slice(start, end + 1), "", "outside the text in {unit:?}");
        }
    }

    #[test]
    fn a_line_has_no_breaks() {
        let document = document("Ana\n\n  Ruiz", &[]);
        assert_eq!(TextAt::new(&document).line(SpanRecord { start: 0, end: 11 }), "Ana Ruiz");
    }
}
