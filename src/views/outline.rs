//! The article as sections to show one below the other: a headline, a paragraph, a stretch of page furniture.

use std::ops::Range;

use super::Segment;
use crate::document::Document;

/// One block with its pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Kind of the block as in the record; `"gap"` for words that stand in no block.
    pub kind: String,
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Its pieces, as indices into the segments given.
    pub segments: Range<usize>,
}

/// The sections of a Document in order. Text between blocks is left out where it is only white space.
pub fn outline(document: &Document, segments: &[Segment]) -> Vec<Section> {
    let at = super::TextAt::new(document);
    let mut sections = Vec::new();
    let mut next = 0;
    let mut reached = 0;
    let mut add = |kind: &str, start: u32, end: u32, next: &mut usize| {
        let rest = segments.get(*next..).unwrap_or(&[]);
        let first = *next + rest.iter().take_while(|segment| segment.end <= start).count();
        let rest = segments.get(first..).unwrap_or(&[]);
        let last = first + rest.iter().take_while(|segment| segment.start < end).count();
        *next = last;
        sections.push(Section { kind: kind.to_owned(), start, end, segments: first..last });
    };
    for block in &document.blocks {
        if block.start < reached || block.end <= block.start {
            continue;
        }
        if !at.slice(reached, block.start).trim().is_empty() {
            add("gap", reached, block.start, &mut next);
        }
        add(&block.kind, block.start, block.end, &mut next);
        reached = block.end;
    }
    if !at.slice(reached, at.len()).trim().is_empty() {
        add("gap", reached, at.len(), &mut next);
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::BlockRecord;
    use crate::views::segments;
    use crate::views::testing::document;

    #[test]
    fn nothing_but_white_space_is_left_out() {
        let mut document = document("Menu\n\n[Ana]{e0} came.\n\nend", &["Ana"]);
        document.blocks = vec![BlockRecord { id: 0, kind: "paragraph".into(), start: 6, end: 15 }];
        let pieces = segments(&document);
        let sections = outline(&document, &pieces);
        let kinds: Vec<_> = sections.iter().map(|section| section.kind.as_str()).collect();
        assert_eq!(kinds, ["gap", "paragraph", "gap"]);
        let spans: Vec<_> = pieces[sections[1].segments.clone()].iter().map(|p| (p.start, p.end)).collect();
        assert_eq!(spans, [(6, 9), (9, 15)]);
    }
}
