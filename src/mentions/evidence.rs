//! [`Words`] → [`Evidence`]: how the whole article writes its words, so that one place can help another.
//!
//! "Gallant added …": the capital is owed to the place, but "Defense Minister Yoav Gallant" two sentences
//! before shows that it is a name.

use std::collections::HashMap;

use super::words::{Style, Words};
use crate::text::Case;

/// How often a word stands with and without a capital where that tells something.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    /// Inside a sentence of prose, with a capital.
    capital: u32,
    /// Anywhere, without one.
    small: u32,
}

/// The counts of all words of an article, by lower-case form.
#[derive(Debug, Default)]
pub struct Evidence {
    counts: HashMap<String, Count>,
}

impl Evidence {
    /// Counts the words of an article.
    pub fn new(words: &Words) -> Self {
        let mut counts: HashMap<String, Count> = HashMap::new();
        for word in words.table.rows() {
            let tells = word.style == Style::Prose && !word.initial;
            match word.case {
                Case::Lower if word.text.len() < 40 => {
                    counts.entry(word.text.to_owned()).or_default().small += 1
                }
                Case::Title | Case::Mixed if tells => {
                    counts.entry(word.text.to_lowercase()).or_default().capital += 1;
                }
                _ => {}
            }
        }
        Self { counts }
    }

    /// Whether the article writes this word with a capital where it need not.
    pub fn shows_name(&self, word: &str) -> bool {
        let count = self.count(word);
        count.capital > count.small
    }

    /// Whether the article writes this word without a capital.
    pub fn shows_common_word(&self, word: &str) -> bool {
        self.count(word).small > 0
    }

    fn count(&self, word: &str) -> Count {
        self.counts.get(word.to_lowercase().as_str()).copied().unwrap_or_default()
    }
}
