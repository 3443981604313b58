//! Chooses a text: a lesson, the one at hand, one of one's own.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::guide::{for_teachers, items};
use super::{step, use_heading, way};
use crate::components::Dispatch;
use crate::lessons::{Lesson, guide};
use crate::state::find::Finding;
use crate::state::{Action, Screen, Source};
use crate::words;

/// What can be chosen.
#[derive(Clone, PartialEq, Properties)]
pub struct ChooseProps {
    /// Headline of the article at hand, where it has been read.
    pub title: Option<String>,
    /// Whether there is a text at hand.
    pub has_text: bool,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The choice.
#[component]
pub fn Choose(props: &ChooseProps) -> Html {
    let heading = use_heading();
    let guide = use_memo((), |()| guide());
    let dispatch = &props.dispatch;
    let lessons = guide.lessons.iter().enumerate().map(|(place, lesson)| card(dispatch, place, lesson));
    html! {
        <div class="choose">
            <div class="head">
                <h2 ref={heading} tabindex="-1">{words::find::NAME}</h2>
                { way(dispatch, "Leave", Action::Show(Screen::Text)) }
            </div>
            <p class="lead">
                {"Who says what in this article? Mark it yourself, alone or as a class. Then see what the program found in the same words, and "}
                {"where it is wrong. Nothing of the analysis is shown before."}
            </p>
            if props.has_text {
                <section class="here" aria-labelledby="find-here">
                    <h3 id="find-here">{"The text at hand"}</h3>
                    <p>{props.title.clone().unwrap_or_else(|| "The text that you pasted".to_owned())}</p>
                    <button type="button" class="main" onclick={step(dispatch, Finding::Here)}>{"Mark this text"}</button>
                </section>
            }
            <section class="samples" aria-labelledby="find-lessons">
                <h3 id="find-lessons">{"Three lessons"}</h3>
                <ul>{ for lessons }</ul>
            </section>
            <Own dispatch={dispatch.clone()} />
            { for_teachers(&guide) }
        </div>
    }
}

fn card(dispatch: &Dispatch, place: usize, lesson: &Lesson) -> Html {
    let begin = step(dispatch, Finding::Begin(lesson.sample.source(), Some(place)));
    html! {
        <li>
            <button type="button" class="sample" onclick={begin}>
                <span class="shape">{lesson.about.clone()}</span>
                <span class="headline">{format!("{}. {}", place + 1, lesson.title)}</span>
                <span class="about">{lesson.sample.title}</span>
            </button>
        </li>
    }
}

/// A lesson while its text is marked: what to do and to look for; afterwards, what to talk about.
pub fn lesson_box(lesson: &Lesson, afterwards: bool) -> Html {
    let lists = if afterwards {
        html! { <><h3>{"To talk about"}</h3>{ items(&lesson.talk) }</> }
    } else {
        html! { <>{ items(&lesson.task) }<h3>{"What to look for"}</h3>{ items(&lesson.look_for) }</> }
    };
    html! {
        <details class="lesson" open=true>
            <summary>{lesson.title.clone()}</summary>
            { lists }
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OwnProps {
    dispatch: Dispatch,
}

/// A text of one's own: pasted on the start screen it would be shown with its marks at once.
#[component]
fn Own(props: &OwnProps) -> Html {
    let field = use_node_ref();
    let on_submit = {
        let (field, dispatch) = (field.clone(), props.dispatch.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                dispatch.dispatch(Action::Find(Finding::Begin(Source::text(&field.value()), None)));
            }
        })
    };
    html! {
        <form class="own" onsubmit={on_submit}>
            <h3><label for="find-own">{"A text of your own"}</label></h3>
            <textarea
                id="find-own"
                ref={field}
                rows="4"
                lang="en"
                spellcheck="false"
                autocomplete="off"
                placeholder="Paste a news article here. It is shown without marks."
            />
            <button type="submit">{"Mark it"}</button>
        </form>
    }
}
