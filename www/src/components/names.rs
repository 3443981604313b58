//! Who and what is named: grouped by type, with counts, other names, and a way from mention to mention.

use std::rc::Rc;

use whosaid::labels::EntityType;
use whosaid::views::{NameEntry, NameGroup};
use yew::prelude::*;

use super::fold::{MOST_ROWS, on_toggle, unfold};
use super::{Dispatch, mine};
use crate::lighting;
use crate::reading::{Reading, Tone};
use crate::state::{Action, Opened};
use crate::words;

/// The analysis whose names are shown.
#[derive(Clone, PartialEq, Properties)]
pub struct NamesProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// Names by type; dates and numbers folded.
#[component]
pub fn Names(props: &NamesProps) -> Html {
    let opened = use_state(|| false);
    let shown = |group: &NameGroup| {
        let (reading, dispatch) = (props.reading.clone(), props.dispatch.clone());
        html! { <Group key={group.entity_type.name()} {reading} entity_type={group.entity_type} {dispatch} /> }
    };
    let (values, names): (Vec<_>, Vec<_>) =
        props.reading.names.iter().partition(|group| EntityType::is_value(group.entity_type));
    html! {
        <section class="names" id="names" aria-labelledby="names-heading" tabindex="-1">
            <h2 id="names-heading">{"Names"}</h2>
            if names.is_empty() {
                <p class="none">{"No names were found in this text."}</p>
            }
            { for names.iter().map(|group| shown(group)) }
            if !values.is_empty() {
                <details ontoggle={on_toggle(&opened)}>
                    <summary>{"Dates and numbers"}</summary>
                    if *opened {
                        { for values.iter().map(|group| shown(group)) }
                    }
                </details>
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    reading: Rc<Reading>,
    entity_type: EntityType,
    dispatch: Dispatch,
}

/// The names of a type.
#[component]
fn Group(props: &GroupProps) -> Html {
    let unfolded = use_state(|| false);
    let group = props.reading.names.iter().find(|group| group.entity_type == props.entity_type);
    let entries = group.map_or(&[][..], |group| &group.entries);
    let most = if *unfolded { usize::MAX } else { MOST_ROWS };
    let rows = entries.iter().take(most).map(|entry| {
        let key = entry.mentions.first().copied().unwrap_or(0);
        html! {
            <NameRow
                {key}
                reading={props.reading.clone()}
                entry={entry.clone()}
                dispatch={props.dispatch.clone()}
                tone={Tone::of(props.entity_type).name()}
            />
        }
    });
    let heading = words::type_heading(props.entity_type);
    html! {
        <div class="group">
            <h3>{heading}</h3>
            <ul>{ for rows }</ul>
            if entries.len() > MOST_ROWS {
                { unfold(&unfolded, entries.len(), &heading.to_lowercase()) }
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NameRowProps {
    reading: Rc<Reading>,
    entry: NameEntry,
    dispatch: Dispatch,
    tone: &'static str,
}

/// What a value means, where its own words do not say just that: "$3.5 billion" is 3,500,000,000 USD.
fn meaning(entry: &NameEntry) -> Option<String> {
    entry.value.clone().filter(|value| *value != entry.name)
}

/// One name. Pressing it goes to its first mention, then on to the next each time; "Why?" opens the card of the mention
/// at hand.
#[component]
fn NameRow(props: &NameRowProps) -> Html {
    let place = use_state(|| None::<usize>);
    let count = props.entry.mentions.len();
    let go = |step: isize| {
        let (place, mentions) = (place.clone(), props.entry.mentions.clone());
        Callback::from(move |_: MouseEvent| {
            let next = match *place {
                Some(here) => (here as isize + step).rem_euclid(count.max(1) as isize) as usize,
                None => 0,
            };
            if let Some(mention) = mentions.get(next) {
                lighting::show_mention(*mention);
                lighting::light_mention(*mention);
            }
            place.set(Some(next));
        })
    };
    let ask = |mention: u32| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Open(Opened::Name(mention))))
    };
    // Pronouns and descriptions have no card.
    let here = place.and_then(|here| props.entry.mentions.get(here)).copied();
    let named = here.filter(|mention| props.reading.named(*mention).is_some());
    let owner = props.entry.entity.and_then(|id| props.reading.entity(id));
    let aliases = owner.map_or_else(String::new, |who| who.aliases.join(", "));
    html! {
        <li data-n={props.tone} id={props.entry.mentions.first().map(|first| format!("name-{first}"))}>
            <button type="button" class="jump" onclick={go(1)}>
                <span class="name">{props.entry.name.clone()}</span>
                {mine(owner.is_some_and(|who| who.corrected))}
                <span class="count"><span class="unseen">{", mentioned "}</span>{words::number(count)}<span class="unseen">{" times"}</span></span>
            </button>
            if !aliases.is_empty() {
                <span class="aliases">{format!("also {aliases}")}</span>
            }
            if let Some(value) = meaning(&props.entry) {
                <span class="aliases">{value}</span>
            }
            if let Some(here) = *place {
                <span class="walk">
                    if let Some(mention) = named {
                        <button type="button" class="ask" aria-haspopup="dialog" onclick={ask(mention)}>
                            {"Why?"}<span class="unseen">{format!(" Reasons for {}", props.entry.name)}</span>
                        </button>
                    }
                    <button type="button" aria-label={format!("Previous mention of {}", props.entry.name)} onclick={go(-1)}>{"‹"}</button>
                    <span role="status">{format!("{} of {count}", here + 1)}</span>
                    <button type="button" aria-label={format!("Next mention of {}", props.entry.name)} onclick={go(1)}>{"›"}</button>
                </span>
            }
        </li>
    }
}
