//! The text as plain paragraphs, with the reader's marks, and with those of the program once it may be seen.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use whosaid::document::SpanRecord;
use whosaid::views::{Agreement, MarkedPiece, ReaderMark, Section, marked_pieces, quote};
use whosaid::{Document, views};
use yew::prelude::*;

use crate::reading::{Part, Reading};

/// A mark to paint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    /// The words.
    pub span: SpanRecord,
    /// The number that stands before them, where they begin.
    pub number: Option<usize>,
    /// Whose mark it is.
    pub by: By,
}

/// Whose a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The reader's, by its place in their list.
    Reader(usize),
    /// Words that the reader is about to mark.
    Picked,
    /// The program's.
    Program,
}

/// The marks of a reader alone, numbered as they come, and what they are about to mark.
pub fn own(marks: &[ReaderMark], picked: Option<SpanRecord>) -> Vec<Paint> {
    let numbered = marks.iter().enumerate();
    let marks =
        numbered.map(|(at, mark)| Paint { span: mark.words, number: Some(at + 1), by: By::Reader(at) });
    let picked = picked.map(|span| Paint { span, number: None, by: By::Picked });
    marks.chain(picked).collect()
}

/// Marks of both, numbered by their row. A number stands once, where the first of both begins.
pub fn both(agreement: &Agreement, marks: &[ReaderMark], analysed: &Document) -> Vec<Paint> {
    let mut paints = Vec::new();
    for (at, row) in agreement.rows.iter().enumerate() {
        let yours = row.marks.iter().filter_map(|mark| Some((marks.get(*mark)?.words, By::Reader(*mark))));
        let found = row.quote.and_then(|id| quote(analysed, id));
        let found = found.into_iter().flat_map(|quote| &quote.content).map(|piece| (*piece, By::Program));
        let from = paints.len();
        paints.extend(yours.chain(found).map(|(span, by)| Paint { span, number: None, by }));
        let row = paints.get_mut(from..).unwrap_or_default();
        if let Some(first) = row.iter_mut().min_by_key(|paint| paint.span.start) {
            first.number = Some(at + 1);
        }
    }
    paints
}

/// The text to show.
#[derive(Clone, PartialEq, Properties)]
pub struct PlainTextProps {
    /// The analysis, of which nothing but the words and paragraphs is shown.
    pub reading: Rc<Reading>,
    /// The marks.
    pub paints: Vec<Paint>,
    /// Hears which of the reader's marks was pressed.
    #[prop_or_default]
    pub on_mark: Option<Callback<usize>>,
}

/// The text.
#[component]
pub fn PlainText(props: &PlainTextProps) -> Html {
    let PlainTextProps { reading, paints, on_mark } = props;
    let sections = reading.parts.iter().filter_map(|part| match part {
        Part::Block(section) => Some(section),
        Part::Furniture(_) => None,
    });
    let headline = sections.clone().position(|section| section.kind == "headline");
    let blocks = sections.enumerate().map(|(place, section)| {
        let lies = |it: &&Paint| it.span.start < section.end && section.start < it.span.end;
        let paints: Vec<Paint> = paints.iter().filter(lies).copied().collect();
        let main = headline == Some(place);
        html! { <PlainBlock key={place} reading={reading.clone()} section={section.clone()} {paints} {main} /> }
    });
    let onclick = on_mark.clone().map(|on_mark| {
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let pressed = target.and_then(|it| it.closest("[data-mark]").ok().flatten());
            let number = pressed.and_then(|it| it.get_attribute("data-mark")?.parse().ok());
            let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
            // Whoever selects words inside of a mark wants another one.
            if let Some(number) = number.filter(|_| selection.is_none_or(|it| it.is_collapsed())) {
                on_mark.emit(number);
            }
        })
    });
    html! { <article id="find-text" lang="en" aria-label="Text to mark" {onclick}>{ for blocks }</article> }
}

#[derive(Clone, PartialEq, Properties)]
struct PlainBlockProps {
    reading: Rc<Reading>,
    section: Section,
    paints: Vec<Paint>,
    main: bool,
}

/// A paragraph. Drawn again only where its marks change.
#[component]
fn PlainBlock(props: &PlainBlockProps) -> Html {
    let PlainBlockProps { reading, section, paints, main } = props;
    let stretch = SpanRecord { start: section.start, end: section.end };
    let spans: Vec<_> = paints.iter().map(|paint| paint.span).collect();
    let pieces = marked_pieces(stretch, &spans).into_iter().map(|it| piece(reading.at(), &it, paints));
    let kind = section.kind.clone();
    let (start, end) = (section.start.to_string(), section.end.to_string());
    if kind == "headline" {
        let main = main.then_some("");
        return html! {
            <h3 class="block" data-kind={kind} data-main={main} data-start={start} data-end={end}>{ for pieces }</h3>
        };
    }
    html! { <p class="block" data-kind={kind} data-start={start} data-end={end}>{ for pieces }</p> }
}

fn piece(at: views::TextAt<'_>, piece: &MarkedPiece, paints: &[Paint]) -> Html {
    let text = at.slice(piece.span.start, piece.span.end).to_owned();
    let on: Vec<&Paint> = piece.marks.iter().filter_map(|mark| paints.get(*mark)).collect();
    if on.is_empty() {
        return html! { {text} };
    }
    let numbers: Vec<String> = on
        .iter()
        .filter(|paint| paint.span.start == piece.span.start)
        .filter_map(|paint| paint.number.map(|number| number.to_string()))
        .collect();
    // The innermost, which the others hide.
    let own = on.iter().filter_map(|paint| match paint.by {
        By::Reader(mark) => Some((paint.span.end - paint.span.start, mark)),
        _ => None,
    });
    let own = own.min().map(|(_, mark)| mark);
    let has = |by: By| on.iter().any(|paint| paint.by == by).then_some("");
    html! {
        <span
            class="found"
            id={numbers.first().map(|number| format!("found-{number}"))}
            data-mark={own.map(|mark| mark.to_string())}
            data-you={own.map(|_| "")}
            data-picked={has(By::Picked)}
            data-program={has(By::Program)}
            data-number={(!numbers.is_empty()).then(|| numbers.join(" "))}
        >{text}</span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_has_its_number_once_where_it_begins() {
        let document =
            crate::messages::answer_for("Ana Ruiz said that the plan works. It rained.").document();
        let document = document.unwrap();
        let mark = |start, end| ReaderMark { words: SpanRecord { start, end }, speaker: None };
        let marks = [mark(23, 33), mark(35, 44)];
        let agreement = views::agreement(&document, &marks);
        let paints = both(&agreement, &marks, &document);
        let told: Vec<_> = paints.iter().map(|it| (it.span.start, it.number, it.by)).collect();
        assert_eq!(told.last(), Some(&(35, Some(2), By::Reader(1))));
        assert_eq!(told.iter().filter(|it| it.1 == Some(1)).count(), 1);
        assert!(
            told.iter().any(|it| it.2 == By::Program && it.1 == Some(1)),
            "the program begins first: {told:?}"
        );
        let own = own(&marks, Some(marks[0].words));
        assert_eq!(own[1], Paint { span: marks[1].words, number: Some(2), by: By::Reader(1) });
        assert_eq!(own[2], Paint { span: marks[0].words, number: None, by: By::Picked });
    }
}
