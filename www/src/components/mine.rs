//! The sign of what the reader corrected.

use yew::prelude::*;

/// A pencil where something is the reader's own.
pub fn mine(corrected: bool) -> Html {
    if !corrected {
        return Html::default();
    }
    html! {
        <span class="mine" title="Corrected by you">
            <span aria-hidden="true">{"\u{a0}✎"}</span>
            <span class="unseen">{", corrected by you"}</span>
        </span>
    }
}
