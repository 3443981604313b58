//! The text to mark, with what helps to mark it. Nothing of the analysis is shown.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use whosaid::document::SpanRecord;
use yew::prelude::*;

use super::choose::lesson_box;
use super::mark_form::MarkForm;
use super::marks::Marks;
use super::text::{PlainText, own};
use super::{use_heading, way};
use crate::components::Dispatch;
use crate::components::correct::{Finder, use_selected};
use crate::lessons::lesson_at;
use crate::reading::Reading;
use crate::state::find::{Find, Finding, MOST_LETTERS};
use crate::state::{Action, Screen};
use crate::{hooks, selection, words};

/// The text to mark.
#[derive(Clone, PartialEq, Properties)]
pub struct MarkingProps {
    /// The marks.
    pub find: Find,
    /// The analysis, for its words alone.
    pub reading: Rc<Reading>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The screen.
#[component]
pub fn Marking(props: &MarkingProps) -> Html {
    let MarkingProps { find, reading, dispatch } = props;
    let heading = use_heading();
    let lesson = use_memo(find.setting.lesson, |lesson| lesson.and_then(lesson_at));
    let paints = own(&find.marked.marks, find.form.map(|form| form.words));
    let send = |finding: fn(usize) -> Finding| {
        let dispatch = dispatch.clone();
        Callback::from(move |number| dispatch.dispatch(Action::Find(finding(number))))
    };
    let pick = {
        let dispatch = dispatch.clone();
        Callback::from(move |words: SpanRecord| dispatch.dispatch(Action::Find(Finding::Pick(words))))
    };
    html! {
        <>
            <div class="head">
                <h2 ref={heading} tabindex="-1">{words::find::NAME}</h2>
                <div class="ways">
                    { way(dispatch, "Another text", Action::Find(Finding::Enter)) }
                    { way(dispatch, "Leave", Action::Show(Screen::Text)) }
                </div>
            </div>
            <div class="spread" onkeydown={undo_key(dispatch)}>
                <div class="column">
                    if let Some(lesson) = &*lesson {
                        { lesson_box(lesson, false) }
                    }
                    <PlainText reading={reading.clone()} {paints} on_mark={send(Finding::Change)} />
                </div>
                <div class="edge">
                    if let Some(form) = find.form {
                        <MarkForm reading={reading.clone()} find={find.clone()} {form} dispatch={dispatch.clone()} />
                    }
                    <Marks reading={reading.clone()} find={find.clone()} dispatch={dispatch.clone()} />
                    <Finder reading={reading.clone()} on_words={pick.clone()} />
                    <Tools find={find.clone()} dispatch={dispatch.clone()} />
                </div>
            </div>
            <nav class="jumps" aria-label="Parts of this page">
                <a href="#find-text">{"Text"}</a>
                <a href="#find-marks">{words::find::marks(find.marked.marks.len())}</a>
            </nav>
            <div class="afloat">
                <Offer find={find.clone()} on_words={pick} />
            </div>
        </>
    }
}

/// The usual key takes the last step back; a field has an undo of its own.
fn undo_key(dispatch: &Dispatch) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        let in_field = event.target_dyn_into::<HtmlInputElement>().is_some();
        if (event.ctrl_key() || event.meta_key()) && !in_field && event.key().eq_ignore_ascii_case("z") {
            event.prevent_default();
            dispatch.dispatch(Action::Find(Finding::Undo));
        }
    })
}

#[derive(Clone, PartialEq, Properties)]
struct OfferProps {
    find: Find,
    on_words: Callback<SpanRecord>,
}

/// Offers to mark the words that are selected.
#[component]
fn Offer(props: &OfferProps) -> Html {
    let selected = use_selected().filter(|_| props.find.form.is_none());
    let Some(words) = selected else { return Html::default() };
    // Asked at the press: the last change of the selection may be so fresh that it is not in `words` yet.
    let mark = props.on_words.reform(move |_: MouseEvent| selection::selected().unwrap_or(words));
    html! {
        <div class="offer" role="group" aria-label="Selected words">
            <button type="button" class="main" onclick={mark}>{"Mark these words"}</button>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ToolsProps {
    find: Find,
    dispatch: Dispatch,
}

/// What a class needs: a large text, a name, paper.
#[component]
fn Tools(props: &ToolsProps) -> Html {
    let setting = &props.find.setting;
    let on_large = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            dispatch.dispatch(Action::Find(Finding::Large(field.checked())));
        })
    };
    let on_group = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            dispatch.dispatch(Action::Find(Finding::Group(field.value())));
        })
    };
    let print = Callback::from(|_: MouseEvent| hooks::print());
    html! {
        <section class="tools" aria-labelledby="find-tools">
            <h3 id="find-tools">{"For a class"}</h3>
            <label class="large">
                <input type="checkbox" checked={setting.large} onchange={on_large} />
                {"Large text for a projector"}
            </label>
            <div class="group">
                <label for="find-group">{"Class or group"}</label>
                <input
                    id="find-group"
                    type="text"
                    autocomplete="off"
                    placeholder="if you like"
                    maxlength={MOST_LETTERS.to_string()}
                    value={setting.group.clone()}
                    onchange={on_group}
                />
            </div>
            <button type="button" onclick={print}>{"Print the text"}</button>
        </section>
    }
}
