//! All quotations in the order of the text. For a screen reader the list is always there; it is seen when it is asked for,
//! since those who see have the marks in the article.

use std::rc::Rc;

use whosaid::document::QuoteRecord;
use yew::prelude::*;

use super::Dispatch;
use super::fold::{MOST_ROWS, unfold};
use crate::lighting;
use crate::reading::Reading;
use crate::state::{Action, Opened};
use crate::words;

/// The analysis whose quotations are listed.
#[derive(Clone, PartialEq, Properties)]
pub struct QuotationsProps {
    /// The analysis.
    pub reading: Rc<Reading>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// The list; nothing where nobody is quoted.
#[component]
pub fn Quotations(props: &QuotationsProps) -> Html {
    let seen = use_state(|| false);
    let unfolded = use_state(|| false);
    let order = props.reading.in_order();
    if order.is_empty() {
        return Html::default();
    }
    let most = if *unfolded { usize::MAX } else { MOST_ROWS };
    let rows = order.iter().take(most).filter_map(|id| props.reading.quote(*id));
    let show = {
        let seen = seen.clone();
        Callback::from(move |_: MouseEvent| seen.set(!*seen))
    };
    html! {
        <section class="quotations" id="quotations" aria-labelledby="quotations-heading" tabindex="-1">
            <h2 id="quotations-heading">{"Quotations"}</h2>
            <button type="button" class="show" aria-pressed={seen.to_string()} onclick={show}>
                {"Show them one after the other"}
            </button>
            <ol class={(!*seen).then_some("unseen")}>{ for rows.map(|quote| row(props, quote, *seen)) }</ol>
            if *seen && order.len() > MOST_ROWS {
                { unfold(&unfolded, order.len(), "quotations") }
            }
        </section>
    }
}

/// A row. In a list that nobody sees the Tab key stops nowhere.
fn row(props: &QuotationsProps, quote: &QuoteRecord, seen: bool) -> Html {
    let (id, dispatch, reading) = (quote.id, props.dispatch.clone(), &props.reading);
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Open(Opened::Quote(id)));
        lighting::show_quote(id);
    });
    html! {
        <li key={id} data-tint={reading.tint(quote.speaker).to_string()}>
            <button
                type="button"
                class="jump"
                aria-label={words::quotation(reading, quote)}
                tabindex={(!seen).then_some("-1")}
                {onclick}
            >
                if seen {
                    <span class="manner">{words::quotation_head(reading, quote)}</span>
                    {" "}
                    <span class="said" data-kind={quote.kind.clone()}>{reading.line_of(quote)}</span>
                }
            </button>
        </li>
    }
}
