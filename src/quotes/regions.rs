//! Quotation marks and quotes: contents that run on to the closing mark, quotations that go on after the
//! cue, and quotations without a cue.

use std::collections::BTreeMap;

use super::extent::content_run;
use super::scene::{Scene, Tokens, bounds};
use super::{Construction, Quote};
use crate::blocks::{BlockId, BlockKind};
use crate::labels::{Polarity, QuoteClass, QuoteKind, Upos};
use crate::model::Confidence;
use crate::segment::QuotedRegion;
use crate::text::{Id, IdRange};

fn region(scene: &Scene, number: u32) -> Option<QuotedRegion> {
    scene.segments.regions.rows().get(number as usize).copied()
}

/// Content that begins or ends inside quotation marks reaches to them, across sentences:
/// "“We stayed. We will stay,” she said."
pub(super) fn reach_marks(scene: &Scene, content: &mut [Tokens]) {
    let Some(last) = content.len().checked_sub(1) else { return };
    for (number, run) in content.iter_mut().enumerate() {
        let (mut start, mut end) = (run.start(), run.end());
        let sentence_start = scene.sentence_at(start).map(|sentence| sentence.tokens.start());
        if number == 0
            && let Some(row) = scene.region_at(start).and_then(|n| region(scene, n))
        {
            // Only a sentence that begins inside the marks continues something before it.
            if sentence_start.is_some_and(|first| first > row.tokens.start()) && Some(start) == sentence_start
            {
                start = row.tokens.start();
            }
        }
        if number == last
            && let Some(row) =
                end.checked_sub(1).and_then(|at| scene.region_at(at)).and_then(|n| region(scene, n))
        {
            let sentence_end = scene.sentence_at(end - 1).map_or(end, |sentence| sentence.tokens.end());
            if end >= sentence_end && row.tokens.end() > end {
                end = row.tokens.end();
            }
        }
        if let Some(wider) = content_run(scene, start, end) {
            *run = wider;
        }
    }
}

/// Pieces in order, those that touch or overlap joined.
pub(super) fn tidy(content: &mut Vec<Tokens>) {
    content.sort();
    let mut joined: Vec<Tokens> = Vec::with_capacity(content.len());
    for piece in content.drain(..) {
        match joined.last_mut() {
            Some(last) if piece.start() <= last.end() => {
                *last = IdRange::new(last.start(), last.end().max(piece.end()));
            }
            _ => joined.push(piece),
        }
    }
    *content = joined;
}

/// How much of the content stands inside marks.
pub(super) fn kind_of(scene: &Scene, content: &[Tokens]) -> QuoteKind {
    let (mut inside, mut all) = (0, 0);
    for id in content.iter().flat_map(|run| run.ids()) {
        let at = id.index();
        if scene.upos(at) == Upos::Punct {
            continue;
        }
        all += 1;
        inside += usize::from(scene.region_at(at).is_some());
    }
    match inside {
        0 => QuoteKind::Indirect,
        n if n == all => QuoteKind::Direct,
        _ => QuoteKind::Mixed,
    }
}

/// A region reads as speech, not as a scare quote or title: it has a verb with tense or ends like a
/// sentence, and more than two words.
fn is_speech(scene: &Scene, row: &QuotedRegion) -> bool {
    let words = row.tokens.ids().filter(|id| scene.upos(id.index()) != Upos::Punct).count();
    if words == 0 {
        return false;
    }
    let starts_sentence =
        scene.sentence_at(row.tokens.start()).is_some_and(|s| s.tokens.start() + 1 >= row.tokens.start());
    let closes = row.tokens.last().is_some_and(|last| {
        let word = scene.word(last.index());
        [".", ",", "!", "?", "…", "..."].contains(&word)
    }) || row.close.is_none();
    starts_sentence && closes && words > 1
}

/// Gives every stretch of speech that no draft holds to the quotation it continues, or makes it a quote
/// of its own.
pub(super) fn attach_leftovers(scene: &Scene, drafts: &mut Vec<Quote>) {
    drafts.sort_by_key(|draft| draft.content.first().map_or(0, |run| run.start()));
    let mut covered = vec![false; scene.segments.tokens.len()];
    for draft in drafts.iter().filter(|draft| !is_inside(scene, draft)) {
        for run in draft.content.iter().chain(&draft.cue) {
            for id in run.ids() {
                if let Some(slot) = covered.get_mut(id.index()) {
                    *slot = true;
                }
            }
        }
    }
    let mut leftovers = Vec::new();
    for row in scene.segments.regions.rows().iter().filter(|row| row.depth == 0) {
        let free = row.tokens.ids().filter(|id| covered.get(id.index()) == Some(&false)).count();
        if free * 2 > row.tokens.len() && is_speech(scene, row) {
            leftovers.push(*row);
        }
    }
    // Quotations with marks by where they end: each stretch looks up the last one before it.
    let marked = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.kind != QuoteKind::Indirect && !is_inside(scene, draft));
    let mut ends: BTreeMap<usize, usize> = marked.map(|(number, draft)| (end_of(draft), number)).collect();
    for row in leftovers {
        attach(scene, drafts, &mut ends, &row);
    }
}

/// A quotation inside a quotation: what surrounds it is not its speaker's.
fn is_inside(scene: &Scene, draft: &Quote) -> bool {
    draft.cue.is_some_and(|cue| scene.region_at(cue.start()).is_some())
}

fn block_of(scene: &Scene, at: usize) -> Option<BlockId> {
    scene.sentence_at(at).map(|sentence| sentence.block)
}

fn attach(scene: &Scene, drafts: &mut Vec<Quote>, ends: &mut BTreeMap<usize, usize>, row: &QuotedRegion) {
    let (start, end) = bounds(row);
    let Some(run) = content_run(scene, start, end) else { return };
    let Some(block) = block_of(scene, run.start()) else { return };
    if scene.blocks.table.get(block).is_some_and(|b| b.kind == BlockKind::Headline) {
        return;
    }
    let before = ends.range(..=run.start()).next_back().map(|(_, number)| *number);
    let Some(number) = before else { return };
    let Some(draft) = drafts.get_mut(number) else { return };
    let same_block = draft.content.last().and_then(|r| block_of(scene, r.start())) == Some(block)
        || draft.cue.and_then(|cue| block_of(scene, cue.start())) == Some(block);
    if same_block {
        draft.content.push(run);
        ends.insert(run.end(), number);
        return;
    }
    let near = draft
        .content
        .last()
        .and_then(|r| block_of(scene, r.end().saturating_sub(1)))
        .is_some_and(|b| block.index().saturating_sub(b.index()) <= 2);
    if near {
        let quote = floating(draft, run);
        ends.insert(run.end(), drafts.len());
        drafts.push(quote);
    }
}

fn end_of(draft: &Quote) -> usize {
    let content = draft.content.last().map_or(0, |run| run.end());
    content.max(draft.cue.map_or(0, |cue| cue.end()))
}

/// Right in about six of ten on PolNeAR train.
const FLOATING: Confidence = Confidence::from_thousandths(600);

/// A quotation of the same speaker as the one before it.
fn floating(before: &Quote, content: Tokens) -> Quote {
    Quote {
        kind: QuoteKind::Direct,
        class: QuoteClass::Statement,
        polarity: Polarity::Asserted,
        content: vec![content],
        cue: None,
        source: before.source,
        speaker: before.speaker,
        addressees: Vec::new(),
        parent: None,
        confidence: FLOATING,
        evidence: None,
        runner_up: None,
        construction: Construction::FloatingMarks,
    }
}
