//! Runs the attribution network: a passage → the cues in it, each with a label for every token near it.

use std::ops::Range;

use super::passage::{PairFacts, Passage};
use crate::model::{AttributionNetwork, PartOfAttribution, Rows, Scanner, widely};

/// Labels of a token.
pub(super) const LABELS: usize = PartOfAttribution::ALL.len();
/// Rows of pairs that are run at a time, about: they stay near the processor.
const BATCH: usize = 512;

/// A word that may attribute, and what it would.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The head of the cue, counted in the passage.
    pub head: usize,
    /// Log-odds that it attributes by its sentence alone, at the network's scale.
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
    /// Rows of the lemmas of a passage.
    lemmas: Vec<usize>,
    facts: Vec<u16>,
    /// Where the facts of each pair end.
    ends: Vec<usize>,
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
            lemmas: Vec::new(),
            facts: Vec::new(),
            ends: Vec::new(),
            labels: Vec::new(),
            verdicts: Vec::new(),
        }
    }

    /// The cues among the decided tokens of each passage, in order.
    ///
    /// Many passages at a time are quicker than each by itself.
    pub fn find(&mut self, passages: &[(&Passage, Range<usize>)], least: i32) -> Vec<Vec<Found>> {
        let mut found: Vec<Vec<Found>> = passages.iter().map(|_| Vec::new()).collect();
        if self.network.is_empty() || passages.iter().all(|(passage, _)| passage.is_empty()) {
            return found;
        }
        self.read_tokens(passages);
        let network = self.network;
        network.cue.apply_wide(&self.rows, &mut self.cues);
        network.token.apply(&self.rows, &mut self.tokens);
        let mut odds = self.cues.chunks_exact(network.cue.width().max(1)).map(log_odds);
        let (mut asked, mut base) = (Vec::new(), 0);
        for ((passage, decided), found) in passages.iter().zip(&mut found) {
            let likely = odds
                .by_ref()
                .take(passage.len())
                .enumerate()
                .filter(|(at, odds)| *odds > least && decided.contains(at) && passage.may_hold_cue(*at));
            found.extend(likely.map(|(head, cue)| {
                let window = passage.window(head);
                Found { head, cue, verdict: 0, window, labels: Vec::new() }
            }));
            asked.extend(found.iter_mut().map(|found| Asked { passage, base, found }));
            base += passage.len();
        }
        let mut left = &mut asked[..];
        while !left.is_empty() {
            let mut rows = 0;
            let enough = left.iter().position(|asked| {
                rows += asked.found.window.len();
                rows >= BATCH
            });
            let (batch, others) = left.split_at_mut(enough.map_or(left.len(), |last| last + 1));
            self.read_pairs(batch);
            left = others;
        }
        found
    }

    /// Runs the tokens of all passages through their layers.
    fn read_tokens(&mut self, passages: &[(&Passage, Range<usize>)]) {
        let network = self.network;
        self.inputs.clear();
        self.lengths.clear();
        for (passage, _) in passages {
            self.lemmas.clear();
            self.lemmas.extend((0..passage.len()).map(|at| network.lemma_row(passage.lemma(at))));
            for (at, own) in self.lemmas.iter().enumerate() {
                network.lemma.append(*own, &mut self.inputs);
                let head = passage.head(at).and_then(|head| self.lemmas.get(head));
                network.lemma.append(head.copied().unwrap_or(network.root_row()), &mut self.inputs);
            }
            self.lengths.extend_from_slice(passage.lengths());
        }
        network.input.apply(&self.inputs, &mut self.rows);
        let rows = self.rows.chunks_exact_mut(network.input.width().max(1));
        let facts = passages.iter().flat_map(|(passage, _)| passage.all_facts());
        widely(
            #[inline(always)]
            || {
                for (row, facts) in rows.zip(facts) {
                    add_facts(row, facts, &network.facts);
                }
            },
        );
        self.scanner.run(&network.layers, &mut self.rows, &self.lengths);
    }

    /// Labels the tokens near some cues.
    fn read_pairs(&mut self, batch: &mut [Asked]) {
        self.pair_up(batch);
        let network = self.network;
        self.scanner.run(&network.pair_layers, &mut self.pairs, &self.lengths);
        network.label.apply_wide(&self.pairs, &mut self.labels);
        let wide = network.token.width().max(1);
        self.inputs.clear();
        let mut start = 0;
        for (Asked { found, .. }, length) in batch.iter().zip(&self.lengths) {
            let at = start + found.head.saturating_sub(found.window.start);
            self.inputs.extend_from_slice(self.pairs.get(at * wide..(at + 1) * wide).unwrap_or(&[]));
            start += length;
        }
        network.verdict.apply_wide(&self.inputs, &mut self.verdicts);
        let mut labels = self.labels.chunks_exact(network.label.width().max(1));
        let verdicts = self.verdicts.chunks_exact(network.verdict.width().max(1)).map(log_odds);
        for (Asked { found, .. }, verdict) in batch.iter_mut().zip(verdicts) {
            let scores = labels.by_ref().take(found.window.len());
            found.labels = scores.map(|row| row.first_chunk().copied().unwrap_or_default()).collect();
            found.verdict = verdict;
        }
    }

    /// Makes the rows of pairs: what the token brings, what the cue brings, and the facts of both.
    fn pair_up(&mut self, batch: &[Asked]) {
        let network = self.network;
        let wide = network.input.width().max(1);
        self.inputs.clear();
        for Asked { base, found, .. } in batch {
            let at = base + found.head;
            self.inputs.extend_from_slice(self.rows.get(at * wide..(at + 1) * wide).unwrap_or(&[]));
        }
        network.cue_token.apply(&self.inputs, &mut self.cue_tokens);
        let wide = network.token.width().max(1);
        self.pairs.clear();
        self.lengths.clear();
        self.facts.clear();
        self.ends.clear();
        for Asked { passage, base, found } in batch {
            let of_pair = PairFacts::new(passage, found.head);
            for at in found.window.clone() {
                of_pair.facts(at, &mut self.facts);
                self.ends.push(self.facts.len());
            }
            let tokens = (base + found.window.start) * wide..(base + found.window.end) * wide;
            self.pairs.extend_from_slice(self.tokens.get(tokens).unwrap_or(&[]));
            self.lengths.push(found.window.len());
        }
        let (lengths, facts, ends) = (&self.lengths, &self.facts, &self.ends);
        let mut rows = self.pairs.chunks_exact_mut(wide).zip(ends);
        let cues = self.cue_tokens.chunks_exact(wide);
        widely(
            #[inline(always)]
            || {
                let mut start = 0;
                for (cue, length) in cues.zip(lengths) {
                    for (row, end) in rows.by_ref().take(*length) {
                        row.iter_mut().zip(cue).for_each(|(sum, value)| *sum = sum.saturating_add(*value));
                        add_facts(row, facts.get(start..*end).unwrap_or(&[]), &network.pair_facts);
                        start = *end;
                    }
                }
            },
        );
    }
}

/// A cue whose words are asked for.
struct Asked<'a> {
    passage: &'a Passage,
    /// The row of the first token of its passage.
    base: usize,
    found: &'a mut Found,
}

/// Adds the facts to a row and cuts off what is below zero.
#[inline(always)]
fn add_facts(row: &mut [i16], facts: &[u16], table: &Rows) {
    for fact in facts {
        table.add(usize::from(*fact), row);
    }
    row.iter_mut().for_each(|value| *value = (*value).max(0));
}

/// How much likelier the second class is than the first.
fn log_odds(scores: &[i32]) -> i32 {
    match scores {
        [no, yes, ..] => yes - no,
        _ => i32::MIN / 2,
    }
}
