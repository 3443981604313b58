//! Where content ends.

use super::candidate::Frame;
use super::frames::is_finite_verb;
use super::phrases::noun_phrase_at;
use super::scene::{Scene, Tokens};
use crate::labels::{Upos, Xpos};
use crate::text::IdRange;

/// How far content of a frame reaches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// To the end of the sentence, if nothing speaks against it.
    Clause,
    /// Likewise, but not over a participle or relative clause after a comma.
    Infinitive,
    /// A noun phrase with what belongs to it.
    Phrase,
}

impl Reach {
    fn of(frame: Frame) -> Self {
        match frame {
            Frame::Object
            | Frame::ObjectAs
            | Frame::Preposition
            | Frame::Noun
            | Frame::Gerund
            | Frame::Adjective => Self::Phrase,
            Frame::Infinitive | Frame::ObjectInfinitive => Self::Infinitive,
            _ => Self::Clause,
        }
    }
}

/// One past the last position of content that begins at `start` in a sentence that ends at `end`.
///
/// Clauses run to the end of the sentence unless something speaks against it; noun phrases end with their
/// clause. The closing full stop stays outside, unless a quotation mark follows it.
pub(super) fn content_end(scene: &Scene, frame: Frame, start: usize, end: usize) -> usize {
    if let Some(close) = whole_region_end(scene, start, end) {
        return close;
    }
    let reach = Reach::of(frame);
    let mut at = start;
    let mut depth = 0usize;
    while at < end {
        // Marks and brackets inside content are passed over whole.
        if let Some(close) = region_end_from(scene, at, end) {
            at = close;
            continue;
        }
        match scene.xpos(at) {
            Xpos::OpenBracket => depth += 1,
            Xpos::CloseBracket => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if at > start && ends_content(scene, reach, start, at, end) => break,
            _ => {}
        }
        at += 1;
    }
    trim_end(scene, start, at)
}

/// Content that opens with a quotation mark ends with the closing one, unless the clause plainly goes on.
fn whole_region_end(scene: &Scene, start: usize, end: usize) -> Option<usize> {
    if !scene.is_mark(start) {
        return None;
    }
    let close = region_end_from(scene, start, end)?;
    let goes_on = close < end
        && !matches!(scene.upos(close), Upos::Punct | Upos::Cconj | Upos::Sconj)
        && close - start < 8;
    (!goes_on).then_some(close)
}

/// One past the last position of the outermost region that begins at `at`, within the sentence.
fn region_end_from(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    let number = scene.region_at(at)?;
    if at > 0 && scene.region_at(at - 1) == Some(number) {
        return None;
    }
    let mut stop = at + 1;
    while stop < end && scene.region_at(stop) == Some(number) {
        stop += 1;
    }
    Some(stop)
}

/// Whether content that began at `start` ends before position `at`.
fn ends_content(scene: &Scene, reach: Reach, start: usize, at: usize, end: usize) -> bool {
    let clause = reach != Reach::Phrase;
    if scene.is(at, ";") || scene.is_any(at, &["–", "—", "--"]) {
        return true;
    }
    if scene.is(at, ",") {
        return ends_at_comma(scene, reach, at + 1, end);
    }
    if scene.upos(at) == Upos::Cconj {
        // "said he was tired and urged them to go", "praised the plan but said": another verb of the
        // same subject; "and that" goes on.
        if scene.is(at + 1, "that") {
            return false;
        }
        let next = if scene.upos(at + 1) == Upos::Adv { at + 2 } else { at + 1 };
        if !clause {
            return is_finite_verb(scene, next) || scene.xpos(next) == Xpos::Vbn && at > start + 1;
        }
        return is_finite_verb(scene, next) && is_strong_cue(scene, next);
    }
    if !clause && at > start {
        // An object ends where an adjunct of the verb begins: "denounced the plan before Congress".
        const ADJUNCTS: [&str; 8] =
            ["despite", "before", "after", "during", "amid", "amidst", "because", "until"];
        if scene.is_any(at, &ADJUNCTS) {
            return true;
        }
        // … or another clause: "rejected the plan as he left".
        if scene.upos(at) == Upos::Sconj && !scene.is_any(at, &["that", "of", "if", "whether"]) {
            return subject_follows(scene, at + 1, end) || scene.xpos(at + 1) == Xpos::Vbg;
        }
        return is_finite_verb(scene, at) && !relative_before(scene, start, at);
    }
    false
}

/// Whether the content ends at a comma whose next position is `next`.
fn ends_at_comma(scene: &Scene, reach: Reach, next: usize, end: usize) -> bool {
    let clause = reach != Reach::Phrase;
    if scene.is(next, "according") && scene.is(next + 1, "to") {
        return true;
    }
    if scene.is_any(next, &["but", "while", "although", "though", "whereas", "yet"]) {
        return subject_follows(scene, next + 1, end);
    }
    if scene.is_any(next, &["and", "or"]) {
        if scene.is(next + 1, "that") {
            return false;
        }
        let after = if scene.upos(next + 1) == Upos::Adv { next + 2 } else { next + 1 };
        return is_finite_verb(scene, after) && (!clause || is_strong_cue(scene, after))
            || (!clause && subject_follows(scene, next + 1, end));
    }
    if is_reaction(scene, next) {
        return true;
    }
    if scene.is(next, "which") {
        return reach != Reach::Clause;
    }
    if scene.xpos(next) == Xpos::Vbg || scene.upos(next) == Upos::Adv && scene.xpos(next + 1) == Xpos::Vbg {
        let verb = if scene.xpos(next) == Xpos::Vbg { next } else { next + 1 };
        return reach != Reach::Clause || is_strong_cue(scene, verb);
    }
    !clause && subject_follows(scene, next, end)
}

/// "…, prompting the army to prepare": what followed from the saying is the reporter's own; in 11 of 15 contents of
/// PolNeAR train the annotators end there.
fn is_reaction(scene: &Scene, at: usize) -> bool {
    const REACTIONS: [&str; 7] =
        ["prompting", "drawing", "raising", "sparking", "triggering", "provoking", "eliciting"];
    scene.is_any(at, &REACTIONS)
}

/// Content without what followed from the saying, in the writer's words.
pub(super) fn without_reaction(scene: &Scene, run: Tokens) -> Tokens {
    let ends =
        |at: &usize| scene.is(*at, ",") && is_reaction(scene, at + 1) && scene.region_at(*at).is_none();
    let end = (run.start() + 1..run.end().saturating_sub(1)).find(ends);
    end.map_or(run, |end| IdRange::new(run.start(), end))
}

/// A noun phrase and a verb with tense: a clause of its own.
fn subject_follows(scene: &Scene, at: usize, end: usize) -> bool {
    noun_phrase_at(scene, at, end).is_some_and(|phrase| {
        is_finite_verb(scene, phrase.end)
            || scene.upos(phrase.end) == Upos::Adv && is_finite_verb(scene, phrase.end + 1)
    })
}

/// "the plan that he signed", "the man who came": the finite verb belongs to a relative clause.
fn relative_before(scene: &Scene, start: usize, at: usize) -> bool {
    let from = at.saturating_sub(8).max(start);
    (from..at).any(|p| {
        matches!(scene.xpos(p), Xpos::Wdt | Xpos::Wp | Xpos::WpPoss | Xpos::Wrb)
            || scene.is(p, "that")
            || matches!(scene.xpos(p), Xpos::Prp)
    })
}

/// A verb that reports in more than half of its uses, whatever follows.
fn is_strong_cue(scene: &Scene, at: usize) -> bool {
    scene.models.reporting.is_strong(scene.lemma(at))
}

/// Without full stop, commas, dashes at the end; marks that close a region stay.
pub(super) fn trim_end(scene: &Scene, start: usize, mut end: usize) -> usize {
    while end > start + 1 {
        let last = end - 1;
        let inside_marks = scene.region_at(last).is_some();
        let mark = scene.is_mark(last);
        if inside_marks || mark || scene.upos(last) != Upos::Punct || is_bracket(scene, last) {
            break;
        }
        end = last;
    }
    end
}

fn is_bracket(scene: &Scene, at: usize) -> bool {
    matches!(scene.xpos(at), Xpos::CloseBracket) || scene.is_any(at, &[")", "]"])
}

/// Content as a run without quotation marks at its edges; `None` if no word is left.
pub(super) fn content_run(scene: &Scene, start: usize, end: usize) -> Option<Tokens> {
    let (mut start, mut end) = (start, end);
    while start < end && strippable(scene, start, true) {
        start += 1;
    }
    while end > start && strippable(scene, end - 1, false) {
        end -= 1;
    }
    let run = IdRange::new(start, end);
    scene.has_words(run).then_some(run)
}

/// Marks at the edges and, outside marks, punctuation that only parts content from cue.
fn strippable(scene: &Scene, at: usize, leading: bool) -> bool {
    if scene.is_mark(at) {
        return true;
    }
    leading && scene.upos(at) == Upos::Punct && !matches!(scene.xpos(at), Xpos::OpenBracket)
        || !leading && scene.region_at(at).is_none() && scene.is_any(at, &[",", ":", ";", "—", "–", "-"])
}
