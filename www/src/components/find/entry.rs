//! The way to find first, from the start and from an article.

use yew::prelude::*;

use super::step;
use crate::components::Dispatch;
use crate::state::find::Finding;
use crate::words;

/// Where it stands.
#[derive(Clone, PartialEq, Properties)]
pub struct FindEntryProps {
    /// Whether it is a line among others, without a word on what it is.
    #[prop_or_default]
    pub small: bool,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The way.
#[component]
pub fn FindEntry(props: &FindEntryProps) -> Html {
    let button = html! {
        <button type="button" title={words::find::ABOUT} onclick={step(&props.dispatch, Finding::Enter)}>
            {words::find::NAME}
        </button>
    };
    if props.small {
        return button;
    }
    html! { <p class="find-entry">{button}<span>{words::find::ABOUT}</span></p> }
}
