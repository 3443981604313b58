//! Cleaned text → its printed lines, with what can be told from each alone: how it begins, how it ends, how
//! many blank lines stand before it, what HTML said of it.

use crate::input::{CleanText, ElementHint};
use crate::model::{BlockPhrases, LineWord};
use crate::text::TextSpan;
use crate::text::chars::{is_closing_mark, is_opening_mark, is_quotation_mark, is_sentence_end};

/// How much of a long line is looked at for its beginning or end, in characters.
const LOOK: usize = 60;

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A sentence ends: "… was never shown it.1".
    Stop,
    /// Something is announced: "Here is what we know so far:".
    Colon,
    /// No sentence can end so: "… off Skerry Point in", "Meanwhile,".
    Open,
    /// Neither.
    Plain,
}

/// How a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// With a small letter, so it goes on with something.
    Small,
    /// With a capital letter or anything else.
    Other,
}

/// A line that prints something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// From its first printed character to its last.
    pub(super) span: TextSpan,
    /// The characters of `span`.
    pub(super) text: &'t str,
    /// Blank lines before it.
    pub(super) blanks: u32,
    /// Characters.
    pub(super) len: usize,
    /// Characters of its first word.
    pub(super) first_word: usize,
    /// How it begins.
    pub(super) start: Start,
    /// How it ends.
    pub(super) end: End,
    /// Whether it ends with a comma.
    pub(super) comma: bool,
    /// What HTML said of it, and the number of that hint.
    pub(super) hint: Option<(usize, ElementHint)>,
}

/// The printed lines of a text.
pub(super) fn lines<'t>(text: &'t CleanText, phrases: &BlockPhrases) -> Vec<Line<'t>> {
    let mut found: Vec<Line<'t>> = Vec::new();
    let mut offset = 0;
    let mut blanks = 0;
    let mut hints = text.hints.iter().enumerate().peekable();
    for raw in text.text.split('\n') {
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            blanks += 1;
        } else {
            let start = offset + (raw.len() - raw.trim_start().len());
            let span = TextSpan::new(start as u32, (start + trimmed.len()) as u32);
            while hints.next_if(|(_, hint)| hint.span.end() <= span.start()).is_some() {}
            let hint = hints
                .peek()
                .filter(|(_, hint)| hint.span.overlaps(span))
                .map(|(index, hint)| (*index, hint.element));
            found.push(line(trimmed, span, blanks, hint, phrases));
            blanks = 0;
        }
        offset += raw.len() + 1;
    }
    found
}

fn line<'t>(
    text: &'t str,
    span: TextSpan,
    blanks: u32,
    hint: Option<(usize, ElementHint)>,
    phrases: &BlockPhrases,
) -> Line<'t> {
    Line {
        span,
        text,
        blanks,
        len: text.chars().count(),
        first_word: text.chars().take_while(|c| !c.is_whitespace()).take(LOOK).count(),
        start: start_of(text),
        end: end_of(text, phrases),
        comma: text.ends_with(','),
        hint,
    }
}

/// "eBay" and "iPhone" are names, not the middle of a sentence.
fn start_of(text: &str) -> Start {
    let mut letters = text.chars().take(LOOK).skip_while(|c| is_quotation_mark(*c) || matches!(c, '(' | '['));
    match (letters.next(), letters.next()) {
        (Some(first), second) if first.is_lowercase() && !second.is_some_and(char::is_uppercase) => {
            Start::Small
        }
        _ => Start::Other,
    }
}

fn end_of(text: &str, phrases: &BlockPhrases) -> End {
    let is_closing = |c: char| is_closing_mark(c) || matches!(c, '"' | '\'' | ')' | ']' | '“' | '*' | '†');
    let bare = without_footnote(text).trim_end_matches(is_closing).trim_end();
    let Some(last) = bare.chars().next_back() else { return End::Plain };
    // "Where the Army Is": a headline's capital letter makes no loose end, but "Mr." is one.
    let word = last_word(bare);
    let loose = bare.len() == text.len()
        && (is_sentence_end(last) || word.starts_with(char::is_lowercase))
        && phrases.is(&word.to_lowercase(), LineWord::Dangling);
    if is_sentence_end(last) {
        return if loose { End::Open } else { End::Stop };
    }
    match last {
        ':' => End::Colon,
        ';' => End::Stop,
        ',' | '(' | '[' => End::Open,
        _ if loose => End::Open,
        _ if is_opening_mark(last) => End::Open,
        _ => End::Plain,
    }
}

/// "… was never shown it.1" without the number of the footnote; "at 2.30" stays.
pub(super) fn without_footnote(text: &str) -> &str {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = text.len() - bare.len();
    let mut before = bare.chars().rev();
    let ends = before.next().is_some_and(|c| is_sentence_end(c) || is_closing_mark(c));
    let after_letter = before.next().is_some_and(|c| c.is_alphabetic() || is_sentence_end(c));
    if (1..=2).contains(&number) && ends && after_letter { bare } else { text }
}

/// The last word, a full stop included; empty if it is too long to be of interest.
fn last_word(text: &str) -> String {
    let mut word: Vec<char> = text.chars().rev().take_while(|c| !c.is_whitespace()).take(LOOK).collect();
    word.reverse();
    word.into_iter().skip_while(|c| !c.is_alphanumeric()).collect()
}

/// Whether most of the longer words are capitalised, with capitals enough to tell.
pub(super) fn is_title_case(text: &str) -> bool {
    let long = text.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 4);
    let (mut all, mut capital) = (0, 0);
    for word in long.take(40) {
        all += 1;
        let first = word.chars().find(|c| c.is_alphanumeric());
        capital += u32::from(first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()));
    }
    all >= 2 && capital * 10 >= all * 8
}
