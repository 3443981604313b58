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

#[cfg(test)]
mod tests {
    use whosaid::reading::features::{Form, Token};

    use super::*;
    use crate::network::shape::{Shape, Sizes};

    const SHAPE: Shape = Shape {
        word: 4,
        prefix: 4,
        short_suffix: 4,
        long_suffix: 4,
        shape: 4,
        flags: 4,
        scan: 8,
        layers: 1,
        arcs: 8,
        relations: 8,
    };
    const SIZES: Sizes = Sizes { words: 9, tags: 5, relations: 6, names: 4 };

    fn sentence(words: &[u32]) -> Example {
        let count = words.len();
        Example {
            tokens: vec![Token { row: 0, form: Form::default(), flags: 1 }; count],
            words: words.to_vec(),
            tags: vec![Target::Nothing; count],
            heads: vec![None; count],
            relations: vec![Target::Nothing; count],
            names: vec![Target::One(1, 1.0); count],
            tree_weight: 1.0,
        }
    }

    #[test]
    fn each_sentence_is_marked_by_itself_and_keeps_its_names() {
        let (model, params) = Model::new(&SHAPE, &SIZES, &mut Random::new(5));
        // More than are marked at a time, on both sides of the cut between the workers.
        let mut many: Vec<Example> =
            (0..131u32).map(|n| sentence(&[n % 9, (n + 1) % 9, n % 5][..1 + n as usize % 3])).collect();
        let plain = many.clone();
        mark(&model, &params, &mut many, 0.25);
        for (marked, plain) in many.iter().zip(plain) {
            let mut alone = [plain];
            mark(&model, &params, &mut alone, 0.25);
            let [alone] = alone;
            assert_eq!((&marked.tags, &marked.heads), (&alone.tags, &alone.heads));
            assert_eq!(marked.relations, alone.relations);
            assert_eq!(marked.names, alone.names);
            let length = marked.tokens.len() as u32;
            for (at, head) in (0..length).zip(&marked.heads) {
                assert!(head.is_some_and(|head| head <= length && head != at));
            }
            assert!(
                marked.tags.iter().all(|tag| matches!(tag, Target::One(0..5, weight) if *weight == 0.25))
            );
            assert_eq!(marked.tree_weight, 0.25);
        }
        assert!(many.iter().any(|example| example.tags != many[0].tags), "all words have the same tag");
    }

    #[test]
    fn nothing_to_mark_is_no_fault() {
        let (model, params) = Model::new(&SHAPE, &SIZES, &mut Random::new(5));
        mark(&model, &params, &mut [], 1.0);
    }
}
