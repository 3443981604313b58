//! Places of a Document in bytes and code points, and its text as paragraphs: what every format with the text in it
//! begins with. Reads records as they come: a span that lies nowhere in the text is left out, never a reason to stop.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::document::{Document, SpanRecord};
use crate::text::{OffsetUnit, UnitConverter};

/// Converts the spans of one Document.
#[derive(Clone, Debug)]
pub(super) struct Places<'a> {
    text: &'a str,
    unit: UnitConverter,
    points: UnitConverter,
}

impl<'a> Places<'a> {
    /// Reads the text twice, whatever the number of spans.
    pub(super) fn new(document: &'a Document) -> Self {
        Self {
            text: &document.text,
            unit: UnitConverter::new(&document.text, document.offset_unit),
            points: UnitConverter::new(&document.text, OffsetUnit::Codepoint),
        }
    }

    /// The bytes of a span; `None` where it is empty, outside the text or cuts a character.
    pub(super) fn bytes(&self, start: u32, end: u32) -> Option<Range<usize>> {
        let range = self.unit.to_byte(start) as usize..self.unit.to_byte(end) as usize;
        self.text.get(range.clone()).filter(|words| !words.is_empty())?;
        Some(range)
    }

    /// The bytes of a span, as [`Places::bytes`].
    pub(super) fn span(&self, span: SpanRecord) -> Option<Range<usize>> {
        self.bytes(span.start, span.end)
    }

    /// How many code points stand before a byte.
    pub(super) fn points(&self, byte: usize) -> u32 {
        self.points.from_byte(byte as u32)
    }

    /// One past the last byte of the text.
    pub(super) fn end(&self) -> usize {
        self.text.len()
    }

    /// The characters of a range.
    pub(super) fn words(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }
}

/// A stretch of text that belongs to one block, or to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph<'a> {
    /// Kind of the block; `None` for text outside of all.
    pub(super) kind: Option<&'a str>,
    /// Number of the block.
    pub(super) block: Option<u32>,
    /// Its bytes.
    pub(super) range: Range<usize>,
}

/// The whole text in order, without gaps: blocks, and what stands between them. A block that lies inside another cuts it
/// in two.
pub(super) fn paragraphs<'a>(document: &'a Document, places: &Places) -> Vec<Paragraph<'a>> {
    let spans: Vec<_> = document.blocks.iter().map(|block| places.bytes(block.start, block.end)).collect();
    let mut edges = BTreeSet::from([0, document.text.len()]);
    let mut events = Vec::new();
    for (index, range) in spans.iter().enumerate() {
        if let Some(range) = range {
            edges.extend([range.start, range.end]);
            events.push((range.start, index));
        }
    }
    events.sort_unstable();
    let mut events = events.into_iter().peekable();
    let mut open: BTreeSet<usize> = BTreeSet::new();
    let mut out: Vec<Paragraph> = Vec::new();
    for (start, end) in edges.iter().zip(edges.iter().skip(1)) {
        while let Some((_, index)) = events.next_if(|(at, _)| at <= start) {
            open.insert(index);
        }
        // The inner one comes later in the list. What has ended is dropped when it comes to the top.
        let ended = |index: &usize| !matches!(spans.get(*index), Some(Some(range)) if range.end > *start);
        while open.last().is_some_and(ended) {
            open.pop_last();
        }
        let block = open.last().and_then(|index| document.blocks.get(*index));
        let number = open.last().map(|index| *index as u32);
        match out.last_mut() {
            Some(last) if last.block == number => last.range.end = *end,
            _ => out.push(Paragraph {
                kind: block.map(|block| block.kind.as_str()),
                block: number,
                range: *start..*end,
            }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::BlockRecord;
    use crate::export::testing::bare;

    #[test]
    fn a_block_inside_another_cuts_it_and_text_outside_is_kept() {
        let mut document = bare("aa ads bb\n\ncc");
        let block = |id, kind: &str, start, end| BlockRecord { id, kind: kind.into(), start, end };
        document.blocks =
            vec![block(0, "paragraph", 0, 9), block(1, "boilerplate", 3, 6), block(2, "paragraph", 99, 100)];
        let places = Places::new(&document);
        let told: Vec<_> = paragraphs(&document, &places)
            .into_iter()
            .map(|part| (part.kind, places.words(part.range)))
            .collect();
        assert_eq!(
            told,
            [
                (Some("paragraph"), "aa "),
                (Some("boilerplate"), "ads"),
                (Some("paragraph"), " bb"),
                (None, "\n\ncc")
            ]
        );
    }

    #[test]
    fn a_span_that_lies_nowhere_is_none() {
        let mut document = bare("é");
        document.offset_unit = OffsetUnit::Byte;
        let places = Places::new(&document);
        assert_eq!(places.bytes(0, 2), Some(0..2));
        for (start, end) in [(0, 1), (1, 2), (2, 2), (2, 0), (0, 9), (u32::MAX, u32::MAX)] {
            assert_eq!(places.bytes(start, end), None, "{start}..{end}");
        }
    }
}
