//! What the labeller found → the attributions that stand.

use super::candidate::{Candidate, Frame};
use super::extent::content_run;
use super::labeller::Found;
use super::passage::Passage;
use super::regions::{kind_of, reach_marks, tidy};
use super::scene::{Scene, Tokens};
use super::score::logistic;
use super::verbs::verb_group;
use super::{Polarity, Quote, QuoteClass};
use crate::labels::{Upos, Xpos};
use crate::model::{Confidence, PartOfAttribution, SCALE};
use crate::text::{Id, IdRange};

/// Attributions that are less likely are left out.
const THRESHOLD: Confidence = Confidence::from_thousandths(500);

/// Two contents that share more than this part of their words (in percent) are one attribution.
const SAME_PERCENT: usize = 60;

/// The attributions of a passage that stand, as quotes without speakers.
pub(super) fn judge(scene: &Scene, passage: &Passage, found: &[Found]) -> Vec<Quote> {
    let drafts = found.iter().filter_map(|found| {
        let confidence = logistic((i64::from(found.verdict) * 1000 >> SCALE) as i32);
        if confidence < THRESHOLD {
            return None;
        }
        let candidate = read(scene, passage, found)?;
        Some((confidence, candidate))
    });
    let mut scored: Vec<(Confidence, Candidate)> = drafts.collect();
    // Ties go to the earlier cue.
    scored.sort_by(|(a, x), (b, y)| b.cmp(a).then(x.head.cmp(&y.head)));
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

/// The words that were labelled, as an attribution; `None` if there is no content.
fn read(scene: &Scene, passage: &Passage, found: &Found) -> Option<Candidate> {
    let best: Vec<PartOfAttribution> = found.labels.iter().map(|scores| likeliest(scores)).collect();
    let start = passage.start() + found.window.start;
    let runs = |part: PartOfAttribution| runs_of(&best, part, start);
    let mut content: Vec<Tokens> = runs(PartOfAttribution::Content)
        .filter_map(|run| content_run(scene, run.start(), run.end()))
        .collect();
    tidy(&mut content);
    let first = content.first()?.start();
    let head = passage.start() + found.head;
    let weight = |run: &Tokens| -> i32 {
        let scores = found.labels.iter().skip(run.start() - start).take(run.len());
        scores.map(|scores| gain(scores, PartOfAttribution::Source)).sum()
    };
    let source = runs(PartOfAttribution::Source)
        .filter_map(|run| content_run(scene, run.start(), run.end()))
        .max_by_key(|run| (weight(run), std::cmp::Reverse(run.start())));
    let known = passage.candidate(found.head).cloned();
    let labelled = runs(PartOfAttribution::Cue).find(|run| run.contains(Id::from_index(head)));
    let mut candidate = known.unwrap_or_else(|| by_its_words(scene, head, labelled, first));
    candidate.content = content;
    candidate.source = source;
    Some(candidate)
}

/// What no rule proposed: the frame as far as it shows.
fn by_its_words(scene: &Scene, head: usize, labelled: Option<Tokens>, content: usize) -> Candidate {
    let sentence = scene.sentence_at(head).map_or(IdRange::new(head, head + 1), |sentence| sentence.tokens);
    let verb = scene.upos(head) == Upos::Verb;
    let group = verb_group(scene, head, sentence.start(), sentence.end());
    let frame = if !verb {
        Frame::Noun
    } else if content < head {
        Frame::Trailing
    } else if scene.is(content.saturating_sub(1), "that") {
        Frame::That
    } else if scene.region_at(content).is_some() {
        Frame::Marks
    } else if scene.is(content, "to")
        || scene.is(content.saturating_sub(1), "to") && scene.xpos(content) == Xpos::Vb
    {
        Frame::Infinitive
    } else {
        Frame::Object
    };
    let own = if verb { group.tokens() } else { IdRange::new(head, head + 1) };
    Candidate {
        head,
        cue: labelled.filter(|_| !verb).unwrap_or(own),
        source: None,
        content: Vec::new(),
        addressee: None,
        frame,
        preposition: None,
        negated: verb && group.negated,
        modal: verb && group.modal,
        passive: verb && group.passive,
        infinitive: verb && group.infinitive,
    }
}

fn likeliest(scores: &[i32; 4]) -> PartOfAttribution {
    let best = PartOfAttribution::ALL.into_iter().zip(scores).rev().max_by_key(|(_, score)| **score);
    best.map_or(PartOfAttribution::None, |best| best.0)
}

/// How much likelier a part is than nothing.
fn gain(scores: &[i32; 4], part: PartOfAttribution) -> i32 {
    let score = |part: PartOfAttribution| scores.get(part as usize).copied().unwrap_or(0);
    score(part) - score(PartOfAttribution::None)
}

/// The runs of tokens with this label.
fn runs_of(
    labels: &[PartOfAttribution],
    part: PartOfAttribution,
    start: usize,
) -> impl Iterator<Item = Tokens> {
    let runs = labels.chunk_by(|a, b| a == b).scan(start, |at, run| {
        let tokens = IdRange::new(*at, *at + run.len());
        *at += run.len();
        Some((run.first().copied(), tokens))
    });
    runs.filter(move |(label, _)| *label == Some(part)).map(|(_, tokens)| tokens)
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
