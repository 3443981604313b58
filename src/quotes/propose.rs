//! Every word that may attribute, with the content and source that it would have.

use super::candidate::{Candidate, Frame};
use super::extent::{content_end, content_run, trim_end};
use super::frames::{RightFrame, right_frame};
use super::phrases::{begins_noun_phrase, noun_phrase_ending};
use super::scene::{Scene, Tokens};
use super::sources::{source_after, source_of};
use super::trailing::{Trailing, is_clause, run_before, trailing};
use super::verbs::{VerbGroup, is_negation, verb_group};
use crate::blocks::BlockKind;
use crate::labels::{Upos, Xpos};
use crate::segment::Sentence;
use crate::text::IdRange;

/// Sentences of more tokens are lists or junk; their start is read like any other.
const MAX_SENTENCE: usize = 400;

/// The candidates of a sentence, in order of their cue words.
pub(super) fn propose(scene: &Scene, sentence: &Sentence) -> Vec<Candidate> {
    let start = sentence.tokens.start();
    let end = sentence.tokens.end().min(start + MAX_SENTENCE);
    let mut found = Vec::new();
    if scene.block_kind(sentence) == BlockKind::Headline {
        found.extend(headline_colon(scene, start, end));
    }
    let (first, last) = (start, end);
    for at in first..last {
        // Inside quotation marks an attribution keeps within them.
        let (start, end) =
            scene.region_bounds(at).map_or((first, last), |(open, close)| (first.max(open), last.min(close)));
        if scene.is(at, "according") {
            if scene.is(at + 1, "to") {
                found.extend(according(scene, at, start, end));
            }
        } else if scene.upos(at) == Upos::Verb {
            let group = verb_group(scene, at, start, end);
            found.extend(around_verb(scene, &group, start, end));
        } else if scene.upos(at) == Upos::Noun && scene.models.reporting.is_noun(scene.lemma(at)) {
            found.extend(around_noun(scene, at, start, end));
        }
    }
    found
}

fn around_verb(scene: &Scene, group: &VerbGroup, start: usize, end: usize) -> Option<Candidate> {
    let right = right_frame(scene, group, end);
    let strong =
        right.is_some_and(|frame| matches!(frame.frame, Frame::That | Frame::Marks | Frame::Question));
    // "“…,” he told this newspaper, “…”": what closes a quotation goes on with it.
    let found = trailing(scene, group, start, end).filter(|found| !strong || scene.is_mark(found.boundary));
    let candidate = found.and_then(|found| trailing_candidate(scene, group, &found, start, end));
    candidate.or_else(|| right_candidate(scene, group, &right?, start, end))
}

fn candidate(group: &VerbGroup, frame: Frame, content: Vec<Tokens>) -> Candidate {
    Candidate {
        head: group.verb,
        cue: group.tokens(),
        source: None,
        content,
        addressee: None,
        frame,
        preposition: None,
        negated: group.negated,
        modal: group.modal,
        passive: group.passive,
        infinitive: group.infinitive,
    }
}

fn right_candidate(
    scene: &Scene,
    group: &VerbGroup,
    right: &RightFrame,
    start: usize,
    end: usize,
) -> Option<Candidate> {
    let stop = content_end(scene, right.frame, right.content, end);
    let run = content_run(scene, right.content, stop)?;
    let mut source = source_of(scene, group, start);
    let mut content = vec![run];
    if group.passive && source.is_none() {
        // "was described by X as", "was told that": an agent is the source.
        source = agent(scene, group.end, end);
        if right.frame == Frame::Infinitive || matches!(right.frame, Frame::Preposition if source.is_some()) {
            content = passive_content(scene, group, run, start)?;
        }
    }
    if source.is_some_and(|source| source.overlaps(run)) {
        source = None;
    }
    Some(Candidate {
        source,
        addressee: right.addressee,
        preposition: right.preposition,
        cue: cue_with_preposition(group, right),
        ..candidate(group, right.frame, content)
    })
}

/// "called on", "called for": a preposition right after the verb belongs to the cue.
fn cue_with_preposition(group: &VerbGroup, right: &RightFrame) -> Tokens {
    match right.preposition {
        Some(at) if at == group.end => IdRange::new(group.start, at + 1),
        _ => group.tokens(),
    }
}

/// "by the county": who acts in a passive.
fn agent(scene: &Scene, at: usize, end: usize) -> Option<Tokens> {
    let by = (at..end.min(at + 6)).find(|p| scene.is(*p, "by"))?;
    source_after(scene, by + 1, end)
}

/// "Fiorina was expected to run": subject and infinitive are the content.
fn passive_content(scene: &Scene, group: &VerbGroup, run: Tokens, start: usize) -> Option<Vec<Tokens>> {
    let active = VerbGroup { passive: false, ..*group };
    let subject = super::sources::subject_before(scene, &active, start);
    match subject {
        Some(subject) if !subject.overlaps(run) => Some(vec![subject, run]),
        _ => Some(vec![run]),
    }
}

fn trailing_candidate(
    scene: &Scene,
    group: &VerbGroup,
    found: &Trailing,
    start: usize,
    end: usize,
) -> Option<Candidate> {
    let mut content = Vec::new();
    let before = run_before(scene, left_edge(scene, found.boundary, start), found.boundary);
    if !is_clause(scene, before) && found.resumes.is_none() {
        return None;
    }
    content.extend(content_run(scene, before.start(), before.end()));
    if let Some(resumes) = found.resumes {
        let stop = trim_end(scene, resumes, end);
        content.extend(content_run(scene, resumes, stop));
    }
    if content.is_empty() {
        return None;
    }
    let frame = if found.inverted { Frame::Inverted } else { Frame::Trailing };
    Some(Candidate {
        source: Some(found.source),
        addressee: found.addressee,
        ..candidate(group, frame, content)
    })
}

/// Where content before a cue begins: at the mark that opens the region which the boundary closes, else
/// at the start of the sentence, a conjunction left out.
fn left_edge(scene: &Scene, boundary: usize, start: usize) -> usize {
    let region = scene.region_at(boundary).or_else(|| scene.region_at(boundary.saturating_sub(1)));
    if let Some(number) = region.filter(|_| scene.is_mark(boundary)) {
        let mut at = boundary;
        while at > start && scene.region_at(at - 1) == Some(number) {
            at -= 1;
        }
        let words_before = (start..at).filter(|p| scene.upos(*p) != Upos::Punct).count();
        // "It is “a mess,” he said": mixed content begins with the sentence.
        let clause_before = words_before > 0 && !scene.is_any(at.saturating_sub(1), &[",", ":"]);
        return if clause_before { start } else { at };
    }
    if scene.is_any(start, &["but", "and"]) && !scene.is_mark(start) { start + 1 } else { start }
}

/// "according to X, …", "…, according to X".
fn according(scene: &Scene, at: usize, start: usize, end: usize) -> Option<Candidate> {
    let source = source_after(scene, at + 2, end)?;
    let group = VerbGroup {
        start: at,
        end: at + 2,
        verb: at,
        passive: false,
        negated: false,
        modal: false,
        infinitive: false,
    };
    let mut source = source;
    let mut content = Vec::new();
    // Content stands before the phrase, after it, or on both sides.
    let left = edge_before_according(scene, at, start);
    if let Some(run) = content_run(scene, left, trim_end(scene, left, at))
        && (is_clause(scene, run) || scene.is(source.end(), ","))
    {
        content.push(run);
    }
    let fronted = content.is_empty();
    if fronted {
        // "According to figures her campaign released Friday, …": the source ends at the comma.
        let comma = (source.end()..end.min(source.end() + 20)).find(|p| scene.is(*p, ","))?;
        if comma > source.end() && scene.upos(source.end()) != Upos::Punct {
            source = IdRange::new(source.start(), comma);
        }
    } else {
        let stop = (source.end()..end).find(|p| scene.upos(*p) == Upos::Punct).unwrap_or(end);
        if stop - source.start() < 20 {
            source = IdRange::new(source.start(), stop.max(source.end()));
        }
    }
    let after = source.end();
    if scene.is(after, ",") && after + 1 < end {
        let split = !fronted && !is_clause(scene, *content.first()?);
        if fronted || split || !is_new_clause(scene, after + 1) {
            let stop = content_end(scene, Frame::Clause, after + 1, end);
            content.extend(content_run(scene, after + 1, stop));
        }
    }
    if content.is_empty() {
        return None;
    }
    Some(Candidate { source: Some(source), ..candidate(&group, Frame::According, content) })
}

fn is_new_clause(scene: &Scene, at: usize) -> bool {
    scene.is_any(at, &["but", "and", "while", "although", "which", "who", "as", "with"])
        || matches!(scene.xpos(at), Xpos::Vbg)
}

/// The start of the clause that "according to" closes.
fn edge_before_according(scene: &Scene, at: usize, start: usize) -> usize {
    let from = start;
    let mut p = at;
    while p > from {
        p -= 1;
        if scene.is(p, ";") {
            return p + 1;
        }
    }
    if scene.is_any(start, &["but", "and"]) { start + 1 } else { start }
}

/// "his claim that …", "a call for calm", "criticism of the plan".
fn around_noun(scene: &Scene, noun: usize, start: usize, end: usize) -> Option<Candidate> {
    let next = noun + 1;
    if next >= end {
        return None;
    }
    let phrase = noun_phrase_ending(scene, noun, start)?;
    let (content, preposition) = if scene.is(next, "that")
        || scene.is(next, "to") && scene.xpos(next + 1) == Xpos::Vb
    {
        (next, None)
    } else if scene.upos(next) == Upos::Adp && !scene.is_any(next, &["by", "from", "in", "at", "during"]) {
        (next + 1, Some(next))
    } else {
        return None;
    };
    let stop = content_end(scene, Frame::Noun, content, end);
    let run = content_run(scene, content, stop)?;
    let source = possessor(scene, phrase.start, noun).or_else(|| holder(scene, phrase.start, start));
    let cue_end = preposition.map_or(next, |at| at + 1);
    let group = VerbGroup {
        start: noun,
        end: cue_end,
        verb: noun,
        passive: false,
        negated: (phrase.start..noun).any(|p| is_negation(scene.word(p)) || scene.is(p, "no")),
        modal: false,
        infinitive: false,
    };
    Some(Candidate { source, preposition, ..candidate(&group, Frame::Noun, vec![run]) })
}

/// "his" in "his claim", "Clinton ’s" in "Clinton’s latest call".
fn possessor(scene: &Scene, start: usize, noun: usize) -> Option<Tokens> {
    let mark = (start..noun).rev().find(|p| matches!(scene.xpos(*p), Xpos::Pos));
    if let Some(mark) = mark {
        return Some(IdRange::new(start, mark));
    }
    let pronoun = (start..noun).find(|p| matches!(scene.xpos(*p), Xpos::PrpPoss))?;
    Some(IdRange::new(pronoun, pronoun + 1))
}

/// "X made the claim that", "X voiced support for": the subject of the verb that takes the noun.
fn holder(scene: &Scene, phrase: usize, start: usize) -> Option<Tokens> {
    let verb = phrase.checked_sub(1).filter(|at| *at >= start)?;
    if scene.upos(verb) != Upos::Verb {
        return None;
    }
    let group = verb_group(scene, verb, start, phrase);
    source_of(scene, &group, start)
}

/// "Netanyahu: Hamas Rejects Agreement", "‘I am done’: sheriff" is left alone.
fn headline_colon(scene: &Scene, start: usize, end: usize) -> Option<Candidate> {
    // A name or office of up to eight words; more before a colon is a clause.
    let colon = (start + 1..end.min(start + 9)).find(|at| scene.is(*at, ":"))?;
    if colon + 2 >= end || (start..colon).any(|at| scene.is_mark(at)) {
        return None;
    }
    let verb = (start..colon).any(|at| super::frames::is_finite_verb(scene, at));
    let speaks = begins_noun_phrase(scene, start)
        && !verb
        && (scene.mention_ending_at(colon).is_some() || scene.upos(colon - 1) == Upos::Propn);
    if !speaks || !names_someone(scene, colon) {
        return None;
    }
    let stop = trim_end(scene, colon + 1, end);
    let run = content_run(scene, colon + 1, stop)?;
    let group = VerbGroup {
        start: colon,
        end: colon + 1,
        verb: colon,
        passive: false,
        negated: false,
        modal: false,
        infinitive: false,
    };
    let source = Some(IdRange::new(start, colon));
    Some(Candidate { source, ..candidate(&group, Frame::HeadlineColon, vec![run]) })
}

/// Whether the mention before the colon can speak: a person, an organisation, a country, a description.
fn names_someone(scene: &Scene, colon: usize) -> bool {
    use crate::labels::EntityType;
    scene.mention_ending_at(colon).and_then(|id| scene.mentions.table.get(id)).is_some_and(|mention| {
        matches!(mention.entity_type, EntityType::Person | EntityType::Org | EntityType::Gpe)
    })
}
