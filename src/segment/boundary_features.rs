//! What speaks for and against the end of a sentence at a place between two tokens.
//!
//! One extractor for training and use: [`extract`] gives features to a [`Judge`], which adds up their weights or
//! writes them down. Classes of tokens have names of one to three letters, since the file of weights repeats them
//! thousands of times: `a` in small letters, `c` capitalised, `cc` capitals, `da` a date, `op` an opening mark.

use super::TokenKind;
use super::characters::is_final_punctuation;
use super::regions::Role;
use super::sentences::BlockTokens;
use crate::blocks::{Block, BlockKind};
use crate::input::CleanText;
use crate::model::{AbbreviationClass, BoundaryField};
use crate::text::chars::{is_closing_mark, is_dash, is_sentence_end};

/// Version of the features: weights of another version are weights of other things.
pub const FEATURES: u32 = 1;

/// Takes the features of one place after another and decides.
pub(super) trait Judge {
    /// One feature of the place.
    fn feature(&mut self, template: u8, fields: &[BoundaryField]);

    /// All features are given: does a sentence end before token `next` of the block? `rule` is what the rules say.
    fn ends(&mut self, block: &BlockTokens, next: usize, rule: bool) -> bool;
}

/// How the whole text is written: with or without full stops at the ends of paragraphs, with mail addresses.
#[derive(Clone, Copy, Debug)]
pub(super) struct WritingStyle {
    name: &'static str,
    /// As an article: nearly all paragraphs end with a full stop, and no mail address stands anywhere.
    pub(super) tidy: bool,
}

impl WritingStyle {
    pub(super) fn of(text: &CleanText, blocks: &[Block]) -> Self {
        let (mut all, mut bare) = (0_usize, 0_usize);
        for block in blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
            all += 1;
            bare += usize::from(!ends_finally(block.span.slice(&text.text)));
        }
        let mail = text.text.bytes().filter(|byte| *byte == b'@').take(1).count();
        // most articles: every paragraph but a title or two
        let loose = if bare * 8 <= all { 0 } else { 1 + usize::from(bare * 3 > all) };
        let name = match (mail, loose) {
            (0, 0) => "s0",
            (0, 1) => "s1",
            (0, _) => "s2",
            (_, 0) => "m0",
            (_, 1) => "m1",
            _ => "m2",
        };
        Self { name, tidy: loose == 0 && mail == 0 }
    }
}

fn ends_finally(text: &str) -> bool {
    let mut last =
        text.chars().rev().filter(|c| !matches!(c, '"' | '\'' | ')' | ']') && !is_closing_mark(*c));
    last.next().is_some_and(is_sentence_end)
}

/// What the features ask of one token.
#[derive(Clone, Copy)]
struct Facts<'a> {
    word: BoundaryField<'a>,
    class: BoundaryField<'static>,
    /// The next token from here on that is no capitalised word.
    run_end: usize,
    /// The next token from here on that ends a sentence.
    stop: usize,
}

/// The tokens of a block with what is asked of them, and where the scan stands.
pub(super) struct Scan<'a> {
    facts: Vec<Facts<'a>>,
    style: BoundaryField<'static>,
    /// What the block ends with.
    last: BoundaryField<'static>,
    kind: BoundaryField<'static>,
    none: BoundaryField<'static>,
    seen: usize,
    quoted: bool,
    brackets: bool,
    /// Whether the sentence so far has a word in small letters.
    low: bool,
}

impl<'a> Scan<'a> {
    pub(super) fn new(block: &BlockTokens<'a>, style: WritingStyle, kind: BlockKind) -> Self {
        let none = BoundaryField::new("0");
        let count = block.tokens.len();
        let mut facts: Vec<Facts> = Vec::with_capacity(count);
        let mut capital = Vec::with_capacity(count);
        for index in 0..count {
            let word = block.word(index);
            let (class, high) = class_of(block, index, word);
            let class = BoundaryField::new(class);
            let word = BoundaryField::new(word);
            facts.push(Facts { word, class, run_end: count, stop: count });
            capital.push(high);
        }
        let (mut run_end, mut stop) = (count, count);
        for (index, (facts, capital)) in facts.iter_mut().zip(capital).enumerate().rev() {
            if !capital {
                run_end = index;
            }
            if is_final_punctuation(block.word(index)) {
                stop = index;
            }
            (facts.run_end, facts.stop) = (run_end, stop);
        }
        let final_at = (count.saturating_sub(3)..count).any(|index| is_final_punctuation(block.word(index)));
        Self {
            facts,
            style: BoundaryField::new(style.name),
            last: BoundaryField::new(if final_at { "st" } else { "ba" }),
            kind: BoundaryField::new(kind.name()),
            none,
            seen: 0,
            quoted: false,
            brackets: false,
            low: false,
        }
    }

    /// Takes note of the tokens up to `next`, where a sentence begins if `ends`.
    pub(super) fn pass(&mut self, block: &BlockTokens, next: usize, ends: bool) {
        for index in self.seen..next {
            match block.role(index) {
                Role::Open | Role::Repeated => self.quoted = true,
                Role::Close => self.quoted = false,
                _ => match block.word(index) {
                    "(" | "[" | "{" => self.brackets = true,
                    ")" | "]" | "}" => self.brackets = false,
                    word => self.low |= word.starts_with(char::is_lowercase),
                },
            }
        }
        self.seen = next;
        if ends {
            self.low = false;
        }
    }

    fn word(&self, index: usize) -> BoundaryField<'a> {
        self.facts.get(index).map_or(self.none, |facts| facts.word)
    }

    fn class(&self, index: usize) -> BoundaryField<'static> {
        self.facts.get(index).map_or(self.none, |facts| facts.class)
    }

    /// Gives the features of the end of a sentence before token `next`, after the mark (or whatever else stands
    /// there) at `mark`, of a sentence that begins at `start`.
    pub(super) fn extract(&self, block: &BlockTokens, place: Place, rule: bool, judge: &mut impl Judge) {
        let Place { start, mark, next } = place;
        let field = BoundaryField::new;
        let (m, n1, n2) = (self.class(mark), self.class(next), self.class(next + 1));
        let last = self.class(next.wrapping_sub(1));
        let (before, before_word) = (self.class(mark.wrapping_sub(1)), self.word(mark.wrapping_sub(1)));
        let (w, w1, w2) = (self.word(mark), self.word(next), self.word(next + 1));
        let ruled = field(if rule { "y" } else { "n" });
        let line = field(if block.line_before(next) { "l" } else { "-" });
        judge.feature(0, &[ruled, m]);
        judge.feature(1, &[m, n1, line]);
        judge.feature(2, &[m, last, n1]);
        judge.feature(3, &[m, w1]);
        judge.feature(4, &[m, before_word]);
        judge.feature(5, &[before, m, n1]);
        judge.feature(6, &[m, n1, n2]);
        judge.feature(7, &[w, n1]);
        judge.feature(8, &[w, w1]);
        judge.feature(9, &[w1, w2]);
        judge.feature(10, &[before_word, w]);
        judge.feature(11, &[m, n1, n2, self.class(next + 2)]);
        judge.feature(12, &[self.class(mark.wrapping_sub(2)), before, m, n1]);
        let length = field(bucket(next - start));
        judge.feature(13, &[m, n1, length]);
        let inside = field(match (self.quoted, self.brackets) {
            (false, false) => "-",
            (true, false) => "q",
            (false, true) => "b",
            (true, true) => "qb",
        });
        judge.feature(14, &[m, n1, inside]);
        judge.feature(15, &[self.style, m, n1]);
        judge.feature(16, &[self.style, ruled, self.last]);
        let starter = field(if block.starts_sentence(next) { "s" } else { "-" });
        judge.feature(17, &[starter, m, before]);
        let facts = self.facts.get(next);
        let (run_end, stop) = facts.map_or((next, next), |facts| (facts.run_end, facts.stop));
        judge.feature(18, &[m, n1, field(bucket(stop - next)), self.last]);
        let run = field(bucket((run_end - next).min(5)));
        judge.feature(19, &[m, run, self.word(run_end)]);
        judge.feature(20, &[m, run, self.class(run_end)]);
        let low = field(if self.low { "a" } else { "h" });
        judge.feature(21, &[low, m, n1, self.style]);
        judge.feature(22, &[self.kind, m, n1]);
        let alike = if self.facts.get(start).is_some_and(|facts| facts.class.same(n1)) { "=" } else { "-" };
        judge.feature(23, &[field(alike), m, n1]);
        judge.feature(24, &[self.word(start), m, n1, field(bucket((next - start).min(5)))]);
        judge.feature(25, &[m, n1, field(bucket(self.facts.len() - next)), self.last]);
        judge.feature(26, &[m, n1, field(bucket(start.min(8))), length]);
        judge.feature(27, &[self.style, low, self.last, m, n1]);
        judge.feature(28, &[self.style, w1]);
        judge.feature(29, &[self.style, starter, m, low]);
        judge.feature(30, &[self.style, w, n1]);
        judge.feature(31, &[m, self.class(next + 1), self.class(run_end), low]);
        judge.feature(32, &[self.word(start), w, length]);
    }
}

/// A place where a sentence could end.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The first token of the sentence.
    pub(super) start: usize,
    /// Its last mark, before what closes.
    pub(super) mark: usize,
    /// The first token after it.
    pub(super) next: usize,
}

/// A number as one of a few.
fn bucket(number: usize) -> &'static str {
    match number {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4..=5 => "4",
        6..=8 => "6",
        9..=14 => "9",
        15..=24 => "15",
        25..=44 => "25",
        _ => "45",
    }
}

/// The class of a token, and whether it is a word with a capital letter.
fn class_of(block: &BlockTokens, index: usize, word: &str) -> (&'static str, bool) {
    match block.role(index) {
        Role::Open => return ("op", false),
        Role::Close => return ("cl", false),
        Role::Repeated => return ("ag", false),
        _ => {}
    }
    if word == "@" {
        return ("ha", false);
    }
    let head = word.chars().next().unwrap_or(' ');
    match block.kind(index) {
        Some(TokenKind::Number) => (number_class(word), false),
        Some(TokenKind::Address) => (address_class(word, head), false),
        Some(TokenKind::Symbol) => {
            let face = word.len() > 1 && word.is_ascii();
            (
                if face {
                    "fa"
                } else if head.is_ascii() {
                    "si"
                } else {
                    "em"
                },
                false,
            )
        }
        Some(TokenKind::Word) => (word_class(block, word, head), head.is_uppercase()),
        _ => (mark_class(word, head), false),
    }
}

fn number_class(word: &str) -> &'static str {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    match word.len() {
        1 if digits => "d",
        2 if digits => "dd",
        4 if digits && matches!(word.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]) => "yr",
        _ if digits => "nr",
        _ if word.contains(':') => "ti",
        _ if word.contains('/') => "da",
        8.. if word.contains('-') => "ph",
        _ => "fi",
    }
}

fn address_class(word: &str, head: char) -> &'static str {
    match head {
        '@' => "ha",
        '#' => "ta",
        _ if word.contains('@') => "ma",
        _ => "we",
    }
}

fn word_class(block: &BlockTokens, word: &str, head: char) -> &'static str {
    if word.len() > 1 && word.ends_with('.') {
        return match block.lexicon.abbreviation(word) {
            Some(AbbreviationClass::Title) => "ti.",
            Some(AbbreviationClass::Number) => "no.",
            Some(AbbreviationClass::Date | AbbreviationClass::Day) => "da.",
            Some(AbbreviationClass::Ending) => "en.",
            Some(AbbreviationClass::Place) => "pl.",
            Some(AbbreviationClass::Inner) => "in.",
            Some(AbbreviationClass::Time) => "am.",
            None if word.chars().count() == 2 => "x.",
            None => "xx.",
        };
    }
    if !head.is_uppercase() {
        return if head.is_lowercase() { "a" } else { "o" };
    }
    let mut rest = word.chars().skip(1);
    match rest.next() {
        None => "c1",
        Some(second) if second.is_uppercase() && !rest.any(char::is_lowercase) => "cc",
        Some(_) => "c",
    }
}

fn mark_class(word: &str, head: char) -> &'static str {
    match word {
        "." => ".",
        "?" => "?",
        "!" => "!",
        "," => ",",
        ":" => ":",
        ";" => ";",
        "(" | "[" | "{" => "(",
        ")" | "]" | "}" => ")",
        "/" => "/",
        "*" | "•" | "·" => "*",
        "\"" | "''" | "``" => "\"",
        "'" | "’" => "'",
        _ if is_final_punctuation(word) => {
            if word.contains(['.', '…']) {
                "..."
            } else {
                "!!"
            }
        }
        "-" => "-",
        _ if is_dash(head) => {
            if word.len() > 4 {
                "ru"
            } else {
                "--"
            }
        }
        _ if word.len() > 3 => "ru",
        _ => "mk",
    }
}
