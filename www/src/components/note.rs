//! What to tell the reader about the text, kindly: notices of the analysis, and what went wrong.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use crate::reading::Reading;
use crate::state::{Action, Trouble};
use crate::words;

/// What to tell.
#[derive(Clone, PartialEq, Properties)]
pub struct NotesProps {
    /// What went wrong.
    pub trouble: Option<Trouble>,
    /// The analysis whose notices are told.
    pub reading: Option<Rc<Reading>>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// A line for each thing to tell.
#[component]
pub fn Notes(props: &NotesProps) -> Html {
    let notices = props.reading.iter().flat_map(|reading| &reading.notices);
    let told = notices.filter_map(|(code, times)| {
        let sentence = words::notice(code, *times)?;
        Some(html! { <p class="note" data-code={code.clone()}>{sentence}</p> })
    });
    let dispatch = props.dispatch.clone();
    let again = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Retry));
    html! {
        <>
            if let Some(trouble) = &props.trouble {
                <div class="note" role="alert" data-code="trouble">
                    <p>{words::trouble(trouble)}</p>
                    if trouble.may_pass() {
                        <button type="button" class="main" onclick={again}>{"Try again"}</button>
                    }
                </div>
            }
            { for told }
        </>
    }
}
