//! Keys of the whole page, wherever the focus is: after a click on what goes away it is nowhere in the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use crate::components::leave_card;
use crate::state::{Action, Screen, State};

/// Escape closes the card, `?` opens the sheet of keys, the usual keys take a correction back and make it again. Dialogs with
/// keys of their own keep them to themselves.
#[hook]
pub fn use_keys(state: &UseReducerHandle<State>) {
    // With each drawing anew, so that it knows what is shown.
    let hear = on_key(state);
    use_effect(move || {
        let document = web_sys::window().and_then(|window| window.document());
        let hearing = document.map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event: &Event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    hear(event);
                }
            })
        });
        move || drop(hearing)
    });
}

fn on_key(state: &UseReducerHandle<State>) -> impl Fn(&KeyboardEvent) + use<> {
    let (dispatch, open, reading) = (state.dispatcher(), state.open, state.reading.clone());
    let is_article = state.screen == Screen::Article;
    move |event| {
        if event.key() == "Escape"
            && let Some(opened) = open
            && let Some(reading) = &reading
        {
            dispatch.dispatch(Action::Close);
            leave_card(reading, opened);
        }
        if event.key() == "?" && !is_field(event) {
            event.prevent_default();
            dispatch.dispatch(Action::Help(true));
        }
        // A field has an undo of its own.
        if is_article && (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !is_field(event) {
            let action = match (event.key().to_lowercase().as_str(), event.shift_key()) {
                ("z", false) => Action::Undo,
                ("z", true) | ("y", false) => Action::Redo,
                _ => return,
            };
            event.prevent_default();
            dispatch.dispatch(action);
        }
    }
}

/// Whether a key goes into a field.
fn is_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        target.matches("input[type=text], input[type=search], textarea").unwrap_or(false)
    })
}
