//! Content before its cue: "…, X said", "…, said X", "…, X said, …".

use super::phrases::{adverbial_at, begins_noun_phrase};
use super::scene::{Scene, Tokens};
use super::sources::{source_after, source_of};
use super::verbs::VerbGroup;
use crate::labels::Upos;
use crate::text::{Id, IdRange};

/// Source and content around a cue that follows its content.
pub(super) struct Trailing {
    pub source: Tokens,
    /// Position of the comma or mark that ends the content before the cue.
    pub boundary: usize,
    /// Where content goes on after the cue, if it does.
    pub resumes: Option<usize>,
    /// "said X"
    pub inverted: bool,
    pub addressee: Option<Tokens>,
}

/// Reads "X said" or "said X" as a trailing or inserted clause of the sentence from `start` to `end`.
pub(super) fn trailing(scene: &Scene, group: &VerbGroup, start: usize, end: usize) -> Option<Trailing> {
    inverted(scene, group, start, end).or_else(|| plain(scene, group, start, end))
}

/// Comma, dash or quotation mark that parts content from cue.
fn is_boundary(scene: &Scene, at: usize) -> bool {
    scene.is_mark(at) || scene.is_any(at, &[",", "?", "!", "—", "–", "--", "…", "..."])
}

/// "…, said Gwen Tarrant, a mother of three."
fn inverted(scene: &Scene, group: &VerbGroup, start: usize, end: usize) -> Option<Trailing> {
    let boundary = group.start.checked_sub(1).filter(|at| *at > start)?;
    if !is_boundary(scene, boundary) || group.start != group.verb || !begins_noun_phrase(scene, group.end) {
        return None;
    }
    let source = source_after(scene, group.end, end)?;
    let next = source.end();
    let closed = next >= end
        || scene.upos(next) == Upos::Punct
        || adverbial_at(scene, next, end).is_some()
        || scene.upos(next) == Upos::Sconj;
    closed.then(|| Trailing {
        source,
        boundary,
        // "said X, a former adviser": without a mark what follows is an apposition.
        resumes: resumes_after(scene, next, end).filter(|at| scene.is_mark(*at)),
        inverted: true,
        addressee: None,
    })
}

/// "…, Raman said in an email."
fn plain(scene: &Scene, group: &VerbGroup, start: usize, end: usize) -> Option<Trailing> {
    let mut next = group.end;
    let mut addressee = None;
    // "told The Post on Tuesday": what may stand between the verb and the end of the inserted clause.
    for step in 0..5 {
        if next >= end || scene.upos(next) == Upos::Punct {
            break;
        }
        if let Some(after) = adverbial_at(scene, next, end) {
            next = after;
        } else if step == 0 && begins_noun_phrase(scene, next) {
            let phrase = source_after(scene, next, end)?;
            addressee = Some(phrase);
            next = phrase.end();
        } else {
            break;
        }
    }
    // "he said introducing Clinton"
    let participle = scene.xpos(next) == crate::labels::Xpos::Vbg;
    let closed = next >= end || matches!(scene.upos(next), Upos::Punct | Upos::Sconj) || participle;
    if !closed || scene.is(next, ":") || scene.is_mark(group.end) {
        return None;
    }
    let source = source_of(scene, group, start)?;
    let boundary = source.start().checked_sub(1).filter(|at| *at > start)?;
    if !is_boundary(scene, boundary) {
        return None;
    }
    Some(Trailing { source, boundary, resumes: resumes_after(scene, next, end), inverted: false, addressee })
}

/// ", “shows the same water”": where the content goes on after the inserted clause.
fn resumes_after(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    let after = at + 1;
    if at >= end || after >= end {
        return None;
    }
    if scene.is_mark(at) && scene.region_at(at).is_some() {
        return Some(at);
    }
    let separator = scene.is_any(at, &[",", ":", "—", "–", "--", ";"]);
    let opens = scene.is_mark(after) && scene.region_at(after).is_some();
    (separator && (opens || scene.is(at, ",") && !is_adjunct(scene, after, end))).then_some(after)
}

/// "…, he said, adding that", "…, he said, according to": what follows is not the content's other half.
fn is_adjunct(scene: &Scene, at: usize, end: usize) -> bool {
    use crate::labels::Xpos;
    matches!(scene.xpos(at), Xpos::Vbg | Xpos::Vbn | Xpos::Wdt | Xpos::Wp)
        || scene.is_any(
            at,
            &["according", "as", "while", "but", "and", "after", "before", "when", "in", "referring"],
        )
        || at + 2 >= end
}

/// The run from `start` up to the boundary, the boundary's mark included if it closes a region.
pub(super) fn run_before(scene: &Scene, start: usize, boundary: usize) -> Tokens {
    let end =
        if scene.region_at(boundary).is_some() || scene.is_mark(boundary) { boundary + 1 } else { boundary };
    IdRange::new(start, end)
}

/// Whether the run has a verb with tense or lies inside marks: a clause, not a fronted adverbial.
pub(super) fn is_clause(scene: &Scene, run: Tokens) -> bool {
    run.ids()
        .any(|id| super::frames::is_finite_verb(scene, id.index()) || scene.region_at(id.index()).is_some())
}
