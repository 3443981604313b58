//! The head of the page: its name, the switch between text and article, the settings.

use std::rc::Rc;

use whosaid::corrections::Corrections;
use yew::prelude::*;

use super::{Dispatch, Export, Settings};
use crate::reading::Reading;
use crate::state::{Action, Screen, Size, Theme};

/// What the masthead shows.
#[derive(Clone, PartialEq, Properties)]
pub struct MastheadProps {
    /// What the reader looks at.
    pub screen: Screen,
    /// Light or dark.
    pub theme: Theme,
    /// Large or small.
    pub size: Size,
    /// The article to look at, if there is one.
    pub reading: Option<Rc<Reading>>,
    /// What the reader corrected in it.
    pub corrections: Corrections,
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
                    { tab(Screen::Comparison, "Compare", props.reading.is_none()) }
                </div>
                if let Some(reading) = props.reading.clone().filter(|_| props.screen == Screen::Article) {
                    <Export {reading} corrections={props.corrections.clone()} />
                }
                <Settings theme={props.theme} size={props.size} dispatch={props.dispatch.clone()} />
            </div>
        </header>
    }
}
