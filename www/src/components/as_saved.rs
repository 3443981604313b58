//! What is told above an analysis that came from a file, with a way to have its text read anew.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use crate::reading::Reading;
use crate::state::{Action, Saved};
use crate::words;

/// The saved analysis.
#[derive(Clone, PartialEq, Properties)]
pub struct AsSavedProps {
    /// Where it was saved.
    pub saved: Saved,
    /// The analysis.
    pub reading: Rc<Reading>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The note.
#[component]
pub fn AsSaved(props: &AsSavedProps) -> Html {
    html! {
        <div class="note as-saved" data-code="saved">
            <p>{words::saved_note(&props.saved.name, &props.reading.document)}</p>
            <ReadAnew dispatch={props.dispatch.clone()} />
        </div>
    }
}

/// Where a request to read anew goes.
#[derive(Clone, PartialEq, Properties)]
pub struct ReadAnewProps {
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The way to have it read anew.
#[component]
pub fn ReadAnew(props: &ReadAnewProps) -> Html {
    let dispatch = props.dispatch.clone();
    let anew = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ReadAnew));
    html! { <button type="button" onclick={anew}>{"Read the text anew"}</button> }
}
