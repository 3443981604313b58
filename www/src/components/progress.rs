//! What is being done, and a way to stop it. Shows itself only when it takes long.

use yew::prelude::*;

use super::Dispatch;
use crate::state::Action;
use crate::words;

/// What is being done.
#[derive(Clone, PartialEq, Properties)]
pub struct ProgressProps {
    /// Whether the analyser can be asked.
    pub ready: bool,
    /// How much of the model pack has come, in per cent.
    pub fetched: u32,
    /// Length of the text.
    pub bytes: usize,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// A line of progress.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let dispatch = props.dispatch.clone();
    let stop = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Stop));
    let doing = if props.ready {
        format!("Reading {} characters …", words::number(props.bytes))
    } else if props.fetched < 100 {
        format!("Fetching word lists and models: {}% …", props.fetched)
    } else {
        "Starting the analyser …".to_owned()
    };
    html! {
        <div class="progress">
            <progress aria-label="Analysis"></progress>
            <span>{doing}</span>
            <button type="button" onclick={stop}>{"Stop"}</button>
        </div>
    }
}
