//! What the marks mean, and switches to hide them.

use yew::prelude::*;

use super::Dispatch;
use crate::state::{Action, Layer};
use crate::words;

/// What is hidden.
#[derive(Clone, PartialEq, Properties)]
pub struct KeyProps {
    /// Layers that are not shown.
    pub hidden: Vec<Layer>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// Tones with what they stand for: the letters come from the types.
const NAMES: [(&str, &str, &str); 5] = [
    ("person", "p", "person"),
    ("organisation", "o", "organisation"),
    ("place", "c", "country or city, l other place, b building"),
    ("group", "g", "nationality or group"),
    ("other", "e", "event, w work, t thing, § law, n other name"),
];

/// Switches and key.
#[component]
pub fn Key(props: &KeyProps) -> Html {
    let switches = Layer::ALL.map(|layer| {
        let dispatch = props.dispatch.clone();
        let onchange = Callback::from(move |_: Event| dispatch.dispatch(Action::Switch(layer)));
        let checked = !props.hidden.contains(&layer);
        html! {
            <label><input type="checkbox" {checked} {onchange} />{words::layer(layer)}</label>
        }
    });
    let names = NAMES.map(|(tone, letter, meaning)| {
        html! { <li><span class="piece" data-n={tone} data-full="" data-letter={letter}>{"Name"}</span>{meaning}</li> }
    });
    html! {
        <div class="key">
            <fieldset>
                <legend class="unseen">{"Marks shown"}</legend>
                { for switches }
            </fieldset>
            <details>
                <summary>{"What the marks mean"}</summary>
                <ul>
                    <li>
                        <span class="piece" data-l0="1">{"what was said"}</span>
                        {"tinted in its speaker’s colour, with the speaker’s initials before it; a layer inside a layer is a quotation within a quotation"}
                    </li>
                    <li><span class="piece" data-cue="">{"said"}</span>{"the words that attribute it"}</li>
                    <li><span class="piece" data-source="">{"who"}</span>{"the words that name who spoke"}</li>
                    { for names }
                </ul>
                <p>
                    {"Point at a quotation to see who said it; click it, or press Enter on the initials, for the reasons. "}
                    {"With the keyboard, Tab reaches the first quotation and the arrow keys go on from there."}
                </p>
            </details>
        </div>
    }
}
