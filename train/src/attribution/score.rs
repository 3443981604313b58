//! Scores on dev while learning: a quick look at what the exams of the data folder tell exactly.

use std::collections::BTreeSet;

use whosaid::model::PartOfAttribution;

use super::data::Example;
use super::model::{Dropout, Looked, Model};
use crate::neural::matrix::best;
use crate::neural::params::{Grads, Params};
use crate::neural::random::Random;
use crate::neural::tape::Tape;

/// Log-odds above which a word is looked at as a cue: those of 1 in 10.
pub const LEAST: f32 = -2.25;

/// F of cues, of contents found by half or more, of sources; the same where the cues are given.
pub fn score(model: &Model, params: &Params, examples: &[Example]) -> String {
    let mut grads = Grads::new(params);
    let mut random = Random::new(0);
    let mut cues = [0usize; 3];
    let (mut given, mut given_right, mut given_source) = (0usize, 0usize, 0usize);
    let mut by_threshold = [0.3f32, 0.4, 0.5, 0.6].map(|threshold| (threshold, [0usize; 4]));
    for example in examples {
        let marked = &example.marked;
        if marked.passage.is_empty() {
            continue;
        }
        let batch = [example];
        let mut tape = Tape::new(params, &mut grads, marked.passage.lengths());
        let (rows, cue) = model.tokens(&mut tape, &batch, Dropout::NONE, &mut random, |_, _| false);
        let odds: Vec<f32> = tape.data(cue).chunks_exact(2).map(|row| row[1] - row[0]).collect();
        let heads: BTreeSet<usize> = marked.gold.iter().map(|gold| gold.head).collect();
        let found: BTreeSet<usize> =
            (0..odds.len()).filter(|at| odds[*at] > 0.0 && !marked.masked[*at]).collect();
        cues[0] += found.len();
        cues[1] += heads.len();
        cues[2] += found.intersection(&heads).count();
        let all = heads.iter().copied().chain((0..odds.len()).filter(|at| odds[*at] > LEAST));
        let all: BTreeSet<usize> = all.collect();
        let looked: Vec<Looked> = all
            .iter()
            .map(|head| Looked { example: 0, head: *head, window: marked.passage.window(*head) })
            .collect();
        let pairs = model.pairs(&mut tape, &batch, rows, &looked, Dropout::NONE, &mut random);
        let mut labels = tape.data(pairs.label).chunks_exact(4);
        let mut verdicts = tape.data(pairs.verdict).chunks_exact(2);
        let of_gold = |part: PartOfAttribution| -> Vec<BTreeSet<usize>> {
            let golds = marked.gold.iter();
            golds
                .map(|gold| {
                    let parts = gold.parts.iter();
                    parts.filter(|(at, p)| **p == part && marked.counts[**at]).map(|(at, _)| *at).collect()
                })
                .collect()
        };
        let (contents, sources) = (of_gold(PartOfAttribution::Content), of_gold(PartOfAttribution::Source));
        let mut predicted = Vec::new();
        for cue in &looked {
            let rows: Vec<&[f32]> = labels.by_ref().take(cue.window.len()).collect();
            let verdict: Vec<f32> =
                verdicts.by_ref().take(cue.window.len()).map(|row| row[1] - row[0]).collect();
            let of = |part: PartOfAttribution| -> BTreeSet<usize> {
                let is = |row: &&[f32]| best(row) == part as usize;
                let at = cue.window.clone().zip(&rows);
                at.filter(|(at, row)| is(row) && marked.counts[*at]).map(|(at, _)| at).collect()
            };
            let (content, source) = (of(PartOfAttribution::Content), of(PartOfAttribution::Source));
            if let Some(at) = marked.gold.iter().position(|gold| gold.head == cue.head) {
                given += 1;
                let right = half(&content, &contents[at]);
                given_right += usize::from(right);
                let same = source.intersection(&sources[at]).next().is_some()
                    || source.is_empty() && sources[at].is_empty();
                given_source += usize::from(right && same);
            }
            let p = |odds: f32| 1.0 / (1.0 + (-odds).exp());
            predicted.push((p(verdict[cue.head - cue.window.start]), content, source));
        }
        for (threshold, counts) in &mut by_threshold {
            let mut taken = vec![false; contents.len()];
            counts[1] += contents.len();
            let mut sorted: Vec<_> =
                predicted.iter().filter(|(p, content, _)| p >= threshold && !content.is_empty()).collect();
            sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
            for (_, content, source) in sorted {
                counts[0] += 1;
                if let Some(at) = (0..contents.len()).find(|at| !taken[*at] && half(content, &contents[*at]))
                {
                    taken[at] = true;
                    counts[2] += 1;
                    let same = source.intersection(&sources[at]).next().is_some()
                        || source.is_empty() && sources[at].is_empty();
                    counts[3] += usize::from(same);
                }
            }
        }
    }
    let f = |right: usize, found: usize, gold: usize| 200.0 * right as f32 / (found + gold).max(1) as f32;
    let thresholds = by_threshold
        .iter()
        .map(|(threshold, [found, gold, right, both])| {
            format!("{threshold}: {:.1} {:.1}", f(*right, *found, *gold), f(*both, *found, *gold))
        })
        .collect::<Vec<_>>()
        .join(", ");
    format!(
        "cues {:.1}; given {:.1} {:.1}; found {thresholds}",
        f(cues[2], cues[0], cues[1]),
        100.0 * given_right as f32 / given.max(1) as f32,
        100.0 * given_source as f32 / given.max(1) as f32
    )
}

fn half(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> bool {
    let both = a.intersection(b).count();
    both > 0 && both * 2 >= a.len() + b.len() - both
}
