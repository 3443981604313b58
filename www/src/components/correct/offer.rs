//! Offers to mark the words that the reader has selected in the article.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use whosaid::corrections::{Edit, QuotePlace};
use whosaid::document::SpanRecord;
use yew::prelude::*;

use super::quote_form::place_of;
use crate::components::Dispatch;
use crate::reading::Reading;
use crate::selection;
use crate::state::{Action, Opened};

/// Rest after the last change of the selection: a drag changes it at every letter.
const PAUSE_MS: u32 = 200;

/// What the offer is about.
#[derive(Clone, PartialEq, Properties)]
pub struct SelectionOfferProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// What has its card open.
    pub open: Option<Opened>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The offer: nothing while no words are selected.
#[component]
pub fn SelectionOffer(props: &SelectionOfferProps) -> Html {
    let selected = use_selected();
    // Their card is open already.
    let words = selected.filter(|words| props.open != Some(Opened::Words(*words)));
    let Some(words) = words else { return Html::default() };
    // Asked at the press: the last change of the selection may be so fresh that it is not in `words` yet.
    let now = move || selection::selected().unwrap_or(words);
    let mark = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Open(Opened::Words(now()))))
    };
    let quote = match props.open {
        Some(Opened::Quote(quote)) => props.reading.quote(quote).map(place_of),
        _ => None,
    };
    let right = |quote: QuotePlace| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            let edit = Edit::SetContent { quote: quote.clone(), content: vec![now()] };
            selection::clear();
            dispatch.dispatch(Action::Correct(edit));
        })
    };
    html! {
        <div class="offer" role="group" aria-label="Selected words">
            if let Some(quote) = quote {
                <button type="button" onclick={right(quote)}>{"This is what was said"}</button>
            }
            <button type="button" class="main" onclick={mark}>{"Mark these words"}</button>
        </div>
    }
}

/// The words of the article that are selected now.
#[hook]
pub fn use_selected() -> Option<SpanRecord> {
    let selected = use_state_eq(|| None);
    use_effect_with((), {
        let selected = selected.clone();
        move |()| {
            let mut pause: Option<Timeout> = None;
            let document = web_sys::window().and_then(|window| window.document());
            let listener = document.map(|document| {
                EventListener::new(&document, "selectionchange", move |_| {
                    let selected = selected.clone();
                    // The one before is dropped, and with it its timer.
                    drop(pause.replace(Timeout::new(PAUSE_MS, move || selected.set(selection::selected()))));
                })
            });
            move || drop(listener)
        }
    });
    *selected
}
