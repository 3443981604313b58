//! What the labeller found → the attributions that stand.

use super::candidate::{Candidate, Frame};
use super::decode::{decode, runner_up};
use super::evidence::Evidence;
use super::labeller::Found;
use super::passage::Passage;
use super::regions::{kind_of, reach_marks};
use super::scene::{Scene, Tokens};
use super::thresholds::least;
use super::{Polarity, Quote, QuoteClass};
use crate::labels::EntityType;
use crate::model::Confidence;
use crate::options::Strictness;
use crate::text::IdRange;

/// An estimate, not counted.
const HEADLINE: Confidence = Confidence::from_thousandths(850);

/// Two contents that share more than this part of their words (in percent) are one attribution.
const SAME_PERCENT: usize = 60;

/// An attribution that may stand.
struct Scored<'a> {
    found: &'a Found,
    confidence: Confidence,
    evidence: Evidence,
    candidate: Candidate,
}

/// The attributions of a passage that stand, as quotes without speakers.
pub(super) fn judge(scene: &Scene, passage: &Passage, found: &[Found], strictness: Strictness) -> Vec<Quote> {
    let decoded = found.iter().filter_map(|found| {
        let candidate = decode(scene, passage, found).filter(|candidate| !parts_name(scene, candidate))?;
        let evidence = Evidence::of(scene, passage, found, &candidate);
        let confidence = evidence.confidence(&scene.models.attribution);
        Some(Scored { found, confidence, evidence, candidate })
    });
    let mut scored: Vec<Scored> = decoded.filter(|scored| scored.confidence >= least(strictness)).collect();
    drop_nested(&mut scored);
    // Ties go to the earlier cue.
    scored.sort_by(|a, b| b.confidence.cmp(&a.confidence).then(a.candidate.head.cmp(&b.candidate.head)));
    let mut kept = headlines(scene, passage);
    for Scored { found, confidence, evidence, candidate } in scored {
        let mut content = candidate.content.clone();
        if scene.region_at(candidate.head).is_none() {
            reach_marks(scene, &mut content);
        }
        if !kept.iter().any(|draft| contradicts(draft, &candidate, &content)) {
            let runner_up = runner_up(scene, passage, found, &candidate);
            let draft = draft(scene, &candidate, content, confidence);
            kept.push(Quote { evidence: Some(evidence), runner_up, ..draft });
        }
    }
    kept
}

/// A nickname is no quotation: "Dwayne “The Rock” **Johnson** smiled".
fn parts_name(scene: &Scene, candidate: &Candidate) -> bool {
    let Some(source) = candidate.source else { return false };
    let name = scene.mention_ending_at(source.end()).and_then(|id| scene.mentions.table.get(id));
    name.is_some_and(|name| {
        let cut = IdRange::new(name.tokens.start(), source.start().max(name.tokens.start()));
        candidate.content.iter().any(|run| run.overlaps(cut))
    })
}

/// "Name: claim" in a headline, with a person before the colon: taken as the rules read it, since the network is at times
/// surer of the verb of the claim.
fn headlines(scene: &Scene, passage: &Passage) -> Vec<Quote> {
    let by_person = |candidate: &&Candidate| {
        let is_person = |source: Tokens| {
            let rows = scene.mentions.table.rows();
            let first = rows.partition_point(|mention| mention.tokens.start() < source.start());
            rows.get(first).is_some_and(|mention| {
                mention.entity_type == EntityType::Person && mention.tokens.end() <= source.end()
            })
        };
        candidate.frame == Frame::HeadlineColon && candidate.source.is_some_and(is_person)
    };
    let candidates = passage.candidates().iter().filter(by_person);
    candidates.map(|candidate| draft(scene, candidate, candidate.content.clone(), HEADLINE)).collect()
}

/// Drops attributions inside of others: they are looked for again when the content of the other is known.
fn drop_nested(scored: &mut Vec<Scored>) {
    let is_nested = |inner: &Candidate| {
        scored.iter().any(|scored| {
            let outer = &scored.candidate;
            outer.head != inner.head && outer.content.iter().any(|run| run.covers(inner.cue))
        })
    };
    let nested: Vec<bool> = scored.iter().map(|scored| is_nested(&scored.candidate)).collect();
    let mut nested = nested.into_iter();
    scored.retain(|_| !nested.next().unwrap_or(false));
}

/// Whether two attributions cannot both stand: the same words as cue, or the same content.
fn contradicts(draft: &Quote, candidate: &Candidate, content: &[Tokens]) -> bool {
    draft.cue.is_some_and(|cue| cue.overlaps(candidate.cue))
        || shared_percent(&draft.content, content) > SAME_PERCENT
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
/// The quote of a candidate, without its speaker.
pub(super) fn draft(
    scene: &Scene,
    candidate: &Candidate,
    content: Vec<Tokens>,
    confidence: Confidence,
) -> Quote {
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
        evidence: None,
        runner_up: None,
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
