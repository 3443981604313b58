//! Which sentence is looked at: its paragraph, each sentence of it to be chosen, and ways to the one before and after.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::HtmlElement;
use whosaid::document::{SentenceRecord, SpanRecord};
use yew::prelude::*;

use crate::components::Dispatch;
use crate::reading::Reading;
use crate::state::{Action, Look};
use crate::words;

/// Sentences of a paragraph shown on either side: longer ones are lists.
const AROUND: usize = 12;
/// Pixels of the line before it that are seen.
const MARGIN: i32 = 8;

/// The sentence.
#[derive(Clone, PartialEq, Properties)]
pub struct WhichProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// Its number.
    pub sentence: u32,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The choice.
#[component]
pub fn Which(props: &WhichProps) -> Html {
    let chosen = use_node_ref();
    use_effect_with(props.sentence, {
        let chosen = chosen.clone();
        move |_| {
            // A moment later: when the dialog opens, nothing in it has a place yet.
            let timeout = Timeout::new(0, move || show(&chosen));
            move || drop(timeout)
        }
    });
    let all = &props.reading.document.sentences;
    let Some(own) = all.get(props.sentence as usize) else { return Html::default() };
    let place = format!("Sentence {} of {}", words::number(own.id as usize + 1), words::number(all.len()));
    let to = |label: &'static str, other: Option<&SentenceRecord>| {
        let other = other.map(|other| other.id);
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(other) = other {
                dispatch.dispatch(Action::How(Look::Sentence(other)));
            }
        });
        // Not "disabled", which would take the keyboard away from whoever came to the last one.
        let disabled = other.is_none().then_some("true");
        html! { <button type="button" aria-disabled={disabled} {onclick}>{label}</button> }
    };
    let at = own.id as usize;
    let near = at.saturating_sub(AROUND)..(at + AROUND + 1).min(all.len());
    let paragraph = all.get(near).unwrap_or(&[]).iter().filter(|other| other.block == own.block);
    html! {
        <section class="which" aria-label="Sentence">
            <div class="turns">
                <p class="place" role="status">{place}</p>
                { to("Previous sentence", at.checked_sub(1).and_then(|before| all.get(before))) }
                { to("Next sentence", all.get(at + 1)) }
            </div>
            <p class="around" lang="en">{ for paragraph.map(|sentence| html! { <>{one(props, sentence, &chosen)}{" "}</> }) }</p>
        </section>
    }
}

/// Brings the sentence into sight in its paragraph, without moving the dialog.
fn show(chosen: &NodeRef) {
    if let Some(sentence) = chosen.cast::<HtmlElement>()
        && let Some(paragraph) = sentence.parent_element()
    {
        paragraph.set_scroll_top(sentence.offset_top() - MARGIN);
    }
}

/// A sentence of the paragraph.
fn one(props: &WhichProps, sentence: &SentenceRecord, chosen: &NodeRef) -> Html {
    let line = props.reading.line(SpanRecord { start: sentence.start, end: sentence.end });
    if sentence.id == props.sentence {
        return html! { <strong ref={chosen.clone()} aria-current="true">{line}</strong> };
    }
    let (dispatch, id) = (props.dispatch.clone(), sentence.id);
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::How(Look::Sentence(id))));
    html! { <button type="button" title="Look at this sentence" {onclick}>{line}</button> }
}
