//! Offers to mark the words that the reader has selected in the article.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use whosaid::corrections::Edit;
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
    let act = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if matches!(action, Action::Correct(_)) {
                selection::clear();
            }
            dispatch.dispatch(action.clone());
        })
    };
    let quote = match props.open {
        Some(Opened::Quote(quote)) => props.reading.quote(quote),
        _ => None,
    };
    html! {
        <div class="offer" role="group" aria-label="Selected words">
            if let Some(quote) = quote {
                <button
                    type="button"
                    onclick={act(Action::Correct(Edit::SetContent { quote: place_of(quote), content: vec![words] }))}
                >{"This is what was said"}</button>
            }
            <button type="button" class="main" onclick={act(Action::Open(Opened::Words(words)))}>
                {"Mark these words"}
            </button>
        </div>
    }
}

/// The words of the article that are selected now.
#[hook]
fn use_selected() -> Option<SpanRecord> {
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
