//! One quotation of the comparison: who found it, who says it, and a way to say that the program is wrong.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use whosaid::Document;
use whosaid::corrections::{Edit, QuotePlace, Who};
use whosaid::document::QuoteRecord;
use whosaid::labels::{Polarity, QuoteClass};
use whosaid::views::{AgreementRow, ReaderMark, Verdict, entity, is_speaker, quote};
use yew::prelude::*;

use super::Whole;
use crate::components::Dispatch;
use crate::reading::Reading;
use crate::state::find::{Find, Finding, MOST_LETTERS};
use crate::state::{Action, Edits};
use crate::words;

/// The row to show.
#[derive(Clone, PartialEq, Properties)]
pub struct RowProps {
    /// Its number, from 1.
    pub number: usize,
    /// It.
    pub row: AgreementRow,
    /// The marks and objections.
    pub find: Find,
    /// The analysis with corrections.
    pub reading: Rc<Reading>,
    /// The analysis that was compared.
    pub analysed: Whole,
    /// The corrections made.
    pub edits: Edits,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The row.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { number, row, find, reading, analysed, dispatch, .. } = props;
    let objection = find.marked.objections.iter().find(|it| it.place == row.place);
    let line = said(&analysed.0, find, row, reading);
    let place = row.place;
    let toggle = {
        let (dispatch, wrong) = (dispatch.clone(), objection.is_none());
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Find(Finding::Object(place, wrong))))
    };
    let [you, program] = speakers(&analysed.0, find, row);
    let who = |label: &'static str, who: String| html! { <><dt>{label}</dt><dd>{who}</dd></> };
    html! {
        <li class="row">
            <a class="number" href={format!("#found-{number}")} aria-label={format!("Number {number} in the text")}>{*number}</a>
            <div class="what">
                <p class="said">{line.clone()}</p>
                <dl>
                    if let Some(you) = you { { who("You", you) } }
                    if let Some(program) = program { { who("Program", program) } }
                </dl>
                <button
                    type="button"
                    class="wrong"
                    aria-pressed={objection.is_some().to_string()}
                    aria-label={format!("The program is wrong here: “{line}”")}
                    onclick={toggle}
                >{"The program is wrong here"}</button>
                if let Some(objection) = objection {
                    { why(props, &objection.why) }
                    { correction(props) }
                }
            </div>
        </li>
    }
}

/// The words of a row, as the program has them, else as the reader has.
pub fn said(analysed: &Document, find: &Find, row: &AgreementRow, reading: &Reading) -> String {
    match row.quote.and_then(|id| quote(analysed, id)) {
        Some(quote) => reading.line_of(quote),
        None => marks(find, row).map(|mark| reading.line(mark.words)).collect::<Vec<_>>().join(" … "),
    }
}

/// Who says them, as the reader and as the program has it.
pub fn speakers(analysed: &Document, find: &Find, row: &AgreementRow) -> [Option<String>; 2] {
    let mut you: Vec<_> = marks(find, row).map(words::find::speaker).collect();
    you.dedup();
    let program = row.quote.and_then(|id| quote(analysed, id)).map(|quote| {
        let speaker = quote.speaker.and_then(|id| entity(analysed, id));
        speaker.map_or_else(|| words::find::NOBODY.to_owned(), |speaker| speaker.name.clone())
    });
    [(!you.is_empty()).then(|| you.join("; ")), program]
}

fn marks<'a>(find: &'a Find, row: &'a AgreementRow) -> impl Iterator<Item = &'a ReaderMark> {
    row.marks.iter().filter_map(|mark| find.marked.marks.get(*mark))
}

fn why(props: &RowProps, why: &str) -> Html {
    let (dispatch, place) = (props.dispatch.clone(), props.row.place);
    let on_change = Callback::from(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        dispatch.dispatch(Action::Find(Finding::Why(place, field.value())));
    });
    let id = format!("why-{}", props.number);
    html! {
        <div class="why">
            <label for={id.clone()}>{"Why?"}</label>
            <input
                {id}
                type="text"
                autocomplete="off"
                placeholder="if you like"
                maxlength={MOST_LETTERS.to_string()}
                value={why.to_owned()}
                onchange={on_change}
            />
        </div>
    }
}

/// Offers to put the analysis right at the same place, or to take that back.
fn correction(props: &RowProps) -> Html {
    let Some((edit, label)) = edit(props) else { return Html::default() };
    let log = &props.edits.history.corrections().edits;
    let (action, told, label) = match log.iter().position(|other| *other == edit) {
        Some(number) => (Action::Remove(number), "Corrected in the analysis.", "Take back".to_owned()),
        None => (Action::Correct(edit), "", label),
    };
    let dispatch = props.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()));
    html! {
        <p class="correction">
            if !told.is_empty() { <span>{told}</span> }
            <button type="button" {onclick}>{label}</button>
        </p>
    }
}

/// The correction of a row, and what it is called.
fn edit(props: &RowProps) -> Option<(Edit, String)> {
    let RowProps { row, find, reading, analysed, .. } = props;
    let found = row.quote.and_then(|id| quote(&analysed.0, id));
    let place = |quote: &QuoteRecord| QuotePlace { content: quote.content.clone(), cue: quote.cue };
    match row.verdict {
        Verdict::Both => None,
        Verdict::OnlyProgram => {
            Some((Edit::RejectQuote { quote: place(found?) }, "Take it out of the analysis, too".to_owned()))
        }
        Verdict::OtherSpeaker => {
            let differs = |mark: &&ReaderMark| {
                found.is_some_and(|quote| !is_speaker(&analysed.0, quote, mark.speaker.as_deref()))
            };
            let mark = marks(find, row).find(differs)?;
            let speaker = mark.speaker.as_deref().map(|name| meant(reading, name));
            let label = match &mark.speaker {
                Some(name) => format!("Say “{name}” in the analysis, too"),
                None => "Say “nobody” in the analysis, too".to_owned(),
            };
            Some((Edit::SetSpeaker { quote: place(found?), speaker }, label))
        }
        Verdict::OnlyReader => {
            let mark = marks(find, row).next()?;
            let edit = Edit::AddQuote {
                content: vec![mark.words],
                cue: None,
                source: None,
                speaker: mark.speaker.as_deref().map(|name| meant(reading, name)),
                class: QuoteClass::Statement.name().to_owned(),
                polarity: Polarity::Asserted.name().to_owned(),
            };
            Some((edit, "Add it to the analysis, too".to_owned()))
        }
    }
}

/// Somebody of the article who goes by a name, else that name.
fn meant(reading: &Reading, name: &str) -> Who {
    let said_by = |speaker: u32| QuoteRecord {
        id: 0,
        kind: String::new(),
        class: String::new(),
        polarity: String::new(),
        content: Vec::new(),
        cue: None,
        source: None,
        speaker: Some(speaker),
        addressees: Vec::new(),
        parent: None,
        confidence: 0.0,
        why: None,
        corrected: false,
    };
    let mut entities = reading.document.entities.iter();
    let known = entities.find(|it| is_speaker(&reading.document, &said_by(it.id), Some(name)));
    let place = known.and_then(|it| reading.place_of(it.id));
    place.map_or_else(|| Who::Name(name.to_owned()), Who::Mention)
}
