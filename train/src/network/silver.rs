//! What teachers think of sentences, as targets of the student (G. Hinton, O. Vinyals and J. Dean, 2015): not only
//! the best tag, head, relation and label, but what else they hold possible, and how much.

use super::data::Example;
use super::model::{Model, Outputs};
use super::shape::Dropout;
use crate::neural::matrix::best;
use crate::neural::matrix::softmax;
use crate::neural::params::{Grads, Params};
use crate::neural::random::Random;
use crate::neural::tape::{Node, Tape};
use crate::neural::target::Target;

/// Sentences that are marked at a time.
const TOGETHER: usize = 48;

/// A network that has learned.
pub struct Teacher {
    pub model: Model,
    pub params: Params,
}

/// What of the teachers' thoughts is learned from.
#[derive(Clone, Copy, Debug)]
pub struct Thoughts {
    /// Whether they have learned names.
    pub names: bool,
    /// How much their thoughts count.
    pub weight: f32,
}

/// Gives every sentence without a tree the tags and heads that the teachers see, and every sentence without names
/// their labels. Several teachers are one that thinks the mean of their thoughts.
pub fn mark(teachers: &[Teacher], examples: &mut [Example], thoughts: Thoughts) {
    // Two workers take turns; each sentence is marked by itself, so that their number changes nothing.
    let half = examples.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        for part in examples.chunks_mut(half) {
            scope.spawn(move || {
                let mut grads: Vec<Grads> =
                    teachers.iter().map(|teacher| Grads::new(&teacher.params)).collect();
                for batch in part.chunks_mut(TOGETHER) {
                    mark_batch(teachers, &mut grads, batch, thoughts);
                }
            });
        }
    });
}

fn mark_batch(teachers: &[Teacher], grads: &mut [Grads], batch: &mut [Example], thoughts: Thoughts) {
    let Some(seen) = think(teachers, grads, batch) else { return };
    let mut rows = seen.tags.into_iter().zip(seen.heads).zip(seen.relations).zip(seen.names);
    let is_unknown = |targets: &[Target]| targets.iter().all(|target| *target == Target::Nothing);
    for example in batch {
        let no_tree = !example.has_tree();
        let no_names = thoughts.names && is_unknown(&example.names);
        for (at, (((tag, head), relation), names)) in rows.by_ref().take(example.tokens.len()).enumerate() {
            let target = |shares: Vec<f32>| Target::likeliest(&shares, thoughts.weight);
            if no_tree {
                example.tags[at] = target(tag);
                example.heads[at] = target(head);
                example.relations[at] = target(relation);
            }
            if no_names {
                example.names[at] = target(names);
            }
        }
    }
}

/// Mean shares of the teachers, a row for each token.
struct Shares {
    tags: Vec<Vec<f32>>,
    heads: Vec<Vec<f32>>,
    /// Given the likeliest head.
    relations: Vec<Vec<f32>>,
    names: Vec<Vec<f32>>,
}

fn think(teachers: &[Teacher], grads: &mut [Grads], batch: &[Example]) -> Option<Shares> {
    let batch: Vec<&Example> = batch.iter().collect();
    let lengths: Vec<usize> = batch.iter().map(|example| example.tokens.len()).collect();
    let mut random = Random::new(0);
    let mut each: Vec<(&Teacher, Tape, Outputs)> = Vec::new();
    for (teacher, grads) in teachers.iter().zip(grads) {
        let mut tape = Tape::new(&teacher.params, grads, &lengths);
        let outputs = teacher.model.forward(&mut tape, &batch, Dropout::NONE, &mut random, |_, _| false);
        each.push((teacher, tape, outputs));
    }
    let heads = mean(each.iter().map(|(teacher, tape, outputs)| {
        teacher.model.head_scores(tape, outputs, &teacher.params, &lengths)
    }))?;
    let heads_now: Vec<usize> = heads.iter().map(|row| best(row)).collect();
    let relations = mean(each.iter_mut().map(|(teacher, tape, outputs)| {
        let from = teacher.model.head_rows(&heads_now, &lengths);
        let node = teacher.model.relation_scores(tape, outputs, from, Dropout::NONE, &mut random);
        rows(tape, node)
    }))?;
    Some(Shares {
        tags: mean(each.iter().map(|(_, tape, outputs)| rows(tape, outputs.tags)))?,
        names: mean(each.iter().map(|(_, tape, outputs)| rows(tape, outputs.names)))?,
        heads,
        relations,
    })
}

fn rows(tape: &Tape, node: Node) -> Vec<Vec<f32>> {
    tape.data(node).chunks_exact(tape.columns(node)).map(<[f32]>::to_vec).collect()
}

/// Scores of several teachers → their mean shares; `None` without teachers.
fn mean(scores: impl Iterator<Item = Vec<Vec<f32>>>) -> Option<Vec<Vec<f32>>> {
    let shares = scores.map(|mut rows| {
        rows.iter_mut().for_each(|row| {
            softmax(row);
        });
        rows
    });
    let mut teachers = 1.0;
    let mut sum = shares.reduce(|mut sum, rows| {
        teachers += 1.0;
        for (sum, row) in sum.iter_mut().zip(rows) {
            sum.iter_mut().zip(row).for_each(|(sum, share)| *sum += share);
        }
        sum
    })?;
    sum.iter_mut().flatten().for_each(|share| *share /= teachers);
    Some(sum)
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
            heads: vec![Target::Nothing; count],
            relations: vec![Target::Nothing; count],
            names: vec![Target::One(1, 1.0); count],
        }
    }

    const QUARTER: Thoughts = Thoughts { names: true, weight: 0.25 };

    fn teacher(seed: u64) -> Teacher {
        let (model, params) = Model::new(&SHAPE, &SIZES, &mut Random::new(seed));
        Teacher { model, params }
    }

    #[test]
    fn each_sentence_is_marked_by_itself_and_keeps_its_names() {
        let teachers = [teacher(5), teacher(6)];
        // More than are marked at a time, on both sides of the cut between the workers.
        let mut many: Vec<Example> =
            (0..131u32).map(|n| sentence(&[n % 9, (n + 1) % 9, n % 5][..1 + n as usize % 3])).collect();
        let plain = many.clone();
        mark(&teachers, &mut many, QUARTER);
        for (marked, plain) in many.iter().zip(plain) {
            let mut alone = [plain];
            mark(&teachers, &mut alone, QUARTER);
            let [alone] = alone;
            assert_eq!((&marked.tags, &marked.heads), (&alone.tags, &alone.heads));
            assert_eq!(marked.relations, alone.relations);
            assert_eq!(marked.names, alone.names);
            let length = marked.tokens.len() as u32;
            for (at, head) in (0..length).zip(&marked.heads) {
                assert!(head.best().is_some_and(|head| head <= length && head != at));
            }
            assert!(
                marked.tags.iter().all(|tag| matches!(tag, Target::Shares(_, weight) if *weight == 0.25))
            );
            assert_eq!(marked.names[0], Target::One(1, 1.0));
        }
        assert!(many.iter().any(|example| example.tags != many[0].tags), "all words have the same tag");
    }

    #[test]
    fn known_trees_stay_and_unknown_names_are_filled_in() {
        let mut known = [sentence(&[1, 2])];
        known[0].heads = vec![Target::One(1, 1.0), Target::One(2, 1.0)];
        known[0].names = vec![Target::Nothing; 2];
        let before = known[0].clone();
        mark(&[teacher(5)], &mut known, Thoughts { names: false, ..QUARTER });
        assert_eq!(known[0].names, before.names);
        mark(&[teacher(5)], &mut known, QUARTER);
        assert_eq!((&known[0].heads, &known[0].tags), (&before.heads, &before.tags));
        assert!(known[0].names.iter().all(|name| name.best().is_some()));
    }

    #[test]
    fn two_teachers_think_the_mean() {
        let mean = mean([vec![vec![0.0, 0.0]], vec![vec![0.0, 50.0]]].into_iter()).unwrap();
        assert!((mean[0][0] - 0.25).abs() < 1e-6 && (mean[0][1] - 0.75).abs() < 1e-6);
        assert_eq!(super::mean(std::iter::empty()), None);
    }

    #[test]
    fn nothing_to_mark_and_nobody_to_mark_is_no_fault() {
        mark(&[teacher(5)], &mut [], QUARTER);
        let mut some = [sentence(&[1])];
        mark(&[], &mut some, QUARTER);
        assert_eq!(some[0].tags, [Target::Nothing]);
    }
}
