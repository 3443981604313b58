//! "Find it first": readers mark who said what before they see the analysis, then both are compared.

mod choose;
mod compared;
mod entry;
mod guide;
mod mark_form;
mod marking;
mod marks;
mod row;
mod sheet;
mod text;

use std::rc::Rc;

use web_sys::Element;
use whosaid::Document;
use whosaid::views::{self, Agreement};
use yew::prelude::*;

pub use entry::FindEntry;

use self::choose::Choose;
use self::compared::Compared;
use self::marking::Marking;
use super::Dispatch;
use crate::lighting;
use crate::reading::Reading;
use crate::state::find::{Find, Finding, Stage};
use crate::state::{Action, Edits, Screen};

/// What is at hand.
#[derive(Clone, PartialEq, Properties)]
pub struct FindItFirstProps {
    /// The marks, and how far the reader is.
    pub find: Find,
    /// The analysis with corrections, once the text has been read.
    pub reading: Option<Rc<Reading>>,
    /// The corrections, and the analysis without them.
    pub edits: Edits,
    /// Whether there is a text at all.
    pub has_text: bool,
    /// Whether the text is still being read, so that `reading` may be of another.
    pub reads: bool,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The screen.
#[component]
pub fn FindItFirst(props: &FindItFirstProps) -> Html {
    let FindItFirstProps { find, dispatch, .. } = props;
    let analysed = props.edits.analysed.clone().filter(|_| !props.reads);
    let ready = props.reading.clone().filter(|_| !props.reads).zip(analysed);
    let inside = match (find.setting.stage, ready) {
        (Stage::Choosing, _) => html! {
            <Choose
                title={props.reading.as_ref().map(|reading| title(&reading.document))}
                has_text={props.has_text}
                dispatch={dispatch.clone()}
            />
        },
        (Stage::Marking, Some((reading, _))) => {
            html! { <Marking find={find.clone()} {reading} dispatch={dispatch.clone()} /> }
        }
        (Stage::Compared, Some((reading, analysed))) => html! {
            <Compared
                find={find.clone()}
                {reading}
                analysed={Whole(analysed)}
                edits={props.edits.clone()}
                dispatch={dispatch.clone()}
            />
        },
        _ => html! {
            <div class="head">
                <p>{"The text is being prepared …"}</p>
                { way(dispatch, "Leave", Action::Show(Screen::Text)) }
            </div>
        },
    };
    html! { <div class="finding" data-large={find.setting.large.then_some("")}>{inside}</div> }
}

/// A Document that is the same only if it is the same one: comparing long ones would take time.
#[derive(Clone, Debug)]
pub struct Whole(pub Rc<Document>);

impl PartialEq for Whole {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The marks beside what the program found by itself. A reader's corrections of it are no part of that.
pub fn agreement(find: &Find, analysed: &Document) -> Agreement {
    views::agreement(analysed, &find.marked.marks)
}

/// The headline, else what the text is called.
fn title(document: &Document) -> String {
    document.title.clone().unwrap_or_else(|| "A text without a headline".to_owned())
}

/// A button that sends an action.
fn way(dispatch: &Dispatch, label: &'static str, action: Action) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()));
    html! { <button type="button" {onclick}>{label}</button> }
}

/// The same for a step of finding.
fn step(dispatch: &Dispatch, finding: Finding) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(Action::Find(finding.clone())))
}

/// The heading of a stage, which takes the keyboard when the stage begins, and the page to its top.
#[hook]
fn use_heading() -> NodeRef {
    let heading = use_node_ref();
    use_effect_with((), {
        let heading = heading.clone();
        move |()| {
            if let Some(heading) = heading.cast::<Element>() {
                lighting::focus(&heading);
            }
            if let Some(window) = web_sys::window() {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
    });
    heading
}

/// Whether whoever uses the keyboard has lost their place: what had it is gone.
fn is_lost() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let active = document.as_ref().and_then(|document| document.active_element());
    active.is_none_or(|active| active.tag_name() == "BODY")
}
