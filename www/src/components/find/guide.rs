//! The teacher's guide as it is shown: paragraphs, lists, lessons.

use yew::prelude::*;

use crate::lessons::{Guide, Item, Run, runs};

/// Paragraphs and lists.
pub fn items(items: &[Item]) -> Html {
    let groups = items.chunk_by(|a, b| kind(a) == kind(b));
    let groups = groups.map(|group| {
        let rows = group.iter().map(|item| html! { <li>{words(item)}</li> });
        match group.first() {
            Some(Item::Point(_)) => html! { <ul>{ for rows }</ul> },
            Some(Item::Step(_)) => html! { <ol>{ for rows }</ol> },
            _ => html! { { for group.iter().map(|item| html! { <p>{words(item)}</p> }) } },
        }
    });
    html! { { for groups } }
}

const fn kind(item: &Item) -> u8 {
    match item {
        Item::Words(_) => 0,
        Item::Point(_) => 1,
        Item::Step(_) => 2,
    }
}

fn words(item: &Item) -> Html {
    let (Item::Words(words) | Item::Point(words) | Item::Step(words)) = item;
    let parts = runs(words).into_iter().map(|run| match run {
        Run::Plain(words) => html! { {words.to_owned()} },
        Run::Strong(words) => html! { <strong>{words.to_owned()}</strong> },
        Run::Name(words) => html! { <em>{words.to_owned()}</em> },
    });
    html! { { for parts } }
}

/// The whole guide, folded until it is wanted.
pub fn for_teachers(guide: &Guide) -> Html {
    let chapters = guide.chapters.iter().map(|chapter| {
        html! { <><h3>{chapter.title.clone()}</h3>{ items(&chapter.items) }</> }
    });
    let lessons = guide.lessons.iter().map(|lesson| {
        html! {
            <>
                <h3>{lesson.title.clone()}</h3>
                <h4>{"Questions for afterwards"}</h4>
                { items(&lesson.talk) }
                <h4>{"What you should know"}</h4>
                { items(&lesson.teacher) }
            </>
        }
    });
    html! {
        <details class="guide">
            <summary>{"For teachers: how a lesson goes, and notes on the three"}</summary>
            { items(&guide.intro) }
            { for chapters }
            { for lessons }
        </details>
    }
}
