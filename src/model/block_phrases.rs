//! Phrases of page furniture and the words that tell what a line is: what `blocks` knows beforehand.

use rustc_hash::FxHashMap;

use super::lexicon::section;
use super::{ModelError, Pack};

/// What a phrase says of the line that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseMeaning {
    /// The line is furniture.
    Furniture,
    /// So is everything after it: comments, press contacts.
    After,
    /// So are the short lines after it: related stories.
    List,
    /// The lines after it are a list that belongs to the article: key points.
    Items,
    /// The line says who wrote.
    Byline,
}

/// Classes of words that tell what a line is; one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineWord {
    /// Month, weekday.
    Date = 1,
    /// Parts of clock times and spans of time.
    Clock = 2,
    /// "Updated", "published".
    Stamp = 4,
    /// "By", "reporting by".
    Byline = 8,
    /// "Correspondent".
    Role = 16,
    /// "Photograph:".
    Credit = 32,
    /// "Reuters" in a dateline.
    Agency = 64,
    /// "The", "of": no sentence ends here.
    Dangling = 128,
    /// "Dear", "regards".
    Letter = 256,
}

impl LineWord {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "date" => Self::Date,
            "clock" => Self::Clock,
            "stamp" => Self::Stamp,
            "byline" => Self::Byline,
            "role" => Self::Role,
            "credit" => Self::Credit,
            "agency" => Self::Agency,
            "dangling" => Self::Dangling,
            "letter" => Self::Letter,
            _ => return None,
        })
    }
}

#[derive(Clone, Copy, Debug)]
struct Phrase {
    meaning: PhraseMeaning,
    most_words: usize,
}

/// Phrases by the way they match.
#[derive(Clone, Debug, Default)]
struct Phrases {
    phrases: FxHashMap<Box<str>, Phrase>,
    /// Words of the longest phrase that begins with this word.
    longest: FxHashMap<Box<str>, usize>,
}

/// Phrases of page furniture, and words by class.
#[derive(Clone, Debug, Default)]
pub struct BlockPhrases {
    whole: Phrases,
    start: Phrases,
    any: Phrases,
    words: FxHashMap<Box<str>, u16>,
}

/// Words of a line that are looked at: no phrase matches in longer lines.
pub const PHRASE_WORDS: usize = 60;

impl BlockPhrases {
    /// The one of a pack.
    ///
    /// # Errors
    /// [`ModelError`] if a section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        let mut found = Self::default();
        for entry in section(pack, "boilerplate_phrases")? {
            let text = entry.field(0, "a phrase")?;
            let expected = "whole, start or any";
            let phrases = match entry.field(1, expected)? {
                "whole" => &mut found.whole,
                "start" => &mut found.start,
                "any" => &mut found.any,
                _ => return Err(entry.bad(expected)),
            };
            let expected = "furniture, after, list, items or byline";
            let meaning = match entry.field(2, expected)? {
                "furniture" => PhraseMeaning::Furniture,
                "after" => PhraseMeaning::After,
                "list" => PhraseMeaning::List,
                "items" => PhraseMeaning::Items,
                "byline" => PhraseMeaning::Byline,
                _ => return Err(entry.bad(expected)),
            };
            let most_words = match entry.optional(3) {
                "" => PHRASE_WORDS,
                number => number.parse().map_err(|_| entry.bad("a number of words"))?,
            };
            phrases.add(text, Phrase { meaning, most_words });
        }
        for entry in section(pack, "line_words")? {
            let word = entry.field(0, "a word")?;
            let expected = "a class of words";
            let class = LineWord::from_name(entry.field(1, expected)?).ok_or_else(|| entry.bad(expected))?;
            *found.words.entry(word.into()).or_default() |= class as u16;
        }
        Ok(found)
    }

    /// Whether a word, or a few with single spaces between, is of a class; lower case.
    pub fn is(&self, word: &str, class: LineWord) -> bool {
        self.words.get(word).is_some_and(|classes| classes & class as u16 != 0)
    }

    /// What the phrases say of a line; `words` from [`phrase_words`].
    pub fn meaning(&self, words: &[String]) -> Option<PhraseMeaning> {
        let count = words.len();
        if count == 0 || count > PHRASE_WORDS {
            return None;
        }
        let mut joined = String::new();
        let whole = self.whole.longest(words) >= count;
        if let Some(meaning) = whole.then(|| self.whole.find(words, count, &mut joined)).flatten() {
            return Some(meaning);
        }
        let starts = (1..=self.start.longest(words)).rev();
        let start = starts.filter_map(|len| self.start.find(words.get(..len)?, count, &mut joined)).next();
        start.or_else(|| {
            (0..count).find_map(|at| {
                let words = words.get(at..)?;
                let mut lengths = 1..=self.any.longest(words);
                lengths.find_map(|len| self.any.find(words.get(..len)?, count, &mut joined))
            })
        })
    }
}

impl Phrases {
    fn add(&mut self, text: &str, phrase: Phrase) {
        let first = text.split(' ').next().unwrap_or(text);
        let longest = self.longest.entry(first.into()).or_default();
        *longest = text.split(' ').count().max(*longest);
        self.phrases.insert(text.into(), phrase);
    }

    /// Words of the longest phrase that begins like these words; 0 if there is none.
    fn longest(&self, words: &[String]) -> usize {
        let longest = words.first().and_then(|first| self.longest.get(first.as_str()));
        longest.copied().unwrap_or(0).min(words.len())
    }

    /// What the phrase of all these words says of a line of so many; `joined` is room to write in.
    fn find(&self, words: &[String], in_line: usize, joined: &mut String) -> Option<PhraseMeaning> {
        joined.clear();
        for word in words {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(word);
        }
        let phrase = self.phrases.get(joined.as_str())?;
        (in_line <= phrase.most_words).then_some(phrase.meaning)
    }
}

/// The words of a line as the phrases write them: lower case, no punctuation at the edges, `0` for what holds
/// a digit; at most one more than `PHRASE_WORDS`.
///
/// ```
/// use whosaid::model::phrase_words;
/// assert_eq!(phrase_words("247 Comments »"), ["0", "comments"]);
/// ```
pub fn phrase_words(line: &str) -> Vec<String> {
    let pieces = line.split(|c: char| c.is_whitespace() || matches!(c, '|' | '·' | '•'));
    let words = pieces.filter_map(|word| {
        if word == "©" || word == "&" {
            return Some(word.to_owned());
        }
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
        if word.is_empty() {
            None
        } else if word.chars().take(40).any(|c| c.is_ascii_digit()) {
            Some("0".to_owned())
        } else {
            Some(
                word.chars()
                    .take(40)
                    .map(|c| if c == '’' { '\'' } else { c })
                    .collect::<String>()
                    .to_lowercase(),
            )
        }
    });
    words.take(PHRASE_WORDS + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{MODELS, entries};

    fn meaning(line: &str) -> Option<PhraseMeaning> {
        MODELS.blocks.meaning(&phrase_words(line))
    }

    #[test]
    fn phrases_match_whole_lines_beginnings_and_insides() {
        assert_eq!(meaning("Share this article"), Some(PhraseMeaning::Furniture));
        assert_eq!(meaning("1.2K reposts  318 replies"), Some(PhraseMeaning::Furniture));
        assert_eq!(meaning("Leave a Reply"), Some(PhraseMeaning::After));
        assert_eq!(meaning("You can unsubscribe at any time."), Some(PhraseMeaning::Furniture));
        assert_eq!(meaning("Key points"), Some(PhraseMeaning::Items));
        assert_eq!(meaning("The council will share this burden, he said."), None);
    }

    #[test]
    fn the_files_are_sorted_and_in_the_form_of_phrase_words() {
        let tsv = include_str!("../../seeds/lexicons/boilerplate_phrases.tsv");
        let phrases: Vec<_> = entries("test", tsv).map(|entry| entry.field(0, "").unwrap()).collect();
        assert!(phrases.is_sorted());
        for phrase in phrases {
            assert_eq!(phrase_words(phrase).join(" "), phrase);
        }
        let tsv = include_str!("../../seeds/lexicons/line_words.tsv");
        let words: Vec<_> = entries("test", tsv).map(|entry| entry.field(0, "").unwrap()).collect();
        assert!(words.is_sorted());
    }
}
