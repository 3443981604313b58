//! What a verb offers to its right: the frame and where the content begins.

use super::candidate::Frame;
use super::phrases::{adverbial_at, begins_noun_phrase, noun_phrase_at};
use super::scene::{Scene, Tokens};
use super::verbs::VerbGroup;
use crate::labels::{Upos, Xpos};
use crate::text::IdRange;

/// A frame and the positions that belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RightFrame {
    pub frame: Frame,
    /// First position of the content.
    pub content: usize,
    /// The noun phrase between verb and content, where it names who is spoken to.
    pub addressee: Option<Tokens>,
    pub preposition: Option<usize>,
}

impl RightFrame {
    fn new(frame: Frame, content: usize) -> Self {
        Self { frame, content, addressee: None, preposition: None }
    }

    fn to(self, addressee: Tokens) -> Self {
        Self { addressee: Some(addressee), ..self }
    }
}

/// The frame to the right of a verb group in a sentence that ends at `end`; `None` where the verb is
/// followed by nothing that could be content.
pub(super) fn right_frame(scene: &Scene, group: &VerbGroup, end: usize) -> Option<RightFrame> {
    let start = group.end;
    if let Some(opener) = opener_after(scene, start, end) {
        return Some(opener);
    }
    if start >= end {
        return None;
    }
    direct_frame(scene, start, end)
}

/// "that", a colon or a quotation mark that follows the verb, adverbials and an addressee skipped:
/// "told reporters in Paris on Tuesday that …".
fn opener_after(scene: &Scene, start: usize, end: usize) -> Option<RightFrame> {
    let mut at = start;
    let mut addressee = None;
    let mut comma = false;
    // Three adverbials and an addressee hold the longest lead-ins seen in training articles.
    for step in 0..5 {
        if at >= end {
            return None;
        }
        let found = if is_that(scene, at, end) {
            Some(RightFrame::new(Frame::That, at))
        } else if scene.is(at, ":") && at + 1 < end {
            let content = at + 1;
            Some(RightFrame::new(Frame::Marks, content))
        } else if scene.is_mark(at)
            && scene.region_at(at).is_some()
            && (step == 0 || comma || addressee.is_some())
        {
            Some(RightFrame::new(Frame::Marks, at))
        } else {
            None
        };
        if let Some(found) = found {
            return Some(addressee.map_or(found, |phrase| found.to(phrase)));
        }
        if let Some(after) = addressee.and_then(|_| after_insertion(scene, at, end)) {
            at = after;
            continue;
        }
        if scene.is(at, ",") && !comma {
            comma = true;
            at += 1;
            continue;
        }
        if let Some(next) = adverbial_at(scene, at, end) {
            at = next;
            continue;
        }
        if addressee.is_none() && !comma && step == 0 {
            let phrase = noun_phrase_at(scene, at, end)?;
            addressee = Some(IdRange::new(phrase.start, phrase.end));
            at = phrase.end;
            continue;
        }
        return None;
    }
    None
}

/// "telling Chuck Grassley, chairman of the committee, that": one past the insertion after an addressee, if
/// "that" follows it.
fn after_insertion(scene: &Scene, comma: usize, end: usize) -> Option<usize> {
    if !scene.is(comma, ",") {
        return None;
    }
    // Appositions of more than fifteen words before "that" were not seen.
    let close = (comma + 1..end.min(comma + 16)).find(|at| scene.is(*at, ","))?;
    is_that(scene, close + 1, end).then_some(close + 1)
}

/// "that" which opens a clause, not "that man" nor "said that." with nothing after it.
fn is_that(scene: &Scene, at: usize, end: usize) -> bool {
    scene.is(at, "that")
        && at + 2 < end
        && scene.upos(at) != Upos::Det
        && (scene.xpos(at) == Xpos::In
            || begins_noun_phrase(scene, at + 1)
            || scene.upos(at + 1) == Upos::Sconj)
}

fn direct_frame(scene: &Scene, start: usize, end: usize) -> Option<RightFrame> {
    let mut at = start;
    while at < end && at < start + 3 && scene.upos(at) == Upos::Adv && !is_question_word(scene, at) {
        at += 1;
    }
    if at >= end {
        return None;
    }
    if is_question_word(scene, at) {
        return Some(RightFrame::new(Frame::Question, at));
    }
    if is_infinitive(scene, at, end) {
        return Some(RightFrame::new(Frame::Infinitive, at));
    }
    if scene.xpos(at) == Xpos::Vbg {
        return Some(RightFrame::new(Frame::Gerund, at));
    }
    if matches!(scene.upos(at), Upos::Adp | Upos::Sconj) && !scene.is(at, "that") {
        return after_preposition(scene, at, end);
    }
    if scene.xpos(at) == Xpos::Jj && !begins_noun_phrase(scene, at + 1) {
        return Some(RightFrame::new(Frame::Adjective, at));
    }
    if begins_noun_phrase(scene, at) {
        return after_noun_phrase(scene, at, end);
    }
    None
}

fn is_question_word(scene: &Scene, at: usize) -> bool {
    scene.is_any(
        at,
        &["whether", "if", "what", "how", "why", "who", "where", "when", "which", "whom", "whose"],
    )
}

fn is_infinitive(scene: &Scene, at: usize, end: usize) -> bool {
    scene.is(at, "to")
        && at + 1 < end
        && (scene.xpos(at + 1) == Xpos::Vb
            || (scene.upos(at + 1) == Upos::Adv && scene.xpos(at + 2) == Xpos::Vb))
}

/// "called on Netanyahu to …", "warned of …", "talked about how …".
fn after_preposition(scene: &Scene, at: usize, end: usize) -> Option<RightFrame> {
    if at + 1 >= end {
        return None;
    }
    if let Some(phrase) = noun_phrase_at(scene, at + 1, end) {
        let phrase_end = with_conjuncts(scene, phrase.end, end);
        if is_infinitive(scene, phrase_end, end)
            && scene.is_any(at, &["on", "upon", "with", "to", "for", "by"])
        {
            let frame = RightFrame::new(Frame::ObjectInfinitive, phrase_end);
            let frame = frame.to(IdRange::new(phrase.start, phrase_end));
            return Some(RightFrame { preposition: Some(at), ..frame });
        }
    }
    Some(RightFrame { preposition: Some(at), ..RightFrame::new(Frame::Preposition, at + 1) })
}

/// "Netanyahu and Haniyeh": one past the last conjunct.
fn with_conjuncts(scene: &Scene, mut at: usize, end: usize) -> usize {
    for _ in 0..4 {
        let joined = scene.xpos(at) == Xpos::Cc || scene.is(at, ",") || scene.is(at, "of");
        match noun_phrase_at(scene, at + 1, end) {
            Some(phrase) if joined && !is_finite_verb(scene, phrase.end) => at = phrase.end,
            _ => break,
        }
    }
    at
}

/// Verb or auxiliary with a tense.
pub(super) fn is_finite_verb(scene: &Scene, at: usize) -> bool {
    matches!(scene.upos(at), Upos::Verb | Upos::Aux)
        && matches!(scene.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
}

/// Object, clause or addressee: told apart by what follows the noun phrase.
fn after_noun_phrase(scene: &Scene, at: usize, end: usize) -> Option<RightFrame> {
    let object = RightFrame::new(Frame::Object, at);
    let Some(phrase) = noun_phrase_at(scene, at, end) else { return Some(object) };
    // "said he was": a pronoun in the subject's case needs no more evidence.
    if scene.is_any(phrase.head, &["he", "she", "they", "we", "i"]) {
        return Some(RightFrame::new(Frame::Clause, at));
    }
    let mut next = phrase.end;
    // "said the head of the party was": prepositions inside the subject.
    for _ in 0..3 {
        if scene.upos(next) != Upos::Adp {
            break;
        }
        match noun_phrase_at(scene, next + 1, end) {
            Some(inner) => next = inner.end,
            None => break,
        }
    }
    let clause_at = |position: usize| {
        is_finite_verb(scene, position)
            || (scene.upos(position) == Upos::Adv && is_finite_verb(scene, position + 1))
    };
    if clause_at(next) || clause_at(phrase.end) {
        return Some(RightFrame::new(Frame::Clause, at));
    }
    let addressee = IdRange::new(phrase.start, phrase.end);
    let group_end = with_conjuncts(scene, phrase.end, end);
    for position in [phrase.end, next, group_end] {
        if is_infinitive(scene, position, end) {
            return Some(
                RightFrame::new(Frame::ObjectInfinitive, position).to(IdRange::new(phrase.start, position)),
            );
        }
    }
    if scene.is(phrase.end, "as") {
        return Some(RightFrame::new(Frame::ObjectAs, at));
    }
    if is_that(scene, phrase.end, end) {
        return Some(RightFrame::new(Frame::That, phrase.end).to(addressee));
    }
    if is_question_word(scene, phrase.end)
        && !scene.is_any(phrase.end, &["who", "which", "where", "when", "whose"])
    {
        return Some(RightFrame::new(Frame::Question, phrase.end).to(addressee));
    }
    // "told CNN he was": addressee and a clause.
    if let Some(second) = noun_phrase_at(scene, phrase.end, end)
        && clause_at(second.end)
        && scene.upos(phrase.head) != Upos::Noun
    {
        return Some(RightFrame::new(Frame::Clause, phrase.end).to(addressee));
    }
    Some(object)
}
