//! What the last correction did where no card tells it, with a way back.

use web_sys::Element;
use yew::prelude::*;

use super::Dispatch;
use crate::lighting;
use crate::state::{Action, Done};

/// What was done.
#[derive(Clone, PartialEq, Properties)]
pub struct ToastProps {
    /// It.
    pub done: Done,
    /// The same in words.
    pub said: AttrValue,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The message. Takes the keyboard where the card that had it is gone.
#[component]
pub fn Toast(props: &ToastProps) -> Html {
    let back = use_node_ref();
    use_effect_with(props.done.clone(), {
        let back = back.clone();
        move |_| {
            let document = web_sys::window().and_then(|window| window.document());
            let active = document.as_ref().and_then(|document| document.active_element());
            let is_lost = active.is_none_or(|active| active.tag_name() == "BODY");
            if let Some(back) = back.cast::<Element>().filter(|_| is_lost) {
                lighting::focus(&back);
            }
        }
    });
    let send = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let back_again = match props.done {
        Done::Made(_) => Some(("Undo", Action::Undo)),
        Done::Undone(_) | Done::Removed { .. } => Some(("Redo", Action::Redo)),
        Done::Opened { .. } | Done::Reset | Done::Refused(_) => None,
    };
    let [undo, close] =
        if back_again.is_some() { [back, NodeRef::default()] } else { [NodeRef::default(), back] };
    html! {
        <div class="toast">
            <p>{props.said.clone()}</p>
            if let Some((label, action)) = back_again {
                <button type="button" ref={undo} onclick={send(action)}>{label}</button>
            }
            <button type="button" ref={close} class="close" aria-label="Close this message" onclick={send(Action::Close)}>{"×"}</button>
        </div>
    }
}
