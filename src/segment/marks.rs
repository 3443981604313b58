//! Tokens → what each quotation mark could be: opening, closing, either, or an apostrophe.
//!
//! Told from the mark's shape and from what stands on its two sides; which of them pair is for `regions`.

use super::characters::Stretch;
use super::{Token, TokenId};
use crate::text::Id;
use crate::text::chars::is_dash;

/// Marks that may pair with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// " “ ” „ `` ''
    Double,
    /// ' ‘ ’ ‚ `
    Single,
    /// « »
    Guillemet,
    /// ‹ ›
    SingleGuillemet,
    /// 「 」
    Corner,
    /// 『 』
    WhiteCorner,
}

impl Style {
    /// Number of styles.
    pub(super) const COUNT: usize = 6;
}

/// What a mark could be, before it is known which others stand open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaning {
    /// Only opening.
    Opens,
    /// Opening, if something closes it: `'` before a word may be an apostrophe.
    MayOpen,
    /// Closing.
    Closes,
    /// Closing, if something is open, otherwise no mark: inches in `6" nails`.
    MayClose,
    /// Closing, unless it is the apostrophe of a possessive: `the dogs’ bowls`.
    Possessive,
    /// Closing if its style is open, else opening.
    Either,
    /// None: an apostrophe.
    Apostrophe,
}

/// A quotation mark in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) token: TokenId,
    pub(super) style: Style,
    pub(super) leaning: Leaning,
    /// Whether a sure closing mark of its style comes before the next opening one in this block; told of single
    /// and double marks.
    pub(super) closes_later: bool,
    /// Whether any mark that could close comes there.
    pub(super) may_close_later: bool,
    /// Whether a line begins with it.
    pub(super) begins_line: bool,
    /// Whether punctuation of speech stands right before it: `,` `.` `!` `?`
    pub(super) after_speech: bool,
}

/// Finds the marks among the tokens of one block, the first of which has number `first`.
pub(super) fn find_marks(text: Stretch, tokens: &[Token], first: usize) -> Vec<Mark> {
    let styled = tokens.iter().enumerate();
    let mut candidates: Vec<Candidate> = styled
        .filter_map(|(index, token)| {
            Some(Candidate { index, style: style_of(text.of(token))?, closes: false })
        })
        .collect();
    let mut next: Option<Candidate> = None;
    for candidate in candidates.iter_mut().rev() {
        let beside = next.filter(|next| next.index == candidate.index + 1);
        candidate.closes = closes(text, tokens, candidate.index, beside);
        next = Some(*candidate);
    }
    let mut marks: Vec<Mark> = Vec::with_capacity(candidates.len());
    for Candidate { index, style, closes } in candidates {
        let Some(token) = tokens.get(index) else { continue };
        let beside = marks.last().filter(|last| last.token.index() + 1 == first + index);
        let sides = sides(text, tokens, index, closes, beside);
        marks.push(Mark {
            token: TokenId::from_index(first + index),
            style,
            leaning: leaning(text, token, style, &sides),
            closes_later: false,
            may_close_later: false,
            begins_line: index == 0 || gap_before(text, tokens, index).contains('\n'),
            after_speech: sides
                .before
                .is_some_and(|c| is_dash(c) || matches!(c, '.' | ',' | '!' | '?' | '…' | ';' | ':')),
        });
    }
    look_ahead(&mut marks);
    marks
}

/// A token that looks like a mark.
#[derive(Clone, Copy)]
struct Candidate {
    index: usize,
    style: Style,
    /// A closing mark could stand before what follows.
    closes: bool,
}

/// The style of a token, if it is a mark.
fn style_of(word: &str) -> Option<Style> {
    Some(match word {
        "\"" | "“" | "”" | "„" | "‟" | "＂" | "``" | "''" | "‘‘" | "’’" => Style::Double,
        "'" | "‘" | "’" | "‚" | "`" | "´" => Style::Single,
        "«" | "»" => Style::Guillemet,
        "‹" | "›" => Style::SingleGuillemet,
        "「" | "」" => Style::Corner,
        "『" | "』" => Style::WhiteCorner,
        _ => return None,
    })
}

/// The white space before a token.
fn gap_before<'a>(text: Stretch<'a>, tokens: &[Token], index: usize) -> &'a str {
    let token = tokens.get(index);
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    match (before, token) {
        (Some(before), Some(token)) if before.space_after => {
            text.slice(before.span.end() as usize, token.span.start() as usize)
        }
        _ => "",
    }
}

/// What stands on the two sides of a mark; no character where white space does.
struct Sides {
    /// An opening mark could stand after this.
    opens: bool,
    /// A closing mark could stand before this.
    closes: bool,
    before: Option<char>,
    after: Option<char>,
}

fn sides(text: Stretch, tokens: &[Token], index: usize, closes: bool, beside: Option<&Mark>) -> Sides {
    let token = tokens.get(index);
    let (start, end) = token.map_or((0, 0), |token| (token.span.start() as usize, token.span.end() as usize));
    let spaced = index == 0 || !gap_before(text, tokens, index).is_empty();
    let before = if spaced { None } else { text.before(start) };
    let after = if token.is_some_and(|token| token.space_after) { None } else { text.at(end) };
    // a mark beside a mark opens if that one does: “‘Go,’ he said,” …
    let beside =
        beside.filter(|_| !spaced).map(|mark| matches!(mark.leaning, Leaning::Opens | Leaning::MayOpen));
    let opens = beside.unwrap_or_else(|| {
        before.is_none_or(|c| is_dash(c) || matches!(c, '(' | '[' | '{' | '/' | '=' | '>' | '•'))
    });
    Sides { opens, closes, before, after }
}

/// Whether a closing mark could stand before what follows the token; a mark beside it on the right decides as
/// it does itself.
fn closes(text: Stretch, tokens: &[Token], index: usize, beside: Option<Candidate>) -> bool {
    let Some(token) = tokens.get(index) else { return true };
    if token.space_after {
        return true;
    }
    if let Some(beside) = beside {
        return beside.closes;
    }
    text.at(token.span.end() as usize).is_none_or(|c| {
        let leads = matches!(c, '(' | '[' | '{' | '$' | '#' | '@' | '.');
        is_dash(c) || c == '…' || (c.is_ascii_punctuation() && !leads) || is_lone_full_stop(text, token, c)
    })
}

/// `”.` but not `“...and then”`
fn is_lone_full_stop(text: Stretch, token: &Token, c: char) -> bool {
    c == '.' && text.after(token.span.end() as usize) != Some('.')
}

fn leaning(text: Stretch, token: &Token, style: Style, sides: &Sides) -> Leaning {
    let Sides { opens, closes, before, after } = *sides;
    let by_sides = match (opens, closes) {
        (true, false) => Leaning::Opens,
        (false, true) => Leaning::Closes,
        _ => Leaning::Either,
    };
    match (text.of(token), style) {
        ("„" | "‟" | "‚" | "``" | "‘‘" | "「" | "『", _) => Leaning::Opens,
        ("」" | "』", _) => Leaning::Closes,
        // “We won,“ typed with the wrong key, “We won. “
        ("“" | "«" | "‹", _) if by_sides == Leaning::Closes && before.is_some() => Leaning::Either,
        ("“", _) if after.is_none() => Leaning::Either,
        ("“" | "«" | "‹", _) => Leaning::Opens,
        // »We won« and ”We won” as in German and Swedish
        ("”" | "»" | "›" | "’’", _) if by_sides == Leaning::Opens => Leaning::Either,
        ("”", _) if before.is_none() && after.is_none() => Leaning::Either,
        ("”" | "»" | "›" | "’’", _) => Leaning::Closes,
        // 6" nails, 5'10"
        (_, Style::Double) if before.is_some_and(|c| c.is_ascii_digit()) && by_sides == Leaning::Closes => {
            Leaning::MayClose
        }
        (_, Style::Double) => by_sides,
        // ‘We won‘
        ("‘", _) if by_sides != Leaning::Opens && before.is_some() => closing_single(text, token, before),
        ("‘", _) if after.is_none() => Leaning::Apostrophe,
        // “the summer of ‘16” typed with the wrong key, but ‘16 people died’
        ("‘", _) if after.is_some_and(|c| c.is_ascii_digit()) => Leaning::MayOpen,
        ("‘", _) => Leaning::Opens,
        _ if by_sides == Leaning::Closes => closing_single(text, token, before),
        ("’", _) if by_sides == Leaning::Opens && !after.is_some_and(char::is_uppercase) => {
            Leaning::Apostrophe
        }
        _ if by_sides == Leaning::Opens => Leaning::MayOpen,
        _ if before.is_none() && after.is_none() => Leaning::Apostrophe,
        _ => closing_single(text, token, before),
    }
}

/// A single mark at the end of a word: “the dogs’ owner”, “runnin’ late”, “‘go’”.
fn closing_single(text: Stretch, token: &Token, before: Option<char>) -> Leaning {
    match before {
        Some(c) if c.is_ascii_digit() => Leaning::MayClose,
        Some('s' | 'S' | 'z' | 'x' | 'Z' | 'X') => Leaning::Possessive,
        Some('n') if text.slice(text.start(), token.span.start() as usize).ends_with("in") => {
            Leaning::Possessive
        }
        Some(_) => Leaning::Closes,
        None => Leaning::Apostrophe,
    }
}

/// Tells each single and double mark what comes before the next opening one, from right to left.
fn look_ahead(marks: &mut [Mark]) {
    look_ahead_for(marks, Style::Single);
    look_ahead_for(marks, Style::Double);
}

fn look_ahead_for(marks: &mut [Mark], style: Style) {
    let (mut closes, mut may_close) = (false, false);
    for mark in marks.iter_mut().rev().filter(|mark| mark.style == style) {
        mark.closes_later = closes;
        mark.may_close_later = may_close;
        match mark.leaning {
            Leaning::Opens | Leaning::MayOpen => (closes, may_close) = (false, false),
            Leaning::Closes | Leaning::Either => (closes, may_close) = (true, true),
            Leaning::Possessive | Leaning::MayClose => may_close = true,
            Leaning::Apostrophe => {}
        }
    }
}
