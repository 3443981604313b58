//! What the reader sets once: colours, the size of the text; and what the browser keeps of all this.

use yew::prelude::*;

use web_sys::HtmlSelectElement;

use super::Dispatch;
use crate::state::{Action, Size, Theme};
use crate::{storage, words};

/// The settings that stand.
#[derive(Clone, PartialEq, Properties)]
pub struct SettingsProps {
    /// Light or dark.
    pub theme: Theme,
    /// Large or small.
    pub size: Size,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The settings, folded until they are wanted.
#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let send = |action: fn(&str) -> Option<Action>| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let chosen: HtmlSelectElement = event.target_unchecked_into();
            if let Some(action) = action(&chosen.value()) {
                dispatch.dispatch(action);
            }
        })
    };
    let help = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Help(true)))
    };
    let forget = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            storage::forget_all();
            dispatch.dispatch(Action::Forget);
        })
    };
    let themes = Theme::ALL.map(|theme| {
        html! { <option value={theme.name()} selected={props.theme == theme}>{words::theme(theme)}</option> }
    });
    let sizes = Size::ALL.map(|size| {
        html! { <option value={size.name()} selected={props.size == size}>{words::size(size)}</option> }
    });
    html! {
        <details class="settings">
            <summary class="signed">
                <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M2 4h5.5M11.5 4H14M2 12h2.5M8.5 12H14" />
                    <circle cx="9.5" cy="4" r="2" />
                    <circle cx="6.5" cy="12" r="2" />
                </svg>
                <span>{"Settings"}</span>
            </summary>
            <div class="sheet">
                <div class="fields">
                    <label for="settings-colours">{"Colours"}</label>
                    <select id="settings-colours" onchange={send(|name| Theme::from_name(name).map(Action::Wear))}>
                        { for themes }
                    </select>
                    <label for="settings-size">{"Text"}</label>
                    <select id="settings-size" onchange={send(|name| Size::from_name(name).map(Action::Scale))}>
                        { for sizes }
                    </select>
                </div>
                <button type="button" onclick={help}>{"Keys"}</button>
                <p>{"Your text, corrections and choices are kept in this browser and nowhere else."}</p>
                <button type="button" onclick={forget}>{"Forget all of it"}</button>
            </div>
        </details>
    }
}
