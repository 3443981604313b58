//! Labels of the words near a cue → the attribution that they make.

use super::candidate::{Candidate, Frame};
use super::evidence::gain;
use super::extent::{content_run, without_reaction};
use super::labeller::{Found, LABELS};
use super::passage::Passage;
use super::regions::tidy;
use super::scene::{Scene, Tokens};
use super::verbs::verb_group;
use crate::labels::{Upos, Xpos};
use crate::model::{PartOfAttribution, SCALE};
use crate::text::{Id, IdRange};

/// What it costs to enter content or to leave it, in log-odds at the network's scale: on PolNeAR dev exact contents
/// are two points better with it than without, and hardly change from half of it to half as much again.
const CHANGE: i32 = 1 << SCALE;

/// The attribution of a cue; `None` if nothing is attributed.
///
/// What the network does not say, the rules do, where they propose the cue: frame, addressee, moods, and the source if
/// the network sees none.
pub(super) fn decode(scene: &Scene, passage: &Passage, found: &Found) -> Option<Candidate> {
    let labels = best_labels(&found.labels);
    let start = passage.start() + found.window.start;
    let runs = |part: PartOfAttribution| runs_of(&labels, part, start);
    let run = |run: Tokens| content_run(scene, run.start(), run.end());
    let content = runs(PartOfAttribution::Content).filter_map(run);
    let mut content: Vec<Tokens> = content.map(|run| without_reaction(scene, run)).collect();
    tidy(&mut content);
    let first = content.first()?.start();
    let head = passage.start() + found.head;
    let weight = |run: &Tokens| -> i32 {
        let scores = found.labels.iter().skip(run.start() - start).take(run.len());
        scores.map(|scores| gain(scores, PartOfAttribution::Source)).sum()
    };
    let source = runs(PartOfAttribution::Source)
        .filter_map(run)
        .max_by_key(|run| (weight(run), std::cmp::Reverse(run.start())));
    let labelled = runs(PartOfAttribution::Cue).find(|run| run.contains(Id::from_index(head)));
    let known = passage.candidate(found.head).cloned();
    let mut candidate = known.unwrap_or_else(|| by_its_words(scene, head, labelled, first));
    let outside = |source: &Tokens| !content.iter().any(|run| run.overlaps(*source));
    candidate.source = source.or(candidate.source.filter(outside));
    candidate.content = content;
    keep_addressee_apart(scene, &mut candidate);
    Some(candidate)
}

/// "urged the farmers to apply": annotators take the farmers into the content or leave them out; a reader is told that
/// they were spoken to.
fn keep_addressee_apart(scene: &Scene, candidate: &mut Candidate) {
    let Some(addressee) = candidate.addressee.filter(|_| candidate.frame == Frame::ObjectInfinitive) else {
        return;
    };
    if let Some(first) = candidate.content.first_mut()
        && first.start() >= addressee.start().saturating_sub(1)
        && first.start() < addressee.end()
        && first.end() > addressee.end() + 1
        && scene.is(addressee.end(), "to")
    {
        *first = IdRange::new(addressee.end(), first.end());
    }
}

/// How much less likely than nothing a mention may be on average and still be told as the runner-up: 1 in 20.
const LEAST: i32 = -3 << SCALE;

/// The mention that is likeliest to name the speaker, but for those in the source, the content and the cue.
pub(super) fn runner_up(
    scene: &Scene,
    passage: &Passage,
    found: &Found,
    candidate: &Candidate,
) -> Option<Tokens> {
    let start = passage.start() + found.window.start;
    let end = passage.start() + found.window.end;
    let taken = |tokens: Tokens| {
        let parts = candidate.content.iter().chain(&candidate.source).chain(&candidate.addressee);
        parts.copied().chain([candidate.cue]).any(|part| part.overlaps(tokens))
    };
    let weight = |tokens: Tokens| {
        let scores = found.labels.iter().skip(tokens.start() - start).take(tokens.len());
        scores.map(|scores| gain(scores, PartOfAttribution::Source)).sum::<i32>() / tokens.len().max(1) as i32
    };
    let rows = scene.mentions.table.rows();
    let first = rows.partition_point(|mention| mention.tokens.start() < start);
    let near = rows.iter().skip(first).take_while(|mention| mention.tokens.start() < end);
    near.filter(|mention| mention.tokens.end() <= end && !mention.entity_type.is_value())
        .map(|mention| mention.tokens)
        .filter(|tokens| !taken(*tokens))
        .map(|tokens| (weight(tokens), tokens))
        .filter(|(weight, _)| *weight >= LEAST)
        .max_by_key(|(weight, tokens)| (*weight, std::cmp::Reverse(tokens.start())))
        .map(|(_, tokens)| tokens)
}

/// A cue that no rule proposed, in the frame that its words show.
fn by_its_words(scene: &Scene, head: usize, labelled: Option<Tokens>, content: usize) -> Candidate {
    let sentence = scene.sentence_at(head).map_or(IdRange::new(head, head + 1), |sentence| sentence.tokens);
    let verb = scene.upos(head) == Upos::Verb;
    let group = verb_group(scene, head, sentence.start(), sentence.end());
    let before = content.saturating_sub(1);
    let frame = if !verb {
        Frame::Noun
    } else if content < head {
        Frame::Trailing
    } else if scene.is(content, "that") || scene.is(before, "that") {
        Frame::That
    } else if scene.region_at(content).is_some() {
        Frame::Marks
    } else if scene.is(content, "to") || scene.is(before, "to") && scene.xpos(content) == Xpos::Vb {
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

/// The likeliest labels of a run of tokens, where content is entered and left at a cost (A. Viterbi, 1967). Sources are
/// short, and nobody pays for them.
fn best_labels(scores: &[[i32; LABELS]]) -> Vec<PartOfAttribution> {
    const CONTENT: usize = PartOfAttribution::Content as usize;
    let mut totals = [0i32; LABELS];
    let mut ways: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    for row in scores {
        let mut next = [i32::MIN; LABELS];
        let mut way = [0u8; LABELS];
        for (label, ((next, way), score)) in next.iter_mut().zip(&mut way).zip(row).enumerate() {
            for (before, total) in totals.iter().enumerate() {
                let changes = before != label && (before == CONTENT || label == CONTENT);
                let total = total - if changes { CHANGE } else { 0 };
                if total > *next {
                    (*next, *way) = (total, before as u8);
                }
            }
            *next += score;
        }
        totals = next;
        ways.push(way);
    }
    let most = totals.iter().copied().fold(i32::MIN, i32::max);
    let mut label = totals.iter().position(|total| *total == most).unwrap_or(0);
    let mut labels = Vec::with_capacity(scores.len());
    for way in ways.iter().rev() {
        labels.push(PartOfAttribution::ALL.get(label).copied().unwrap_or(PartOfAttribution::None));
        label = way.get(label).copied().unwrap_or(0).into();
    }
    labels.reverse();
    labels
}

/// The runs of tokens with this label, of labels that begin at `start`.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(scores: &[[i32; LABELS]]) -> String {
        best_labels(scores).into_iter().map(|part| ["-", "s", "q", "c"][part as usize]).collect()
    }

    #[test]
    fn content_is_whole_where_one_word_is_unsure() {
        let sure = [0, 0, 0, 3 << SCALE];
        let other = [1 << SCALE, 0, 0, 0];
        let source = [0, 1 << SCALE, 0, 0];
        assert_eq!(letters(&[source, other, sure, sure, other, sure]), "s-cccc");
        assert_eq!(letters(&[sure, sure, other, other, other, source]), "cc---s");
        assert_eq!(letters(&[]), "");
    }
}
