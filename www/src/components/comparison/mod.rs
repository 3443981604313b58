//! Two articles on one story side by side: who speaks in both, with what share and in what words, and who in one alone.

mod chooser;
mod offers;
mod voice;

use std::rc::Rc;

use whosaid::views::{Comparison as Compared, compare};
use yew::prelude::*;

use super::Dispatch;
use super::fold::{MOST_ROWS, unfold};
use crate::reading::Reading;
use crate::state::{Action, Comparing, Entry, Other};
use crate::words::{self, comparison as said};
use chooser::Chooser;
pub use offers::offers;
use voice::{Alone, InBoth, Side};

/// What is compared.
#[derive(Clone, PartialEq, Properties)]
pub struct ComparisonProps {
    /// The article at hand.
    pub reading: Rc<Reading>,
    /// The other, if one was chosen.
    pub other: Option<Other>,
    /// What is at hand to be the other, with a name for each.
    pub offers: Vec<(String, Entry)>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The comparison, or what it needs first.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let theirs = props.other.as_ref().and_then(|other| other.reading.clone());
    let found = use_memo((props.reading.clone(), theirs.clone()), |(mine, theirs)| {
        theirs.as_ref().map(|theirs| compare(&mine.document, &theirs.document))
    });
    let pair = theirs.clone().map(|theirs| [props.reading.clone(), theirs]);
    let verdict = match (&*found, &pair) {
        (_, Some([mine, theirs])) if mine.document.text == theirs.document.text => said::SAME.to_owned(),
        (Some(found), _) => said::verdict(found),
        (None, _) if props.other.is_some() => said::READS.to_owned(),
        _ => String::new(),
    };
    html! {
        <section class="comparison" aria-labelledby="comparison-heading">
            <h2 id="comparison-heading">{"Compare two articles"}</h2>
            <div class="sides">
                { head(Side::A, &title(&props.reading, ""), Some(&*props.reading), Html::default()) }
                if let Some(other) = &props.other {
                    { head(
                        Side::B,
                        &theirs.as_ref().map_or_else(|| other.entry.name.to_string(), |it| title(it, &other.entry.name)),
                        theirs.as_deref(),
                        ways_on(props, theirs.is_some()),
                    ) }
                } else {
                    <Chooser offers={props.offers.clone()} dispatch={props.dispatch.clone()} />
                }
            </div>
            <p class="verdict" role="status">{verdict}</p>
            if let (Some(found), Some(pair)) = (&*found, pair) {
                <Voices found={found.clone()} {pair} dispatch={props.dispatch.clone()} />
            }
        </section>
    }
}

/// The headline of an article, else the name of its file.
fn title(reading: &Reading, name: &str) -> String {
    let headline = reading.document.title.clone();
    headline.unwrap_or_else(|| if name.is_empty() { said::UNTITLED.to_owned() } else { name.to_owned() })
}

fn head(side: Side, title: &str, reading: Option<&Reading>, ways_on: Html) -> Html {
    html! {
        <div class="side" data-side={side.letter()}>
            <p class="which">{ side.mark() }{" "}{side.role()}</p>
            <h3>{title.to_owned()}</h3>
            if let Some(reading) = reading {
                <p class="facts">{said::facts(reading)}</p>
            }
            { ways_on }
        </div>
    }
}

/// What can be done with the other article.
fn ways_on(props: &ComparisonProps, is_read: bool) -> Html {
    let send = |step: Comparing| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Compare(step.clone())))
    };
    let another = if is_read { "Compare with another" } else { "Stop" };
    html! {
        <p class="ways">
            if is_read {
                <button type="button" onclick={send(Comparing::TurnTo)}>{"Read this one"}</button>
            }
            <button type="button" onclick={send(Comparing::WithAnother)}>{another}</button>
        </p>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct VoicesProps {
    found: Compared,
    pair: [Rc<Reading>; 2],
    dispatch: Dispatch,
}

/// Who speaks in both and who in one alone. What of long lists is not shown at once is shown when it is asked for.
#[component]
fn Voices(props: &VoicesProps) -> Html {
    let unfolded = use_state(|| false);
    let most = if *unfolded { usize::MAX } else { MOST_ROWS };
    let VoicesProps { found, pair: [mine, theirs], dispatch } = props;
    let both = found.both.iter().take(most).map(|voices| {
        let key = voices.each_ref().map(|voice| voice.speaker.unwrap_or_default());
        html! {
            <InBoth
                key={format!("{key:?}")}
                readings={props.pair.clone()}
                voices={voices.clone()}
                dispatch={dispatch.clone()}
            />
        }
    });
    let alone = [(Side::A, mine, &found.first), (Side::B, theirs, &found.second)].map(|(side, reading, voices)| {
        let rows = voices.iter().take(most).map(|voice| {
            let key = voice.speaker.unwrap_or_default();
            html! { <Alone {key} {side} reading={reading.clone()} voice={voice.clone()} dispatch={dispatch.clone()} /> }
        });
        let heading = format!("only-{}", side.letter());
        html! {
            <section class="only" data-side={side.letter()} aria-labelledby={heading.clone()}>
                <h3 id={heading}>{"Only in "}{ side.mark() }</h3>
                if voices.is_empty() {
                    <p class="none">{"Nobody"}</p>
                } else {
                    <ul>{ for rows }</ul>
                }
            </section>
        }
    });
    let longest = found.both.len().max(found.first.len()).max(found.second.len());
    let all = found.both.len() + found.first.len() + found.second.len();
    html! {
        <>
            if !found.both.is_empty() {
                <section class="in-both" aria-labelledby="in-both">
                    <h3 id="in-both">{"In both"}</h3>
                    <ul>{ for both }</ul>
                </section>
            }
            if all > 0 {
                <div class="apart">{ for alone }</div>
            }
            if longest > MOST_ROWS {
                { unfold(&unfolded, all, "voices") }
            }
            <p class="explained">{words::comparison::HOW}</p>
        </>
    }
}
