//! The tags of a sentence: the cheapest way through the candidates of its words, where a tag's cost depends on
//! the two tags before it (Viterbi over a trigram model).

use std::collections::HashSet;

use super::candidates::{Candidate, Guesser};
use crate::reading::casing::casing;
use super::repairs::repair;
use crate::model::{Tag, WordLexicon};

/// Tags sentences; keeps its buffers from sentence to sentence.
#[derive(Debug)]
pub struct Tagger<'m> {
    lexicon: &'m WordLexicon,
    guesser: Guesser<'m>,
    candidates: Vec<Candidate>,
    /// Where each word's candidates end.
    ends: Vec<usize>,
    /// For each word, previous candidate and candidate: the candidate before both, on the cheapest way.
    back: Vec<u8>,
}

impl<'m> Tagger<'m> {
    /// A tagger over this lexicon.
    pub fn new(lexicon: &'m WordLexicon) -> Self {
        Self {
            lexicon,
            guesser: Guesser::new(lexicon),
            candidates: Vec::new(),
            ends: Vec::new(),
            back: Vec::new(),
        }
    }

    /// The tags of the words of one sentence.
    pub fn tag<'a>(&mut self, forms: impl Iterator<Item = &'a str>) -> Vec<Tag> {
        self.tag_knowing(forms, &HashSet::new())
    }

    /// The same, with the words that the rest of the text shows to be names.
    pub fn tag_knowing<'a>(
        &mut self,
        forms: impl Iterator<Item = &'a str>,
        names: &HashSet<&'a str>,
    ) -> Vec<Tag> {
        let (words, style) = casing(forms);
        self.candidates.clear();
        self.ends.clear();
        for mut word in words.iter().copied() {
            word.starts &= !names.contains(word.form);
            self.guesser.find(word, style, &mut self.candidates);
            self.ends.push(self.candidates.len());
        }
        let mut tags = self.cheapest_way();
        repair(&mut tags, words.iter().map(|word| word.form), self.lexicon);
        tags
    }

    fn cheapest_way(&mut self) -> Vec<Tag> {
        let boundary = [Candidate { tag: self.lexicon.boundary(), cost: 0 }];
        let (mut before, mut previous): (&[Candidate], &[Candidate]) = (&boundary, &boundary);
        let mut costs = vec![0i32];
        let mut back = std::mem::take(&mut self.back);
        back.clear();
        let mut start = 0;
        for end in self.ends.iter().copied() {
            let current = self.candidates.get(start..end).unwrap_or(&boundary);
            costs = self.step(&costs, before, previous, current, &mut back);
            (before, previous, start) = (previous, current, end);
        }
        self.back = back;
        // The sentence's end is one more word with one candidate.
        let lexicon = self.lexicon;
        let best = costs
            .iter()
            .enumerate()
            .map(|(index, cost)| {
                let first = before.get(index / previous.len()).map_or(boundary[0].tag, |c| c.tag);
                let second = previous.get(index % previous.len()).map_or(boundary[0].tag, |c| c.tag);
                (cost + i32::from(lexicon.transition(first, second, boundary[0].tag)), index)
            })
            .min();
        self.walk_back(best.map_or(0, |(_, index)| index))
    }

    /// Costs of all pairs of a previous and a current candidate, row by row of the previous.
    fn step(
        &self,
        costs: &[i32],
        before: &[Candidate],
        previous: &[Candidate],
        current: &[Candidate],
        back: &mut Vec<u8>,
    ) -> Vec<i32> {
        let mut next = Vec::with_capacity(previous.len() * current.len());
        for (column, middle) in previous.iter().enumerate() {
            for last in current {
                let mut best = (i32::MAX, 0u8);
                let ways = costs.iter().skip(column).step_by(previous.len());
                for (index, (first, cost)) in before.iter().zip(ways).enumerate() {
                    let step = self.lexicon.transition(first.tag, middle.tag, last.tag);
                    let cost = cost + i32::from(step);
                    if cost < best.0 {
                        best = (cost, index as u8);
                    }
                }
                next.push(best.0.saturating_add(last.cost));
                back.push(best.1);
            }
        }
        // Costs are compared, never read: taking the least away keeps the sum small in a sentence of
        // millions of words.
        let least = next.iter().copied().min().unwrap_or(0);
        next.iter_mut().for_each(|cost| *cost -= least);
        next
    }

    fn walk_back(&self, best: usize) -> Vec<Tag> {
        let mut tags = vec![Tag::default(); self.ends.len()];
        let mut pair = best;
        let mut block_end = self.back.len();
        for (index, slot) in tags.iter_mut().enumerate().rev() {
            let (start, end) = self.run(index);
            let (width, previous_width) = (end - start, index.checked_sub(1).map_or(1, |i| self.width(i)));
            let (row, column) = (pair / width.max(1), pair % width.max(1));
            if let Some(candidate) = self.candidates.get(start + column) {
                *slot = candidate.tag;
            }
            let block_start = block_end.saturating_sub(width * previous_width);
            let first = self.back.get(block_start + pair).copied().unwrap_or(0);
            // The pair one word earlier: (first, row).
            pair = first as usize * previous_width + row;
            block_end = block_start;
        }
        tags
    }

    fn run(&self, index: usize) -> (usize, usize) {
        let end = |index: usize| self.ends.get(index).copied().unwrap_or(0);
        (index.checked_sub(1).map_or(0, end), end(index))
    }

    fn width(&self, index: usize) -> usize {
        let (start, end) = self.run(index);
        end - start
    }
}
