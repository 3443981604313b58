//! Sentences about two articles side by side.

use whosaid::views::Comparison;

use super::{count, number};
use crate::reading::Reading;

/// What an article is called where it has no headline and came from no file.
pub const UNTITLED: &str = "An article without a headline";

/// What is said while the other article is read.
pub const READS: &str = "Reading the other article …";

/// Told where both are one text.
pub const SAME: &str = "Both are the same text.";

/// How voices of two articles are known to be the same.
pub const HOW: &str = "Voices are the same where one article calls them as the other does, or by the last name alone. \
    Shares are of all words that somebody is said to have said.";

/// Who speaks where, in one sentence or two.
pub fn verdict(found: &Comparison) -> String {
    let [both, first, second] = [found.both.len(), found.first.len(), found.second.len()];
    if both + first + second == 0 {
        return "Nobody is quoted in either article.".to_owned();
    }
    let in_both = match both {
        0 => "Nobody speaks in both articles.".to_owned(),
        1 => "One voice speaks in both articles.".to_owned(),
        _ => format!("{} voices speak in both articles.", number(both)),
    };
    let alone = |voices: usize| match voices {
        0 => "nobody".to_owned(),
        _ => number(voices),
    };
    format!("{in_both} Only in A: {}. Only in B: {}.", alone(first), alone(second))
}

/// How long an article is and how much is said in it.
pub fn facts(reading: &Reading) -> String {
    let voices = reading.speakers.len();
    format!(
        "{}, {} by {}",
        count(reading.words as usize, "word", "words"),
        count(reading.document.quotes.len(), "quotation", "quotations"),
        count(voices, "voice", "voices"),
    )
}

#[cfg(test)]
mod tests {
    use whosaid::views::Voice;

    use super::*;

    fn voice() -> Voice {
        Voice { speaker: Some(0), named: true, quotes: Vec::new(), words: 0, share_thousandths: 0 }
    }

    #[test]
    fn who_speaks_where_is_told_in_words() {
        let found = |both: usize, first: usize, second: usize| {
            let alone = |count: usize| (0..count).map(|_| voice()).collect();
            let both = (0..both).map(|_| [voice(), voice()]).collect();
            verdict(&Comparison { both, first: alone(first), second: alone(second) })
        };
        assert_eq!(found(0, 0, 0), "Nobody is quoted in either article.");
        assert_eq!(found(0, 2, 0), "Nobody speaks in both articles. Only in A: 2. Only in B: nobody.");
        assert_eq!(found(1, 0, 1), "One voice speaks in both articles. Only in A: nobody. Only in B: 1.");
        assert_eq!(found(3, 1, 1), "3 voices speak in both articles. Only in A: 1. Only in B: 1.");
    }
}
