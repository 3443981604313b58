//! Characters of a stretch of text by byte offset, and the classes of characters that decide where words end.

use unicode_segmentation::UnicodeSegmentation;

use super::Token;
use crate::text::TextSpan;

/// A stretch of text, asked by absolute byte offset; outside it there is nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch<'a> {
    text: &'a str,
    span: TextSpan,
}

impl<'a> Stretch<'a> {
    pub(super) fn new(text: &'a str, span: TextSpan) -> Self {
        Self { text, span }
    }

    pub(super) fn start(self) -> usize {
        self.span.start() as usize
    }

    pub(super) fn end(self) -> usize {
        self.span.end() as usize
    }

    /// The text from `from` up to, not including, `to`; empty off a character edge.
    pub(super) fn slice(self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to.min(self.end())).unwrap_or("")
    }

    /// The characters of a token, also of one before the stretch.
    pub(super) fn of(self, token: &Token) -> &'a str {
        token.span.slice(self.text)
    }

    /// The text from `from` to the end of the stretch.
    pub(super) fn rest(self, from: usize) -> &'a str {
        self.slice(from, self.end())
    }

    /// The character that begins at `at`.
    pub(super) fn at(self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    /// The character that ends at `at`.
    pub(super) fn before(self, at: usize) -> Option<char> {
        self.slice(self.start(), at).chars().next_back()
    }

    /// The character after the one that begins at `at`.
    pub(super) fn after(self, at: usize) -> Option<char> {
        self.at(at).and_then(|c| self.at(at + c.len_utf8()))
    }

    /// Where the run of characters that satisfy `wanted` ends, if it begins at `at`.
    pub(super) fn run(self, at: usize, wanted: impl Fn(char) -> bool) -> usize {
        let rest = self.rest(at);
        at + rest.find(|c| !wanted(c)).unwrap_or(rest.len())
    }

    /// Where the character as printed (a letter with its accents, an emoji with its joiners) ends.
    pub(super) fn grapheme_end(self, at: usize) -> usize {
        at + self.rest(at).graphemes(true).next().map_or(0, str::len)
    }
}

/// The second half of a letter that was read as if it were two, after the first: "á" of "Sarukhán" as `Ã¡`.
pub(super) fn is_half_letter(before: Option<char>, c: char) -> bool {
    matches!(before, Some('Ã' | 'Â')) && matches!(c, '\u{a1}'..='\u{bf}')
}

/// Letters and digits, what is written above or below them, and the underscore.
pub(super) fn is_word_char(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '_' } else { c.is_alphanumeric() || is_combining(c) }
}

/// Accents and vowel signs that Unicode does not count as letters, and the joiners inside Persian and Indic
/// words.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20df}' | '\u{fe20}'..='\u{fe2f}' | '\u{200c}' | '\u{200d}'
        // never printed: halves of letters that were read as two
        | '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}')
}

/// Signs that stand for a word: money, per cent, mathematics, marks of trade, and all that is neither letter
/// nor punctuation beyond Latin: arrows, boxes, emoji.
pub(super) fn is_symbol(c: char) -> bool {
    match c {
        '$'
        | '%'
        | '+'
        | '='
        | '<'
        | '>'
        | '^'
        | '|'
        | '~'
        | '\u{a2}'..='\u{a6}'
        | '©'
        | '¬'
        | '®'
        | '¯'
        | '°'
        | '±'
        | '×'
        | '÷' => true,
        _ => matches!(c, '\u{20a0}'..='\u{20cf}' | '\u{2100}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}'),
    }
}

/// The hyphens of compounds.
pub(super) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// Ends a sentence, alone or several together: `?!`.
pub(super) fn is_final_punctuation(word: &str) -> bool {
    !word.is_empty() && word.chars().all(crate::text::chars::is_sentence_end)
}
