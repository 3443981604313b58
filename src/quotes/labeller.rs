//! Runs the attribution network: a passage → the cues in it, each with a label for every token near it.

use std::ops::Range;

use super::passage::{PairFacts, Passage};
use crate::model::{AttributionNetwork, PartOfAttribution, SCALE, Scanner, narrow};

/// Labels of a token.
const LABELS: usize = PartOfAttribution::ALL.len();
/// A word that is so much likelier no cue is not looked at as one: 1 in 10.
const LEAST: i32 = -(9 << SCALE) / 4;
/// Rows of pairs that are run at a time, about: they stay near the processor.
const BATCH: usize = 512;

/// A word that may attribute, and what it would.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The head of the cue, counted in the passage.
    pub head: usize,
    /// Log-odds that it is a cue, by its sentence alone; at the network's scale.
    pub cue: i32,
    /// The same by all that was found for it.
    pub verdict: i32,
    /// The tokens that were looked at, counted in the passage.
    pub window: Range<usize>,
    /// Scores of the labels of each.
    pub labels: Vec<[i32; LABELS]>,
}

/// Keeps its buffers from one passage to the next.
pub(super) struct Labeller<'a> {
    network: &'a AttributionNetwork,
    scanner: Scanner,
    rows: Vec<i16>,
    inputs: Vec<i16>,
    cues: Vec<i32>,
    tokens: Vec<i16>,
    cue_tokens: Vec<i16>,
    pairs: Vec<i16>,
    lengths: Vec<usize>,
    labels: Vec<i32>,
    verdicts: Vec<i32>,
}

impl<'a> Labeller<'a> {
    pub fn new(network: &'a AttributionNetwork) -> Self {
        Self {
            network,
            scanner: Scanner::default(),
            rows: Vec::new(),
            inputs: Vec::new(),
            cues: Vec::new(),
            tokens: Vec::new(),
            cue_tokens: Vec::new(),
            pairs: Vec::new(),
            lengths: Vec::new(),
            labels: Vec::new(),
            verdicts: Vec::new(),
        }
    }

    /// The cues among the decided tokens of a passage, in order.
    pub fn find(&mut self, passage: &Passage, decided: Range<usize>) -> Vec<Found> {
        if self.network.is_empty() || passage.is_empty() {
            return Vec::new();
        }
        self.read_tokens(passage);
        let network = self.network;
        network.cue.apply_wide(&self.rows, &mut self.cues);
        network.token.apply(&self.rows, &mut self.tokens);
        network.cue_token.apply(&self.rows, &mut self.cue_tokens);
        let odds = self.cues.chunks_exact(network.cue.width().max(1)).map(log_odds).enumerate();
        let mut found: Vec<Found> = odds
            .filter(|(at, odds)| *odds > LEAST && decided.contains(at))
            .map(|(head, cue)| {
                let window = passage.window(head);
                Found { head, cue, verdict: 0, window, labels: Vec::new() }
            })
            .collect();
        let mut left = &mut found[..];
        while !left.is_empty() {
            let mut rows = 0;
            let enough = left.iter().position(|found| {
                rows += found.window.len();
                rows >= BATCH
            });
            let (batch, others) = left.split_at_mut(enough.map_or(left.len(), |last| last + 1));
            self.read_pairs(passage, batch);
            left = others;
        }
        found
    }

    /// Runs the tokens through their layers.
    fn read_tokens(&mut self, passage: &Passage) {
        let network = self.network;
        self.inputs.clear();
        for at in 0..passage.len() {
            let (lemma, head) = passage.lemmas(at);
            network.lemma.append(network.lemma_row(lemma), &mut self.inputs);
            let head = head.map_or(network.root_row(), |head| network.lemma_row(head));
            network.lemma.append(head, &mut self.inputs);
        }
        network.input.apply(&self.inputs, &mut self.rows);
        let mut sums = vec![0i32; network.input.outputs()];
        for (at, row) in self.rows.chunks_exact_mut(network.input.width().max(1)).enumerate() {
            add_facts(row, passage.facts(at), &network.facts, &mut sums);
        }
        self.scanner.run(&network.layers, &mut self.rows, passage.lengths());
    }

    /// Labels the tokens near some cues.
    fn read_pairs(&mut self, passage: &Passage, batch: &mut [Found]) {
        let network = self.network;
        let wide = network.token.width().max(1);
        let mut sums = vec![0i32; wide];
        let mut facts = Vec::new();
        self.pairs.clear();
        self.lengths.clear();
        for found in batch.iter() {
            let of_pair = PairFacts::new(passage, found.head);
            let cue = self.cue_tokens.get(found.head * wide..(found.head + 1) * wide).unwrap_or(&[]);
            for at in found.window.clone() {
                facts.clear();
                of_pair.facts(at, &mut facts);
                let from = self.pairs.len();
                let token = self.tokens.get(at * wide..(at + 1) * wide).unwrap_or(&[]);
                self.pairs.extend(token.iter().zip(cue).map(|(a, b)| a.saturating_add(*b)));
                self.pairs.resize(from + wide, 0);
                if let Some(row) = self.pairs.get_mut(from..) {
                    add_facts(row, &facts, &network.pair_facts, &mut sums);
                }
            }
            self.lengths.push(found.window.len());
        }
        self.scanner.run(&network.pair_layers, &mut self.pairs, &self.lengths);
        network.label.apply_wide(&self.pairs, &mut self.labels);
        network.verdict.apply_wide(&self.pairs, &mut self.verdicts);
        let mut labels = self.labels.chunks_exact(network.label.width().max(1));
        let mut verdicts = self.verdicts.chunks_exact(network.verdict.width().max(1));
        for found in batch {
            let scores = labels.by_ref().take(found.window.len());
            found.labels = scores.map(|row| row.first_chunk().copied().unwrap_or_default()).collect();
            let odds: Vec<i32> = verdicts.by_ref().take(found.window.len()).map(log_odds).collect();
            let at = found.head.saturating_sub(found.window.start);
            found.verdict = odds.get(at).copied().unwrap_or(0);
        }
    }
}

/// Adds the facts to a row and cuts off what is below zero.
fn add_facts(row: &mut [i16], facts: &[u16], table: &crate::model::Embedding, sums: &mut [i32]) {
    sums.iter_mut().zip(row.iter()).for_each(|(sum, value)| *sum = i32::from(*value));
    for fact in facts {
        table.add(usize::from(*fact), sums);
    }
    row.iter_mut().zip(sums).for_each(|(value, sum)| *value = narrow((*sum).max(0)));
}

/// How much likelier the second class is than the first.
fn log_odds(scores: &[i32]) -> i32 {
    match scores {
        [no, yes, ..] => yes - no,
        _ => i32::MIN / 2,
    }
}
