//! Words in pieces, where letters were read as two: "BasÃ¡Ã±ez".
//!
//! Text saved as UTF-8 and read as Latin-1 has `Ã` or `Â` and a sign for each letter beyond ASCII. The sign cuts the word.

use super::{Segments, TokenId};
use crate::text::Id;

/// First bytes of the letters of Western languages, as Latin-1 reads them; each also as a letter with a mark of its own.
const LEADS: [&str; 8] = ["Ã", "Â", "Ä", "Å", "A\u{303}", "A\u{302}", "A\u{308}", "A\u{30a}"];

impl Segments {
    /// Whether the word of a token goes on in the next token: after `Ã` with the sign that belongs to it, after that sign
    /// with letters. `text` is the cleaned text.
    pub fn word_goes_on(&self, text: &str, token: TokenId) -> bool {
        let at = |index: usize| self.tokens.get(TokenId::from_index(index));
        let (Some(word), Some(next)) = (at(token.index()), at(token.index() + 1)) else { return false };
        if word.space_after {
            return false;
        }
        let (written, next) = (word.span.slice(text), next.span.slice(text));
        let sign = |text: &str| text.starts_with(|letter| ('\u{80}'..='\u{bf}').contains(&letter));
        let leads = |text: &str| LEADS.iter().any(|lead| text.ends_with(lead));
        let after_lead = || {
            let before = token.index().checked_sub(1).and_then(at);
            before.is_some_and(|before| !before.space_after && leads(before.span.slice(text)))
        };
        leads(written) && sign(next) || sign(written) && next.starts_with(char::is_alphabetic) && after_lead()
    }
}

#[cfg(test)]
mod tests {
    use crate::segment::tests::segment_paragraphs;

    #[test]
    fn a_word_goes_on_where_letters_were_read_as_two() {
        let goes_on = |text: &str| -> Vec<bool> {
            let (text, segments) = segment_paragraphs(text);
            segments.tokens.ids().ids().map(|token| segments.word_goes_on(&text.text, token)).collect()
        };
        // "Bas", its two bytes for each of two letters, "ez"; "left" and the full stop stand alone.
        assert_eq!(
            goes_on("Bas\u{c3}\u{a1}\u{c3}\u{b1}ez left."),
            [true, true, true, true, false, false, false]
        );
        assert_eq!(goes_on("Sarukh\u{c3}\u{83}\u{c2}\u{a1}n left."), [true, true, false, false, false]);
        assert_eq!(goes_on("\u{ab}Le Monde\u{bb} left."), [false; 6]);
    }
}
