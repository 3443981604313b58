//! Marks that overlap as they like → elements that do not: what HTML and XML need. A mark that another one cuts becomes
//! several pieces.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::places::Places;
use crate::document::Document;

/// Marks kept on one character. Real articles stay below ten; the bound keeps hostile nesting linear.
const MOST_MARKS: usize = 24;

/// What lies on a stretch of text, with the place of its record in its list. The order is that of the elements from
/// outside to inside: content holds names, a name never holds content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// A piece of what a quote attributes, by its number from 0 among those that have characters.
    Content(usize, usize),
    /// The words that name who spoke.
    Source(usize),
    /// The words that attribute.
    Cue(usize),
    /// A mention.
    Mention(usize),
}

impl Mark {
    const fn rank(self) -> u8 {
        match self {
            Self::Content(..) => 0,
            Self::Source(_) => 1,
            Self::Cue(_) => 2,
            Self::Mention(_) => 3,
        }
    }
}

/// One step of writing the text with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A piece of a mark begins.
    Open(Piece),
    /// Characters.
    Text(Range<usize>),
    /// The piece that was opened last ends.
    Close(Piece),
}

/// A stretch of a mark that can be one element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The mark.
    pub(super) mark: Mark,
    /// Which of its pieces, from 0.
    pub(super) number: usize,
    /// How many it has.
    pub(super) of: usize,
}

impl Piece {
    /// Whether the mark ends with this piece.
    pub(super) const fn is_last(self) -> bool {
        self.number + 1 == self.of
    }
}

/// All marks of a Document that lie in its text, with their bytes, outer ones first.
pub(super) fn marks(document: &Document, places: &Places) -> Vec<(Range<usize>, Mark)> {
    let mut marks = Vec::new();
    let mut add = |range: Option<Range<usize>>, mark| marks.extend(range.map(|range| (range, mark)));
    for (index, quote) in document.quotes.iter().enumerate() {
        for (piece, range) in quote.content.iter().filter_map(|span| places.span(*span)).enumerate() {
            add(Some(range), Mark::Content(index, piece));
        }
        add(quote.source.and_then(|span| places.span(span)), Mark::Source(index));
        add(quote.cue.and_then(|span| places.span(span)), Mark::Cue(index));
    }
    for (index, mention) in document.mentions.iter().enumerate() {
        add(places.bytes(mention.start, mention.end), Mark::Mention(index));
    }
    marks.sort_by_key(|(range, mark)| (mark.rank(), range.start, std::cmp::Reverse(range.end), *mark));
    marks
}

/// The steps of each of the `stretches`, which are in order and do not overlap. No piece goes over the end of one.
/// `marks` are those of [`marks`].
pub(super) fn nest(marks: &[(Range<usize>, Mark)], stretches: &[Range<usize>]) -> Vec<Vec<Step>> {
    let mut edges: BTreeSet<usize> = marks.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    let mut starts: Vec<usize> = (0..marks.len()).collect();
    let start_of = |index: &usize| marks.get(*index).map_or(0, |(range, _)| range.start);
    starts.sort_by_key(start_of);
    edges.extend(stretches.iter().flat_map(|range| [range.start, range.end]));
    let mut starts = starts.into_iter().peekable();
    let mut lying: BTreeSet<usize> = BTreeSet::new();
    let mut pieces = vec![0_usize; marks.len()];
    let mut out = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        let mut writer = Writer { steps: Vec::new(), open: Vec::new(), marks, pieces: &mut pieces };
        let inside: Vec<usize> = edges.range(stretch.start..=stretch.end).copied().collect();
        for (start, end) in inside.iter().zip(inside.iter().skip(1)) {
            lying.retain(|index| marks.get(*index).is_some_and(|(range, _)| range.end > *start));
            while let Some(index) = starts.next_if(|index| start_of(index) <= *start) {
                let ended = marks.get(index).is_none_or(|(range, _)| range.end <= *start);
                if !ended && lying.len() < MOST_MARKS {
                    lying.insert(index);
                }
            }
            writer.turn_to(&lying);
            writer.steps.push(Step::Text(*start..*end));
        }
        writer.turn_to(&BTreeSet::new());
        out.push(writer.steps);
    }
    count(&mut out, marks, &pieces);
    out
}

/// How many pieces each mark that lies in the steps has.
pub(super) fn counts(steps: &[Vec<Step>]) -> BTreeMap<Mark, usize> {
    let opened = steps.iter().flatten().filter_map(|step| match step {
        Step::Open(piece) => Some((piece.mark, piece.of)),
        _ => None,
    });
    opened.collect()
}

struct Writer<'a> {
    steps: Vec<Step>,
    open: Vec<(usize, Piece)>,
    marks: &'a [(Range<usize>, Mark)],
    pieces: &'a mut [usize],
}

impl Writer<'_> {
    /// Closes what no longer lies here, and what lies inside of it, and opens what is missing.
    fn turn_to(&mut self, lying: &BTreeSet<usize>) {
        let same = self.open.iter().zip(lying).take_while(|((open, _), index)| open == *index).count();
        for (_, piece) in self.open.drain(same..).rev() {
            self.steps.push(Step::Close(piece));
        }
        for index in lying.iter().skip(same) {
            let (Some((_, mark)), Some(number)) = (self.marks.get(*index), self.pieces.get_mut(*index))
            else {
                continue;
            };
            let piece = Piece { mark: *mark, number: *number, of: 0 };
            *number += 1;
            self.steps.push(Step::Open(piece));
            self.open.push((*index, piece));
        }
    }
}

/// How many pieces each mark has is known only at the end.
fn count(steps: &mut [Vec<Step>], marks: &[(Range<usize>, Mark)], pieces: &[usize]) {
    let counted = marks.iter().zip(pieces).map(|((_, mark), of)| (*mark, *of));
    let counts: BTreeMap<Mark, usize> = counted.collect();
    for step in steps.iter_mut().flatten() {
        if let Step::Open(piece) | Step::Close(piece) = step {
            piece.of = counts.get(&piece.mark).copied().unwrap_or(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::SpanRecord;
    use crate::export::testing::{bare, mention, quote};

    /// The steps as `<c0>ab<m0/2>c</m0></c0>`.
    fn told(document: &Document, stretches: &[Range<usize>]) -> String {
        let places = Places::new(document);
        let name = |piece: &Piece| match piece.mark {
            Mark::Content(quote, _) => format!("c{quote}.{}/{}", piece.number, piece.of),
            Mark::Source(quote) => format!("s{quote}.{}/{}", piece.number, piece.of),
            Mark::Cue(quote) => format!("u{quote}.{}/{}", piece.number, piece.of),
            Mark::Mention(id) => format!("m{id}.{}/{}", piece.number, piece.of),
        };
        let steps = nest(&marks(document, &places), stretches);
        let of_one = |steps: &Vec<Step>| {
            let told = steps.iter().map(|step| match step {
                Step::Open(piece) => format!("<{}>", name(piece)),
                Step::Text(range) => places.words(range.clone()).to_owned(),
                Step::Close(_) => "</>".to_owned(),
            });
            told.collect::<String>()
        };
        steps.iter().map(of_one).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn content_stays_whole_and_a_name_across_its_edge_is_cut() {
        let mut document = bare("abcdef");
        document.quotes = vec![quote(0, &[SpanRecord { start: 2, end: 6 }])];
        document.mentions = vec![mention(0, 1, 4)];
        assert_eq!(told(&document, std::slice::from_ref(&(0..6))), "a<m0.0/2>b</><c0.0/1><m0.1/2>cd</>ef</>");
    }

    #[test]
    fn two_contents_that_cross_and_a_paragraph_end_cut_the_later_one() {
        let mut document = bare("abcdef");
        document.quotes =
            vec![quote(0, &[SpanRecord { start: 0, end: 4 }]), quote(1, &[SpanRecord { start: 2, end: 6 }])];
        assert_eq!(told(&document, &[0..5, 5..6]), "<c0.0/1>ab<c1.0/3>cd</></><c1.1/3>e</>|<c1.2/3>f</>");
    }

    #[test]
    fn what_begins_before_a_stretch_goes_on_inside_it_and_the_rest_is_left_out() {
        let mut document = bare("abcdef");
        document.mentions = vec![mention(0, 0, 3), mention(1, 1, 2)];
        assert_eq!(told(&document, std::slice::from_ref(&(2..5))), "<m0.0/1>c</>de");
    }

    #[test]
    fn a_thousand_marks_on_one_place_are_bounded() {
        let mut document = bare("ab");
        document.mentions = (0..1000).map(|id| mention(id, 0, 2)).collect();
        assert_eq!(told(&document, std::slice::from_ref(&(0..2))).matches('<').count(), MOST_MARKS * 2);
    }
}
