//! The chosen nodes of a page → lines of text: a blank line between blocks, a line end for `br`, nothing for
//! inline elements.

use super::Extract;
use super::article::Article;
use super::roles::{Form, Kind};
use super::tree::{NodeKind, Page};
use crate::input::ElementHint;
use crate::text::SourceSpan;
use crate::text::chars::{is_invisible, is_sentence_end};

/// Writes the text of the article.
pub(super) fn write(page: &Page, article: &Article) -> Extract {
    let mut writer = Writer { out: Extract::default(), unit: Unit::default(), last: None };
    let mut open: Vec<Frame> = vec![Frame::outermost(page.nodes.len())];
    let (start, end) = page.fragment.unwrap_or((article.start, article.end));
    let mut skip_until = 0;
    for (index, node) in page.nodes.iter().enumerate().take(end).skip(start) {
        if index < skip_until {
            continue;
        }
        while open.len() > 1 && open.last().is_some_and(|frame| frame.end <= index) {
            if open.pop().is_some_and(|frame| frame.form == Form::Block) {
                writer.flush();
            }
        }
        if article.dropped.get(index).copied().unwrap_or(false) {
            skip_until = node.end;
            if matches!(node.kind, NodeKind::Element(traits) if traits.form == Form::Block) {
                writer.flush();
            }
            continue;
        }
        let outer = open.last().copied().unwrap_or_else(|| Frame::outermost(end));
        match node.kind {
            NodeKind::Element(traits) => {
                match traits.form {
                    Form::Block => writer.flush(),
                    Form::Break => writer.line_break(),
                    Form::Inline => {}
                }
                let hint = inherit(outer.hint, traits.hint);
                open.push(Frame {
                    end: node.end,
                    form: traits.form,
                    hint,
                    block_hint: if traits.form == Form::Block { hint } else { outer.block_hint },
                    link: outer.link || traits.kind == Kind::Link,
                    preformatted: outer.preformatted || traits.kind == Kind::Preformatted,
                });
            }
            NodeKind::Text { start, end } => {
                writer.unit.place = place(article, index, page.fragment.is_some());
                writer.text(page.characters.get(start..end).unwrap_or_default(), outer);
            }
        }
    }
    writer.flush();
    writer.out
}

/// Where on the page a stretch of text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    /// In the article's body.
    #[default]
    Body,
    /// Before the main heading: kickers, menus.
    BeforeHeading,
    /// Between the main heading and the body: byline, standfirst, picture.
    Head,
    /// After the body.
    After,
}

fn place(article: &Article, index: usize, fragment: bool) -> Place {
    if fragment {
        return Place::Body;
    }
    let before_heading = article.heading.is_some_and(|heading| index < heading);
    if before_heading {
        Place::BeforeHeading
    } else if index < article.body.0 {
        Place::Head
    } else if index >= article.body.1 {
        Place::After
    } else {
        Place::Body
    }
}

#[derive(Clone, Copy)]
struct Frame {
    end: usize,
    form: Form,
    hint: Option<ElementHint>,
    block_hint: Option<ElementHint>,
    link: bool,
    preformatted: bool,
}

impl Frame {
    const fn outermost(end: usize) -> Self {
        Self { end, form: Form::Block, hint: None, block_hint: None, link: false, preformatted: false }
    }
}

/// What an element inside another one is: a heading stays a heading whatever stands in it, and a paragraph
/// in a list item is the item.
fn inherit(outer: Option<ElementHint>, own: Option<ElementHint>) -> Option<ElementHint> {
    match (outer, own) {
        (Some(ElementHint::Heading(_) | ElementHint::Caption), _)
        | (Some(_), None | Some(ElementHint::Paragraph)) => outer,
        _ => own.or(outer),
    }
}

/// A run of text between two block edges.
#[derive(Debug, Default)]
struct Unit {
    text: String,
    pending_space: bool,
    breaks: u32,
    hint: Option<ElementHint>,
    mixed: bool,
    block_hint: Option<ElementHint>,
    characters: usize,
    linked: usize,
    place: Place,
}

struct Writer {
    out: Extract,
    unit: Unit,
    last: Option<ElementHint>,
}

impl Writer {
    fn text(&mut self, text: &str, frame: Frame) {
        for character in text.chars() {
            if character.is_ascii_whitespace() {
                if frame.preformatted && character == '\n' {
                    self.line_break();
                } else {
                    self.unit.pending_space = true;
                }
                continue;
            }
            self.unit.push(character, frame);
        }
    }

    /// Two line breaks in a row are what others write as a new paragraph.
    fn line_break(&mut self) {
        self.unit.breaks += 1;
        if self.unit.breaks >= 2 {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let unit = std::mem::take(&mut self.unit);
        let text = unit.text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
        if text.is_empty() || !unit.is_wanted(text) {
            return;
        }
        let hint = if unit.mixed { unit.block_hint } else { unit.hint }.unwrap_or(ElementHint::Paragraph);
        if let Some(last) = self.last {
            let items = last == ElementHint::ListItem && hint == ElementHint::ListItem;
            self.out.text.push_str(if items { "\n" } else { "\n\n" });
        }
        let start = self.out.text.len() as u32;
        self.out.text.push_str(text);
        self.out.hints.push((SourceSpan::new(start, self.out.text.len() as u32), hint));
        self.last = Some(hint);
    }
}

impl Unit {
    fn push(&mut self, character: char, frame: Frame) {
        if self.text.is_empty() {
            self.hint = frame.hint;
            self.block_hint = frame.block_hint;
        } else {
            self.mixed |= self.hint != frame.hint;
            if self.breaks > 0 {
                self.text.push('\n');
            } else if self.pending_space {
                self.text.push(' ');
            }
        }
        self.pending_space = false;
        self.breaks = 0;
        self.text.push(character);
        self.characters += 1;
        self.linked += usize::from(frame.link);
    }

    fn is_wanted(&self, text: &str) -> bool {
        let hint = if self.mixed { self.block_hint } else { self.hint };
        let sentence = text.chars().next_back().is_some_and(is_sentence_end);
        let plain = matches!(
            hint,
            None | Some(ElementHint::Paragraph | ElementHint::ListItem | ElementHint::BlockQuote)
        );
        // "Read more: Why does every bridge need repairs?" as one link leads away from the article.
        let all_link = self.linked * 10 >= self.characters * 8;
        if plain && all_link && !(text.ends_with('.') && self.characters >= 80) {
            return false;
        }
        let prose = sentence && self.characters >= 80;
        match self.place {
            Place::Body => true,
            Place::BeforeHeading | Place::After => prose && plain,
            Place::Head => !plain || (hint != Some(ElementHint::ListItem) && self.characters <= 400),
        }
    }
}
