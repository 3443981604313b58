//! How sure a quotation must be to be shown: a choice of three, with what it gives and how many there are now.

use whosaid::Strictness;
use yew::prelude::*;

use super::Dispatch;
use crate::state::Action;
use crate::words;

/// The choice that stands.
#[derive(Clone, PartialEq, Properties)]
pub struct StrictnessSwitchProps {
    /// How sure a quotation must be.
    pub strictness: Strictness,
    /// Quotations that are shown; `None` while the text is read again.
    pub quotes: Option<usize>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The switch.
#[component]
pub fn StrictnessSwitch(props: &StrictnessSwitchProps) -> Html {
    let choices = Strictness::ALL.map(|strictness| {
        let dispatch = props.dispatch.clone();
        let onchange = Callback::from(move |_: Event| dispatch.dispatch(Action::Demand(strictness)));
        let checked = props.strictness == strictness;
        html! {
            <label>
                <input type="radio" name="strictness" value={strictness.name()} {checked} {onchange} />
                <span>{words::strictness(strictness)}</span>
            </label>
        }
    });
    let shown = props.quotes.map_or_else(
        || "Reading again …".to_owned(),
        |quotes| format!("{}.", words::count(quotes, "quotation", "quotations")),
    );
    html! {
        <fieldset class="strictness" aria-describedby="strictness-gives">
            <legend>{"How sure?"}</legend>
            <div class="choices">{ for choices }</div>
            <p id="strictness-gives">
                <strong>{shown}</strong>
                {" "}
                {words::strictness_gives(props.strictness)}
            </p>
        </fieldset>
    }
}
