//! The head of the page: its name, the switch between text and article, the theme.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{Dispatch, Export};
use crate::reading::Reading;
use crate::state::{Action, Screen, Theme};
use crate::words;

/// What the masthead shows.
#[derive(Clone, PartialEq, Properties)]
pub struct MastheadProps {
    /// What the reader looks at.
    pub screen: Screen,
    /// Light or dark.
    pub theme: Theme,
    /// The article to look at, if there is one.
    pub reading: Option<Rc<Reading>>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The head of the page.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let show = |screen: Screen| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Show(screen)))
    };
    let on_theme = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let chosen: HtmlSelectElement = event.target_unchecked_into();
            if let Some(theme) = Theme::from_name(&chosen.value()) {
                dispatch.dispatch(Action::Wear(theme));
            }
        })
    };
    let tab = |screen: Screen, label: &'static str, disabled: bool| {
        let pressed = if props.screen == screen { "true" } else { "false" };
        html! { <button type="button" aria-pressed={pressed} {disabled} onclick={show(screen)}>{label}</button> }
    };
    html! {
        <header class="masthead">
            <div class="title">
                <h1>{"Whosaid"}</h1>
                <p>{"Paste a news article; see who said what."}</p>
            </div>
            <div class="tools">
                <div class="tabs" role="group" aria-label="View">
                    { tab(Screen::Text, "Text", false) }
                    { tab(Screen::Article, "Article", props.reading.is_none()) }
                </div>
                if let Some(reading) = props.reading.clone().filter(|_| props.screen == Screen::Article) {
                    <Export {reading} />
                }
                <label class="theme">
                    <span>{"Colours"}</span>
                    <select onchange={on_theme}>
                        { for Theme::ALL.map(|theme| html! {
                            <option value={theme.name()} selected={props.theme == theme}>{words::theme(theme)}</option>
                        }) }
                    </select>
                </label>
            </div>
        </header>
    }
}
