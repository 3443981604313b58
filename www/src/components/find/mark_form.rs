//! Asks who says the words that were picked.

use std::rc::Rc;

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::step;
use crate::components::Dispatch;
use crate::lighting;
use crate::reading::Reading;
use crate::selection;
use crate::state::Action;
use crate::state::find::{Find, Finding, Form, MOST_LETTERS};

/// What is asked.
#[derive(Clone, PartialEq, Properties)]
pub struct MarkFormProps {
    /// The analysis, for its words alone.
    pub reading: Rc<Reading>,
    /// The marks there are.
    pub find: Find,
    /// The words.
    pub form: Form,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The form.
#[component]
pub fn MarkForm(props: &MarkFormProps) -> Html {
    let MarkFormProps { reading, find, form, dispatch } = props;
    let field = use_node_ref();
    let now = form.mark.and_then(|number| find.marked.marks.get(number));
    let named = now.and_then(|mark| mark.speaker.clone()).unwrap_or_default();
    use_effect_with(*form, {
        let (field, named, words) = (field.clone(), named.clone(), form.words);
        move |_| {
            // What is typed is the field's own until it is sent.
            if let Some(input) = field.cast::<HtmlInputElement>() {
                input.set_value(&named);
            }
            selection::select(words);
            if let Some(field) = field.cast::<Element>() {
                lighting::focus(&field);
            }
        }
    });
    let mark = |dispatch: &Dispatch, speaker: Option<String>| {
        selection::clear();
        dispatch.dispatch(Action::Find(Finding::Mark(speaker)));
    };
    let on_submit = {
        let (field, dispatch) = (field.clone(), dispatch.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            if !typed.trim().is_empty() {
                mark(&dispatch, Some(typed));
            }
        })
    };
    let nobody = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| mark(&dispatch, None))
    };
    let leave = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| {
            selection::clear();
            dispatch.dispatch(Action::Find(Finding::Leave));
        })
    };
    let on_key = {
        let leave = leave.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                leave.emit(());
            }
        })
    };
    let names = find.speakers().into_iter().map(|name| html! { <option value={name} /> });
    html! {
        <dialog class="card" open=true aria-labelledby="mark-who" aria-describedby="mark-words" onkeydown={on_key}>
            <div class="head">
                <h2 id="mark-who">{"Who says this?"}</h2>
                <button type="button" class="close" aria-label="Close" onclick={leave.reform(|_: MouseEvent| ())}>{"×"}</button>
            </div>
            <blockquote id="mark-words">{reading.line(form.words)}</blockquote>
            <form onsubmit={on_submit}>
                <label for="mark-speaker">{"Name, or the words that the article uses"}</label>
                <div class="field">
                    <input
                        id="mark-speaker"
                        ref={field}
                        type="text"
                        list="mark-names"
                        autocomplete="off"
                        required=true
                        maxlength={MOST_LETTERS.to_string()}
                    />
                    <datalist id="mark-names">{ for names }</datalist>
                    <button type="submit" class="main">{"Mark"}</button>
                </div>
            </form>
            <div class="others">
                <button type="button" onclick={nobody}>{"Nobody is named"}</button>
                if let Some(number) = form.mark {
                    <button type="button" onclick={step(dispatch, Finding::Remove(number))}>{"Remove this mark"}</button>
                }
            </div>
        </dialog>
    }
}
