//! Files that came together, to switch between.

use yew::prelude::*;

use super::Dispatch;
use crate::state::{Action, Shelf as Files};
use crate::words;

/// The files.
#[derive(Clone, PartialEq, Properties)]
pub struct ShelfProps {
    /// The files.
    pub shelf: Files,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// A row of their names; nothing where there are not several.
#[component]
pub fn Shelf(props: &ShelfProps) -> Html {
    let entries = &props.shelf.entries;
    if entries.len() < 2 {
        return Html::default();
    }
    let files = entries.iter().enumerate().map(|(place, entry)| {
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Take(place)));
        let current = (place == props.shelf.current).then_some("true");
        html! {
            <li key={place}>
                <button type="button" aria-current={current} {onclick}>
                    <span class="name">{entry.name.to_string()}</span>
                    if let Some(words) = entry.words {
                        <span class="words">{words::count(words, "word", "words")}</span>
                    }
                </button>
            </li>
        }
    });
    html! {
        <nav class="shelf" aria-labelledby="shelf-heading">
            <h2 id="shelf-heading">{words::count(entries.len(), "file", "files")}</h2>
            <ul>{ for files }</ul>
        </nav>
    }
}
