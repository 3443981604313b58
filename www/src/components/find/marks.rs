//! The list of the reader's marks.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::{is_lost, step};
use crate::components::Dispatch;
use crate::lighting;
use crate::reading::Reading;
use crate::state::find::{Find, Finding, Told};
use crate::words;

/// The marks to list.
#[derive(Clone, PartialEq, Properties)]
pub struct MarksProps {
    /// The analysis, for its words alone.
    pub reading: Rc<Reading>,
    /// The marks.
    pub find: Find,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The list. Takes the keyboard where the form that had it is gone.
#[component]
pub fn Marks(props: &MarksProps) -> Html {
    let MarksProps { reading, find, dispatch } = props;
    let marks = &find.marked.marks;
    let list = use_node_ref();
    let made = match &find.told {
        Some(Told::Marked(made)) => marks.iter().position(|mark| mark == made),
        _ => None,
    };
    use_effect_with((find.told.clone(), made), {
        let list = list.clone();
        move |(told, made)| {
            let Some(list) = list.cast::<Element>().filter(|_| told.is_some() && is_lost()) else { return };
            let row = made.and_then(|at| list.query_selector(&format!("[data-row=\"{at}\"]")).ok().flatten());
            let heading = || list.query_selector("h3").ok().flatten();
            if let Some(element) = row.or_else(heading) {
                lighting::focus(&element);
            }
        }
    });
    let rows = marks.iter().enumerate().map(|(at, mark)| {
        let (line, who) = (reading.line(mark.words), words::find::speaker(mark));
        html! {
            <li key={format!("{}-{}", mark.words.start, mark.words.end)}>
                <button
                    type="button"
                    class="change"
                    data-row={at.to_string()}
                    title="Change"
                    onclick={step(dispatch, Finding::Change(at))}
                >
                    <span class="number" aria-hidden="true">{at + 1}</span>
                    <span class="who"><span class="unseen">{"Change: "}</span>{who.to_owned()}<span class="unseen">{": "}</span></span>
                    <span class="said">{line.clone()}</span>
                </button>
                <button
                    type="button"
                    class="remove"
                    aria-label={format!("Remove: “{line}”")}
                    title="Remove"
                    onclick={step(dispatch, Finding::Remove(at))}
                >{"×"}</button>
            </li>
        }
    });
    html! {
        <section class="marks" id="find-marks" aria-labelledby="find-marks-heading" ref={list}>
            <h3 id="find-marks-heading" tabindex="-1">{words::find::marks(marks.len())}</h3>
            if marks.is_empty() {
                <p class="none">{"Select words in the text that somebody says, thinks or wants. Then tell who it is."}</p>
            } else {
                <ol>{ for rows }</ol>
            }
            <div class="steps">
                <button type="button" disabled={find.before.is_empty()} onclick={step(dispatch, Finding::Undo)}>{"Undo"}</button>
                <button type="button" class="main" disabled={marks.is_empty()} onclick={step(dispatch, Finding::Compare)}>
                    {"Compare with the program"}
                </button>
            </div>
        </section>
    }
}
