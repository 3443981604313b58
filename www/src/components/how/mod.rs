//! "How it works": one sentence layer by layer, step after step, in a dialog of the browser's own.

mod evidence;
mod mark;
mod quotation;
mod steps;
mod tree;
mod tree_shape;
mod which;

use std::rc::Rc;

use web_sys::{HtmlDialogElement, HtmlElement};
use whosaid::explain::SentenceLayers;
use yew::prelude::*;

use self::steps::{Setting, shown};
use self::which::Which;
use super::{Dispatch, ReadAnew};
use crate::reading::Reading;
use crate::state::{Action, Look, Step, Walk};
use crate::words::how as words;

/// Where the reader is.
#[derive(Clone, PartialEq, Properties)]
pub struct HowProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// Sentence and step.
    pub walk: Walk,
    /// The layers of the sentence: none while they are looked for, then what was found, if anything was.
    pub layers: Option<Option<Rc<SentenceLayers>>>,
    /// Whether the analysis came from a file: then there are no layers.
    pub saved: bool,
    /// Whether the reader corrected something: the layers do not know of it.
    pub corrected: bool,
    /// Whether the text came as a page of the web.
    pub from_html: bool,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The dialog. It is modal: the browser keeps the keyboard inside, closes it with Escape and gives the keyboard back to
/// whatever opened it.
#[component]
pub fn HowItWorks(props: &HowProps) -> Html {
    let (dialog, heading, step_heading) = (use_node_ref(), use_node_ref(), use_node_ref());
    use_effect_with((), {
        let (dialog, heading) = (dialog.clone(), heading.clone());
        move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                let _ = dialog.show_modal();
            }
            focus(&heading);
        }
    });
    let first = use_mut_ref(|| true);
    use_effect_with(props.walk.step, {
        let heading = step_heading.clone();
        move |_| {
            // When the dialog opens, its own head is read first.
            if !first.replace(false) {
                focus(&heading);
            }
        }
    });
    let closed = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            // Those of the tables inside come by too.
            if event.target_dyn_into::<HtmlDialogElement>().is_some() {
                dispatch.dispatch(Action::How(Look::Leave));
            }
        })
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    // The page closes the card behind with Escape; this one is the dialog's.
    let keep = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    html! {
        <dialog ref={dialog} class="how" aria-labelledby="how-heading" closedby="any" onclose={closed} onkeydown={keep}>
            <div class="head">
                <h2 id="how-heading" ref={heading} tabindex="-1">{"How it works"}</h2>
                <button type="button" class="close" aria-label="Close" onclick={close}>{"×"}</button>
            </div>
            <Which reading={props.reading.clone()} sentence={props.walk.sentence} dispatch={props.dispatch.clone()} />
            { ways(props) }
            { step(props, step_heading) }
        </dialog>
    }
}

fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

fn go(dispatch: &Dispatch, look: Look) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::How(look.clone())))
}

/// The steps as a list to choose from.
fn ways(props: &HowProps) -> Html {
    let way = |step: Step| {
        let current = (step == props.walk.step).then_some("step");
        html! {
            <li>
                <button type="button" aria-current={current} onclick={go(&props.dispatch, Look::Step(step))}>
                    <span class="number">{number(step)}</span><span class="name">{words::step(step)}</span>
                </button>
            </li>
        }
    };
    html! { <nav class="ways" aria-label="Steps"><ol>{ for Step::ALL.map(way) }</ol></nav> }
}

fn number(step: Step) -> String {
    (step as usize + 1).to_string()
}

/// The step that is looked at, and the way to the next.
fn step(props: &HowProps, heading: NodeRef) -> Html {
    let step = props.walk.step;
    let setting = Setting { reading: &props.reading, from_html: props.from_html };
    let (waits, picture) = match &props.layers {
        _ if props.saved => (
            "The saved analysis holds what was found, but not how.".to_owned(),
            html! { <ReadAnew dispatch={props.dispatch.clone()} /> },
        ),
        None => ("Looking at the sentence …".to_owned(), Html::default()),
        Some(None) => ("This sentence could not be told layer by layer.".to_owned(), Html::default()),
        Some(Some(layers)) => (String::new(), shown(step, layers, &setting)),
    };
    html! {
        <>
            <section class="step" aria-labelledby="how-step" data-step={number(step)}>
                <h3 id="how-step" ref={heading} tabindex="-1">{format!("{}. {}", number(step), words::step(step))}</h3>
                <p class="about">{words::about(step)}</p>
                <p role="status" class={if waits.is_empty() { "unseen" } else { "waits" }}>{waits}</p>
                { picture }
                if props.corrected && props.layers.is_some() {
                    <p class="aside">{"This is how the program read it, without your corrections."}</p>
                }
            </section>
            <p class="onward-step">
                if let Some(next) = step.next() {
                    <button type="button" class="main" onclick={go(&props.dispatch, Look::Step(next))}>
                        {format!("Next: {}", words::step(next))}<span aria-hidden="true">{" →"}</span>
                    </button>
                } else {
                    <button type="button" class="main" onclick={go(&props.dispatch, Look::Step(Step::Text))}>
                        {"Back to the first step"}
                    </button>
                }
            </p>
        </>
    }
}
