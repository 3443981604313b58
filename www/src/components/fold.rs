//! What long lists leave to be drawn until somebody wants it.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use crate::words;

/// Rows of a list that are drawn at once. Articles have fewer; a text of 100,000 words has 800 voices and 1,800 names, which take
/// a browser a second.
pub const MOST_ROWS: usize = 40;

/// Keeps whether a `details` element is open.
pub fn on_toggle(opened: &UseStateHandle<bool>) -> Callback<Event> {
    let opened = opened.clone();
    Callback::from(move |event: Event| {
        opened.set(event.target_dyn_into::<HtmlDetailsElement>().is_some_and(|details| details.open()));
    })
}

/// The button that shows all rows, and the first of them again: one that went away would take the focus with it.
pub fn unfold(unfolded: &UseStateHandle<bool>, all: usize, what: &str) -> Html {
    let label = if **unfolded { words::first_of(MOST_ROWS) } else { words::all_of(all, what) };
    let unfolded = unfolded.clone();
    let onclick = Callback::from(move |_: MouseEvent| unfolded.set(!*unfolded));
    html! { <button type="button" class="unfold" {onclick}>{label}</button> }
}
