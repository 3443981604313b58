//! What a newspaper would draw of an article: how each voice is quoted, where each name appears, and who speaks about
//! whom or to whom. The share of voice itself is in [`voices`](super::voices).
//!
//! ```
//! use whosaid::views::{WordCount, appearances, exchanges, manners, names, voices};
//! use whosaid::{Input, Models, Options, analyze};
//!
//! let document = analyze(
//!     &Input::text("“We won against Bo Lind,” said Ana Ruiz."), &Models::builtin()?, &Options::default())?;
//! let voices = voices(&document);
//! assert_eq!(manners(&document, &voices).all.quotes as usize, document.quotes.len());
//! let words = WordCount::new(&document).total();
//! for appearance in appearances(&document, &names(&document)) {
//!     assert!(appearance.mentions.iter().all(|mention| mention.word < words));
//! }
//! assert!(exchanges(&document, &voices).cells.iter().all(|cell| cell.mentions + cell.addressed > 0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod appearances;
mod exchanges;
mod manners;

pub use appearances::{Appearance, Form, MentionAt, Stretch, appearances};
pub use exchanges::{Exchange, Exchanges, exchanges};
pub use manners::{CLASSES, KINDS, Manner, Manners, manners};

use crate::document::{Document, QuoteRecord, SpanRecord};

/// The entity that speaks in a quote, if it is one of the Document's.
fn speaker_of(document: &Document, quote: &QuoteRecord) -> Option<u32> {
    quote.speaker.filter(|id| super::entity(document, *id).is_some())
}

/// The same stretches in order, those that touch or overlap as one; empty ones are left out.
fn joined(mut spans: Vec<SpanRecord>) -> Vec<SpanRecord> {
    spans.retain(|span| span.start < span.end);
    spans.sort_unstable();
    let mut joined: Vec<SpanRecord> = Vec::new();
    for span in spans {
        match joined.last_mut().filter(|last| span.start <= last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_that_touch_are_one() {
        let span = |start, end| SpanRecord { start, end };
        let spans = vec![span(8, 9), span(0, 3), span(3, 5), span(1, 2), span(6, 6)];
        assert_eq!(joined(spans), [span(0, 5), span(8, 9)]);
    }
}
