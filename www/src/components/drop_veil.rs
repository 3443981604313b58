//! Files dropped anywhere on the article: taken, with the way back to it. Without this a browser would leave the page for them.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, window};
use yew::prelude::*;

use super::Dispatch;
use super::incoming::take_dropped;

/// Where actions go.
#[derive(Clone, PartialEq, Properties)]
pub struct DropVeilProps {
    /// Where they go.
    pub dispatch: Dispatch,
}

/// What is seen while files are held over the page.
#[component]
pub fn DropVeil(props: &DropVeilProps) -> Html {
    let over = use_state_eq(|| false);
    let dispatch = props.dispatch.clone();
    use_effect_with((), {
        let over = over.clone();
        move |()| {
            let hear = move |event: &Event| {
                let Some(event) = event.dyn_ref::<DragEvent>() else { return };
                match event.type_().as_str() {
                    "dragover" if brings_files(event) => {
                        event.prevent_default();
                        over.set(true);
                    }
                    "drop" => {
                        over.set(false);
                        take_dropped(event, &dispatch);
                    }
                    // Out of the window, not from one element to the next.
                    "dragleave" if event.related_target().is_none() => over.set(false),
                    _ => {}
                }
            };
            let options = EventListenerOptions::enable_prevent_default();
            let hearing = window().map(|window| {
                ["dragover", "dragleave", "drop"]
                    .map(|event| EventListener::new_with_options(&window, event, options, hear.clone()))
            });
            move || drop(hearing)
        }
    });
    html! {
        if *over {
            <div class="veil">
                <p>{"Drop the files to open them. The text that is here now stays at hand."}</p>
            </div>
        }
    }
}

/// Words of the article that are dragged are none.
fn brings_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
