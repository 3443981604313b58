//! The card of selected words: makes them a quotation or a name.

use std::rc::Rc;

use web_sys::{Element, HtmlInputElement};
use whosaid::corrections::{Edit, Who};
use whosaid::document::{QuoteRecord, SpanRecord};
use whosaid::labels::{EntityType, Polarity, QuoteClass};
use yew::prelude::*;

use super::chosen::Choice;
use super::name_form::types;
use super::quote_form::{classes, stances};
use super::who::{WhoChooser, who_is};
use crate::components::Dispatch;
use crate::components::card::{close, how_it_works};
use crate::reading::Reading;
use crate::state::{Action, Look, Opened};
use crate::{lighting, selection};

/// The selected words.
#[derive(Clone, PartialEq, Properties)]
pub struct WordsCardProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// Where they stand.
    pub words: SpanRecord,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The card.
#[component]
pub fn WordsCard(props: &WordsCardProps) -> Html {
    let heading = use_node_ref();
    use_effect_with(props.words, {
        let heading = heading.clone();
        move |_| {
            if let Some(heading) = heading.cast::<Element>() {
                lighting::focus_card(&heading);
            }
        }
    });
    let close = close(&props.dispatch, &props.reading, Opened::Words(props.words));
    html! {
        <dialog class="card" open=true aria-labelledby="card-words" data-tint="0">
            <div class="head">
                <h2 id="card-words" ref={heading} tabindex="-1">{"Mark these words"}</h2>
                <button type="button" class="close" aria-label="Close" onclick={close}>{"×"}</button>
            </div>
            <blockquote>{props.reading.line(props.words)}</blockquote>
            <div class="steps">{ how_it_works(&props.dispatch, Look::Words(props.words)) }</div>
            <NewQuote key={key(props.words)} ..props.clone() />
            <NewName key={key(props.words)} ..props.clone() />
        </dialog>
    }
}

/// Other words begin with a form as it was at first.
fn key(words: SpanRecord) -> String {
    format!("{}-{}", words.start, words.end)
}

#[component]
fn NewQuote(props: &WordsCardProps) -> Html {
    let speaker = use_state(|| Speaker::Nearest);
    let class = use_state(|| QuoteClass::Statement.name().to_owned());
    let stance = use_state(|| Polarity::Asserted.name().to_owned());
    let nearest = speaker_before(&props.reading, props.words);
    let shown = match &*speaker {
        Speaker::Nearest => nearest,
        Speaker::Chosen(_, shown) => *shown,
    };
    let on_speaker = {
        let (speaker, reading) = (speaker.clone(), props.reading.clone());
        Callback::from(move |who: Option<Who>| {
            let all = reading.document.entities.iter().map(|entity| entity.id);
            let shown = all.into_iter().find(|id| who.is_some() && who_is(&reading, *id) == who);
            speaker.set(Speaker::Chosen(who, shown));
        })
    };
    let written = match &*speaker {
        Speaker::Chosen(Some(Who::Name(name)), None) => Some(name.clone()),
        _ => None,
    };
    let add = {
        let who = match &*speaker {
            Speaker::Nearest => nearest.and_then(|id| who_is(&props.reading, id)),
            Speaker::Chosen(who, _) => who.clone(),
        };
        let edit = Edit::AddQuote {
            content: vec![props.words],
            cue: None,
            source: None,
            speaker: who,
            class: (*class).clone(),
            polarity: (*stance).clone(),
        };
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            selection::clear();
            dispatch.dispatch(Action::Correct(edit.clone()));
        })
    };
    let setter = |field: &UseStateHandle<String>| {
        let field = field.clone();
        Callback::from(move |value| field.set(value))
    };
    html! {
        <section class="making" aria-labelledby="making-quote">
            <h3 id="making-quote">{"They are a quotation"}</h3>
            <div class="fields">
                <WhoChooser reading={props.reading.clone()} speaker={shown} id="new-quote" on_choice={on_speaker} />
                if let Some(name) = written {
                    <span class="written">{format!("By {name}, whom the article does not name.")}</span>
                }
                <Choice id="new-class" label="What is done" options={classes()} value={(*class).clone()} on_choice={setter(&class)} />
                <Choice id="new-stance" label="Stance" options={stances()} value={(*stance).clone()} on_choice={setter(&stance)} />
            </div>
            <button type="button" class="main" onclick={add}>{"Add the quotation"}</button>
        </section>
    }
}

/// Who is to have said the words.
#[derive(Clone, PartialEq)]
enum Speaker {
    /// Whoever spoke last before them.
    Nearest,
    /// Somebody chosen, with their number if the article mentions them.
    Chosen(Option<Who>, Option<u32>),
}

fn speaker_before(reading: &Reading, words: SpanRecord) -> Option<u32> {
    let mut quotes = reading.document.quotes.iter();
    let before = |quote: &&QuoteRecord| quote.content.first().is_some_and(|first| first.start <= words.start);
    quotes.rfind(before).and_then(|quote| quote.speaker)
}

#[component]
fn NewName(props: &WordsCardProps) -> Html {
    let entity_type = use_state(|| EntityType::Person.name().to_owned());
    let everywhere = use_state(|| true);
    let on_type = {
        let entity_type = entity_type.clone();
        Callback::from(move |value| entity_type.set(value))
    };
    let on_everywhere = {
        let everywhere = everywhere.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            everywhere.set(field.checked());
        })
    };
    let add = {
        let edit =
            Edit::AddName { span: props.words, entity_type: (*entity_type).clone(), everywhere: *everywhere };
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            selection::clear();
            dispatch.dispatch(Action::Correct(edit.clone()));
        })
    };
    html! {
        <section class="making" aria-labelledby="making-name">
            <h3 id="making-name">{"They are a name"}</h3>
            <div class="fields">
                <Choice id="new-type" label="Type" options={types()} value={(*entity_type).clone()} on_choice={on_type} />
            </div>
            <div class="choices">
                <label><input type="checkbox" checked={*everywhere} onchange={on_everywhere} />{"the same words everywhere"}</label>
                <button type="button" class="main" onclick={add}>{"Add the name"}</button>
            </div>
        </section>
    }
}
