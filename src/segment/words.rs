//! A stretch of [`CleanText`](crate::input::CleanText) → tokens: words in the sense of the English treebanks of
//! Universal Dependencies.
//!
//! One pass from left to right; every look ahead is bounded or consumed at once, so the time is linear.

use super::addresses::{address_end, dotted_end, host_end};
use super::characters::{Stretch, is_half_letter, is_hyphen, is_symbol, is_word_char};
use super::contractions::{cuts, is_clitic};
use super::numbers::{number_end, unit_start};
use super::{Token, TokenKind};
use crate::model::{AbbreviationClass, SegmentationLexicon};
use crate::text::TextSpan;
use crate::text::chars::{is_apostrophe_like, is_dash};

/// Letters before `$` that make one word with it: `US$`.
const DOLLAR_PREFIXES: [&str; 9] = ["A", "AU", "C", "CA", "HK", "NZ", "S", "U", "US"];

/// Faces typed in letters; the commonest will do in news. No one begins with another that stands before it.
const FACES: [&str; 27] = [
    ":'(", ":-(", ":-)", ":-/", ":-D", ":-P", ":-p", ":(", ":)", ":/", ":D", ":P", ":]", ":o)", ":p", ";)",
    ";-)", ";P", "=(", "=)", "=D", "=P", "=]", "(:", "<3", "^_^", "^^",
];

/// Bytes from which on characters of a drawn line are one mark, even if they differ.
const ORNAMENT: usize = 4;

/// Words that never follow the possessive "its" in UD train, and follow "its" for "it's". In order.
const AFTER_IT_IS: [&str; 18] = [
    "a",
    "also",
    "an",
    "as",
    "because",
    "been",
    "between",
    "definitely",
    "for",
    "from",
    "gonna",
    "in",
    "like",
    "not",
    "nothing",
    "really",
    "simply",
    "the",
];

/// Adds the tokens of one stretch of text.
pub(super) fn add_tokens(text: Stretch, lexicon: &SegmentationLexicon, tokens: &mut Vec<Token>) {
    let mut at = text.start();
    while let Some(c) = text.at(at) {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let mut splitter = Splitter { text, lexicon, tokens };
        // a rule that consumed nothing would never end; each consumes at least its first character
        at = splitter.add_token(at, c).max(at + c.len_utf8());
    }
}

struct Splitter<'a, 'b> {
    text: Stretch<'a>,
    lexicon: &'a SegmentationLexicon,
    tokens: &'b mut Vec<Token>,
}

impl Splitter<'_, '_> {
    /// Adds the token (or the words of a contraction) at `at`; gives where it ends.
    fn add_token(&mut self, at: usize, c: char) -> usize {
        let text = self.text;
        let after_word = text.before(at).is_some_and(is_word_char);
        if !after_word && let Some(end) = address_end(text, at) {
            if text.slice(at + 1, end).bytes().all(|byte| byte.is_ascii_digit()) {
                // "# 1": two words in the treebanks
                self.push(at, at + 1, TokenKind::Symbol);
                return self.push(at + 1, end, TokenKind::Number);
            }
            return self.push(at, end, TokenKind::Address);
        }
        if matches!(text.after(at), Some('\u{fe0f}' | '\u{20e3}')) {
            return self.push(at, text.grapheme_end(at), TokenKind::Symbol);
        }
        if let Some(end) = number_end(text, at, self.tokens.last()) {
            return self.add_number(at, end);
        }
        if is_word_char(c) {
            return self.add_word(at);
        }
        if is_apostrophe_like(c)
            && let Some(end) = self.head_apostrophe_end(at, c)
        {
            return self.push_cut(at, end);
        }
        self.add_punctuation(at, c)
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        let space_after = self.text.at(end).is_none_or(char::is_whitespace);
        let span = TextSpan::new(start as u32, end as u32);
        self.tokens.push(Token { span, kind, space_after });
        end
    }

    /// Adds a word, cut where it is a contraction.
    fn push_cut(&mut self, start: usize, end: usize) -> usize {
        let word = self.text.slice(start, end);
        let mut from = start;
        if word.eq_ignore_ascii_case("its") && self.is_verb_before(end) {
            from = self.push(start, start + 2, TokenKind::Word);
        }
        for cut in cuts(word, self.lexicon) {
            if start + cut > from {
                self.push(from, start + cut, TokenKind::Word);
                from = start + cut;
            }
        }
        let visible = word.contains(char::is_alphanumeric);
        self.push(from, end, if visible { TokenKind::Word } else { TokenKind::Punctuation })
    }

    /// Whether a word that begins at the blank at `at` shows that "its" is "it's": "its a pity", "its not over".
    fn is_verb_before(&self, at: usize) -> bool {
        let from = at + 1;
        let next = self.text.slice(from, self.text.run(from, is_word_char));
        self.text.at(at) == Some(' ') && AFTER_IT_IS.binary_search(&next).is_ok()
    }

    /// "5pm" is two words, "20th" and "1970s" one.
    fn add_number(&mut self, at: usize, end: usize) -> usize {
        match unit_start(self.text, end) {
            Some(unit_end) => {
                self.push(at, end, TokenKind::Number);
                self.push(end, unit_end, TokenKind::Word)
            }
            None => {
                let whole = self.text.run(end, is_word_char);
                let suffix = self.text.slice(end, whole);
                let number =
                    matches!(suffix, "" | "s" | "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH");
                if !number && self.text.slice(at, end).bytes().all(|byte| byte.is_ascii_digit()) {
                    // "4x4", "5G": letters and digits mixed go on as a word does
                    return self.add_word(at);
                }
                if !number {
                    self.push(at, end, TokenKind::Number);
                    return self.push(end, whole, TokenKind::Word);
                }
                let decade = self.text.rest(whole);
                let decade = ["'s", "’s"].iter().find(|s| decade.starts_with(*s)).map_or(0, |s| s.len());
                let inner = self.text.at(whole + decade).is_some_and(is_word_char);
                let zero = self.text.before(whole) == Some('0');
                // "the 1970's" is one word, "2016's" two
                let whole = if decade > 0 && zero && !inner { whole + decade } else { whole };
                self.push(at, whole, TokenKind::Number)
            }
        }
    }

    fn add_word(&mut self, at: usize) -> usize {
        let text = self.text;
        let mut end = text.run(at, is_word_char);
        let mut part = at;
        let mut dotted = false;
        while let Some(c) = text.at(end) {
            let next = end + c.len_utf8();
            let goes_on = text.at(next).is_some_and(is_word_char);
            let word = text.slice(at, end);
            match c {
                _ if is_apostrophe_like(c) && goes_on => {}
                _ if goes_on && is_half_letter(text.before(end), c) => {}
                '/' if let Some(end) = self.letters_end(at) => return self.push(at, end, TokenKind::Word),
                '.' if goes_on && self.is_inner_full_stop(at, part, end) => {
                    dotted = true;
                    part = next;
                }
                '.' if goes_on
                    && let Some(address) = host_end(text, at).or_else(|| dotted_end(text, at))
                    && address > next =>
                {
                    return self.push(at, address, TokenKind::Address);
                }
                '&' if goes_on
                    && is_short_upper(text, at, end)
                    && text.at(next).is_some_and(char::is_uppercase) => {}
                '$' if DOLLAR_PREFIXES.contains(&word) => return self.push(at, next, TokenKind::Symbol),
                _ if is_hyphen(c) && goes_on && self.lexicon.is_hyphen_prefix(word) => part = next,
                _ => break,
            }
            end = text.run(next, is_word_char);
        }
        if self.takes_full_stop(at, part, end, dotted) {
            end += 1;
        } else if let Some(c) = text.at(end).filter(|c| is_apostrophe_like(*c))
            && self.lexicon.has_tail_apostrophe(text.slice(at, end + c.len_utf8()))
        {
            end += c.len_utf8();
        }
        self.push_cut(at, end)
    }

    /// Where single letters between strokes end, which are one word in the treebanks: `c/o`, `w/o`, `A/C`; `w/` too.
    fn letters_end(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let letter = |at: usize| {
            let end = at + text.at(at).filter(|c| c.is_alphabetic())?.len_utf8();
            (!text.at(end).is_some_and(is_word_char)).then_some(end)
        };
        let stroke = |at: usize| (text.at(at) == Some('/')).then_some(at + 1);
        let first = letter(at)?;
        let mut end = first;
        while let Some(next) = stroke(end).and_then(letter) {
            end = next;
        }
        let with =
            matches!(text.slice(at, first), "w" | "W") && text.at(first + 1).is_none_or(char::is_whitespace);
        if end > first { Some(end) } else { stroke(end).filter(|_| with) }
    }

    /// Whether the full stop at `dot` stands inside a word: `U.S`, `a.m`, `v1.2`, `Ph.D`. `part` is where the
    /// letters after the last one begin.
    fn is_inner_full_stop(&self, at: usize, part: usize, dot: usize) -> bool {
        let text = self.text;
        let mut before = text.slice(part, dot).chars();
        let last = before.next_back();
        let single = before.next_back().is_none();
        let next = text.at(dot + 1);
        if last.is_some_and(|c| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit()) {
            return true;
        }
        let end = dot + 1 + next.map_or(0, char::len_utf8);
        let next_single = next.is_some_and(char::is_alphabetic) && !text.at(end).is_some_and(is_word_char);
        if single && last.is_some_and(char::is_alphabetic) && next_single {
            return true;
        }
        // "Ph.D.", "M.Sc.": not told from their letters
        let end = text.run(dot + 1, is_word_char);
        end - at < 8 && self.lexicon.abbreviation(text.slice(at, end + 1)).is_some()
    }

    /// Whether the full stop at `dot` belongs to the word before it.
    fn takes_full_stop(&self, at: usize, part: usize, dot: usize, dotted: bool) -> bool {
        let text = self.text;
        if text.at(dot) != Some('.') || text.at(dot + 1) == Some('.') {
            return false;
        }
        let mut letters = text.slice(part, dot).chars();
        let (first, second) = (letters.next(), letters.next());
        let rest = text.rest(dot + 1);
        let mut follows = rest.chars();
        let near = follows.next();
        let next =
            if near.is_some_and(char::is_whitespace) { follows.find(|c| !c.is_whitespace()) } else { near };
        if text.slice(at, dot) == "etc" {
            // "cats, dogs, etc. The end": the full stop of the sentence, two words in the treebanks
            return next.is_some_and(|c| !c.is_uppercase());
        }
        if dotted {
            // "U.S." but "v1.2."
            return second.is_none() && first.is_some_and(char::is_alphabetic)
                || self.lexicon.abbreviation(text.slice(at, dot + 1)).is_some();
        }
        if second.is_none() && part == at {
            // "J. Smith", "J.K. Smith", but "than I. He" and "vitamin C."
            let initial = first.is_some_and(|c| c.is_uppercase() && c != 'I');
            return initial && next.is_some_and(|c| c.is_uppercase() || is_dash(c) || c == ',')
                || self.lexicon_takes(text.slice(at, dot + 1), next);
        }
        self.lexicon_takes(text.slice(at, dot + 1), next)
    }

    fn lexicon_takes(&self, form: &str, next: Option<char>) -> bool {
        let after_comma = || self.tokens.last().is_some_and(|token| self.text.of(token) == ",");
        match self.lexicon.abbreviation(form) {
            None => false,
            Some(AbbreviationClass::Number) => next.is_some_and(|c| c.is_numeric() || c == '#'),
            // "Sat." and "Sun." may be words before a full stop
            Some(AbbreviationClass::Day) => next.is_some_and(|c| {
                let word = matches!(form, "Sat." | "Sun." | "Wed.") && c.is_uppercase();
                form.starts_with(char::is_uppercase) && !word
            }),
            Some(AbbreviationClass::Place) => after_comma(),
            Some(AbbreviationClass::Date) => form.starts_with(char::is_uppercase),
            Some(_) => true,
        }
    }

    /// Where a word with a leading apostrophe ends: `’em`, `'90s`, `'tis`, `'s` after a closing mark.
    fn head_apostrophe_end(&self, at: usize, c: char) -> Option<usize> {
        let text = self.text;
        let from = at + c.len_utf8();
        let digits = text.run(from, |c| c.is_ascii_digit());
        if digits == from + 2 && !text.before(at).is_some_and(is_word_char) {
            // "the '90s", "class of ’72", but "'90 per cent'" and "'10 of us'"
            let end = text.run(digits, |c| c == 's');
            let alone = !text.at(end).is_some_and(is_word_char) && end <= digits + 1;
            return (alone && (end > digits || c != '‘')).then_some(end);
        }
        let end = text.run(from, is_word_char);
        let word = text.slice(at, end);
        if self.lexicon.fused(word).is_some() {
            return Some(end);
        }
        if is_clitic(word) {
            // "the “Guernica”'s owner", "Hamas 's": not "'S is a letter'"
            let marked = text.before(at).is_some_and(|c| !matches!(c, '(' | '[' | '“' | '"'));
            let other = c != '‘' && (marked || self.tokens.last().is_some());
            return (other && !text.at(end).is_some_and(is_apostrophe_like)).then_some(end);
        }
        if !self.lexicon.has_head_apostrophe(word) {
            return None;
        }
        // "rock 'n' roll"
        let last = text.at(end).filter(|c| is_apostrophe_like(*c));
        if word.ends_with('n') && end - from == 1 {
            return last.map(|c| end + c.len_utf8());
        }
        // "'cause'" is a quotation
        last.is_none().then_some(end)
    }

    /// Where the characters end that people draw lines with: `----==`.
    fn ornament_end(&self, at: usize) -> usize {
        self.text.run(at, |c| matches!(c, '-' | '=' | '*' | '_' | '~'))
    }

    fn add_punctuation(&mut self, at: usize, c: char) -> usize {
        let text = self.text;
        let next = at + c.len_utf8();
        if matches!(c, ':' | ';' | '=' | '(' | '<' | '^') && text.before(at).is_none_or(char::is_whitespace) {
            let face = FACES
                .into_iter()
                .filter(|face| text.rest(at).starts_with(face))
                .max_by_key(|face| face.len());
            if let Some(face) = face.filter(|face| !text.at(at + face.len()).is_some_and(is_word_char)) {
                return self.push(at, at + face.len(), TokenKind::Symbol);
            }
        }
        let end = match c {
            // A character that was lost in copying: one mark in the treebanks.
            '.' | ':'
                if text.at(next) == Some('?')
                    && text.before(at).is_some_and(is_word_char)
                    && text.at(next + 1).is_none_or(char::is_whitespace) =>
            {
                next + 1
            }
            '.' | '…' => text.run(next, |c| matches!(c, '.' | '…')),
            '!' | '?' => text.run(next, |c| matches!(c, '!' | '?')),
            '-' | '=' | '*' | '_' | '~' if self.ornament_end(at) >= at + ORNAMENT => self.ornament_end(at),
            '-' | '—' | '*' | '=' | '#' | '+' | '~' | '<' | '>' | '^' | '|' | '·' | '•' | '$' => {
                text.run(next, |d| d == c)
            }
            '`' | '\'' | '‘' | '’' if text.at(next) == Some(c) && text.after(next) != Some(c) => {
                next + c.len_utf8()
            }
            _ if c.is_ascii() || text.at(next).is_none_or(|c| c.is_ascii()) => next,
            _ => text.grapheme_end(at),
        };
        self.push(at, end, if is_symbol(c) { TokenKind::Symbol } else { TokenKind::Punctuation })
    }
}

/// At most three capital letters: `AT` in `AT&T`.
fn is_short_upper(text: Stretch, from: usize, to: usize) -> bool {
    to - from <= 3 && text.slice(from, to).chars().all(|c| c.is_ascii_uppercase())
}
