//! Numbers as people understand them: a bar with its per cent.

use yew::prelude::*;

use crate::words;

/// A part of all, between 0 and 1, in thousandths.
pub fn thousandths(share: f64) -> u32 {
    (share.clamp(0.0, 1.0) * 1000.0).round() as u32
}

/// "98%"
pub fn percent(share: f64) -> String {
    words::percent(thousandths(share))
}

/// The bar of a share, with its per cent beside it.
pub fn bar(share: f64) -> Html {
    let part = thousandths(share).to_string();
    html! {
        <span class="bar">
            <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="whole" width="1000" height="10" />
                <rect class="part" width={part} height="10" />
            </svg>
            <span>{percent(share)}</span>
        </span>
    }
}
