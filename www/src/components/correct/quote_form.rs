//! Corrects one quotation: who said it, how it is meant, its words, or that it is none.

use std::rc::Rc;

use whosaid::corrections::{Edit, QuotePlace};
use whosaid::document::QuoteRecord;
use whosaid::labels::{Polarity, QuoteClass};
use yew::prelude::*;

use super::chosen::Choice;
use super::who::WhoChooser;
use crate::components::Dispatch;
use crate::reading::Reading;
use crate::state::Action;
use crate::words;

/// The quotation to correct.
#[derive(Clone, PartialEq, Properties)]
pub struct QuoteFormProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// The quote.
    pub quote: u32,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The form, folded until it is wanted.
#[component]
pub fn QuoteForm(props: &QuoteFormProps) -> Html {
    let Some(quote) = props.reading.quote(props.quote) else { return Html::default() };
    let place = place_of(quote);
    let correct = |edit: Edit| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Correct(edit.clone())))
    };
    let on_speaker = {
        let (dispatch, quote) = (props.dispatch.clone(), place.clone());
        Callback::from(move |speaker| {
            dispatch.dispatch(Action::Correct(Edit::SetSpeaker { quote: quote.clone(), speaker }));
        })
    };
    let classify = |of_class: bool| {
        let (dispatch, quote) = (props.dispatch.clone(), place.clone());
        Callback::from(move |label: String| {
            let (class, polarity) = if of_class { (Some(label), None) } else { (None, Some(label)) };
            let quote = quote.clone();
            dispatch.dispatch(Action::Correct(Edit::Classify { quote, class, polarity }));
        })
    };
    html! {
        <details class="correct">
            <summary>{"Correct this"}</summary>
            <div class="fields">
                <WhoChooser
                    reading={props.reading.clone()}
                    speaker={quote.speaker}
                    id="quote"
                    on_choice={on_speaker}
                />
                <Choice id="quote-class" label="What is done" options={classes()} value={quote.class.clone()} on_choice={classify(true)} />
                <Choice id="quote-stance" label="Stance" options={stances()} value={quote.polarity.clone()} on_choice={classify(false)} />
            </div>
            <p class="hint">{"Wrong words? Select the right ones in the article."}</p>
            <button type="button" onclick={correct(Edit::RejectQuote { quote: place })}>{"This is no quotation"}</button>
        </details>
    }
}

/// How a log finds a quotation again.
pub fn place_of(quote: &QuoteRecord) -> QuotePlace {
    QuotePlace { content: quote.content.clone(), cue: quote.cue }
}

/// Classes of a quotation with their words.
pub fn classes() -> Vec<(&'static str, &'static str)> {
    QuoteClass::ALL.map(|class| (class.name(), words::quote_class(class.name()))).to_vec()
}

/// Stances of a speaker with their words.
pub fn stances() -> Vec<(&'static str, &'static str)> {
    Polarity::ALL.map(|polarity| (polarity.name(), words::polarity(polarity.name()))).to_vec()
}
