//! A labelled choice of one of several.

use yew::prelude::*;

use super::chosen_value;

/// The choice.
#[derive(Clone, PartialEq, Properties)]
pub struct ChoiceProps {
    /// Id of the field.
    pub id: AttrValue,
    /// What is chosen.
    pub label: AttrValue,
    /// Value and words of each option.
    pub options: Vec<(&'static str, &'static str)>,
    /// The value that stands.
    pub value: AttrValue,
    /// Hears another value.
    pub on_choice: Callback<String>,
}

/// The field.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let on_change = props.on_choice.reform(|event: Event| chosen_value(&event));
    let options = props.options.iter().map(|(value, words)| {
        html! { <option value={*value} selected={*value == props.value.as_str()}>{*words}</option> }
    });
    html! {
        <>
            <label for={props.id.clone()}>{props.label.clone()}</label>
            <select id={props.id.clone()} onchange={on_change}>{ for options }</select>
        </>
    }
}
