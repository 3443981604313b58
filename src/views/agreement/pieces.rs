//! A stretch of text cut at the edges of marks, and marks moved to the edges of words.

use crate::document::{Document, SpanRecord};

/// A piece of text under the same marks from end to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedPiece {
    /// Where it stands.
    pub span: SpanRecord,
    /// What lies on it: places in the list of marks, in order.
    pub marks: Vec<usize>,
}

/// A stretch of text, a paragraph say, in pieces without gaps, cut at each edge of a mark. Marks may overlap.
///
/// ```
/// use whosaid::document::SpanRecord;
/// use whosaid::views::marked_pieces;
/// let span = |start, end| SpanRecord { start, end };
/// let pieces = marked_pieces(span(0, 9), &[span(2, 5), span(4, 20)]);
/// let marks: Vec<_> = pieces.iter().map(|it| (it.span.start, it.marks.as_slice())).collect();
/// assert_eq!(marks, [(0, &[][..]), (2, &[0]), (4, &[0, 1]), (5, &[1])]);
/// ```
pub fn marked_pieces(stretch: SpanRecord, marks: &[SpanRecord]) -> Vec<MarkedPiece> {
    let inside = |edge: &u32| stretch.start < *edge && *edge < stretch.end;
    let mut edges: Vec<u32> = marks.iter().flat_map(|mark| [mark.start, mark.end]).filter(inside).collect();
    edges.extend([stretch.start, stretch.end]);
    edges.sort_unstable();
    edges.dedup();
    let pairs = edges.iter().zip(edges.iter().skip(1));
    pairs
        .map(|(start, end)| {
            let lies = |mark: &SpanRecord| mark.start <= *start && mark.end >= *end && mark.start < mark.end;
            let marks = marks.iter().enumerate().filter(|(_, mark)| lies(mark)).map(|(at, _)| at).collect();
            MarkedPiece { span: SpanRecord { start: *start, end: *end }, marks }
        })
        .collect()
}

/// The words that a stretch touches, from the start of the first to the end of the last, without the marks around them;
/// `None` where it touches none.
///
/// ```
/// use whosaid::document::SpanRecord;
/// use whosaid::{Input, Models, Options, analyze, views::whole_words};
/// let document = analyze(&Input::text("She said: “We won.”"), &Models::builtin()?, &Options::default())?;
/// let words = whole_words(&document, SpanRecord { start: 8, end: 16 });
/// assert_eq!(words, Some(SpanRecord { start: 11, end: 17 }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn whole_words(document: &Document, stretch: SpanRecord) -> Option<SpanRecord> {
    let tokens = &document.tokens;
    let first = tokens.end.partition_point(|end| *end <= stretch.start);
    let last = tokens.start.partition_point(|start| *start < stretch.end);
    let is_word = |at: &usize| tokens.upos.get(*at).is_some_and(|upos| upos != "PUNCT");
    let (first, last) = ((first..last).find(is_word)?, (first..last).rfind(is_word)?);
    Some(SpanRecord { start: *tokens.start.get(first)?, end: *tokens.end.get(last)? })
}
