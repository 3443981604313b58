//! One voice of a comparison: its share of each article and what is given as its words there.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use whosaid::views::Voice;
use yew::prelude::*;

use super::super::Dispatch;
use super::super::fold::on_toggle;
use crate::hooks::use_print;
use crate::lighting;
use crate::reading::Reading;
use crate::state::{Action, Opened, Screen};
use crate::words;

/// Quotations of a voice that are shown at once.
const MOST_QUOTES: usize = 4;

/// One of the two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one at hand.
    A,
    /// The other.
    B,
}

impl Side {
    /// What stands for it.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }

    /// The same in words.
    pub const fn role(self) -> &'static str {
        match self {
            Self::A => "This article",
            Self::B => "The other article",
        }
    }

    /// Its sign.
    pub fn mark(self) -> Html {
        html! { <span class="mark" data-side={self.letter()}>{self.letter()}</span> }
    }
}

/// A voice of both articles.
#[derive(Clone, PartialEq, Properties)]
pub struct InBothProps {
    /// Both articles.
    pub readings: [Rc<Reading>; 2],
    /// The voice in each.
    pub voices: [Voice; 2],
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// Its share and words in one beside those in the other.
#[component]
pub fn InBoth(props: &InBothProps) -> Html {
    let InBothProps { readings, voices, dispatch } = props;
    let known = [0, 1].map(|side| named(&readings[side], &voices[side]));
    // As the article names them that says more.
    let [first, second] = &known;
    let (name, titles) = if second.0.chars().count() > first.0.chars().count() { second } else { first };
    let columns = [Side::A, Side::B].into_iter().zip(readings).zip(voices).map(|((side, reading), voice)| {
        html! {
            <div class="of" data-side={side.letter()}>
                { portion(Some(side), voice) }
                <Said {side} reading={reading.clone()} voice={voice.clone()} dispatch={dispatch.clone()} />
            </div>
        }
    });
    html! {
        <li class="voice">
            <h4>{name.clone()}{ titled(titles) }</h4>
            <div class="pair">{ for columns }</div>
        </li>
    }
}

/// A voice of one article.
#[derive(Clone, PartialEq, Properties)]
pub struct AloneProps {
    /// Which article.
    pub side: Side,
    /// It.
    pub reading: Rc<Reading>,
    /// The voice.
    pub voice: Voice,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// Its share; opened, its words.
#[component]
pub fn Alone(props: &AloneProps) -> Html {
    let AloneProps { side, reading, voice, dispatch } = props;
    let opened = use_state(|| false);
    let printing = use_print();
    let (name, titles) = named(reading, voice);
    html! {
        <li class="voice">
            <details open={*opened || printing} ontoggle={(!printing).then(|| on_toggle(&opened))}>
                <summary>
                    <span class="name">{name}</span>
                    { titled(&titles) }
                    { portion(None, voice) }
                </summary>
                if *opened || printing {
                    <Said side={*side} reading={reading.clone()} voice={voice.clone()} dispatch={dispatch.clone()} />
                }
            </details>
        </li>
    }
}

fn named(reading: &Reading, voice: &Voice) -> (String, String) {
    let speaker = voice.speaker.and_then(|id| reading.entity(id));
    speaker.map_or_else(Default::default, |who| (who.name.clone(), who.titles.join(", ")))
}

fn titled(titles: &str) -> Html {
    if titles.is_empty() {
        return Html::default();
    }
    html! { <>{" "}<span class="titles">{titles.to_owned()}</span></> }
}

/// How much of what is said in an article is theirs, as a bar and in figures.
fn portion(side: Option<Side>, voice: &Voice) -> Html {
    let quotes = words::count(voice.quotes.len(), "quotation", "quotations");
    html! {
        <span class="portion">
            { for side.map(Side::mark) }
            <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="whole" width="1000" height="10" />
                <rect class="part" width={voice.share_thousandths.to_string()} height="10" />
            </svg>
            <span class="percent">{words::percent(voice.share_thousandths)}</span>
            <span class="unseen">{" of the words said; "}</span>
            <span class="quotes">{quotes}</span>
        </span>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SaidProps {
    side: Side,
    reading: Rc<Reading>,
    voice: Voice,
    dispatch: Dispatch,
}

/// What a voice says in an article. A quotation of the one at hand leads to its place.
#[component]
fn Said(props: &SaidProps) -> Html {
    let unfolded = use_state(|| false);
    let printing = use_print();
    let SaidProps { side, reading, voice, dispatch } = props;
    let most = if *unfolded || printing { usize::MAX } else { MOST_QUOTES };
    let quotes = voice.quotes.iter().take(most).filter_map(|id| reading.quote(*id)).map(|quote| {
        let kind = quote.kind.clone();
        let said = html! {
            <>
                <span class="manner">{words::manner(quote).to_owned()}</span>
                <span class="said" data-kind={kind}>{reading.line_of(quote)}</span>
            </>
        };
        let (id, dispatch) = (quote.id, dispatch.clone());
        html! {
            <li key={id}>
                if *side == Side::A {
                    <button type="button" class="jump" onclick={move |_: MouseEvent| show(&dispatch, id)}>{said}</button>
                } else {
                    <div class="jump">{said}</div>
                }
            </li>
        }
    });
    let left = voice.quotes.len().saturating_sub(MOST_QUOTES);
    let onclick = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set(!*unfolded))
    };
    html! {
        <>
            <ol>{ for quotes }</ol>
            if left > 0 {
                <button type="button" class="unfold" {onclick}>
                    {if *unfolded { words::first_of(MOST_QUOTES) } else { words::all_of(voice.quotes.len(), "quotations") }}
                </button>
            }
        </>
    }
}

/// Turns to the article with the card of a quotation open.
fn show(dispatch: &Dispatch, quote: u32) {
    dispatch.dispatch(Action::Show(Screen::Article));
    dispatch.dispatch(Action::Open(Opened::Quote(quote)));
    // When the article is there.
    Timeout::new(0, move || lighting::show_quote(quote)).forget();
}
