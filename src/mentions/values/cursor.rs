//! A place in a sentence that the grammar reads from.

use super::money::Homes;
use crate::mentions::words::{Style, Words};
use crate::model::{Role, Roles, ValueWord};
use crate::text::Case;

/// A place in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a, 'b> {
    pub(super) words: &'b Words<'a>,
    pub(super) homes: &'b Homes<'a>,
    pub(super) at: usize,
    pub(super) limit: usize,
}

impl<'a> Cursor<'a, '_> {
    /// The same sentence, `count` tokens further.
    pub(super) const fn skip(self, count: usize) -> Self {
        Self { at: self.at.saturating_add(count), ..self }
    }

    /// The same sentence, from this token.
    pub(super) const fn from(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// One token back; past the end of the sentence where there is none.
    pub(super) fn back(self) -> Self {
        Self { at: self.at.checked_sub(1).unwrap_or(usize::MAX), ..self }
    }

    /// The token here as printed; empty at the end of the sentence.
    pub(super) fn form(self) -> &'a str {
        if self.at < self.limit { self.words.form(self.at) } else { "" }
    }

    /// Whether the token here is one of these words, in small letters or capitals.
    pub(super) fn is_word(self, words: &[&str]) -> bool {
        let form = self.form();
        words.iter().any(|word| word.eq_ignore_ascii_case(form))
    }

    /// What the word here is and means in values.
    pub(super) fn value(self) -> ValueWord<'a> {
        if self.at < self.limit { self.words.value_word(self.at) } else { ValueWord::default() }
    }

    pub(super) fn roles(self) -> Roles {
        self.value().roles
    }

    pub(super) fn is(self, role: Role) -> bool {
        self.roles().has(role)
    }

    /// The first byte of the token; 0 at the end of the sentence.
    fn first(self) -> u8 {
        self.form().as_bytes().first().copied().unwrap_or(0)
    }

    /// Whether the token begins with a digit.
    pub(super) fn is_numeric(self) -> bool {
        self.first().is_ascii_digit()
    }

    /// Whether a value, or what looks like one, may begin here: a word of the lexicon, or a token with a figure.
    pub(super) fn may_begin(self) -> bool {
        let Some(word) = self.words.at(self.at) else { return false };
        word.value != 0 || word.text.bytes().any(|byte| byte.is_ascii_digit()) || is_mid(word.text)
    }

    /// Whether the token is a hyphen written to the word before.
    pub(super) fn is_hyphen(self) -> bool {
        matches!(self.form(), "-" | "‐" | "‑") && !self.space_before()
    }

    /// Whether the token is a hyphen or dash between two words without a space.
    pub(super) fn is_dash(self) -> bool {
        matches!(self.form(), "-" | "‐" | "‑" | "–" | "—" | "−")
            && !self.space_before()
            && !self.space_after()
    }

    pub(super) fn space_before(self) -> bool {
        self.at.checked_sub(1).and_then(|before| self.words.at(before)).is_none_or(|word| word.space_after)
    }

    pub(super) fn space_after(self) -> bool {
        self.at >= self.limit || self.words.at(self.at).is_none_or(|word| word.space_after)
    }

    pub(super) fn is_capitalised(self) -> bool {
        self.at < self.limit
            && self.words.at(self.at).is_some_and(|word| matches!(word.case, Case::Title | Case::Upper))
    }

    /// Whether a capital here says nothing: at the head of a sentence, or in a headline.
    pub(super) fn owes_capital(self) -> bool {
        self.words.at(self.at).is_none_or(|word| word.initial || word.style != Style::Prose)
    }

    /// Whether the token is a word of the language with a capital that is not owed to its place.
    pub(super) fn is_name_like(self) -> bool {
        self.is_capitalised() && !self.owes_capital()
    }

    /// A whole number in figures alone.
    pub(super) fn figures(self) -> Option<u64> {
        let form = self.form();
        let plain = form.len() <= 9 && form.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| form.parse().ok()).flatten()
    }
}

/// "mid-March", in one token.
fn is_mid(form: &str) -> bool {
    form.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("mid-"))
}
