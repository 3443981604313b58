//! Which quotations are shown: by words in them, by kind, class and stance.

use gloo_timers::callback::Timeout;
use web_sys::HtmlInputElement;
use whosaid::labels::{Polarity, QuoteClass, QuoteKind};
use whosaid::views::QuoteFilter;
use yew::prelude::*;

use super::Dispatch;
use crate::state::Action;
use crate::words;

/// Rest after the last letter before the article is drawn anew.
const PAUSE_MS: u32 = 250;

/// The filter that stands.
#[derive(Clone, PartialEq, Properties)]
pub struct FilterProps {
    /// It.
    pub filter: QuoteFilter,
    /// Quotations that it shows.
    pub shown: usize,
    /// Quotations there are.
    pub all: usize,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The search field, and the switches folded below it.
#[component]
pub fn Filter(props: &FilterProps) -> Html {
    let field = use_node_ref();
    let pause = use_mut_ref(|| None::<Timeout>);
    let on_input = {
        let (filter, dispatch) = (props.filter.clone(), props.dispatch.clone());
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let filter = QuoteFilter { words: field.value(), ..filter.clone() };
            let dispatch = dispatch.clone();
            let send = move || dispatch.dispatch(Action::Filter(filter));
            *pause.borrow_mut() = Some(Timeout::new(PAUSE_MS, send));
        })
    };
    let clear = {
        let (dispatch, field) = (props.dispatch.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.set_value("");
                // The button is gone with the filter.
                let _ = field.focus();
            }
            dispatch.dispatch(Action::Filter(QuoteFilter::default()));
        })
    };
    let group = |legend: &'static str, labels: Vec<(&'static str, &str)>| {
        html! {
            <fieldset>
                <legend>{legend}</legend>
                { for labels.into_iter().map(|(name, label)| switch(props, name, label)) }
            </fieldset>
        }
    };
    let kinds = QuoteKind::ALL.map(|kind| (kind.name(), words::quote_kind(kind.name())));
    let classes = QuoteClass::ALL.map(|class| (class.name(), words::quote_class(class.name())));
    let stances = Polarity::ALL.map(|stance| (stance.name(), words::polarity(stance.name())));
    html! {
        <div class="filter" role="search" aria-label="Quotations">
            <div class="field">
                <label class="unseen" for="filter-words">{"Words in a quotation, or a speaker"}</label>
                <input
                    id="filter-words"
                    ref={field}
                    type="search"
                    placeholder="Find in quotations"
                    autocomplete="off"
                    value={props.filter.words.clone()}
                    oninput={on_input}
                />
            </div>
            <details>
                <summary>{"Kinds"}</summary>
                <div class="groups">
                    { group("How it is told", kinds.to_vec()) }
                    { group("What is done", classes.to_vec()) }
                    { group("Stance", stances.to_vec()) }
                </div>
            </details>
            if !props.filter.shows_all() {
                <p class="told">
                    <span role="status">{format!("{} of {} shown.", words::number(props.shown), words::count(props.all, "quotation", "quotations"))}</span>
                    <button type="button" onclick={clear}>{"Show all"}</button>
                </p>
            }
        </div>
    }
}

fn switch(props: &FilterProps, name: &'static str, label: &str) -> Html {
    let (filter, dispatch) = (props.filter.clone(), props.dispatch.clone());
    let onchange = Callback::from(move |_: Event| {
        let mut filter = filter.clone();
        if !filter.hidden.remove(name) {
            filter.hidden.insert(name.to_owned());
        }
        dispatch.dispatch(Action::Filter(filter));
    });
    let checked = !props.filter.hidden.contains(name);
    html! { <label><input type="checkbox" {checked} {onchange} />{label.to_owned()}</label> }
}
