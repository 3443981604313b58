//! From scored candidates to quotes: thresholds, contradictions, class and polarity.

use super::Quote;
use super::candidate::{Candidate, Frame};
use super::regions::{kind_of, reach_marks};
use super::scene::{Scene, Tokens};
use super::score::score;
use crate::labels::{Polarity, QuoteClass};
use crate::model::Confidence;

/// Candidates below are dropped. FULL F on PolNeAR train and dev would be higher still at 0.52, but what is then lost are
/// attributions with the right speaker.
const THRESHOLD: Confidence = Confidence::from_thousandths(480);

/// The same for speech in marks whose verb stands outside of them: “It will hold,” said Raman.
const SPOKEN_THRESHOLD: Confidence = Confidence::from_thousandths(250);

/// The same for what somebody asks of somebody: "called on both sides to stop". Annotators skip it often, readers miss it.
const URGING_THRESHOLD: Confidence = Confidence::from_thousandths(400);

/// In thousandths: how much surer an inner cue must be than the one that reports it. Chosen on PolNeAR train, where
/// FULL F hardly moves between 0.1 and 0.4.
const MUCH_SURER: u16 = 150;

/// Two contents that share more than this part of their words (in percent) are one attribution.
const SAME_PERCENT: usize = 60;

/// The candidates of one sentence that stand, as quotes without speakers.
pub(super) fn judge(scene: &Scene, candidates: Vec<Candidate>) -> Vec<Quote> {
    let mut scored: Vec<(Confidence, Candidate)> = candidates
        .into_iter()
        .map(|candidate| (score(scene, &candidate), candidate))
        .filter(|(confidence, candidate)| *confidence >= threshold(scene, candidate))
        .collect();
    drop_inner_cues(&mut scored);
    // "rejected Hamas’ request to end the war": of two cues for the same content the verb outdoes the noun.
    // Ties go to the earlier cue.
    let is_noun = |candidate: &Candidate| candidate.frame == Frame::Noun;
    scored.sort_by(|(a, x), (b, y)| is_noun(x).cmp(&is_noun(y)).then(b.cmp(a)).then(x.head.cmp(&y.head)));
    let mut kept: Vec<Quote> = Vec::new();
    for (confidence, candidate) in scored {
        let mut content = candidate.content.clone();
        if scene.region_at(candidate.head).is_none() {
            reach_marks(scene, &mut content);
        }
        let clash = kept.iter().any(|draft| {
            shared_percent(&draft.content, &content) > SAME_PERCENT
                || draft.cue.is_some_and(|cue| cue.overlaps(candidate.cue))
        });
        if !clash {
            kept.push(draft(scene, &candidate, content, confidence));
        }
    }
    kept
}

/// Drops what a cue inside of a reported clause would attribute where the clause says hardly more: "stated that Israel
/// has evidence indicating that …" is what the minister stated, not what evidence indicates. A much surer inner one
/// stays.
fn drop_inner_cues(scored: &mut Vec<(Confidence, Candidate)>) {
    let is_inner = |inner: &Candidate, confidence: Confidence, outer: &Candidate, other: Confidence| {
        matches!(outer.frame, Frame::That | Frame::Clause)
            && outer.head != inner.head
            && outer.content.iter().any(|run| run.covers(inner.cue))
            && shared_percent(&outer.content, &inner.content) > SAME_PERCENT
            && confidence.thousandths() <= other.thousandths() + MUCH_SURER
    };
    let dropped: Vec<bool> = scored
        .iter()
        .map(|(confidence, inner)| {
            scored.iter().any(|(other, outer)| is_inner(inner, *confidence, outer, *other))
        })
        .collect();
    let mut dropped = dropped.into_iter();
    scored.retain(|_| !dropped.next().unwrap_or(false));
}

fn threshold(scene: &Scene, candidate: &Candidate) -> Confidence {
    let first = candidate.content.first().map(|part| part.start());
    let spoken = first.is_some_and(|first| scene.region_at(first).is_some());
    let outside = scene.region_at(candidate.head).is_none();
    match candidate.frame {
        _ if candidate.source.is_none() => THRESHOLD,
        _ if spoken && outside => SPOKEN_THRESHOLD,
        Frame::ObjectInfinitive => URGING_THRESHOLD,
        _ => THRESHOLD,
    }
}

/// Words in both, in percent of words in either.
pub(super) fn shared_percent(a: &[Tokens], b: &[Tokens]) -> usize {
    let size = |runs: &[Tokens]| runs.iter().map(|run| run.len()).sum::<usize>();
    let both: usize = a
        .iter()
        .flat_map(|x| b.iter().map(move |y| x.end().min(y.end()).saturating_sub(x.start().max(y.start()))))
        .sum();
    100 * both / (size(a) + size(b) - both).max(1)
}

fn draft(scene: &Scene, candidate: &Candidate, content: Vec<Tokens>, confidence: Confidence) -> Quote {
    Quote {
        kind: kind_of(scene, &content),
        class: class_of(scene, candidate),
        polarity: polarity_of(scene, candidate),
        content,
        cue: Some(candidate.cue),
        source: candidate.source,
        speaker: None,
        addressees: candidate
            .addressee
            .map_or_else(Vec::new, |phrase| super::speakers::entities_in(scene, phrase)),
        parent: None,
        confidence,
        construction: candidate.frame.construction(),
    }
}

/// What the cue word says, corrected by the frame: "told him to go" is a directive.
fn class_of(scene: &Scene, candidate: &Candidate) -> QuoteClass {
    let lemma = scene.lemma(candidate.head);
    let preposition = candidate.preposition.map_or("", |at| scene.lemma(at));
    match (lemma, candidate.frame) {
        ("tell" | "ask" | "warn" | "remind" | "call" | "say", Frame::ObjectInfinitive) => {
            return QuoteClass::Directive;
        }
        ("call", Frame::Preposition) if preposition == "for" => return QuoteClass::Directive,
        ("ask", Frame::Preposition) if preposition == "for" => return QuoteClass::Directive,
        (_, Frame::HeadlineColon | Frame::Label | Frame::According) => return QuoteClass::Statement,
        _ => {}
    }
    let reporting = &scene.models.reporting;
    let known = if candidate.frame == Frame::Noun { reporting.noun(lemma) } else { reporting.verb(lemma) };
    known.map_or_else(|| class_of_frame(candidate.frame), |facts| facts.class)
}

/// The most frequent class of unknown verbs in a frame.
fn class_of_frame(frame: Frame) -> QuoteClass {
    match frame {
        Frame::Infinitive => QuoteClass::Belief,
        Frame::Object | Frame::Preposition | Frame::Gerund | Frame::ObjectAs => QuoteClass::Attitude,
        _ => QuoteClass::Statement,
    }
}

fn polarity_of(scene: &Scene, candidate: &Candidate) -> Polarity {
    let reporting = &scene.models.reporting;
    let lemma = scene.lemma(candidate.head);
    let facts = reporting.verb(lemma).or_else(|| reporting.noun(lemma));
    let conditional = candidate.source.is_some_and(|source| {
        source.start().checked_sub(1).is_some_and(|before| scene.is_any(before, &["if", "unless", "whether"]))
    });
    if candidate.negated || candidate.modal || conditional {
        return Polarity::Hypothetical;
    }
    match facts {
        Some(facts) if facts.denies => Polarity::Denied,
        Some(facts) if facts.asks && candidate.frame == Frame::Question => Polarity::Hypothetical,
        _ => Polarity::Asserted,
    }
}
