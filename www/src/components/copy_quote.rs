//! Copies a quotation with its source.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::citation::citation;
use crate::clipboard;
use crate::reading::Reading;

/// The quotation.
#[derive(Clone, PartialEq, Properties)]
pub struct CopyQuoteProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// The quote.
    pub quote: u32,
}

/// The button, and what became of it.
#[component]
pub fn CopyQuote(props: &CopyQuoteProps) -> Html {
    // With the quote it is about: the card goes on to the next one without being drawn anew.
    let done = use_state(|| None::<(u32, bool)>);
    let copy = {
        let (props, done) = (props.clone(), done.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(quote) = props.reading.quote(props.quote) else { return };
            let citation = citation(&props.reading, quote);
            let copied = clipboard::copy(&citation.text, Some(&citation.html));
            let (id, done) = (quote.id, done.clone());
            spawn_local(async move { done.set(Some((id, copied.await))) });
        })
    };
    let told = done.filter(|(quote, _)| *quote == props.quote).map(|(_, copied)| copied);
    html! {
        <div class="copy">
            <button type="button" onclick={copy}>{"Copy with its source"}</button>
            <p role="status">
                { match told {
                    None => "",
                    Some(true) => "Copied",
                    Some(false) => "The browser did not allow copying. Select the words instead.",
                } }
            </p>
        </div>
    }
}
