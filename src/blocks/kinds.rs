//! Pieces → kinds of block: stretches of furniture first, then headlines by form and place.

use super::BlockKind;
use super::headlines::headlines;
use super::join::Piece;
use super::labels::is_prose;
use super::lines::{End, Line};
use super::shapes::Shape;
use crate::input::ElementHint;
use crate::model::{BlockPhrases, Confidence};

/// What a piece is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    pub(super) kind: BlockKind,
    pub(super) level: u8,
    pub(super) confidence: Confidence,
}

/// How many characters of prose must stand before "Comments" for it to end the article: at the top of a page
/// it is a link.
const ARTICLE: usize = 300;

/// How many short lines between two pieces of furniture are taken for a part of it: a sign-up box has a
/// title, a subtitle, a text and a field.
const MOST_BETWEEN: usize = 4;

/// How many lines of a list of related stories are taken for it.
const LIST_LINES: usize = 30;

/// A piece with the figures that the rules ask for.
pub(super) struct View<'a> {
    pub(super) shape: Shape,
    pub(super) first: &'a Line<'a>,
    pub(super) last: &'a Line<'a>,
    pub(super) words: usize,
    pub(super) prose: bool,
    pub(super) lines: usize,
    pub(super) labelled: bool,
}

impl View<'_> {
    /// What HTML said of its first line.
    pub(super) fn hint(&self) -> Option<ElementHint> {
        self.first.hint.map(|(_, hint)| hint)
    }

    /// How it ends.
    pub(super) fn end(&self) -> End {
        self.last.end
    }
}

/// The kinds of all pieces.
pub(super) fn kinds(
    pieces: &[Piece],
    lines: &[Line],
    labels: &[Option<usize>],
    phrases: &BlockPhrases,
) -> Vec<Kind> {
    let views: Vec<View> = pieces.iter().filter_map(|piece| view(piece, lines, labels)).collect();
    let mut kinds: Vec<Kind> = views.iter().map(|view| by_shape(view.shape)).collect();
    furniture_stretches(&views, &mut kinds);
    menus(&views, &mut kinds);
    headlines(&views, &mut kinds, phrases);
    kinds
}

fn view<'a>(piece: &Piece, lines: &'a [Line<'a>], labels: &[Option<usize>]) -> Option<View<'a>> {
    let first = lines.get(piece.first)?;
    let last = lines.get(piece.last)?;
    let own = lines.get(piece.first..=piece.last)?.iter();
    let words = own.clone().map(|line| line.text.split_whitespace().take(200).count()).sum();
    let labelled = labels.get(piece.first).copied().flatten().is_some();
    Some(View {
        shape: piece.shape,
        first,
        last,
        words,
        prose: is_prose(last, words),
        lines: own.count(),
        labelled,
    })
}

/// A kind with its confidence in thousandths.
pub(super) const fn kind(kind: BlockKind, level: u8, thousandths: u32) -> Kind {
    Kind { kind, level, confidence: Confidence::from_thousandths(thousandths) }
}

fn by_shape(shape: Shape) -> Kind {
    match shape {
        Shape::Text => kind(BlockKind::Paragraph, 0, 900),
        Shape::Furniture | Shape::After | Shape::List | Shape::Items => kind(BlockKind::Boilerplate, 0, 900),
        Shape::PageMark => kind(BlockKind::Boilerplate, 0, 850),
        Shape::Bullet => kind(BlockKind::ListItem, 0, 900),
        Shape::Timestamp => kind(BlockKind::Timestamp, 0, 900),
        Shape::Byline => kind(BlockKind::Byline, 0, 850),
        Shape::Caption => kind(BlockKind::Caption, 0, 850),
        Shape::Heading => kind(BlockKind::Headline, 2, 950),
        Shape::Subheadline => kind(BlockKind::Subheadline, 0, 950),
    }
}

/// Says what piece `index` is.
pub(super) fn set(kinds: &mut [Kind], index: usize, value: Kind) {
    if let Some(kind) = kinds.get_mut(index) {
        *kind = value;
    }
}

/// Everything after "Leave a Reply", and the short lines after "Related stories".
fn furniture_stretches(views: &[View], kinds: &mut [Kind]) {
    let mut prose = 0;
    let mut after = false;
    let mut list = 0;
    let mut items = false;
    for (index, view) in views.iter().enumerate() {
        let is_text = matches!(view.shape, Shape::Text);
        if after {
            set(kinds, index, kind(BlockKind::Boilerplate, 0, 850));
            continue;
        }
        match view.shape {
            Shape::After if prose >= ARTICLE => after = true,
            Shape::List => list = LIST_LINES,
            Shape::Items => items = true,
            _ if list > 0 && !view.prose && !view.labelled && is_listable(view) => {
                set(kinds, index, kind(BlockKind::Boilerplate, 0, 750));
                list -= 1;
            }
            _ => list = 0,
        }
        if items && view.shape != Shape::Items {
            let short = is_text && view.lines == 1 && view.first.blanks == 0 && view.words <= 20;
            if short && view.end() != End::Stop {
                set(kinds, index, kind(BlockKind::ListItem, 0, 750));
            } else {
                items = false;
            }
        }
        if is_text && view.prose {
            prose += view.last.len.max(80) * view.lines.min(4);
        }
        if is_text && prose >= ARTICLE && is_about_line(view, views.get(index + 1)) {
            after = true;
            set(kinds, index, kind(BlockKind::Boilerplate, 0, 800));
        }
    }
}

/// What may stand in a list of links to other stories. A paragraph that goes on, or one set apart by HTML,
/// ends the list.
fn is_listable(view: &View) -> bool {
    matches!(view.shape, Shape::Text | Shape::Bullet | Shape::Timestamp | Shape::Byline)
        && view.end() != End::Stop
        && !matches!(view.hint(), Some(ElementHint::Heading(_)))
        || view.shape == Shape::Bullet
}

/// "About Brightwater Energy" alone over a paragraph: the end of a press release.
fn is_about_line(view: &View, next: Option<&View>) -> bool {
    let mut words = view.first.text.split_whitespace();
    let about = matches!(words.next(), Some("About" | "ABOUT"));
    let named = words.clone().count() <= 5
        && words.all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '&' || c.is_ascii_digit()));
    let over = next.is_some_and(|next| next.shape == Shape::Text && next.prose && next.first.blanks <= 1);
    about && named && view.words >= 2 && view.lines == 1 && view.end() == End::Plain && over
}

/// Runs of short lines before the headline and after the last paragraph: menus and footers. Short lines
/// between pieces of furniture, too.
fn menus(views: &[View], kinds: &mut [Kind]) {
    let headline = views.iter().position(|view| view.shape == Shape::Text && view.words >= 5);
    let first_prose = views.iter().position(|view| view.prose).unwrap_or(0);
    let last_prose = views.iter().rposition(|view| view.prose).unwrap_or(views.len());
    let mut start = 0;
    while start < views.len() {
        let outside = start < headline.unwrap_or(0).min(first_prose) || start > last_prose;
        let run = views.iter().skip(start).take_while(|view| is_menu_line(view)).count();
        if outside && run >= 4 {
            for index in start..start + run {
                set(kinds, index, kind(BlockKind::Boilerplate, 0, 700));
            }
        }
        start += run.max(1);
    }
    for (index, view) in views.iter().enumerate() {
        let next = views.get(index + 1);
        let before = index.checked_sub(1).and_then(|before| views.get(before));
        let furniture = |view: Option<&View>| view.is_some_and(is_furniture);
        let touching = view.first.blanks == 0 && next.is_some_and(|next| next.first.blanks == 0);
        // "Published 6:14 a.m. | Updated 9:02 a.m." over "Share on Facebook".
        let stamped = view.shape == Shape::Timestamp && view.first.text.contains(['|', '·', '•']);
        if stamped && touching && view.hint().is_none() && (furniture(before) || furniture(next)) {
            set(kinds, index, kind(BlockKind::Boilerplate, 0, 700));
        }
        // "Drew Angler/Getty Images" on the line under the text of the picture.
        let credited = next.is_some_and(|next| {
            next.shape == Shape::Caption && next.first.blanks == 0 && next.words <= 8 && next.hint().is_none()
        });
        let apart = view.first.blanks > 0 && view.lines == 1 && view.words <= 40;
        if credited && apart && view.shape == Shape::Text && view.hint().is_none() {
            set(kinds, index, kind(BlockKind::Caption, 0, 700));
        }
    }
    between_furniture(views, kinds, first_prose, last_prose);
}

fn is_furniture(view: &View) -> bool {
    matches!(view.shape, Shape::Furniture | Shape::List | Shape::After)
}

/// After the first paragraph, short lines without a full stop between two pieces of furniture; after the last
/// paragraph, all of them from the first piece of furniture on.
fn between_furniture(views: &[View], kinds: &mut [Kind], first_prose: usize, last_prose: usize) {
    let mut open: Option<usize> = None;
    for (index, view) in views.iter().enumerate().skip(first_prose) {
        let short = view.shape == Shape::Text && view.words <= 12 && !view.prose && !view.labelled;
        let heading = matches!(view.hint(), Some(ElementHint::Heading(_)));
        if is_furniture(view) {
            if let Some(from) = open {
                for between in from + 1..index {
                    set(kinds, between, kind(BlockKind::Boilerplate, 0, 700));
                }
            }
            open = Some(index);
        } else if !short || heading || open.is_some_and(|from| index - from > MOST_BETWEEN) {
            open = None;
        }
    }
    let tail = views.iter().enumerate().skip(last_prose + 1);
    let mut furniture = false;
    for (index, view) in tail {
        furniture |= is_furniture(view);
        if furniture
            && matches!(view.shape, Shape::Text | Shape::Bullet | Shape::Heading)
            && view.words <= 12
            && !view.labelled
        {
            set(kinds, index, kind(BlockKind::Boilerplate, 0, 700));
        }
    }
}

fn is_menu_line(view: &View) -> bool {
    view.shape == Shape::Text
        && view.lines == 1
        && view.words <= 3
        && view.end() == End::Plain
        && view.hint().is_none()
        && !view.labelled
        || view.shape == Shape::Furniture && view.words <= 6
}
