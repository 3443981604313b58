//! What the marks mean, and switches to hide them.

use yew::prelude::*;

use super::card::how_it_works;
use super::{Dispatch, FindEntry};
use crate::reading::Tone;
use crate::state::{Action, Layer, Look};
use crate::words;

/// What is hidden.
#[derive(Clone, PartialEq, Properties)]
pub struct KeyProps {
    /// Layers that are not shown.
    pub hidden: Vec<Layer>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// Families of names with their letters and what these stand for.
const NAMES: [(Tone, &str, &str); 5] = [
    (Tone::Person, "p", "person"),
    (Tone::Organisation, "o", "organisation"),
    (Tone::Place, "c", "country or city, l other place, b building"),
    (Tone::Group, "g", "nationality or group"),
    (Tone::Other, "e", "event, w work, t thing, § law, n other name"),
];

/// Switches and key.
#[component]
pub fn Key(props: &KeyProps) -> Html {
    let switch = |layer: Layer, label: Html| {
        let dispatch = props.dispatch.clone();
        let onchange = Callback::from(move |_: Event| dispatch.dispatch(Action::Switch(layer)));
        let checked = !props.hidden.contains(&layer);
        html! { <label><input type="checkbox" {checked} {onchange} />{label}</label> }
    };
    let main = [Layer::Quotations, Layer::Names, Layer::Of(Tone::Value)];
    let names = NAMES.map(|(tone, letter, meaning)| {
        let label = html! {
            <span>
                <span class="piece" data-n={tone.name()} data-full="" data-letter={letter}>{"Name"}</span>{meaning}
            </span>
        };
        html! { <li>{switch(Layer::Of(tone), label)}</li> }
    });
    html! {
        <div class="key">
            <fieldset>
                <legend class="unseen">{"Marks shown"}</legend>
                { for main.map(|layer| switch(layer, html! { {words::layer(layer)} })) }
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
                </ul>
                <fieldset>
                    <legend>{"Names that are marked"}</legend>
                    <ul>{ for names }</ul>
                </fieldset>
                <p>
                    {"Point at a quotation to see who said it; click it, or press Enter on the initials, for the reasons. "}
                    {"With the keyboard, Tab reaches the first quotation and the arrow keys go on from there; ? lists all keys."}
                </p>
            </details>
            <div class="ways">
                <FindEntry small=true dispatch={props.dispatch.clone()} />
                { how_it_works(&props.dispatch, Look::Begin) }
            </div>
        </div>
    }
}
