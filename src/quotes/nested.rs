//! Attributions inside of contents: "Holm said that the mayor believes the bridge is safe".
//!
//! The corpora mark none, so the network never learned them where they stand. A content read as if it stood alone is
//! a sentence like any other.

use super::Quote;
use super::candidate::Candidate;
use super::extent::content_run;
use super::judge::judge;
use super::labeller::Labeller;
use super::passage::Passage;
use super::scene::{Scene, Tokens};
use super::things::{made_by, names_for_things};
use super::thresholds::{least_nested, least_nested_cue};
use crate::labels::Upos;
use crate::options::Strictness;

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
    for run in quotes.iter().flat_map(|quote| &quote.content) {
        names_for_things(scene, *run)
            .into_iter()
            .chain(made_by(scene, *run))
            .for_each(|quote| add(&mut found, quote));
    }
    let runs = quotes.iter().flat_map(|quote| &quote.content).filter_map(|run| clause(scene, *run));
    let clauses: Vec<Tokens> = runs.filter(|clause| may_attribute(scene, passage, *clause)).collect();
    let alone: Vec<Passage> = clauses.iter().map(|clause| Passage::alone(scene, *clause)).collect();
    let all: Vec<_> = alone.iter().map(|alone| (alone, 0..alone.len())).collect();
    let inner = labeller.find(&all, least_nested_cue(strictness));
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
