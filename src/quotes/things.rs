//! Attributions of a few words inside of contents, by rule: "what she calls a waste", "the terms proposed by the union".

use super::Quote;
use super::candidate::{Candidate, Frame};
use super::extent::{content_end, content_run};
use super::judge::draft;
use super::phrases::{noun_phrase_at, noun_phrase_ending};
use super::scene::{Scene, Tokens};
use super::verbs::verb_group;
use crate::labels::{Upos, Xpos};
use crate::model::Confidence;
use crate::text::IdRange;

/// Fifteen of the 52 in PolNeAR train are marked, and all others stand inside of contents.
const NAME_FOR_A_THING: Confidence = Confidence::from_thousandths(900);

/// "what he sees as an attack", "what she calls real solutions": the name is the speaker's.
pub(super) fn names_for_things(scene: &Scene, run: Tokens) -> Option<Quote> {
    const VERBS: [&str; 10] = [
        "see",
        "call",
        "describe",
        "regard",
        "view",
        "consider",
        "term",
        "characterize",
        "characterise",
        "dub",
    ];
    let what = (run.start()..run.end()).find(|at| scene.is(*at, "what"))?;
    let source = noun_phrase_at(scene, what + 1, run.end())?;
    let verb = (source.end..run.end().min(source.end + 3)).find(|at| scene.upos(*at) == Upos::Verb)?;
    let sentence = scene.sentence_at(verb)?.tokens;
    let group = verb_group(scene, verb, source.end, sentence.end());
    let first_person = scene.is_any(source.head, &["I", "we", "you"]);
    if first_person || group.passive || !VERBS.contains(&scene.lemma(verb)) {
        return None;
    }
    let start = group.end + usize::from(scene.is(group.end, "as"));
    let content = content_run(scene, start, content_end(scene, Frame::Object, start, run.end()))?;
    let candidate = Candidate {
        head: verb,
        cue: IdRange::new(group.start, start),
        source: Some(IdRange::new(source.start, source.end)),
        content: vec![content],
        addressee: None,
        frame: Frame::ObjectAs,
        preposition: None,
        negated: group.negated,
        modal: group.modal,
        passive: false,
        infinitive: false,
    };
    Some(draft(scene, &candidate, vec![content], NAME_FOR_A_THING))
}

/// Nine of the ten in PolNeAR train that stand outside of contents are marked.
const MADE_BY: Confidence = Confidence::from_thousandths(900);

/// "the terms proposed by the union", "a claim rejected by officials": who said it stands behind "by".
pub(super) fn made_by(scene: &Scene, run: Tokens) -> Option<Quote> {
    const VERBS: [&str; 12] = [
        "cite",
        "claim",
        "demand",
        "deny",
        "describe",
        "outline",
        "predict",
        "propose",
        "recommend",
        "reject",
        "request",
        "suggest",
    ];
    let is_cue = |at: &usize| {
        scene.xpos(*at) == Xpos::Vbn && scene.is(at + 1, "by") && VERBS.contains(&scene.lemma(*at))
    };
    let verb = (run.start() + 1..run.end()).find(is_cue)?;
    let thing = noun_phrase_ending(scene, verb - 1, run.start())?;
    let source = noun_phrase_at(scene, verb + 2, run.end())?;
    let content = content_run(scene, thing.start, thing.end)?;
    let candidate = Candidate {
        head: verb,
        cue: IdRange::new(verb, verb + 1),
        source: Some(IdRange::new(source.start, source.end)),
        content: vec![content],
        addressee: None,
        frame: Frame::Object,
        preposition: None,
        negated: false,
        modal: false,
        passive: true,
        infinitive: false,
    };
    let is_someone = !scene.is_any(source.head, &["me", "us", "you"]);
    is_someone.then(|| draft(scene, &candidate, vec![content], MADE_BY))
}
