//! The text as flat pieces, each with the set of marks on it: what a page paints.

use super::TextAt;
use crate::document::{Document, QuoteRecord, SpanRecord};

/// What lies on a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Part of that mention.
    Mention(u32),
    /// Part of the words that name the source of that quote.
    Source(u32),
    /// Part of the words that attribute that quote.
    Cue(u32),
    /// Part of the content of a quote.
    Content {
        /// The quote.
        quote: u32,
        /// How many other quotes it lies on or beside here: 0 is the lowest layer. Less than [`LANES`].
        lane: u8,
    },
}

/// Layers that are told apart; what lies still higher shares the highest.
pub const LANES: u8 = 4;

/// Marks kept on one piece. Real articles stay below ten; the bound keeps hostile nesting linear.
const MOST_MARKS: usize = 24;

/// A stretch of text with the same marks from end to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What lies on it, outer marks first.
    pub marks: Vec<Mark>,
}

/// The whole text in pieces, in order and without gaps; cut at every edge of a mark or block.
pub fn segments(document: &Document) -> Vec<Segment> {
    segments_where(document, &|_| true)
}

/// The same with the marks of some quotations only.
pub fn segments_where(document: &Document, shows: &dyn Fn(&QuoteRecord) -> bool) -> Vec<Segment> {
    let length = TextAt::new(document).len();
    let marks = marks_in_order(document, length, shows);
    let edges = edges(document, &marks, length);
    let mut lanes = Lanes::new(document.quotes.len());
    let mut waiting = marks.into_iter().peekable();
    let mut lying: Vec<(u32, Mark)> = Vec::new();
    let mut pieces = Vec::with_capacity(edges.len());
    for (start, end) in edges.iter().zip(edges.iter().skip(1)) {
        lying.retain(|(until, _)| until > start);
        while let Some((span, mark)) = waiting.next_if(|(span, _)| span.start <= *start) {
            if lying.len() < MOST_MARKS {
                let mark = lanes.assign(mark, &lying);
                lying.push((span.end, mark));
            }
        }
        pieces.push(Segment {
            start: *start,
            end: *end,
            marks: lying.iter().map(|(_, mark)| *mark).collect(),
        });
    }
    pieces
}

/// All marks by start, longer before shorter, quotes before what names them.
fn marks_in_order(
    document: &Document,
    length: u32,
    shows: &dyn Fn(&QuoteRecord) -> bool,
) -> Vec<(SpanRecord, Mark)> {
    let mut marks = Vec::new();
    let mut add = |span: SpanRecord, mark: Mark| {
        if span.start < span.end && span.end <= length {
            marks.push((span, mark));
        }
    };
    for quote in document.quotes.iter().filter(|quote| shows(quote)) {
        for piece in &quote.content {
            add(*piece, Mark::Content { quote: quote.id, lane: 0 });
        }
        quote.source.into_iter().for_each(|span| add(span, Mark::Source(quote.id)));
        quote.cue.into_iter().for_each(|span| add(span, Mark::Cue(quote.id)));
    }
    for mention in &document.mentions {
        add(SpanRecord { start: mention.start, end: mention.end }, Mark::Mention(mention.id));
    }
    // Stable: among equal spans content comes first, then source, cue, mention, as added above.
    marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    marks
}

fn edges(document: &Document, marks: &[(SpanRecord, Mark)], length: u32) -> Vec<u32> {
    let of_marks = marks.iter().flat_map(|(span, _)| [span.start, span.end]);
    let of_blocks = document.blocks.iter().flat_map(|block| [block.start, block.end]);
    let mut edges: Vec<u32> =
        [0, length].into_iter().chain(of_marks).chain(of_blocks.filter(|edge| *edge <= length)).collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// Gives every quote one layer for all its pieces where it can.
struct Lanes {
    of_quote: Vec<Option<u8>>,
}

impl Lanes {
    fn new(quotes: usize) -> Self {
        Self { of_quote: vec![None; quotes] }
    }

    fn assign(&mut self, mark: Mark, lying: &[(u32, Mark)]) -> Mark {
        let Mark::Content { quote, .. } = mark else { return mark };
        let taken = |wanted: u8| {
            lying.iter().any(|(_, other)| matches!(other, Mark::Content { lane, .. } if *lane == wanted))
        };
        let before = self.of_quote.get(quote as usize).copied().flatten().filter(|lane| !taken(*lane));
        let lane =
            before.or_else(|| (0..LANES).find(|lane| !taken(*lane))).unwrap_or(LANES.saturating_sub(1));
        if let Some(slot) = self.of_quote.get_mut(quote as usize) {
            *slot = Some(lane);
        }
        Mark::Content { quote, lane }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;

    fn painted(document: &Document) -> Vec<(String, Vec<Mark>)> {
        let at = TextAt::new(document);
        let pieces = segments(document);
        pieces.into_iter().map(|piece| (at.slice(piece.start, piece.end).into(), piece.marks)).collect()
    }

    #[test]
    fn nested_quotes_lie_on_layers() {
        let document = document("[Ana said [no]{q1} ok]{q0}.", &[]);
        let outer = Mark::Content { quote: 0, lane: 0 };
        let inner = Mark::Content { quote: 1, lane: 1 };
        assert_eq!(
            painted(&document),
            [
                ("Ana said ".into(), vec![outer]),
                ("no".into(), vec![outer, inner]),
                (" ok".into(), vec![outer]),
                (".".into(), vec![]),
            ]
        );
    }

    #[test]
    fn overlapping_quotes_are_both_kept() {
        let mut document = document("one two three", &[]);
        let quote = |id, start, end| crate::document::QuoteRecord {
            content: vec![SpanRecord { start, end }],
            ..crate::views::testing::quote(id)
        };
        document.quotes = vec![quote(0, 0, 7), quote(1, 4, 13)];
        let layers: Vec<_> =
            painted(&document).into_iter().map(|(text, marks)| (text, marks.len())).collect();
        assert_eq!(layers, [("one ".into(), 1), ("two".into(), 2), (" three".into(), 1)]);
    }

    #[test]
    fn pieces_cover_the_text_whatever_the_spans() {
        let mut document = document("[Ana]{e0} spoke", &["Ana"]);
        document.mentions[0].end = 99;
        document.blocks.push(crate::document::BlockRecord {
            id: 0,
            kind: "paragraph".into(),
            start: 3,
            end: 70,
        });
        let pieces = segments(&document);
        assert_eq!(pieces.first().map(|piece| piece.start), Some(0));
        assert_eq!(pieces.last().map(|piece| piece.end), Some(9));
        assert!(pieces.windows(2).all(|pair| pair[0].end == pair[1].start));
    }

    #[test]
    fn ten_thousand_nested_marks_stay_quick() {
        let text = "x".repeat(20_002);
        let mut document = document(&text, &[]);
        document.quotes = (0..10_000)
            .map(|id| crate::document::QuoteRecord {
                content: vec![SpanRecord { start: id, end: 20_000 - id }],
                ..crate::views::testing::quote(id)
            })
            .collect();
        let pieces = segments(&document);
        assert!(pieces.iter().all(|piece| piece.marks.len() <= MOST_MARKS));
    }

    #[test]
    fn no_text_has_no_pieces() {
        assert!(segments(&document("", &[])).is_empty());
    }
}
