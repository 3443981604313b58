//! The way back to the text that gave way to one from a file or link.

use yew::prelude::*;

use super::Dispatch;
use crate::state::{Action, Former};
use crate::words;

/// The former text.
#[derive(Clone, PartialEq, Properties)]
pub struct FormerTextProps {
    /// It.
    pub former: Option<Former>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The note, where there was a text before.
#[component]
pub fn FormerText(props: &FormerTextProps) -> Html {
    let Some(former) = &props.former else { return Html::default() };
    let send = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    html! {
        <div class="note former" data-code="former">
            <p role="status">{words::former(&former.title)}</p>
            <button type="button" onclick={send(Action::GoBack)}>{"Go back to it"}</button>
            <button type="button" class="close" aria-label="Close this message" onclick={send(Action::LeaveFormer)}>
                {"×"}
            </button>
        </div>
    }
}
