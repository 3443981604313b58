//! Where words written as one are cut: `don't` = `do` + `n't`, `gonna` = `gon` + `na`.

use crate::model::SegmentationLexicon;
use crate::text::chars::is_apostrophe_like;

/// Clitics after an apostrophe.
const CLITICS: [&str; 6] = ["s", "m", "re", "ve", "ll", "d"];

/// Gives the offsets in `word` where it is cut, in order.
pub(super) fn cuts(word: &str, lexicon: &SegmentationLexicon) -> Vec<usize> {
    if let Some(lengths) = lexicon.fused(word) {
        let mut ends = word.char_indices().map(|(at, _)| at).skip(1);
        let inner = lengths.len().saturating_sub(1);
        // one end a character: the end of a part of n characters is the n-th from here
        return lengths.iter().take(inner).filter_map(|length| ends.nth(length.saturating_sub(1))).collect();
    }
    let mut cuts = Vec::new();
    let mut end = word.len();
    while let Some(at) = word.get(..end).and_then(clitic_start) {
        cuts.push(at);
        end = at;
    }
    cuts.reverse();
    cuts
}

/// Whether `word` is a clitic that stands alone: `'s` after a closing mark.
pub(super) fn is_clitic(word: &str) -> bool {
    clitic_start(word) == Some(0)
}

/// Where the last clitic of `word` begins.
fn clitic_start(word: &str) -> Option<usize> {
    // the longest is `n’t`: four characters, six bytes at most
    let mut tail = word.char_indices().rev().take(4);
    let mut letters = [' '; 2];
    let mut count = 0;
    let (apostrophe, _) = loop {
        let (at, c) = tail.next()?;
        if is_apostrophe_like(c) {
            break (at, c);
        }
        *letters.get_mut(count)? = c.to_ascii_lowercase();
        count += 1;
    };
    let before = tail.next();
    let is = |clitic: &str| clitic.chars().rev().eq(letters.iter().copied().take(count));
    if is("t") {
        // n't after at least one letter: "isn't", but not "n't" itself, which is one word
        return before.filter(|(at, c)| c.eq_ignore_ascii_case(&'n') && *at > 0).map(|(at, _)| at);
    }
    // "the 1970's" is one word in the treebanks; "O'D" has no clitic but is too rare to matter
    let decade = is("s") && before.is_some_and(|(_, c)| c == '0');
    (CLITICS.into_iter().any(is) && !decade).then_some(apostrophe)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `parts` has a bar at each cut.
    fn check(parts: &str) {
        let lexicon = &crate::model::MODELS.segmentation;
        let word = parts.replace('|', "");
        let mut cut = String::new();
        let cuts = cuts(&word, lexicon);
        for (at, c) in word.char_indices() {
            if cuts.contains(&at) && at > 0 {
                cut.push('|');
            }
            cut.push(c);
        }
        assert_eq!(cut, parts);
    }

    #[test]
    fn contractions_are_cut_as_in_the_treebanks() {
        for parts in [
            "do|n't",
            "ca|n’t",
            "WO|N'T",
            "can|not",
            "Can|not",
            "it|'s",
            "Ana|’s",
            "they|’ll",
            "I|'d|'ve",
            "gon|na",
            "wan|na",
            "should|n't|'ve",
            "'t|is",
            "’T|was",
            "mama|`s",
            "du|n|no",
            "do|nt",
        ] {
            check(parts);
        }
    }

    #[test]
    fn other_apostrophes_are_not() {
        for word in ["O'Brien", "o'clock", "d'état", "L’Enfant", "Shi'ite", "1970's", "n't", "t", "é", ""]
        {
            check(word);
        }
    }
}
