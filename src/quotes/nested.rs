//! Attributions inside of contents: "Holm said that the mayor believes the bridge is safe".
//!
//! The corpora mark none, so the network never learned them where they stand. A content read as if it stood alone is
//! a sentence like any other.

use super::candidate::Candidate;
use super::judge::judge;
use super::labeller::Labeller;
use super::passage::Passage;
use super::scene::{Scene, Tokens};
use super::{Quote, extent::content_run};
use crate::labels::Upos;
use crate::options::Strictness;

/// Shorter contents hold no source, cue and content of their own.
const LEAST: usize = 5;

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
    for run in quotes.iter().flat_map(|quote| &quote.content) {
        let Some(clause) = clause(scene, *run).filter(|clause| may_attribute(scene, passage, *clause)) else {
            continue;
        };
        let alone = Passage::alone(scene, clause);
        let inner = labeller.find(&alone, 0..alone.len());
        let inner = judge(scene, &alone, &inner, strictness).into_iter().filter(|quote| {
            let other = |source: Tokens| !scene.is_any(source.start(), &["I", "we", "you"]);
            quote.confidence >= strictness.least_nested()
                && quote.source.is_some_and(other)
                && quote.content.iter().all(|run| clause.covers(*run))
        });
        // What is found twice, in contents of which one holds the other, is one.
        for quote in inner {
            if !found.iter().any(|known: &Quote| known.cue == quote.cue) {
                found.push(quote);
            }
        }
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
        .filter(|run| one_sentence && run.len() >= LEAST)
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
