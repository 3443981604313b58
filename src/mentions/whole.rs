//! [`Words`] and names → names that end where a word ends, where letters were read as two: "BasÃ¡Ã±ez".

use super::names::Name;
use super::words::Words;
use crate::labels::Upos;
use crate::segment::TokenId;
use crate::text::Id;

/// Most tokens that one word may be cut into.
const MOST_PIECES: usize = 16;

/// Grows names to whole words; of names that then share a word the first stays.
pub fn grow_to_words(words: &Words, names: &mut Vec<Name>) {
    let mut free = 0;
    names.retain_mut(|name| {
        let first = name.start.saturating_sub(MOST_PIECES).max(free);
        while name.start > first && goes_on(words, name.start - 1) {
            name.start -= 1;
        }
        let last = name.end + MOST_PIECES;
        let end = name.end;
        while name.end < last && goes_on(words, name.end - 1) {
            name.end += 1;
        }
        // The network stopped at the sign: "Miguel BasÃ¡Ã±ez **Ebergenyi**".
        while name.end > end && name.end < last && is_more_of_name(words, name.end) {
            name.end += 1;
        }
        let apart = name.start >= free;
        if apart {
            free = name.end;
        }
        apart
    });
}

/// Whether the name goes on with a word after a space.
fn is_more_of_name(words: &Words, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| words.at(at));
    before.is_some_and(|word| word.space_after)
        && words.at(at).is_some_and(|word| word.is_capitalised() && word.upos == Upos::Propn && !word.initial)
}

fn goes_on(words: &Words, at: usize) -> bool {
    words.segments.word_goes_on(words.text, TokenId::from_index(at))
}

#[cfg(test)]
mod tests {
    use super::super::tests::names;

    #[test]
    fn a_name_with_letters_read_as_two_is_whole() {
        names(
            "The envoy, [Miguel Bas\u{c3}\u{a1}\u{c3}\u{b1}ez Ebergenyi]{PERSON}, arrived in [Washington]{GPE}.",
        );
    }

    #[test]
    fn signs_beside_other_letters_are_no_part_of_a_name() {
        names("[Ana Ruiz]{PERSON} of \u{ab}[Le Monde]{ORG}\u{bb} was there.");
    }
}
