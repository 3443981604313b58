//! Noun phrases and adverbials by their tags: enough to say where a source begins and a content ends.

use super::scene::Scene;
use crate::labels::{Upos, Xpos};

/// A noun phrase without what follows its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NounPhrase {
    /// First position.
    pub start: usize,
    /// One past the last position.
    pub end: usize,
    /// Position of its head: the last noun, the pronoun, the number.
    pub head: usize,
}

/// Whether a word can only be a noun phrase by itself.
fn is_pronoun(scene: &Scene, at: usize) -> bool {
    matches!(scene.xpos(at), Xpos::Prp | Xpos::Wp | Xpos::Ex)
        || (scene.upos(at) == Upos::Pron && !matches!(scene.xpos(at), Xpos::PrpPoss | Xpos::WpPoss))
}

fn is_noun(scene: &Scene, at: usize) -> bool {
    matches!(scene.upos(at), Upos::Noun | Upos::Propn | Upos::Sym)
}

/// Whether a word may stand before the head noun: "the", "two", "former", "leading", "’s" …
fn is_modifier(scene: &Scene, at: usize) -> bool {
    match scene.xpos(at) {
        Xpos::Dt | Xpos::Pdt | Xpos::PrpPoss | Xpos::WpPoss | Xpos::Cd | Xpos::Pos | Xpos::Hyph => true,
        Xpos::Jj | Xpos::Jjr | Xpos::Jjs | Xpos::Dollar | Xpos::Afx => true,
        _ => matches!(scene.upos(at), Upos::Adj | Upos::Det | Upos::Num),
    }
}

/// The noun phrase that begins at `start`, looking no further than `end`.
pub(super) fn noun_phrase_at(scene: &Scene, start: usize, end: usize) -> Option<NounPhrase> {
    if start >= end {
        return None;
    }
    if is_pronoun(scene, start) {
        return Some(NounPhrase { start, end: start + 1, head: start });
    }
    let mut head = None;
    let mut at = start;
    while at < end {
        if is_noun(scene, at) {
            head = Some(at);
        } else if is_modifier(scene, at) {
            // "Tuesday the minister": a determiner after a noun begins another phrase.
            if head.is_some() && matches!(scene.xpos(at), Xpos::Dt | Xpos::Pdt | Xpos::PrpPoss) {
                break;
            }
            if head.is_none() && matches!(scene.xpos(at), Xpos::Cd) {
                head = Some(at);
            }
        } else if joins_nouns(scene, at, head.is_some(), end) {
            // stay inside
        } else {
            break;
        }
        at += 1;
    }
    let head = head.or_else(|| lone_head(scene, start, at))?;
    // A possessive mark at the end belongs to a phrase whose head did not come.
    Some(NounPhrase { start, end: head + 1, head })
}

/// "the poor", "both", "this": a phrase without a noun.
fn lone_head(scene: &Scene, start: usize, end: usize) -> Option<usize> {
    (end > start && matches!(scene.upos(start), Upos::Det | Upos::Num | Upos::Adj)).then(|| end - 1)
}

/// Adverbs before adjectives, participles before nouns, "&" and hyphens inside names, initials' dots.
fn joins_nouns(scene: &Scene, at: usize, after_noun: bool, end: usize) -> bool {
    let next_is = |test: fn(&Scene, usize) -> bool| at + 1 < end && test(scene, at + 1);
    match scene.xpos(at) {
        Xpos::Rb => !after_noun && next_is(is_modifier),
        Xpos::Vbn | Xpos::Vbg => !after_noun && (next_is(is_noun) || next_is(is_modifier)),
        Xpos::Cc => after_noun && scene.is(at, "&") && next_is(is_noun),
        _ => false,
    }
}

/// Whether the word at `at` can begin a noun phrase.
pub(super) fn begins_noun_phrase(scene: &Scene, at: usize) -> bool {
    is_pronoun(scene, at)
        || is_noun(scene, at)
        || is_modifier(scene, at) && !matches!(scene.xpos(at), Xpos::Pos | Xpos::Hyph)
        || scene.is_mark(at)
}

/// The noun phrase whose last word is at `last`, looking no further back than `limit`.
pub(super) fn noun_phrase_ending(scene: &Scene, last: usize, limit: usize) -> Option<NounPhrase> {
    if is_pronoun(scene, last) || matches!(scene.xpos(last), Xpos::Wdt) {
        return Some(NounPhrase { start: last, end: last + 1, head: last });
    }
    let nominal = is_noun(scene, last)
        || matches!(scene.xpos(last), Xpos::Cd | Xpos::Dt | Xpos::Jj | Xpos::Jjs | Xpos::Jjr);
    if !nominal {
        return None;
    }
    let mut start = last;
    while start > limit {
        let before = start - 1;
        let inside = is_noun(scene, before)
            || is_modifier(scene, before)
            || joins_nouns(scene, before, false, last + 1)
            || scene.is(before, "&");
        // "on Tuesday Macron": a weekday before a name is an adverbial of its own.
        if !inside || (is_weekday(scene, before) && is_noun(scene, start)) {
            break;
        }
        let determiner = matches!(scene.xpos(start), Xpos::Dt | Xpos::PrpPoss) && start != last;
        if determiner && !matches!(scene.xpos(before), Xpos::Pdt) && !scene.is_any(before, &["all", "half"]) {
            break;
        }
        start = before;
    }
    Some(NounPhrase { start, end: last + 1, head: last })
}

/// Monday … Sunday, also abbreviated, "yesterday", "today", "tomorrow".
pub(super) fn is_weekday(scene: &Scene, at: usize) -> bool {
    const DAYS: [&str; 16] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Mon.",
        "Tues.",
        "Wed.",
        "Thurs.",
        "Fri.",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
    ];
    scene.is_any(at, &DAYS)
}

/// One past the end of an adverbial at `at`: an adverb, "on Tuesday", "in an interview with The Post",
/// "last week", "to reporters". `None` where there is none.
pub(super) fn adverbial_at(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    if at >= end {
        return None;
    }
    if scene.upos(at) == Upos::Adv && !scene.is_any(at, &["how", "why", "when", "where"]) {
        return Some(at + 1);
    }
    if is_weekday(scene, at) {
        return Some(at + 1);
    }
    if scene.is_any(at, &["last", "this", "next", "earlier", "later"]) {
        let phrase = noun_phrase_at(scene, at, end)?;
        const TIMES: [&str; 10] = [
            "week",
            "month",
            "year",
            "night",
            "weekend",
            "morning",
            "evening",
            "afternoon",
            "spring",
            "fall",
        ];
        return TIMES.contains(&scene.lemma(phrase.head)).then_some(phrase.end);
    }
    if scene.upos(at) == Upos::Adp && !scene.is_any(at, &["that", "of", "if", "like"]) {
        let mut stop = noun_phrase_at(scene, at + 1, end)?.end;
        // "at a news conference in Paris with his …": chains of prepositions, within reason.
        for _ in 0..3 {
            if scene.upos(stop) != Upos::Adp || scene.is_any(stop, &["that", "if"]) {
                break;
            }
            match noun_phrase_at(scene, stop + 1, end) {
                Some(phrase) => stop = phrase.end,
                None => break,
            }
        }
        return Some(stop);
    }
    None
}
