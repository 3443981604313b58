//! Tokens of one block → where its sentences end.
//!
//! A block is looked at by itself: line breaks inside it are white space, and no sentence leaves it.

use super::boundary_features::{Judge, Place, Scan};
use super::characters::{Stretch, is_final_punctuation};
use super::regions::Role;
use super::sentence_words::{SPEECH_VERBS, is_time_word};
use super::{Token, TokenKind};
use crate::model::{AbbreviationClass, SegmentationLexicon};
use crate::text::chars::is_dash;

/// The tokens of one block with what their marks turned out to be.
pub(super) struct BlockTokens<'a> {
    pub(super) text: Stretch<'a>,
    pub(super) tokens: &'a [Token],
    pub(super) roles: &'a [Role],
    pub(super) lexicon: &'a SegmentationLexicon,
    /// Whether the text is written as articles are.
    pub(super) tidy: bool,
}

/// What the rules say of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// A sentence ends, whatever the weights say.
    Surely,
    /// One ends.
    Ends,
    /// None ends.
    GoesOn,
    /// None ends, whatever the weights say.
    Never,
}

impl Verdict {
    const fn of(ends: bool) -> Self {
        if ends { Self::Ends } else { Self::GoesOn }
    }

    const fn ends(self) -> bool {
        matches!(self, Self::Surely | Self::Ends)
    }
}

/// How many words after a quotation may name its speaker before the verb: “Why?” the prime minister asked.
const SPEAKER_WORDS: usize = 5;

/// The ends of the sentences, counted in tokens of the block; the last is the number of its tokens.
///
/// The rules say where they see an end; `judge` has the last word, there and wherever else one is thinkable.
pub(super) fn sentence_ends(block: &BlockTokens, mut scan: Scan, judge: &mut impl Judge) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut start, mut index) = (0, 0);
    while index < block.tokens.len() {
        let (next, verdict) = block.look_at(index, start);
        let rule = verdict.ends();
        let mut ends_here = rule;
        if next < block.tokens.len() {
            scan.pass(block, next, false);
            let open = matches!(verdict, Verdict::Ends | Verdict::GoesOn);
            if open && (rule || block.is_thinkable(index, next, start)) {
                scan.extract(block, Place { start, mark: index, next }, rule, judge);
                ends_here = judge.ends(block, next, rule);
            }
            scan.pass(block, next, ends_here);
        }
        if ends_here {
            ends.push(next);
            start = next;
        }
        index = next;
    }
    if start < block.tokens.len() {
        ends.push(block.tokens.len());
    }
    ends
}

impl<'a> BlockTokens<'a> {
    pub(super) fn word(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| self.text.of(token))
    }

    pub(super) fn role(&self, index: usize) -> Role {
        self.roles.get(index).copied().unwrap_or_default()
    }

    pub(super) fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    fn space_before(&self, index: usize) -> bool {
        index.checked_sub(1).and_then(|before| self.tokens.get(before)).is_none_or(|token| token.space_after)
    }

    /// Whether a line begins with the token at `index`.
    pub(super) fn line_before(&self, index: usize) -> bool {
        let at = |index: usize| self.tokens.get(index).map(|token| token.span);
        let (Some(before), Some(after)) = (index.checked_sub(1).and_then(at), at(index)) else { return true };
        self.text.slice(before.end() as usize, after.start() as usize).contains('\n')
    }

    /// Whether the word at `index`, or after opening marks there, often begins a sentence.
    pub(super) fn starts_sentence(&self, index: usize) -> bool {
        let word = self.word(self.first_word(index));
        word.starts_with(char::is_uppercase) && self.lexicon.is_sentence_starter(word)
    }

    /// Whether a sentence may end between `index` and `next` though no rule says so: after a mark, or before what
    /// is not written in small letters.
    fn is_thinkable(&self, index: usize, next: usize, start: usize) -> bool {
        let (word, next_word) = (self.word(index), self.word(next));
        if is_final_punctuation(word) || (word.len() > 1 && word.ends_with('.')) {
            return !matches!(next_word, "," | ";" | ":");
        }
        if !self.space_before(next) || self.role(next) == Role::Close || self.role(index) == Role::Open {
            return false;
        }
        if matches!(next_word, "," | ";" | ":" | "." | ")" | "]" | "}" | "%")
            || matches!(word, "(" | "[" | "{")
        {
            return false;
        }
        // — Ana Ruiz (@ana) Feb 2
        let credit = |index: usize| self.word(index).starts_with(|c| is_dash(c) && c != '-');
        if credit(start) || (credit(index) && (self.role(index.wrapping_sub(1)) == Role::Close)) {
            return false;
        }
        if self.tidy && !self.line_before(next) && !self.is_thinkable_in_article(index, next) {
            return false;
        }
        !next_word.starts_with(char::is_lowercase)
            || matches!(
                self.kind(index),
                Some(TokenKind::Punctuation | TokenKind::Symbol | TokenKind::Address)
            ) && word != ","
    }

    /// An article ends its sentences with marks: besides them only after a colon or what closes, and not before what is
    /// announced or added: he said: “We won.” “We won.” — Ana Ruiz
    fn is_thinkable_in_article(&self, index: usize, next: usize) -> bool {
        let (word, next_word) = (self.word(index), self.word(next));
        let plain = self.kind(index) == Some(TokenKind::Word) || word == "," || word.starts_with(is_dash);
        !plain && !next_word.starts_with(is_dash) && self.role(next) != Role::Open
    }

    /// Looks at the token at `index` and what closes after it: where to look next, and whether the sentence from
    /// `start` ends there.
    fn look_at(&self, index: usize, start: usize) -> (usize, Verdict) {
        let word = self.word(index);
        // a line of dashes between letters or notices parts what stands around it
        if is_separator(word) || (index > start && is_separator(self.word(index + 1))) {
            // a line of underscores may be a gap to fill
            let gap = word.starts_with('_') || self.word(index + 1).starts_with('_');
            return (index + 1, if gap { Verdict::Ends } else { Verdict::Surely });
        }
        let strong = is_final_punctuation(word);
        let dotted = word.len() > 1 && word.ends_with('.');
        if !strong && !dotted {
            return (index + 1, Verdict::GoesOn);
        }
        let (next, closed) = self.after_closing(index + 1);
        if next >= self.tokens.len() {
            return (self.tokens.len(), Verdict::Surely);
        }
        let ends = if strong {
            let verdict = self.ends_after_punctuation(index, start, next, closed);
            // articles keep the rules
            match verdict {
                Verdict::Ends if self.tidy => Verdict::Surely,
                Verdict::GoesOn if self.tidy => Verdict::Never,
                _ => verdict,
            }
        } else {
            self.ends_after_abbreviation(index, next, closed)
        };
        (next, ends)
    }

    /// The first token after marks and brackets that close at `index`, and whether there were any.
    fn after_closing(&self, mut index: usize) -> (usize, bool) {
        let from = index;
        loop {
            let closes = match self.role(index) {
                Role::Close => true,
                Role::None | Role::Apostrophe => {
                    if let Some(end) = self.trailer_end(index) {
                        index = end;
                        continue;
                    }
                    let word = self.word(index);
                    let bracket = matches!(word, ")" | "]" | "}" | "'" | "’" | "\"" | "”");
                    (bracket || is_final_punctuation(word)) && !self.space_before(index)
                }
                Role::Open | Role::Repeated => false,
            };
            if !closes {
                return (index, index > from);
            }
            index += 1;
        }
    }

    /// Where something ends that belongs to the sentence before it: a reference "[17]", a footnote's number, a
    /// face ":)", an emoji, the tags "#Peace #Now" at the end of a post.
    fn trailer_end(&self, index: usize) -> Option<usize> {
        let is_number = |index: usize| self.kind(index) == Some(TokenKind::Number);
        let word = self.word(index);
        if word == "[" && is_number(index + 1) && self.word(index + 2) == "]" {
            return Some(index + 3);
        }
        let note = is_number(index)
            && !self.space_before(index)
            && self.space_before(index + 1)
            && self.word(index.wrapping_sub(1)) == ".";
        let face = matches!(word.as_bytes(), [b':' | b';', .., b')' | b'(' | b'D' | b'P']);
        let is_emoji = |index| {
            self.word(index).chars().next().is_some_and(|c| c >= '\u{2600}')
                && self.kind(index) == Some(TokenKind::Symbol)
        };
        let is_tag =
            |index| self.word(index).starts_with('#') && self.kind(index) == Some(TokenKind::Address);
        let after = index + 1;
        let last =
            after >= self.tokens.len() || self.role(after) == Role::Close || is_tag(after) || is_emoji(after);
        (note || face || is_emoji(index) || (is_tag(index) && last)).then_some(index + 1)
    }

    /// The first word at or after `index` that is no opening mark or bracket.
    fn first_word(&self, mut index: usize) -> usize {
        // more than a few marks in a row are no text
        let limit = index + 4;
        while index < limit
            && (matches!(self.role(index), Role::Open | Role::Repeated)
                || matches!(self.word(index), "(" | "[" | "{"))
        {
            index += 1;
        }
        index
    }

    fn ends_after_punctuation(&self, index: usize, start: usize, next: usize, closed: bool) -> Verdict {
        let next_word = self.word(next);
        // “We won.”, he said
        if matches!(next_word, "," | ";" | ":") {
            return Verdict::Never;
        }
        let first = self.word(self.first_word(next));
        let head = first.chars().next().unwrap_or(' ');
        let opens = self.role(next) == Role::Open;
        if head.is_lowercase() {
            // “Who won?” asked Ana. It took off... and fell. Of those that are followed by a small letter without
            // closing marks, 298 of 315 in UD train end a sentence; the rest are mostly names: Yahoo! shares fell.
            let before = index.checked_sub(1).map_or("", |before| self.word(before));
            let named = self.word(index) == "!" && before.starts_with(char::is_uppercase);
            let ellipsis = self.word(index).contains('…') || self.word(index).starts_with("..");
            if closed {
                return Verdict::Never;
            }
            return Verdict::of(!ellipsis && !named && !opens && self.space_before(next));
        }
        if next_word.chars().all(is_dash) && !next_word.is_empty() {
            // “We won.” — Ana Ruiz
            return if closed { Verdict::Never } else { Verdict::of(self.word(index) == ".") };
        }
        // a list's number: 1. Open the box
        let numbered =
            index == start + 1 && self.tokens.get(start).is_some_and(|token| token.kind == TokenKind::Number);
        if numbered && self.word(index) == "." {
            return Verdict::GoesOn;
        }
        // “Who won?” Ana asked.
        let question = self.word(index) != ".";
        if closed && question && self.role(next - 1) == Role::Close && self.names_speaker(next) {
            return Verdict::Never;
        }
        // … in the end. Then …: after a longer word in small letters nothing is in doubt
        let before = index.checked_sub(1).map_or("", |before| self.word(before));
        let plain = !question && !closed && before.len() > 3 && before.starts_with(char::is_lowercase);
        if plain && head.is_uppercase() && self.space_before(next) {
            return Verdict::Surely;
        }
        // (They lost!) Then … against: he said (They lost!) and went
        Verdict::Ends
    }

    /// Whether a subject and a verb of speech begin at `index`.
    fn names_speaker(&self, index: usize) -> bool {
        for at in index..index + SPEAKER_WORDS {
            let Some(token) = self.tokens.get(at) else { return false };
            let word = self.text.of(token);
            if at > index && SPEECH_VERBS.binary_search(&word).is_ok() {
                return true;
            }
            if token.kind != TokenKind::Word {
                return false;
            }
        }
        false
    }

    fn ends_after_abbreviation(&self, index: usize, next: usize, closed: bool) -> Verdict {
        let first = self.word(self.first_word(next));
        let head = first.chars().next().unwrap_or(' ');
        let word = self.word(index);
        let capital = head.is_uppercase();
        let starter = capital && self.lexicon.is_sentence_starter(first);
        let opens = matches!(self.role(next), Role::Open | Role::Repeated);
        if closed && head.is_lowercase() {
            // Senator Mitch McConnell (Ky.) asked
            return Verdict::Never;
        }
        match self.lexicon.abbreviation(word) {
            // Acme Corp. in the U.S. Senate
            Some(_) if head.is_lowercase() => Verdict::Never,
            Some(AbbreviationClass::Title) => Verdict::Never,
            Some(AbbreviationClass::Inner | AbbreviationClass::Number) => Verdict::GoesOn,
            Some(AbbreviationClass::Time) if is_time_word(first) => Verdict::Never,
            Some(AbbreviationClass::Time) => Verdict::of(capital),
            // a single letter: "J. The" is as rare as "vitamin C. The" is common
            None if word.chars().count() == 2 => Verdict::of(starter && (first.len() > 1 || closed)),
            // no abbreviation but a word that ends in a full stop: "v1.2."
            None if !word.contains(|c: char| c.is_alphabetic()) => Verdict::of(capital),
            // Acme Corp. The firm
            _ if starter && !word.starts_with(char::is_lowercase) => Verdict::Surely,
            _ => Verdict::of(starter || (capital && (closed || opens))),
        }
    }
}

/// Whether a token is a drawn line: -----
fn is_separator(word: &str) -> bool {
    word.len() > 4 && word.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b'*' | b'#'))
}
