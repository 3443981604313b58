//! The way to find first, from the start and from an article.

use yew::prelude::*;

use super::step;
use crate::components::Dispatch;
use crate::state::find::Finding;
use crate::words;

/// Where it stands.
#[derive(Clone, PartialEq, Properties)]
pub struct FindEntryProps {
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The way.
#[component]
pub fn FindEntry(props: &FindEntryProps) -> Html {
    html! {
        <p class="find-entry">
            <button type="button" onclick={step(&props.dispatch, Finding::Enter)}>{words::find::NAME}</button>
            <span>{words::find::ABOUT}{" For classes, and for the curious."}</span>
        </p>
    }
}
