//! Where the reader corrects the analysis: forms in the cards, the card of selected words, and the log.

mod chosen;
mod log;
mod name_form;
mod offer;
mod quote_form;
mod who;
mod words_card;

pub use log::{CorrectionsLog, Finder};
pub use name_form::NameForm;
pub use offer::{SelectionOffer, use_selected};
pub use quote_form::QuoteForm;
pub use words_card::WordsCard;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What a select has been set to.
fn chosen_value(event: &Event) -> String {
    let select: HtmlSelectElement = event.target_unchecked_into();
    select.value()
}
