//! The reader's corrections: what was corrected, undo and redo, and words to mark by typing them.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use whosaid::corrections::Edit;
use whosaid::document::SpanRecord;
use whosaid::views::find_words;
use yew::prelude::*;

use crate::components::Dispatch;
use crate::reading::Reading;
use crate::state::{Action, Edits, Opened};
use crate::{download, saving, words};

/// The corrections to show.
#[derive(Clone, PartialEq, Properties)]
pub struct CorrectionsLogProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// The corrections in it.
    pub edits: Edits,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The log.
#[component]
pub fn CorrectionsLog(props: &CorrectionsLogProps) -> Html {
    let history = &props.edits.history;
    let edits = &history.corrections().edits;
    let send = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    html! {
        <section class="corrections" id="corrections" aria-labelledby="corrections-heading" tabindex="-1">
            <h2 id="corrections-heading">{"Corrections"}</h2>
            if edits.is_empty() {
                <p class="none">
                    {"Something is wrong? Open a quotation or a name and press “Correct this”, or select words in the "}
                    {"article. Corrections stay in this browser with the text."}
                </p>
            } else {
                <ol>{ for edits.iter().enumerate().map(|(number, edit)| row(props, number, edit)) }</ol>
            }
            if history.can_undo() || history.can_redo() {
                <div class="steps">
                    <button type="button" disabled={!history.can_undo()} onclick={send(Action::Undo)}>{"Undo"}</button>
                    <button type="button" disabled={!history.can_redo()} onclick={send(Action::Redo)}>{"Redo"}</button>
                    <button type="button" disabled={!history.can_undo()} onclick={send(Action::Reset)}>{"Take all back"}</button>
                    <button type="button" disabled={!history.can_undo()} onclick={save(props)}>{"Save as a file"}</button>
                </div>
            }
            <Finder reading={props.reading.clone()} on_words={mark(&props.dispatch)} />
        </section>
    }
}

fn mark(dispatch: &Dispatch) -> Callback<SpanRecord> {
    let dispatch = dispatch.clone();
    Callback::from(move |words| dispatch.dispatch(Action::Open(Opened::Words(words))))
}

/// The log as the command takes it.
fn save(props: &CorrectionsLogProps) -> Callback<MouseEvent> {
    let (reading, log) = (props.reading.clone(), props.edits.history.corrections().clone());
    Callback::from(move |_: MouseEvent| {
        let name = format!("{}-corrections.json", saving::stem(&reading.document));
        let content = serde_json::to_vec_pretty(&log).unwrap_or_default();
        download::save(&name, "application/json", &content);
    })
}

fn row(props: &CorrectionsLogProps, number: usize, edit: &Edit) -> Html {
    let left_out = props.edits.left_out.iter().find(|it| it.edit == number);
    let said = words::corrections::edit(&props.reading, edit);
    let dispatch = props.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Remove(number)));
    html! {
        <li key={number}>
            <span class="edit">
                {said.clone()}
                if let Some(left_out) = left_out {
                    <span class="left-out">{" Not applied: "}{words::corrections::no_place(left_out.reason)}</span>
                }
            </span>
            <button type="button" class="remove" aria-label={format!("Take back: {said}")} title="Take this one back" {onclick}>
                {"×"}
            </button>
        </li>
    }
}

/// Where words are looked for.
#[derive(Clone, PartialEq, Properties)]
pub struct FinderProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// Hears where the words stand.
    pub on_words: Callback<SpanRecord>,
}

/// Marks words without a mouse: typed, they are found in the article, one place after the other.
#[component]
pub fn Finder(props: &FinderProps) -> Html {
    let field = use_node_ref();
    let told = use_state(String::new);
    let last = use_state(|| None::<SpanRecord>);
    let on_submit = {
        let (field, told, last) = (field.clone(), told.clone(), last.clone());
        let (reading, on_words) = (props.reading.clone(), props.on_words.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            if typed.trim().is_empty() {
                return;
            }
            let found = find_words(&reading.document, &typed);
            let next = last.and_then(|last| found.iter().position(|it| it.start > last.start)).unwrap_or(0);
            let Some(words) = found.get(next) else {
                told.set("These words do not stand in the article.".to_owned());
                return;
            };
            told.set(format!("{} of {}", next + 1, words::number(found.len())));
            last.set(Some(*words));
            on_words.emit(*words);
        })
    };
    html! {
        <form class="finder" onsubmit={on_submit}>
            <label for="finder">{"Words to mark"}</label>
            <input id="finder" ref={field} type="text" autocomplete="off" placeholder="as they stand in the article" />
            <button type="submit">{"Find"}</button>
            <p role="status">{(*told).clone()}</p>
        </form>
    }
}
