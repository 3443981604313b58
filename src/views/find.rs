//! Where words stand in the text, as somebody types them.

use crate::document::{Document, SpanRecord};
use crate::text::UnitConverter;

/// Every place where `words` stand in the text, in the Document's unit, in order and not overlapping. Spaces and ends of
/// lines count alike, capital and small letters too.
///
/// ```
/// use whosaid::{Input, Models, Options, analyze, views::find_words};
/// let document = analyze(&Input::text("We won.\nYes, we  won."), &Models::builtin()?, &Options::default())?;
/// let found = find_words(&document, "we won");
/// assert_eq!(found.iter().map(|span| (span.start, span.end)).collect::<Vec<_>>(), [(0, 6), (13, 20)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn find_words(document: &Document, words: &str) -> Vec<SpanRecord> {
    let wanted = folded(words.trim()).map(|(letter, ..)| letter).collect::<Vec<_>>();
    if wanted.is_empty() {
        return Vec::new();
    }
    let text: Vec<_> = folded(&document.text).collect();
    let units = UnitConverter::new(&document.text, document.offset_unit);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(window) = text.get(from..from + wanted.len()) {
        if window.iter().map(|(letter, ..)| letter).eq(&wanted)
            && let (Some((_, start, _)), Some((_, _, end))) = (window.first(), window.last())
        {
            found.push(SpanRecord { start: units.from_byte(*start), end: units.from_byte(*end) });
            from += wanted.len();
        } else {
            from += 1;
        }
    }
    found
}

/// Letters in small form with the bytes they stand at; a run of spaces is one space.
fn folded(text: &str) -> impl Iterator<Item = (char, u32, u32)> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, letter) = letters.next()?;
        let mut end = start + letter.len_utf8();
        if !letter.is_whitespace() {
            // One letter for one: those that become several in small form stay as they are.
            let mut small = letter.to_lowercase();
            let small = small.next().filter(|_| small.next().is_none()).unwrap_or(letter);
            return Some((small, start as u32, end as u32));
        }
        while let Some((next, space)) = letters.next_if(|(_, next)| next.is_whitespace()) {
            end = next + space.len_utf8();
        }
        Some((' ', start as u32, end as u32))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;

    #[test]
    fn words_are_found_whatever_their_spaces_and_capitals() {
        let document = document("Das „Straßenfest“ İs on.\n\nThe  straßenfest is ON.", &[]);
        let found = find_words(&document, " straßenfest ");
        assert_eq!(found.len(), 2);
        assert_eq!(find_words(&document, "is on. the").len(), 0, "a dotted capital I is another letter");
        assert_eq!(find_words(&document, "on. the straßenfest IS").len(), 1);
        assert!(find_words(&document, "  ").is_empty());
    }
}
