//! The loop of learning: batches, epochs, scores on dev.

use std::path::Path;
use std::time::{Duration, Instant};

use whosaid::labels::bioes::{LABELS, NAME_TYPES, OUTSIDE, Place, label};
use whosaid::labels::{Deprel, EntityType};
use whosaid::mentions::bioes::best_names;

use super::checkpoint::Checkpoint;
use super::data::{Example, Tags};
use super::model::Model;
use super::recipe::Learning;
use super::shape::Dropout;
use crate::neural::course::{Course, next_batch};
use crate::neural::matrix::best;
use crate::neural::params::{Grads, Params};
use crate::neural::random::Random;
use crate::neural::tape::Tape;
use crate::neural::target::Target;

/// Steps in which the rate rises.
const WARM: f32 = 200.0;
/// How much tags, heads, relations and labels of names count in the loss.
const WEIGHTS: [f32; 4] = [3.0, 2.0, 2.0, 2.0];
/// Where the order of the sentences begins.
const ORDER_SEED: u64 = 41;

/// How often the share of an epoch that is done is told.
const TOLD_EVERY: Duration = Duration::from_secs(30);

/// Learns from the examples; `report` is called after each epoch. `stop_after` counts down the epochs that may still be
/// learned in this run; gives whether the plan was followed to its end.
#[allow(clippy::too_many_arguments, reason = "what learning starts from, and where it tells of itself")]
pub fn learn(
    model: &Model,
    params: &mut Params,
    examples: &[Example],
    counts: &[u32],
    plan: &Learning,
    random: &mut Random,
    saved: &Path,
    stop_after: &mut Option<usize>,
    mut report: impl FnMut(usize, &Params, String) -> Result<(), String>,
) -> Result<bool, String> {
    let drop = plan.dropout();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let share = |example: &Example| if example.has_tree() { 1.0 } else { plan.treeless };
    let tokens = examples.iter().map(|e| e.tokens.len() as f32 * share(e)).sum::<f32>() as usize;
    let mut course = Course::new(params, plan.rate, WARM, (plan.epochs * tokens).div_ceil(plan.batch));
    let mut done = 0;
    if let Some(checkpoint) = Checkpoint::read(saved)? {
        done = checkpoint.restore(params, &mut course.adam, random, &mut course.step)?;
    }
    for epoch in done + 1..=plan.epochs {
        if let Some(left) = stop_after {
            let Some(fewer) = left.checked_sub(1) else { return Ok(false) };
            *left = fewer;
        }
        let started = Instant::now();
        let mut told = started;
        let mut past = Random::new(ORDER_SEED + epoch as u64);
        order.sort_unstable();
        past.shuffle(&mut order);
        let taken: Vec<usize> =
            order.iter().copied().filter(|at| !past.chance(1.0 - share(&examples[*at]))).collect();
        let mut losses = [0.0f32; 4];
        let mut order = taken.iter().copied();
        while let Some(batch) = next_batch(examples, &mut order, plan.batch, |example| example.tokens.len()) {
            let divide = batch.size as f32;
            let found = course.learn(params, &batch, random, |params, grads, batch, seed| {
                let mut random = Random::new(seed);
                let lengths: Vec<usize> = batch.iter().map(|e| e.tokens.len()).collect();
                let mut tape = Tape::new(params, grads, &lengths);
                let outputs = model.forward(&mut tape, batch, drop, &mut random, |word, random| {
                    random.chance(0.3 / (0.3 + counts[word as usize] as f32) + 0.02)
                });
                let losses = model.losses(&mut tape, &outputs, batch, WEIGHTS, drop, &mut random, divide);
                tape.backward();
                losses
            });
            losses.iter_mut().zip(found).for_each(|(sum, loss)| *sum += loss);
            if told.elapsed() >= TOLD_EVERY {
                eprintln!("  epoch {epoch} of {}: {} %", plan.epochs, 100 - 100 * order.len() / taken.len());
                told = Instant::now();
            }
        }
        let seconds = started.elapsed().as_secs_f32();
        let loss = losses.map(|loss| format!("{:.3}", loss / tokens as f32)).join(" ");
        Checkpoint::take(epoch, params, &course.adam, random, course.step).write(saved)?;
        report(
            epoch,
            params,
            format!("{seconds:.0} s, {:.0} tokens/s, loss {loss}", tokens as f32 / seconds),
        )?;
    }
    Ok(true)
}

/// UPOS, pair of tags, UAS, LAS in percent, given words and sentences.
pub fn score(model: &Model, params: &Params, examples: &[Example], tags: &Tags) -> [f32; 4] {
    let mut grads = Grads::new(params);
    let mut random = Random::new(0);
    let mut right = [0usize; 4];
    let mut all = 0;
    for batch in examples.chunks(32) {
        let batch: Vec<&Example> = batch.iter().collect();
        let lengths: Vec<usize> = batch.iter().map(|e| e.tokens.len()).collect();
        let mut tape = Tape::new(params, &mut grads, &lengths);
        let outputs = model.forward(&mut tape, &batch, Dropout::NONE, &mut random, |_, _| false);
        let heads = model.best_heads(&tape, &outputs, params, &lengths);
        let from = model.head_rows(&heads, &lengths);
        let relations = model.relation_scores(&mut tape, &outputs, from, Dropout::NONE, &mut random);
        let tag_rows = tape.data(outputs.tags).chunks_exact(tape.columns(outputs.tags));
        let relation_rows = tape.data(relations).chunks_exact(tape.columns(relations));
        let gold_tags = batch.iter().flat_map(|e| &e.tags);
        let gold =
            batch.iter().flat_map(|e| e.heads.iter().zip(&e.relations).map(|row| (row, e.tokens.len())));
        for ((((tag, relation), gold_tag), ((gold_head, gold_relation), length)), head) in
            tag_rows.zip(relation_rows).zip(gold_tags).zip(gold).zip(&heads)
        {
            all += 1;
            let tag = best(tag);
            if let Target::One(gold, _) = gold_tag {
                right[0] += usize::from(tags.0[*gold as usize].0 == tags.0[tag].0);
                right[1] += usize::from(*gold as usize == tag);
            }
            if gold_head.best() == Some(*head as u32) {
                right[2] += 1;
                let name = |index: usize| Deprel::ALL[index].name().split(':').next();
                let same = match gold_relation {
                    Target::One(gold, _) => name(*gold as usize) == name(best(relation)),
                    _ => false,
                };
                right[3] += usize::from(*head == length || same);
            }
        }
    }
    right.map(|right| 100.0 * right as f32 / all as f32)
}

/// Precision, recall and F of persons, organisations and places; F of all types.
pub fn score_names(model: &Model, params: &Params, examples: &[Example]) -> [f32; 4] {
    let mut grads = Grads::new(params);
    let mut random = Random::new(0);
    let (mut found, mut gold, mut right) = ([0usize; 2], [0usize; 2], [0usize; 2]);
    for batch in examples.chunks(32) {
        let batch: Vec<&Example> = batch.iter().collect();
        let lengths: Vec<usize> = batch.iter().map(|e| e.tokens.len()).collect();
        let mut tape = Tape::new(params, &mut grads, &lengths);
        let outputs = model.forward(&mut tape, &batch, Dropout::NONE, &mut random, |_, _| false);
        let mut rows = tape.data(outputs.names).chunks_exact(LABELS);
        for example in &batch {
            let scores: Vec<[i32; LABELS]> = rows
                .by_ref()
                .take(example.tokens.len())
                .map(|row| std::array::from_fn(|label| (row[label] * 256.0) as i32))
                .collect();
            let names = best_names(&scores);
            let golden = gold_names(&example.names);
            for (kind, of_interest) in [main_type as fn(usize) -> bool, |_| true].into_iter().enumerate() {
                found[kind] += names.iter().filter(|name| of_interest(name.name_type)).count();
                let golden: Vec<_> = golden
                    .iter()
                    .filter(|name| (0..NAME_TYPES.len()).any(|t| name.2 >> t & 1 == 1 && of_interest(t)))
                    .collect();
                gold[kind] += golden.len();
                right[kind] += names
                    .iter()
                    .filter(|name| {
                        of_interest(name.name_type)
                            && golden.iter().any(|g| {
                                (g.0, g.1) == (name.start, name.end) && g.2 >> name.name_type & 1 == 1
                            })
                    })
                    .count();
            }
        }
    }
    let f = |kind: usize| 200.0 * right[kind] as f32 / (found[kind] + gold[kind]).max(1) as f32;
    [
        100.0 * right[0] as f32 / found[0].max(1) as f32,
        100.0 * right[0] as f32 / gold[0].max(1) as f32,
        f(0),
        f(1),
    ]
}

fn main_type(name_type: usize) -> bool {
    matches!(NAME_TYPES[name_type], EntityType::Person | EntityType::Org | EntityType::Gpe | EntityType::Loc)
}

/// Start, end and possible types of the names that targets mark.
fn gold_names(targets: &[Target]) -> Vec<(usize, usize, u16)> {
    let types_at = |target: &Target, place: Place| -> u16 {
        let set: u64 = match *target {
            Target::One(label, _) if label as usize != OUTSIDE => 1 << label,
            Target::Any(set, _) => set,
            _ => 0,
        };
        (0..NAME_TYPES.len()).filter(|t| set >> label(*t, place) & 1 == 1).fold(0, |types, t| types | 1 << t)
    };
    let mut names = Vec::new();
    let mut start = 0;
    for (at, target) in targets.iter().enumerate() {
        if types_at(target, Place::Single) > 0 {
            names.push((at, at + 1, types_at(target, Place::Single)));
        } else if types_at(target, Place::Begin) > 0 {
            start = at;
        } else if types_at(target, Place::End) > 0 {
            names.push((start, at + 1, types_at(target, Place::End)));
        }
    }
    names
}
