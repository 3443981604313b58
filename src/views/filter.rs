//! Which quotations a reader wants to see.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{TextAt, entity, quote_line};
use crate::document::{Document, QuoteRecord};

/// Some of the quotations: those of wanted labels that hold wanted words. As it is made, it shows all.
///
/// ```
/// use whosaid::views::QuoteFilter;
/// use whosaid::{Input, Models, Options, analyze};
///
/// let document = analyze(&Input::text("“We won,” said Ana Ruiz."), &Models::builtin()?, &Options::default())?;
/// let mut filter = QuoteFilter::default();
/// assert_eq!(filter.shown(&document), [true]);
/// filter.hidden.insert("direct".to_owned());
/// assert_eq!(filter.shown(&document), [false]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteFilter {
    /// Names of kinds, classes and polarities that are not shown; no two of them share a name.
    pub hidden: BTreeSet<String>,
    /// Words that stand in what is said or in the speaker's name; all quotations if blank. Capitals do not count.
    pub words: String,
}

impl QuoteFilter {
    /// Whether every quotation is shown.
    pub fn shows_all(&self) -> bool {
        self.hidden.is_empty() && self.words.trim().is_empty()
    }

    /// For each quotation of a Document, by its number, whether it is shown.
    pub fn shown(&self, document: &Document) -> Vec<bool> {
        let at = TextAt::new(document);
        let words = self.words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        document.quotes.iter().map(|quote| self.shows(document, &at, quote, &words)).collect()
    }

    fn shows(&self, document: &Document, at: &TextAt, quote: &QuoteRecord, words: &str) -> bool {
        let labels = [&quote.kind, &quote.class, &quote.polarity];
        if labels.into_iter().any(|label| self.hidden.contains(label)) {
            return false;
        }
        let speaker = || quote.speaker.and_then(|id| entity(document, id));
        words.is_empty()
            || quote_line(at, quote).to_lowercase().contains(words)
            || speaker().is_some_and(|who| who.name.to_lowercase().contains(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;

    #[test]
    fn words_are_looked_for_in_what_is_said_and_in_the_name_of_who_said_it() {
        let document = document(
            "[Ana Ruiz]{e0} said [the plan works]{q0 by e0}. [Bo]{e1} said [no way]{q1 by e1}.",
            &["Ana Ruiz", "Bo"],
        );
        let shown =
            |words: &str| QuoteFilter { words: words.into(), ..QuoteFilter::default() }.shown(&document);
        assert_eq!(shown(" PLAN  works"), [true, false]);
        assert_eq!(shown("bo"), [false, true]);
        assert_eq!(shown("rain"), [false, false]);
        assert_eq!(shown("  "), [true, true]);
    }
}
