//! The card of one mention by name: what it is taken for, how sure that is, and why.

use std::rc::Rc;

use web_sys::Element;
use whosaid::document::{MentionRecord, NameWhy, SpanRecord};
use whosaid::labels::EntityType;
use whosaid::views::{name_sentences, value_words};
use yew::prelude::*;

use super::card::{close, how_it_works};
use super::correct::NameForm;
use super::{Dispatch, ReadAnew, mine};
use crate::lighting;
use crate::reading::{Reading, Tone};
use crate::state::{Action, Look, Opened};
use crate::words;

/// The mention whose card is open.
#[derive(Clone, PartialEq, Properties)]
pub struct NameCardProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// The mention.
    pub mention: u32,
    /// Its reasons: none while they are looked for, then what was found, if anything was.
    pub why: Option<Option<Rc<NameWhy>>>,
    /// Whether the analysis came from a file: then only the reasons that are in it can be told.
    pub saved: bool,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The card.
#[component]
pub fn NameCard(props: &NameCardProps) -> Html {
    let heading = use_node_ref();
    let place = props.reading.named(props.mention).map(|it| (it.start, it.end));
    use_effect_with(place, {
        let (heading, mention) = (heading.clone(), props.mention);
        move |_| {
            if let Some(heading) = heading.cast::<Element>() {
                lighting::focus_card(&heading);
            }
            lighting::keep_mention_in_view(mention);
        }
    });
    let reading = &props.reading;
    let Some(mention) = reading.named(props.mention) else { return Html::default() };
    let entity_type = EntityType::from_name(&mention.entity_type).unwrap_or(EntityType::Misc);
    html! {
        <dialog class="card" open=true aria-labelledby="card-name" data-n={Tone::of(entity_type).name()}>
            <div class="head">
                <h2 id="card-name" ref={heading} tabindex="-1">{line(reading, mention)}</h2>
                <button type="button" class="close" aria-label="Close" onclick={close(&props.dispatch, reading, Opened::Name(mention.id))}>{"×"}</button>
            </div>
            <p class="manner">{words::type_name(entity_type)}{mine(mention.corrected)}</p>
            { facts(reading, mention) }
            { steps(props) }
            if mention.corrected {
                // The reader's word needs no reasons.
            } else if props.saved && mention.why.is_none() {
                { not_saved(&props.dispatch) }
            } else {
                { why(entity_type, &of_record(mention).or_else(|| props.why.clone())) }
            }
            <div class="steps">{ how_it_works(&props.dispatch, Look::Mention(mention.id)) }</div>
            <NameForm reading={reading.clone()} mention={props.mention} dispatch={props.dispatch.clone()} />
        </dialog>
    }
}

fn line(reading: &Reading, mention: &MentionRecord) -> String {
    reading.line(SpanRecord { start: mention.start, end: mention.end })
}

fn facts(reading: &Reading, mention: &MentionRecord) -> Html {
    let row = |term: &'static str, value: String| html! { <><dt>{term}</dt><dd>{value}</dd></> };
    let owner = mention.entity.and_then(|id| reading.entity(id));
    let full = owner.filter(|owner| owner.name != line(reading, mention));
    html! {
        <dl>
            if let Some(full) = full {
                { row("In full", full.name.clone()) }
            }
            if let Some(owner) = owner.filter(|owner| !owner.titles.is_empty()) {
                { row("Title", owner.titles.join(", ")) }
            }
            if let Some(value) = &mention.value {
                { row("Means", value_words(value)) }
            }
            { row("How sure", words::confidence(mention.confidence, mention.corrected)) }
        </dl>
    }
}

/// The reasons that the record holds.
fn of_record(mention: &MentionRecord) -> Option<Option<Rc<NameWhy>>> {
    mention.why.clone().map(|why| Some(Rc::new(why)))
}

fn not_saved(dispatch: &Dispatch) -> Html {
    html! {
        <section class="why" aria-labelledby="card-why">
            <h3 id="card-why">{"Why?"}</h3>
            <p class="waiting">{"The saved analysis does not hold the reasons of this name."}</p>
            <div class="steps"><ReadAnew dispatch={dispatch.clone()} /></div>
        </section>
    }
}

/// Reasons come from the worker a moment after the card has opened; room is kept for them, and nothing below moves.
fn why(entity_type: EntityType, why: &Option<Option<Rc<NameWhy>>>) -> Html {
    let sentences = match why {
        None => None,
        Some(None) => Some(vec!["The reasons could not be found.".to_owned()]),
        Some(Some(why)) => Some(name_sentences(entity_type, why)),
    };
    let said = match &sentences {
        None => "Looking for the reasons …".to_owned(),
        Some(sentences) => words::count(sentences.len(), "reason", "reasons"),
    };
    html! {
        <section class="why reasons" aria-labelledby="card-why" aria-busy={sentences.is_none().to_string()}>
            <h3 id="card-why">{"Why?"}</h3>
            <p role="status" class={if sentences.is_none() { "waiting" } else { "unseen" }}>{said}</p>
            if let Some(sentences) = sentences {
                <ul>{ for sentences.into_iter().map(|sentence| html! { <li>{sentence}</li> }) }</ul>
            }
        </section>
    }
}

/// Ways to the mention by name before this one and after it, of the same person or thing.
fn steps(props: &NameCardProps) -> Html {
    let all = props.reading.name_of(props.mention).map_or(&[][..], |entry| &entry.mentions);
    let named: Vec<u32> = all.iter().copied().filter(|id| props.reading.named(*id).is_some()).collect();
    let place = named.iter().position(|id| *id == props.mention).unwrap_or(0);
    let to = |label: &'static str, other: Option<u32>| {
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(other) = other {
                dispatch.dispatch(Action::Open(Opened::Name(other)));
                lighting::show_mention(other);
            }
        });
        html! { <button type="button" disabled={other.is_none()} {onclick}>{label}</button> }
    };
    if named.len() < 2 {
        return Html::default();
    }
    html! {
        <div class="steps">
            { to("Previous mention", place.checked_sub(1).and_then(|before| named.get(before)).copied()) }
            { to("Next mention", named.get(place + 1).copied()) }
            <span class="place">{format!("{} of {}", place + 1, words::number(named.len()))}</span>
        </div>
    }
}
