//! The card of one attribution: who, how, how sure, and why.

use std::rc::Rc;

use web_sys::Element;
use whosaid::document::QuoteRecord;
use yew::prelude::*;

use super::correct::QuoteForm;
use super::{CopyQuote, Dispatch, mine};
use crate::reading::Reading;
use crate::state::{Action, Look, Opened};
use crate::words;
use crate::{lighting, selection};

/// The attribution whose card is open.
#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// The quote.
    pub quote: u32,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The card.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let heading = use_node_ref();
    // Known by its place: a correction may give it another number, and the keyboard stays where it is.
    let place = props.reading.quote(props.quote).map(|quote| (quote.content.clone(), quote.cue));
    use_effect_with(place, {
        let (heading, quote) = (heading.clone(), props.quote);
        move |_| {
            if let Some(heading) = heading.cast::<Element>() {
                lighting::focus_card(&heading);
            }
            lighting::keep_in_view(quote);
        }
    });
    let Some(quote) = props.reading.quote(props.quote) else { return Html::default() };
    let close = close(&props.dispatch, &props.reading, Opened::Quote(props.quote));
    let speaker = props.reading.speaker(quote);
    html! {
        <dialog class="card" open=true aria-labelledby="card-speaker" data-tint={props.reading.tint(quote.speaker).to_string()}>
            <div class="head">
                <h2 id="card-speaker" ref={heading} tabindex="-1">
                    { speaker.map_or_else(|| "Nobody named".to_owned(), |who| who.name.clone()) }
                </h2>
                <button type="button" class="close" aria-label="Close" onclick={close}>{"×"}</button>
            </div>
            if let Some(who) = speaker.filter(|who| !who.titles.is_empty()) {
                <p class="titles">{who.titles.join(", ")}</p>
            }
            <p class="manner">{manner(quote)}{mine(quote.corrected)}</p>
            <blockquote data-kind={quote.kind.clone()}>{props.reading.line_of(quote)}</blockquote>
            { facts(&props.reading, quote) }
            { why(quote) }
            { steps(props, quote) }
            <CopyQuote reading={props.reading.clone()} quote={quote.id} />
            <QuoteForm reading={props.reading.clone()} quote={props.quote} dispatch={props.dispatch.clone()} />
        </dialog>
    }
}

/// Closes the card of `opened` and goes back to where it was opened.
pub fn close(dispatch: &Dispatch, reading: &Rc<Reading>, opened: Opened) -> Callback<MouseEvent> {
    let (dispatch, reading) = (dispatch.clone(), reading.clone());
    Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Close);
        leave_card(&reading, opened);
    })
}

/// The way to the layers of a sentence.
pub fn how_it_works(dispatch: &Dispatch, look: Look) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::How(look.clone())));
    html! { <button type="button" class="how-offer" aria-haspopup="dialog" {onclick}>{"How it works"}</button> }
}

/// Moves the keyboard from a card back to what it is about.
pub fn leave_card(reading: &Reading, opened: Opened) {
    match opened {
        Opened::Quote(quote) => lighting::focus_quote(quote),
        Opened::Words(_) => selection::clear(),
        Opened::Name(mention) => {
            if let Some(first) = reading.name_of(mention).and_then(|name| name.mentions.first()) {
                lighting::focus_name(*first);
            }
        }
    }
}

/// Class and kind: "Says, in the writer’s words".
fn manner(quote: &QuoteRecord) -> String {
    let kind = words::quote_kind(&quote.kind);
    format!("{}, {}", words::quote_class(&quote.class), kind.to_lowercase())
}

fn facts(reading: &Reading, quote: &QuoteRecord) -> Html {
    let row = |term: &'static str, value: String| html! { <><dt>{term}</dt><dd>{value}</dd></> };
    let named = quote.source.map(|span| reading.line(span));
    let cue = quote.cue.map(|span| reading.line(span));
    let addressees: Vec<_> =
        quote.addressees.iter().filter_map(|id| reading.entity(*id)).map(|who| who.name.as_str()).collect();
    html! {
        <dl>
            if !addressees.is_empty() {
                { row("To", addressees.join(", ")) }
            }
            if let Some(named) = named {
                { row("Named by", format!("“{named}”")) }
            }
            if let Some(cue) = cue {
                { row("Told by", format!("“{cue}”")) }
            }
            { row("Stance", words::polarity(&quote.polarity).to_owned()) }
            { row("How sure", words::confidence(quote.confidence, quote.corrected)) }
        </dl>
    }
}

fn why(quote: &QuoteRecord) -> Html {
    let Some(why) = quote.why.as_ref().filter(|why| !why.reasons.is_empty()) else { return Html::default() };
    html! {
        <section class="why" aria-labelledby="card-why">
            <h3 id="card-why">{"Why?"}</h3>
            <ul>{ for why.reasons.iter().map(|reason| html! { <li>{reason.clone()}</li> }) }</ul>
        </section>
    }
}

/// Ways to the quotation around this one, the one before and the one after.
fn steps(props: &CardProps, quote: &QuoteRecord) -> Html {
    let to = |label: &'static str, other: Option<u32>| {
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(other) = other {
                dispatch.dispatch(Action::Open(Opened::Quote(other)));
                lighting::show_quote(other);
            }
        });
        html! { <button type="button" disabled={other.is_none()} {onclick}>{label}</button> }
    };
    html! {
        <div class="steps">
            { to("Previous", props.reading.neighbour(quote.id, -1)) }
            { to("Next", props.reading.neighbour(quote.id, 1)) }
            if quote.parent.is_some() {
                { to("The quotation around it", quote.parent) }
            }
            { how_it_works(&props.dispatch, Look::Quote(quote.id)) }
        </div>
    }
}
