//! Corrects one name: its type, what it is called, with whom it is the same, or that it is none.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use whosaid::corrections::Edit;
use whosaid::document::{EntityRecord, MentionRecord, SpanRecord};
use whosaid::labels::EntityType;
use yew::prelude::*;

use super::chosen::Choice;
use super::chosen_value;
use crate::components::Dispatch;
use crate::reading::Reading;
use crate::state::Action;
use crate::words;

/// The name to correct.
#[derive(Clone, PartialEq, Properties)]
pub struct NameFormProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// The mention.
    pub mention: u32,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The form, folded until it is wanted.
#[component]
pub fn NameForm(props: &NameFormProps) -> Html {
    let called = use_node_ref();
    let everywhere = use_state(|| true);
    let Some(mention) = props.reading.named(props.mention) else { return Html::default() };
    let name = SpanRecord { start: mention.start, end: mention.end };
    let owner = mention.entity.and_then(|id| props.reading.entity(id));
    let entity_type = owner.map_or(&mention.entity_type, |owner| &owner.entity_type).clone();
    let correct = |edit: Edit| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Correct(edit.clone())))
    };
    let on_type = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |entity_type: String| {
            dispatch.dispatch(Action::Correct(Edit::Retype { name, entity_type }));
        })
    };
    let on_name = {
        let (dispatch, called) = (props.dispatch.clone(), called.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = called.cast::<HtmlInputElement>() {
                dispatch.dispatch(Action::Correct(Edit::Rename { name, to: field.value() }));
            }
        })
    };
    let on_everywhere = {
        let everywhere = everywhere.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            everywhere.set(field.checked());
        })
    };
    let everywhere = *everywhere;
    let full = owner.map_or_else(|| props.reading.line(name), |owner| owner.name.clone());
    html! {
        <details class="correct">
            <summary>{"Correct this"}</summary>
            <div class="fields">
                <Choice id="name-type" label="Type" options={types()} value={entity_type} on_choice={on_type} />
                { same_as(props, mention, owner) }
                <form class="other" onsubmit={on_name}>
                    <label for="name-called">{"Called"}</label>
                    <div class="field">
                        // Keyed, so that another name's field does not keep what was typed here.
                        <input key={full.clone()} id="name-called" ref={called} type="text" autocomplete="off" maxlength="200" value={full.clone()} />
                        <button type="submit">{"Rename"}</button>
                    </div>
                </form>
            </div>
            <div class="choices">
                <label><input type="checkbox" checked={everywhere} onchange={on_everywhere} />{"the same words everywhere"}</label>
                if owner.is_some_and(|owner| owner.mentions.len() > 1) {
                    <button type="button" onclick={correct(Edit::Split { name, everywhere })}>{"This is somebody else"}</button>
                }
                <button type="button" onclick={correct(Edit::RejectName { name, everywhere })}>{"This is no name"}</button>
            </div>
        </details>
    }
}

/// Types of a name with their words; values are found by rules and cannot be chosen.
pub fn types() -> Vec<(&'static str, &'static str)> {
    let types = EntityType::ALL.into_iter().filter(|it| !it.is_value());
    types.map(|entity_type| (entity_type.name(), words::type_name(entity_type))).collect()
}

/// Chooses who or what the name stands for, too.
fn same_as(props: &NameFormProps, mention: &MentionRecord, owner: Option<&EntityRecord>) -> Html {
    let reading = &props.reading;
    let others = reading.document.entities.iter();
    let others = others.filter(|it| Some(it.id) != mention.entity && reading.is_named(it.id));
    let mut others: Vec<_> = others.collect();
    if others.is_empty() {
        return Html::default();
    }
    // Those of the same type first.
    let entity_type = owner.map_or(&mention.entity_type, |owner| &owner.entity_type);
    others.sort_by_key(|it| (it.entity_type != *entity_type, it.name.to_lowercase()));
    let on_change = {
        let (dispatch, reading) = (props.dispatch.clone(), reading.clone());
        let name = SpanRecord { start: mention.start, end: mention.end };
        Callback::from(move |event: Event| {
            let into = chosen_value(&event).parse().ok().and_then(|id| reading.place_of(id));
            if let Some(into) = into {
                dispatch.dispatch(Action::Correct(Edit::Merge { name, into }));
            }
        })
    };
    let options =
        others.into_iter().map(|it| html! { <option value={it.id.to_string()}>{it.name.clone()}</option> });
    html! {
        <>
            <label for="name-same">{"The same as"}</label>
            <select id="name-same" onchange={on_change}>
                <option value="" selected=true>{"nobody else"}</option>
                { for options }
            </select>
        </>
    }
}
