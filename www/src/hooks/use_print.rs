//! Whether the page is about to be printed: then everything is drawn, also what nobody has scrolled to.

use gloo_events::EventListener;
use web_sys::{Event, window};
use yew::prelude::*;

const BEFORE: &str = "beforeprint";
const AFTER: &str = "afterprint";

/// True from the moment the browser is about to lay the page out for paper until it has done so.
#[hook]
pub fn use_print() -> bool {
    let printing = use_state_eq(|| false);
    use_effect_with((), {
        let printing = printing.clone();
        move |()| {
            let hearing = window().map(|window| {
                [(BEFORE, true), (AFTER, false)].map(|(event, begins)| {
                    let printing = printing.clone();
                    EventListener::new(&window, event, move |_| printing.set(begins))
                })
            });
            move || drop(hearing)
        }
    });
    *printing
}

/// Draws everything that is printed, then prints. A browser tells of printing while it waits for whoever asked for it, and what
/// is drawn then comes too late: so it is told before.
pub fn print() {
    let Some(window) = window() else { return };
    if let Ok(event) = Event::new(BEFORE) {
        let _ = window.dispatch_event(&event);
    }
    gloo_timers::callback::Timeout::new(0, move || {
        let _ = window.print();
    })
    .forget();
}
