//! What to tell the reader about the text, kindly: notices of the analysis, and what went wrong.

use std::rc::Rc;

use yew::prelude::*;

use crate::reading::Reading;
use crate::state::Trouble;
use crate::words;

/// What to tell.
#[derive(Clone, PartialEq, Properties)]
pub struct NotesProps {
    /// What went wrong.
    pub trouble: Option<Trouble>,
    /// The analysis whose notices are told.
    pub reading: Option<Rc<Reading>>,
}

/// A line for each thing to tell.
#[component]
pub fn Notes(props: &NotesProps) -> Html {
    let notices = props.reading.iter().flat_map(|reading| &reading.notices);
    let told = notices.filter_map(|(code, times)| {
        let sentence = words::notice(code, *times)?;
        Some(html! { <p class="note" data-code={code.clone()}>{sentence}</p> })
    });
    html! {
        <>
            if let Some(trouble) = &props.trouble {
                <p class="note" role="alert" data-code="trouble">{words::trouble(trouble)}</p>
            }
            { for told }
        </>
    }
}
