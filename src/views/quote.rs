//! One attribution: its words as a line, and where it stands.

use super::TextAt;
use crate::document::{Document, QuoteRecord};

/// The quote of that number.
pub fn quote(document: &Document, id: u32) -> Option<&QuoteRecord> {
    document.quotes.get(id as usize).filter(|quote| quote.id == id)
}

/// What is attributed as one line; pieces of an interrupted quotation are joined by " … ".
pub fn quote_line(at: &TextAt, quote: &QuoteRecord) -> String {
    quote.content.iter().map(|piece| at.line(*piece)).collect::<Vec<_>>().join(" … ")
}

/// Where the content begins, or the cue where there is none.
pub fn place_of(quote: &QuoteRecord) -> u32 {
    let content = quote.content.first().map(|piece| piece.start);
    content.or_else(|| quote.cue.map(|cue| cue.start)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;

    #[test]
    fn an_interrupted_quotation_is_one_line() {
        let document = document("“[We won]{q0},” said Ana, “[at\nlast]{q0}.”", &[]);
        let quote = quote(&document, 0).unwrap();
        assert_eq!(quote_line(&TextAt::new(&document), quote), "We won … at last");
        assert_eq!(place_of(quote), 1);
    }
}
