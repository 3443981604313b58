//! The marked article: draws its parts and turns pointing, clicks and keys into light and actions.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, KeyboardEvent, PointerEvent};
use whosaid::labels::EntityType;
use yew::prelude::*;

use super::{Block, Dispatch};
use crate::hooks::use_print;
use crate::reading::{Part, Reading, Tone};
use crate::state::{Action, Layer, Opened};
use crate::{lighting, selection, words};

/// Parts drawn at once: a screenful and more. The rest follows in steps, so that a long article can be read and
/// scrolled while it is still being drawn.
const FIRST_PARTS: usize = 40;
const STEP_PARTS: usize = 120;

/// An article to show.
#[derive(Clone, PartialEq, Properties)]
pub struct ArticleProps {
    /// The analysis, while it is shown. A long article that no longer is goes as it came, in steps: taken away at once it
    /// would stop a browser for a quarter of a second.
    pub reading: Option<Rc<Reading>>,
    /// Layers that are not shown.
    pub hidden: Vec<Layer>,
    /// What has its card open.
    pub open: Option<Opened>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The article.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let (reading, drawn) = use_drawn(&props.reading);
    let drawn = if use_print() { usize::MAX } else { drawn };
    use_effect_with((props.reading.clone(), props.open), |(reading, open)| {
        if reading.is_some() {
            light(*open);
        }
    });
    // Another analysis of the text is drawn into the same elements, which know of no moved Tab stop.
    use_effect_with(props.reading.clone(), |reading| {
        if reading.is_some() {
            lighting::place_tab_stop();
        }
    });
    let Some(reading) = reading else { return Html::default() };
    let open = props.open;
    let rest = Callback::from(move |()| light(open));
    let headline = reading.parts.iter().position(is_headline);
    let parts = reading.parts.iter().enumerate().take(drawn).map(|(place, part)| {
        let reading = reading.clone();
        match part {
            Part::Block(section) => html! {
                <Block key={place} {reading} section={section.clone()} main_headline={headline == Some(place)} />
            },
            Part::Furniture(sections) => {
                let pieces = words::count(sections.len(), "piece", "pieces");
                html! {
                    <details key={place} class="furniture">
                        <summary>{format!("Left out: {pieces} of page furniture")}</summary>
                        { for sections.iter().map(|section| html! {
                            <Block reading={reading.clone()} section={section.clone()} />
                        }) }
                    </details>
                }
            }
        }
    });
    let hidden: Vec<_> = props.hidden.iter().map(|layer| layer.name()).collect();
    html! {
        <article
            id={lighting::ARTICLE}
            lang="en"
            aria-label="Article with marks"
            data-hidden={(!hidden.is_empty()).then(|| hidden.join(" "))}
            onpointerover={on_point(rest.clone())}
            onpointerleave={rest.reform(|_: PointerEvent| ())}
            onfocusin={on_focus()}
            onfocusout={rest.reform(|_: FocusEvent| ())}
            onclick={on_click(props, &reading)}
            onkeydown={on_key()}
        >
            { for parts }
        </article>
    }
}

/// Lights what has its card open, and nothing else.
fn light(open: Option<Opened>) {
    match open {
        Some(Opened::Quote(quote)) => lighting::light_quote(quote),
        Some(Opened::Name(mention)) => lighting::light_mention(mention),
        Some(Opened::Words(words)) => {
            lighting::dark();
            selection::select(words);
        }
        None => lighting::dark(),
    }
}

/// The article that is drawn, and how many of its parts are by now: more and more while it is shown, then fewer and fewer.
#[hook]
fn use_drawn(shown: &Option<Rc<Reading>>) -> (Option<Rc<Reading>>, usize) {
    let drawn = use_state(|| FIRST_PARTS);
    let last = use_mut_ref(|| None::<Rc<Reading>>);
    if shown.is_some() {
        last.borrow_mut().clone_from(shown);
    }
    let reading = last.borrow().clone();
    use_effect_with((reading.clone(), shown.is_some(), *drawn), {
        let drawn = drawn.clone();
        move |(reading, is_shown, so_far)| {
            let parts = reading.as_ref().map_or(0, |reading| reading.parts.len());
            let (so_far, is_shown) = (*so_far, *is_shown);
            let more = if is_shown { so_far < parts } else { reading.is_some() };
            let step = move || match so_far.min(parts).saturating_sub(STEP_PARTS) {
                _ if is_shown => drawn.set(so_far + STEP_PARTS),
                0 => {
                    *last.borrow_mut() = None;
                    drawn.set(FIRST_PARTS);
                }
                left => drawn.set(left),
            };
            let timeout = more.then(|| Timeout::new(0, step));
            move || drop(timeout)
        }
    });
    match reading {
        // A short one goes at once.
        Some(reading) if shown.is_none() && reading.parts.len() <= STEP_PARTS => (None, 0),
        reading if shown.is_some() => (reading, (*drawn).max(FIRST_PARTS)),
        reading => (reading, *drawn),
    }
}

fn is_headline(part: &Part) -> bool {
    matches!(part, Part::Block(section) if section.kind == "headline")
}

fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn on_point(rest: Callback<()>) -> Callback<PointerEvent> {
    Callback::from(move |event: PointerEvent| match target(&event).and_then(|it| lighting::quote_at(&it)) {
        Some(quote) => lighting::light_quote(quote),
        None => rest.emit(()),
    })
}

/// Lights the focused quote, and makes it the one that the Tab key comes back to.
fn on_focus() -> Callback<FocusEvent> {
    Callback::from(move |event: FocusEvent| {
        let Some(sign) = target(&event).filter(|it| it.has_attribute("data-tag")) else { return };
        if let Some(quote) = lighting::quote_at(&sign) {
            lighting::light_quote(quote);
        }
        lighting::set_tab_stop(&sign);
    })
}

/// Opens the quotation that was pressed, or the name where there is no quotation.
fn on_click(props: &ArticleProps, reading: &Rc<Reading>) -> Callback<MouseEvent> {
    let ArticleProps { hidden, dispatch, .. } = props.clone();
    let reading = reading.clone();
    let shown = move |mention: &u32| {
        let kind = reading.named(*mention).and_then(|mention| EntityType::from_name(&mention.entity_type));
        kind.is_some_and(|kind| {
            let hides_names = !kind.is_value() && hidden.contains(&Layer::Names);
            !hides_names && !hidden.contains(&Layer::Of(Tone::of(kind)))
        })
    };
    let opened = move |it: &Element| {
        let quote = lighting::quote_at(it).map(Opened::Quote);
        // Of a name within a name, the inner one.
        quote.or_else(|| lighting::mentions_at(it).into_iter().rfind(&shown).map(Opened::Name))
    };
    Callback::from(move |event: MouseEvent| {
        let Some(opened) = target(&event).and_then(|it| opened(&it)) else { return };
        // Whoever selects words to copy does not want a card.
        let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
        if selection.is_none_or(|selection| selection.is_collapsed()) {
            dispatch.dispatch(Action::Open(opened));
        }
    })
}

/// Arrow keys go from quote to quote.
fn on_key() -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let Some(sign) = target(&event).filter(|it| it.has_attribute("data-tag")) else { return };
        let signs = lighting::signs();
        let Some(place) = signs.iter().position(|other| *other == sign) else { return };
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (place + 1).min(signs.len() - 1),
            "ArrowLeft" | "ArrowUp" => place.saturating_sub(1),
            "Home" => 0,
            "End" => signs.len() - 1,
            _ => return,
        };
        event.prevent_default();
        if let Some(quote) = signs.get(next).and_then(lighting::quote_at) {
            lighting::focus_quote(quote);
            lighting::show_quote(quote);
        }
    })
}
