//! The tags a word may have, each with its cost: from the lexicon, or from the ending and the capitals of a
//! word that is not in it.

use crate::reading::casing::{Cased, Style};
use crate::model::{Tag, TagWeight, UNIT, WordLexicon};
use crate::text::Case;

/// A tag a word may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The tag.
    pub tag: Tag,
    /// What it costs that a word of this tag is this very word, in [`UNIT`]s; can be below zero.
    pub cost: i32,
}

/// One occurrence, in the sixteenths that the lexicon counts in.
const ONCE: u32 = 16;
/// Most candidates a word keeps.
const MOST: usize = 10;
/// A tag with less than this part of the weight is left out.
const LEAST_PART: u64 = 600;

/// In a title, a word that is this many times as often no name as a name is no name.
const TITLE_NAMES: u32 = 3;

/// Finds candidates; keeps its buffers from word to word.
#[derive(Debug)]
pub struct Guesser<'m> {
    lexicon: &'m WordLexicon,
    bag: Vec<(Tag, u32)>,
    plain: String,
    lower: String,
    key: String,
}

impl<'m> Guesser<'m> {
    /// A guesser over this lexicon.
    pub fn new(lexicon: &'m WordLexicon) -> Self {
        Self { lexicon, bag: Vec::new(), plain: String::new(), lower: String::new(), key: String::new() }
    }

    /// Adds the candidates of a word to `found`: at least one, the likeliest first.
    pub fn find(&mut self, word: Cased, style: Style, found: &mut Vec<Candidate>) {
        self.bag.clear();
        self.plain.clear();
        self.plain.extend(word.form.chars().map(|c| if c == '’' { '\'' } else { c }));
        self.lower.clear();
        self.lower.extend(self.plain.chars().flat_map(char::to_lowercase));
        if word.form.chars().any(char::is_numeric) {
            self.numeric();
        } else {
            match word.case {
                Case::None => self.mark(word.form),
                Case::Lower | Case::Mixed => self.small(),
                Case::Title if word.starts => self.capitalised_by_place(),
                Case::Title => self.capitalised(style),
                Case::Upper => self.capitals(style),
            }
        }
        self.give(found);
    }

    /// `election`, `iPhone`
    fn small(&mut self) {
        let known = self.lexicon.word(&self.plain);
        if known.is_empty() {
            self.add_suffix('l', ONCE);
        } else {
            self.add(known, None);
        }
    }

    /// *Talks resumed*: the capital says little.
    fn capitalised_by_place(&mut self) {
        let as_name = self.lexicon.word(&self.plain);
        let as_word = self.lexicon.word(&self.lower);
        self.add(as_word, None);
        self.add(as_name, None);
        if as_word.is_empty() && as_name.is_empty() {
            // "Maher also suggested": a word unknown either way is a name more often than a word.
            self.add_suffix('t', ONCE);
            self.add_suffix('s', ONCE / 2);
        } else {
            self.add_suffix('s', ONCE / 2);
        }
    }

    /// *with Macron*: a name, or a word that is written so.
    fn capitalised(&mut self, style: Style) {
        let as_name = self.lexicon.word(&self.plain);
        let as_word = self.lexicon.word(&self.lower);
        match style {
            Style::Running => {
                self.add(as_name, None);
                self.add(as_word, Some(ONCE / 6));
                self.add_suffix('t', if as_name.is_empty() { ONCE } else { ONCE / 4 });
            }
            // "Army Rejects Plan to Open Crossings": what is a word far more often than a name is one.
            Style::Title | Style::Capitals => {
                let (word_weight, name_weight) = (total(as_word), total(as_name));
                self.add(as_word, None);
                if name_weight * TITLE_NAMES > word_weight {
                    self.add(as_name, None);
                    self.add_suffix('t', if as_word.is_empty() { ONCE } else { ONCE / 2 });
                } else if as_word.is_empty() {
                    self.add_suffix('t', ONCE);
                }
            }
        }
    }

    /// `IDF`, or any word in a line of capitals.
    fn capitals(&mut self, style: Style) {
        let as_name = self.lexicon.word(&self.plain);
        let as_word = self.lexicon.word(&self.lower);
        self.add(as_name, None);
        if style == Style::Running {
            self.add(as_word, Some(ONCE / 3));
            self.add_suffix('u', if as_name.is_empty() { ONCE } else { ONCE / 4 });
        } else {
            self.add(as_word, None);
            self.key.clear();
            let mut letters = self.plain.chars();
            self.key.extend(letters.next());
            self.key.extend(letters.flat_map(char::to_lowercase));
            let titled = self.lexicon.word(&self.key);
            self.add(titled, None);
            self.add_suffix('s', ONCE);
        }
    }

    /// `14`, `1990s`, `5th`, `$5`, `F-16`
    fn numeric(&mut self) {
        let known = self.lexicon.word(&self.plain);
        if !known.is_empty() {
            return self.add(known, None);
        }
        let starts_numeric = self.plain.chars().next().is_some_and(char::is_numeric);
        let letters: String = self.lower.chars().filter(|c| c.is_alphabetic()).collect();
        let like = match letters.as_str() {
            "" => "7",
            "th" | "st" | "nd" | "rd" if starts_numeric => "5th",
            "s" if starts_numeric => "1990s",
            _ if self.plain.contains("://") || self.plain.contains("www.") => "http://www.google.com",
            _ if self.plain.contains('@') => "@",
            _ if starts_numeric && letters.len() > 2 => "24-hour",
            _ if starts_numeric => "7",
            _ => "",
        };
        let known = self.lexicon.word(like);
        if known.is_empty() {
            self.add_suffix('u', ONCE);
        } else {
            self.add(known, None);
        }
    }

    /// A mark without letters or digits.
    fn mark(&mut self, form: &str) {
        let known = self.lexicon.word(&self.plain);
        if !known.is_empty() {
            return self.add(known, None);
        }
        use crate::text::chars::{is_closing_mark, is_dash, is_opening_mark, is_sentence_end};
        let like = match form.chars().next() {
            Some(c) if is_opening_mark(c) => "“",
            Some(c) if is_closing_mark(c) => "”",
            Some(c) if is_dash(c) => "—",
            Some(c) if is_sentence_end(c) => ".",
            Some('$' | '€' | '£' | '¥' | '₹') => "$",
            Some('{' | '〈' | '（' | '［') => "(",
            Some('}' | '〉' | '）' | '］') => ")",
            Some(c) if c.is_alphabetic() => return self.add_suffix('l', ONCE),
            _ => "*",
        };
        let known = self.lexicon.word(like);
        self.add(known, None);
    }

    /// Adds tags by their weight, or scaled to `total` in all.
    fn add(&mut self, tags: &[TagWeight], total_wanted: Option<u32>) {
        let sum = total(tags);
        for &TagWeight { tag, weight } in tags {
            // In 64ths of a sixteenth, so that shares of a small total do not round away.
            let weight = match total_wanted {
                Some(total) => (u32::from(weight) * total * 64).checked_div(sum).unwrap_or(0),
                None => u32::from(weight) * 64,
            };
            match self.bag.iter_mut().find(|row| row.0 == tag) {
                Some(row) => row.1 += weight,
                None => self.bag.push((tag, weight)),
            }
        }
    }

    /// Adds the tags of the longest ending that the lexicon knows.
    fn add_suffix(&mut self, class: char, total: u32) {
        let lexicon = self.lexicon;
        // Where the last five characters begin, and each of the shorter ones.
        let starts = self.lower.char_indices().rev().map(|(at, _)| at).take(5).collect::<Vec<_>>();
        for start in starts.into_iter().rev().chain([self.lower.len()]) {
            self.key.clear();
            self.key.push(class);
            self.key.push(':');
            self.key.push_str(self.lower.get(start..).unwrap_or(""));
            let tags = lexicon.suffix(&self.key);
            if !tags.is_empty() {
                return self.add(tags, Some(total));
            }
        }
    }

    fn give(&mut self, found: &mut Vec<Candidate>) {
        self.bag.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let sum: u32 = self.bag.iter().map(|row| row.1).sum();
        let before = found.len();
        let likely = self
            .bag
            .iter()
            .take(MOST)
            .take_while(|row| row.1 > 0 && u64::from(row.1) * LEAST_PART >= u64::from(sum));
        found.extend(likely.map(|&(tag, weight)| Candidate {
            tag,
            cost: log2(sum) - log2(weight) - i32::from(self.lexicon.rarity(tag)),
        }));
        if found.len() == before {
            found.push(Candidate { tag: Tag(0), cost: 0 });
        }
    }
}

fn total(tags: &[TagWeight]) -> u32 {
    tags.iter().map(|tag| u32::from(tag.weight)).sum()
}

/// `log2` in [`UNIT`]s, in whole numbers so that it is the same on every machine; 0 for 0.
fn log2(number: u32) -> i32 {
    let Some(whole) = number.checked_ilog2() else { return 0 };
    // The six bits after the leading one, and the line between the powers bent a little: the error stays
    // under a unit. log2(1 + f) ≈ f + 0.344 f (1 - f).
    let fraction = ((u64::from(number) << 6) >> whole) as i32 - UNIT as i32;
    whole as i32 * UNIT as i32 + fraction + fraction * (64 - fraction) * 22 / 4096
}
