//! The sign before a quotation: its speaker's initials, as a button that opens its card.

use whosaid::document::QuoteRecord;
use yew::prelude::*;

use super::mine;
use crate::reading::Reading;
use crate::words;

/// The sign of a quote. `first` is the one that the Tab key reaches; arrow keys lead to the others. A screen reader finds
/// that one alone, as the way in: the others would break the sentences they stand in, and all quotations are in a list.
pub fn sign(reading: &Reading, quote: &QuoteRecord, first: bool) -> Html {
    let letters = reading.letters(quote.speaker);
    let name = reading.speaker(quote).map_or("Nobody named", |speaker| speaker.name.as_str());
    let yours = if quote.corrected { ", corrected by you" } else { "" };
    let label = format!("{letters}: {name}, {}{yours}", words::quote_class(&quote.class).to_lowercase());
    html! {
        <>
        <button
            type="button"
            class="sign"
            data-tag={quote.id.to_string()}
            data-tint={reading.tint(quote.speaker).to_string()}
            tabindex={if first { "0" } else { "-1" }}
            aria-hidden={(!first).then_some("true")}
            aria-haspopup="dialog"
            aria-label={label}
        >{letters}{mine(quote.corrected)}</button>
        <span class="glue" aria-hidden="true">{"\u{2060}"}</span>
        </>
    }
}
