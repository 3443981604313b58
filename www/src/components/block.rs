//! A headline, paragraph or other block of the article.

use std::rc::Rc;

use whosaid::views::Section;
use yew::prelude::*;

use super::{piece, sign};
use crate::reading::Reading;

/// A block to show.
#[derive(Clone, PartialEq, Properties)]
pub struct BlockProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// The block.
    pub section: Section,
    /// Whether it is the first headline.
    #[prop_or_default]
    pub main_headline: bool,
}

/// The block with its marks. Drawn again only for another analysis.
#[component]
pub fn Block(props: &BlockProps) -> Html {
    let BlockProps { reading, section, main_headline } = props;
    let first_sign = reading.first_tag();
    let mut inside: Vec<Html> = Vec::new();
    for segment in reading.pieces(section) {
        for (place, quote) in reading.tags_at(segment.start).iter().enumerate() {
            if let Some(quote) = reading.quote(*quote) {
                inside.push(sign(reading, quote, place == 0 && first_sign == Some(segment.start)));
            }
        }
        inside.push(piece(reading, segment));
    }
    let kind = section.kind.clone();
    // From these, selected words find their place in the text.
    let (start, end) = (section.start.to_string(), section.end.to_string());
    match section.kind.as_str() {
        "headline" if *main_headline => {
            html! { <h2 class="block" data-kind={kind} data-start={start} data-end={end}>{inside}</h2> }
        }
        "headline" => {
            html! { <h3 class="block" data-kind={kind} data-start={start} data-end={end}>{inside}</h3> }
        }
        "listItem" => {
            let text = reading.at().slice(section.start, section.end);
            // Pasted lists often bring their bullets along.
            let bare = text.trim_start().starts_with(|first: char| first.is_alphanumeric());
            html! { <p class="block" data-kind={kind} data-start={start} data-end={end} data-bare={bare.then_some("")}>{inside}</p> }
        }
        _ => html! { <p class="block" data-kind={kind} data-start={start} data-end={end}>{inside}</p> },
    }
}
