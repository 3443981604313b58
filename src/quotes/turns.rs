//! Turns of interviews and transcripts: "OONA VALE: The roof fell in."

use super::extent::content_run;
use super::scene::{Scene, Tokens};
use super::{Construction, Quote};
use crate::blocks::{BlockId, BlockKind};
use crate::labels::{Polarity, QuoteClass, QuoteKind, Upos};
use crate::model::Confidence;
use crate::text::IdRange;

/// A label followed by text is a turn in nearly every case; the rest are lists with headings.
const TURN: Confidence = Confidence::from_thousandths(950);

/// A quote for each speaker label and the paragraphs up to the next label or heading.
pub(super) fn turns(scene: &Scene) -> Vec<Quote> {
    let runs = block_runs(scene);
    let mut drafts = Vec::new();
    let mut label: Option<(Tokens, Tokens)> = None;
    let mut said: Option<Tokens> = None;
    for (block, tokens) in runs {
        let kind = scene.blocks.table.get(block).map_or(BlockKind::Paragraph, |row| row.kind);
        match kind {
            BlockKind::SpeakerLabel => {
                drafts.extend(turn(scene, label, said.take()));
                label = split_label(scene, tokens);
            }
            BlockKind::Paragraph | BlockKind::ListItem if label.is_some() => {
                said = Some(said.map_or(tokens, |run| IdRange::new(run.start(), tokens.end())));
                // One paragraph a turn: what follows without a label may be the editor's.
                drafts.extend(turn(scene, label.take(), said.take()));
            }
            _ => {
                drafts.extend(turn(scene, label.take(), said.take()));
            }
        }
    }
    drafts.extend(turn(scene, label, said));
    drafts
}

/// The tokens of each block, in order.
fn block_runs(scene: &Scene) -> Vec<(BlockId, Tokens)> {
    let mut runs: Vec<(BlockId, Tokens)> = Vec::new();
    for (_, sentence) in scene.segments.sentences.iter() {
        match runs.last_mut() {
            Some((block, run)) if *block == sentence.block => {
                *run = IdRange::new(run.start(), sentence.tokens.end());
            }
            _ => runs.push((sentence.block, sentence.tokens)),
        }
    }
    runs
}

/// Name and colon of a label.
fn split_label(scene: &Scene, tokens: Tokens) -> Option<(Tokens, Tokens)> {
    let mut end = tokens.end();
    while end > tokens.start() && scene.upos(end - 1) == Upos::Punct {
        end -= 1;
    }
    let name = IdRange::new(tokens.start(), end);
    let cue = IdRange::new(end, tokens.end());
    scene.has_words(name).then_some((name, cue))
}

fn turn(scene: &Scene, label: Option<(Tokens, Tokens)>, said: Option<Tokens>) -> Option<Quote> {
    let (name, cue) = label?;
    let said = said?;
    // The colon may have stayed outside the label's block.
    let (cue, said) = if cue.is_empty() && scene.is(said.start(), ":") {
        (IdRange::new(said.start(), said.start() + 1), IdRange::new(said.start() + 1, said.end()))
    } else {
        (cue, said)
    };
    let content = content_run(scene, said.start(), said.end())?;
    let quote = Quote {
        kind: QuoteKind::Direct,
        class: QuoteClass::Statement,
        polarity: Polarity::Asserted,
        content: vec![content],
        cue: (!cue.is_empty()).then_some(cue),
        source: Some(name),
        speaker: None,
        addressees: Vec::new(),
        parent: None,
        confidence: TURN,
        evidence: None,
        runner_up: None,
        construction: Construction::SpeakerLabel,
    };
    Some(quote)
}
