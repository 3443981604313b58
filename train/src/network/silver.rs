//! Trees of the teacher as targets of the student.

use super::data::Example;
use super::model::Model;
use super::shape::Dropout;
use crate::neural::params::{Grads, Params};
use crate::neural::random::Random;
use crate::neural::tape::{Tape, Target};

/// Sentences that are marked at a time.
const TOGETHER: usize = 48;

/// Gives every sentence the tags and the tree that the teacher sees, at this weight.
pub fn mark(model: &Model, params: &Params, examples: &mut [Example], weight: f32) {
    // Two workers take turns; each sentence is marked by itself, so that their number changes nothing.
    let half = examples.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        for part in examples.chunks_mut(half) {
            scope.spawn(move || {
                let mut grads = Grads::new(params);
                for batch in part.chunks_mut(TOGETHER) {
                    mark_batch(model, params, &mut grads, batch, weight);
                }
            });
        }
    });
}

fn mark_batch(model: &Model, params: &Params, grads: &mut Grads, batch: &mut [Example], weight: f32) {
    let marks = {
        let batch: Vec<&Example> = batch.iter().collect();
        let lengths: Vec<usize> = batch.iter().map(|example| example.tokens.len()).collect();
        let mut tape = Tape::new(params, grads, &lengths);
        let mut random = Random::new(0);
        let outputs = model.forward(&mut tape, &batch, Dropout::NONE, &mut random, |_, _| false);
        let heads = model.best_heads(&tape, &outputs, params, &lengths);
        let from = model.head_rows(&heads, &lengths);
        let relations = model.relation_scores(&mut tape, &outputs, from, Dropout::NONE, &mut random);
        let best = |node| {
            let rows = tape.data(node).chunks_exact(tape.columns(node));
            rows.map(|row| (0..row.len()).max_by(|a, b| row[*a].total_cmp(&row[*b])).unwrap_or(0) as u32)
                .collect()
        };
        let (tags, relations): (Vec<u32>, Vec<u32>) = (best(outputs.tags), best(relations));
        (heads, tags, relations)
    };
    let (heads, tags, relations) = marks;
    let mut at = 0;
    for example in batch {
        let length = example.tokens.len();
        let of = |rows: &[u32]| rows[at..at + length].iter().map(|row| Target::One(*row, weight)).collect();
        example.tags = of(&tags);
        example.relations = of(&relations);
        example.heads = heads[at..at + length].iter().map(|head| Some(*head as u32)).collect();
        example.tree_weight = weight;
        at += length;
    }
}
