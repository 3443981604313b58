//! What stands beside the article or below the paste area: drawn a moment after it, so that the article itself is seen
//! sooner, and in a task of its own, so that the browser heeds the reader in between.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::hooks::use_print;

/// What can wait.
#[derive(Clone, PartialEq, Properties)]
pub struct LateProps {
    /// Drawn when the browser has shown what came before.
    pub children: Html,
}

/// Its children, a moment after it was first drawn itself.
#[component]
pub fn Late(props: &LateProps) -> Html {
    let due = use_state(|| false);
    use_effect_with((), {
        let due = due.clone();
        move |()| {
            let timeout = Timeout::new(0, move || due.set(true));
            move || drop(timeout)
        }
    });
    if use_print() || *due { props.children.clone() } else { Html::default() }
}
