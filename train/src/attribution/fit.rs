//! The loop of learning.

use std::path::{Path, PathBuf};
use std::time::Instant;

use whosaid::model::PartOfAttribution;

use super::data::{Example, by_head};
use super::model::{Dropout, Looked, Model, cue_targets};
use super::score;
use crate::network::checkpoint::Checkpoint;
use crate::network::recipe::Attributions;
use crate::neural::course::{Course, next_batch};
use crate::neural::params::{Grads, Params};
use crate::neural::random::Random;
use crate::neural::tape::Tape;
use crate::neural::target::Target;

/// Steps in which the rate rises.
const WARM: f32 = 100.0;

/// Learns from the examples; `report` is called after each epoch. `stop_after` counts down the epochs that may still be
/// learned in this run; gives whether the plan was followed to its end.
#[allow(clippy::too_many_arguments, reason = "what learning starts from, and where it tells of itself")]
pub fn learn(
    model: &Model,
    params: &mut Params,
    examples: &[Example],
    counts: &[u32],
    plan: &Attributions,
    random: &mut Random,
    saved: &Path,
    stop_after: &mut Option<usize>,
    report: impl Fn(usize, &Params, String) -> Result<(), String>,
) -> Result<bool, String> {
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let tokens: usize = examples.iter().map(|example| example.marked.passage.len()).sum();
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
        order.sort_unstable();
        random.shuffle(&mut order);
        let mut losses = [0.0f32; 3];
        let mut next = order.iter().copied();
        let size_of = |example: &Example| example.marked.passage.len();
        while let Some(batch) = next_batch(examples, &mut next, plan.batch, size_of) {
            let divide = batch.size as f32;
            let found = course.learn(params, &batch, random, |params, grads, batch, seed| {
                share_of_batch(model, params, grads, batch, counts, plan, seed, divide)
            });
            losses.iter_mut().zip(found).for_each(|(sum, loss)| *sum += loss);
        }
        let seconds = started.elapsed().as_secs_f32();
        let loss = losses.map(|loss| format!("{:.4}", loss / tokens as f32)).join(" ");
        let checkpoint = Checkpoint::take(epoch, params, &course.adam, random, course.step);
        if epoch + plan.average > plan.epochs {
            checkpoint.write(&after(saved, epoch))?;
        }
        checkpoint.write(saved)?;
        report(epoch, params, format!("{seconds:.0} s, loss {loss}"))?;
    }
    Ok(true)
}

/// Where the state after one of the last epochs is kept.
fn after(saved: &Path, epoch: usize) -> PathBuf {
    saved.with_extension(format!("{epoch}.checkpoint"))
}

/// Sets the weights to the mean of those after the last epochs (B. Polyak and A. Juditsky, 1992).
pub fn take_mean(params: &mut Params, plan: &Attributions, saved: &Path) -> Result<(), String> {
    let epochs = plan.epochs + 1 - plan.average.clamp(1, plan.epochs)..=plan.epochs;
    let share = 1.0 / epochs.clone().count() as f32;
    let mut mean: Vec<Vec<f32>> = params.table.iter().map(|param| vec![0.0; param.values.len()]).collect();
    for epoch in epochs {
        let path = after(saved, epoch);
        let checkpoint = Checkpoint::read(&path)?;
        checkpoint.ok_or_else(|| format!("{} is missing", path.display()))?.weights(params);
        for (mean, param) in mean.iter_mut().zip(&params.table) {
            mean.iter_mut().zip(&param.values).for_each(|(mean, value)| *mean += share * value);
        }
    }
    params.table.iter_mut().zip(mean).for_each(|(param, mean)| param.values = mean);
    Ok(())
}

/// Adds the gradients of a share of a batch; gives the losses of cues, labels, verdicts.
#[allow(clippy::too_many_arguments, reason = "what a step of learning starts from")]
fn share_of_batch(
    model: &Model,
    params: &Params,
    grads: &mut Grads,
    batch: &[&Example],
    counts: &[u32],
    plan: &Attributions,
    seed: u64,
    divide: f32,
) -> [f32; 3] {
    let mut random = Random::new(seed);
    let lengths: Vec<usize> =
        batch.iter().flat_map(|example| example.marked.passage.lengths()).copied().collect();
    if lengths.is_empty() {
        return [0.0; 3];
    }
    let drop = Dropout { lemma: plan.drop_lemma, hidden: plan.drop_hidden };
    let mut tape = Tape::new(params, grads, &lengths);
    let (rows, cue) = model.tokens(&mut tape, batch, drop, &mut random, |row, random| {
        random.chance(0.3 / (0.3 + counts[row as usize] as f32) + 0.02)
    });
    let looked = cues_to_look_at(batch, tape.data(cue));
    let pairs = model.pairs(&mut tape, batch, rows, &looked, drop, &mut random);
    let (mut labels, mut verdicts) = (Vec::new(), Vec::new());
    for cue in &looked {
        let marked = &batch[cue.example].marked;
        let gold = by_head(&marked.gold).get(&cue.head).copied();
        for at in cue.window.clone() {
            labels.push(match gold {
                Some(gold) => {
                    let part = gold.parts.get(&at).copied().unwrap_or(PartOfAttribution::None);
                    let weight = if marked.counts[at] { 1.0 } else { 0.3 };
                    Target::One(part as u32, plan.label_weight * weight)
                }
                None => Target::Nothing,
            });
            verdicts.push(if at == cue.head {
                Target::One(u32::from(gold.is_some()), plan.verdict_weight)
            } else {
                Target::Nothing
            });
        }
    }
    let cue_loss = tape.classes(cue, &cue_targets(batch, plan.cue_weight), divide);
    let label_loss = tape.classes(pairs.label, &labels, divide);
    let verdict_loss = tape.classes(pairs.verdict, &verdicts, divide);
    tape.backward();
    [cue_loss, label_loss, verdict_loss]
}

/// The cues of a batch, and as many other words at most: those that look most like cues.
fn cues_to_look_at(batch: &[&Example], scores: &[f32]) -> Vec<Looked> {
    let mut looked = Vec::new();
    let mut start = 0;
    for (number, example) in batch.iter().enumerate() {
        let marked = &example.marked;
        let gold = by_head(&marked.gold);
        let mut heads: Vec<usize> = gold.keys().copied().collect();
        heads.sort_unstable();
        let odds = |at: usize| scores[(start + at) * 2 + 1] - scores[(start + at) * 2];
        let mut others: Vec<usize> = (0..marked.passage.len())
            .filter(|at| !gold.contains_key(at) && !marked.masked[*at] && odds(*at) > score::LEAST)
            .collect();
        others.sort_by(|a, b| odds(*b).total_cmp(&odds(*a)));
        others.truncate(heads.len() + 2);
        heads.extend(others);
        for head in heads {
            let window = marked.passage.window(head);
            looked.push(Looked { example: number, head, window });
        }
        start += marked.passage.len();
    }
    looked
}
