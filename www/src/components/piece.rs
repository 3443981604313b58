//! A piece of text with its marks. Text nodes only: nothing of an article is ever read as HTML.

use whosaid::views::Segment;
use yew::prelude::*;

use crate::reading::{Look, NameLook, Reading};

/// One piece as text, wrapped only where it has marks.
pub fn piece(reading: &Reading, segment: &Segment) -> Html {
    let text = reading.at().slice(segment.start, segment.end).to_owned();
    let look = Look::of(reading, segment);
    if look.is_plain() {
        return html! { {text} };
    }
    let lane = |place: usize| look.lanes.get(place).copied().flatten().map(|tint| tint.to_string());
    let [outer, inner] = look.names;
    let set = |yes: bool| yes.then_some("");
    html! {
        <span
            class="piece"
            data-q={numbers(&look.quotes)}
            data-m={numbers(&look.mentions)}
            data-l0={lane(0)}
            data-l1={lane(1)}
            data-l2={lane(2)}
            data-l3={lane(3)}
            data-cue={set(look.cue)}
            data-source={set(look.source)}
            data-n={outer.map(|name| name.tone.name())}
            data-full={set(outer.is_some_and(|name| name.full))}
            data-n2={inner.filter(|name| name.full).map(|name| name.tone.name())}
            data-mine={set([outer, inner].into_iter().flatten().any(|name| name.full && name.corrected))}
            data-letter={letters(outer, inner)}
        >{text}</span>
    }
}

fn numbers(ids: &[u32]) -> Option<String> {
    (!ids.is_empty()).then(|| ids.iter().map(u32::to_string).collect::<Vec<_>>().join(" "))
}

/// The letter of the name inside, then that of the name around it, where they end here.
fn letters(outer: Option<NameLook>, inner: Option<NameLook>) -> Option<String> {
    let letters: String = [inner, outer].into_iter().flatten().filter_map(|name| name.letter).collect();
    (!letters.is_empty()).then_some(letters)
}
