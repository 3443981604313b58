//! That a newer version of the page has come.

use yew::prelude::*;

/// What its button does.
#[derive(Clone, PartialEq, Properties)]
pub struct NewerPageProps {
    /// Opens the newer version.
    pub onuse: Callback<MouseEvent>,
}

/// The note; it can be closed, and the newer version then comes with the next visit.
#[component]
pub fn NewerPage(props: &NewerPageProps) -> Html {
    let closed = use_state_eq(|| false);
    if *closed {
        return Html::default();
    }
    let close = {
        let closed = closed.clone();
        Callback::from(move |_: MouseEvent| closed.set(true))
    };
    html! {
        <div class="note former newer" data-code="newer">
            <p role="status">{"A newer version of this page has come. Your text stays."}</p>
            <button type="button" onclick={props.onuse.clone()}>{"Use it"}</button>
            <button type="button" class="close" aria-label="Close this message" onclick={close}>{"×"}</button>
        </div>
    }
}
