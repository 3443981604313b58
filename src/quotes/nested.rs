//! Attributions inside of contents: "Holm said that the mayor believes the bridge is safe".
//!
//! The corpora mark none, so the network never learned them where they stand. A content read as if it stood alone is
//! a sentence like any other.

use super::Quote;
use super::candidate::{Candidate, Frame};
use super::extent::{content_end, content_run};
use super::judge::{draft, judge};
use super::labeller::Labeller;
use super::passage::Passage;
use super::phrases::noun_phrase_at;
use super::scene::{Scene, Tokens};
use super::thresholds::{least_cue, least_nested};
use super::verbs::verb_group;
use crate::labels::Upos;
use crate::model::Confidence;
use crate::options::Strictness;
use crate::text::IdRange;

/// Shorter contents hold no source, cue and content of their own.
const LEAST: usize = 5;
/// Longer ones are no clause.
const MOST: usize = 120;

/// The attributions inside of those of a passage that are surely some, with a source that is not the speaker of
/// the outer one as he names himself.
pub(super) fn nested(
    scene: &Scene,
    passage: &Passage,
    quotes: &[Quote],
    labeller: &mut Labeller,
    strictness: Strictness,
) -> Vec<Quote> {
    let mut found = Vec::new();
    // What is found twice, in contents of which one holds the other, is one.
    let add = |found: &mut Vec<Quote>, quote: Quote| {
        if !found.iter().any(|known| known.cue == quote.cue) {
            found.push(quote);
        }
    };
    for quote in
        quotes.iter().flat_map(|quote| &quote.content).filter_map(|run| names_for_things(scene, *run))
    {
        add(&mut found, quote);
    }
    let runs = quotes.iter().flat_map(|quote| &quote.content).filter_map(|run| clause(scene, *run));
    let clauses: Vec<Tokens> = runs.filter(|clause| may_attribute(scene, passage, *clause)).collect();
    let alone: Vec<Passage> = clauses.iter().map(|clause| Passage::alone(scene, *clause)).collect();
    let all: Vec<_> = alone.iter().map(|alone| (alone, 0..alone.len())).collect();
    let inner = labeller.find(&all, least_cue(strictness));
    for ((clause, alone), inner) in clauses.iter().zip(&alone).zip(inner) {
        let inner = judge(scene, alone, &inner, strictness).into_iter().filter(|quote| {
            let other = |source: Tokens| !scene.is_any(source.start(), &["I", "we", "you"]);
            quote.confidence >= least_nested(strictness)
                && quote.source.is_some_and(other)
                && quote.content.iter().all(|run| clause.covers(*run))
        });
        inner.for_each(|quote| add(&mut found, quote));
    }
    found
}

/// Fifteen of the 52 in PolNeAR train are marked, and all others stand inside of contents.
const NAME_FOR_A_THING: Confidence = Confidence::from_thousandths(900);

/// "what he sees as an attack", "what she calls real solutions": the name is the speaker's.
fn names_for_things(scene: &Scene, run: Tokens) -> Option<Quote> {
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

/// A content in the writer's words, without the conjunction that opens it.
fn clause(scene: &Scene, run: Tokens) -> Option<Tokens> {
    if scene.region_at(run.start()).is_some() {
        return None;
    }
    let opens =
        scene.is_any(run.start(), &["that", "whether", "if"]) && scene.upos(run.start()) == Upos::Sconj;
    let one_sentence = scene.sentence_at(run.start())?.tokens.covers(run);
    content_run(scene, run.start() + usize::from(opens), run.end())
        .filter(|run| one_sentence && (LEAST..=MOST).contains(&run.len()))
}

/// Whether a rule would take one of the words for a cue of saying or thinking: few contents are read twice then.
fn may_attribute(scene: &Scene, passage: &Passage, clause: Tokens) -> bool {
    let is_cue = |candidate: &Candidate| {
        let lemma = scene.lemma(candidate.head);
        (clause.start()..clause.end()).contains(&candidate.head)
            && candidate.source.is_some()
            && scene.models.reporting.verb(lemma).is_some()
    };
    passage.candidates().iter().any(is_cue)
}
