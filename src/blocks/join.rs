//! Lines → pieces: which lines are one paragraph, though line ends and even blank lines part them.
//!
//! Text is pasted in three ways: a line a paragraph; hard-wrapped with blank lines between paragraphs; and
//! hard-wrapped with a blank line after every piece. Which way a text goes is told by the places where a
//! sentence surely runs over a line end: after "of the", before a small letter.

use super::lines::{End, Line, Start, is_title_case};
use super::shapes::Shape;
use crate::input::ElementHint;

/// One or more lines that belong together.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// First line.
    pub(super) first: usize,
    /// Last line.
    pub(super) last: usize,
    /// What its first line is.
    pub(super) shape: Shape,
    /// Lines of furniture that cut it.
    pub(super) cuts: Vec<usize>,
}

/// No wrapped line is longer than this: mail wraps at 72 to 80, print columns earlier, wide windows at 120.
const WIDEST: usize = 130;

/// How many lines of furniture may cut a paragraph: footer, page number, header, title, advert.
const MOST_CUTS: usize = 6;

/// How a text's lines were broken.
#[derive(Clone, Copy, Debug, Default)]
struct Wrap {
    /// Characters of a full line, if lines were filled up to a width.
    width: Option<usize>,
    /// Usual length of a line that goes on, 0 if there is none.
    usual: usize,
    /// Whether sentences run over blank lines.
    spaced: bool,
}

/// Groups lines; `label` tells whether a line begins with a speaker's label.
pub(super) fn pieces(lines: &[Line], shapes: &[Shape], labels: &[Option<usize>]) -> Vec<Piece> {
    let wrap = Wrap::of(lines, shapes);
    let first_text = shapes.iter().position(|shape| *shape == Shape::Text).unwrap_or(0);
    let mut found: Vec<Piece> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let shape = shapes.get(index).copied().unwrap_or(Shape::Text);
        let labelled = labels.get(index).copied().flatten().is_some();
        if shape == Shape::Text && !labelled && attach(&mut found, lines, index, line, wrap, first_text) {
            continue;
        }
        found.push(Piece { first: index, last: index, shape, cuts: Vec::new() });
    }
    found
}

/// Adds line `index` to the piece it goes on with, over furniture that cuts it if need be.
fn attach(
    found: &mut Vec<Piece>,
    lines: &[Line],
    index: usize,
    line: &Line,
    wrap: Wrap,
    first_text: usize,
) -> bool {
    let cuts = found.iter().rev().take_while(|piece| is_cut(piece)).count();
    let Some(at) = found.len().checked_sub(cuts + 1) else { return false };
    let Some(piece) = found.get(at) else { return false };
    let Some(last) = lines.get(piece.last) else { return false };
    let goes_on = match piece.shape {
        Shape::Text => joins(Pair { last, line, wrap, piece, first_text, cut: cuts > 0 }),
        Shape::Bullet | Shape::Caption => cuts == 0 && continues_item(last, line, wrap),
        Shape::Heading | Shape::Subheadline => same_unit(last, line),
        _ => false,
    };
    if !goes_on || cuts > MOST_CUTS {
        return false;
    }
    let cut_lines: Vec<usize> = found.iter().skip(at + 1).flat_map(|cut| cut.first..=cut.last).collect();
    found.truncate(at + 1);
    if let Some(piece) = found.last_mut() {
        piece.last = index;
        piece.cuts.extend(cut_lines);
    }
    true
}

/// Furniture that may cut a sentence.
fn is_cut(piece: &Piece) -> bool {
    matches!(piece.shape, Shape::PageMark | Shape::Furniture | Shape::Caption)
}

struct Pair<'a> {
    last: &'a Line<'a>,
    line: &'a Line<'a>,
    wrap: Wrap,
    piece: &'a Piece,
    first_text: usize,
    cut: bool,
}

/// Whether the sentence surely runs on: "… off Skerry Point in⏎March", "… to repair⏎the radar".
fn surely(last: &Line, line: &Line) -> bool {
    last.end == End::Open || (line.start == Start::Small && last.end == End::Plain)
}

fn same_unit(last: &Line, line: &Line) -> bool {
    matches!((last.hint, line.hint), (Some((a, _)), Some((b, _))) if a == b)
}

fn joins(pair: Pair) -> bool {
    let Pair { last, line, wrap, piece, first_text, cut } = pair;
    let small = line.start == Start::Small && matches!(last.end, End::Plain | End::Open);
    if cut || line.blanks > 2 {
        return small;
    }
    if let (Some((a, _)), Some((_, hint))) = (last.hint, line.hint) {
        let same = line.hint.is_some_and(|(b, _)| a == b);
        let text = matches!(hint, ElementHint::Paragraph | ElementHint::BlockQuote);
        // `<br>` inside a paragraph.
        return if same {
            last.end == End::Stop || surely(last, line) || last.len >= 60
        } else {
            small && text
        };
    }
    let several = piece.last > piece.first;
    let full =
        wrap.width.is_some_and(|width| last.len + 1 + line.first_word > width && last.len <= width + 2);
    if line.blanks == 0 {
        return match last.end {
            End::Open => true,
            End::Plain => line.start == Start::Small || full || (several && last.len <= WIDEST),
            End::Stop => full || (line.start == Start::Small && several),
            End::Colon => full,
        };
    }
    // Over a blank line.
    if small {
        return true;
    }
    // A piece of wrapped text is followed by another one, never by a whole paragraph in one line.
    if !wrap.spaced || line.len > WIDEST {
        return false;
    }
    let headline = !several && (piece.first == first_text || is_title_case(last.text));
    match last.end {
        End::Open => last.len <= WIDEST,
        End::Plain => !headline && (full || several || (last.len * 5 >= wrap.usual * 3 && words(last) >= 5)),
        End::Stop | End::Colon => full && !headline,
    }
}

fn words(line: &Line) -> usize {
    line.text.split_whitespace().take(20).count()
}

/// Whether a line goes on with a list item or caption.
fn continues_item(last: &Line, line: &Line, wrap: Wrap) -> bool {
    if let (Some(_), Some(_)) = (last.hint, line.hint) {
        return same_unit(last, line);
    }
    let full =
        wrap.width.is_some_and(|width| last.len + 1 + line.first_word > width && last.len <= width + 2);
    line.blanks == 0 && (surely(last, line) || full && last.end != End::Stop)
}

impl Wrap {
    fn of(lines: &[Line], shapes: &[Shape]) -> Self {
        let text = |index: usize| shapes.get(index) == Some(&Shape::Text);
        let pairs = lines.iter().zip(lines.iter().skip(1)).enumerate();
        let sure: Vec<(&Line, &Line)> = pairs
            .filter(|(index, (last, line))| {
                // A comma at a paragraph's end belongs to a letter's "Dear Sir," as often as to a wrapped line.
                let plain = line.start == Start::Small || !last.comma;
                text(*index)
                    && text(index + 1)
                    && surely(last, line)
                    && plain
                    && line.blanks <= 2
                    && last.len <= WIDEST
            })
            .map(|(_, pair)| pair)
            .collect();
        if sure.len() < 2 {
            return Self::default();
        }
        let mut lengths: Vec<usize> = sure.iter().map(|(last, _)| last.len).collect();
        lengths.sort_unstable();
        let at =
            |tenths: usize| lengths.get(lengths.len() * tenths / 10).or(lengths.last()).copied().unwrap_or(0);
        let width = at(9);
        let filled = sure.iter().filter(|(last, line)| last.len + 1 + line.first_word > width).count();
        let spaced = sure.iter().filter(|(_, line)| line.blanks > 0).count();
        Self {
            // Three of four, since short last lines before a small letter (verse, lists) spoil some.
            width: (sure.len() >= 3 && filled * 4 >= sure.len() * 3).then_some(width),
            usual: at(5),
            spaced: spaced * 2 >= sure.len(),
        }
    }
}
