//! Learns the units: a network with one hidden layer over the answers, by the same softmax over rows as the weights.

use whosaid::model::FeatureSpace;
use whosaid::model::coreference_units::{MOST, ROW_SCALE, UNITS as ALL_UNITS};

use super::examples::Example;
use crate::neural::random::Random;

/// How to learn the units.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub epochs: usize,
    pub rate: f32,
    /// How strongly rows are drawn to nothing, with each step (I. Loshchilov and F. Hutter, 2019).
    pub decay: f32,
    /// The share of units that is left out of a step (N. Srivastava and others, 2014).
    pub dropout: f32,
    /// The seed of everything that is drawn.
    pub seed: u64,
}

/// Networks that are learned each from its own start; what they say together is their mean.
const NETWORKS: usize = 2;

/// Units of one.
const UNITS: usize = ALL_UNITS / NETWORKS;

/// Decisions whose gradients make a step together.
const BATCH: usize = 16;

type Row = [f32; UNITS];

/// The rows of all answers, then the weights of the sums.
struct Network {
    rows: Vec<Row>,
}

impl Network {
    /// Learns a network for answers to the questions of `space`.
    fn learn(examples: &[Example], space: &FeatureSpace, settings: Settings) -> Self {
        let answers: usize = space.questions.iter().map(|question| question.answers.len()).sum();
        let mut random = Random::new(settings.seed);
        let mut drawn = |range: f32| std::array::from_fn(|_| (random.unit() - 0.5) * 2.0 * range);
        let mut rows: Vec<Row> = (0..answers).map(|_| drawn(0.2)).collect();
        rows.push(drawn(0.3));
        let mut learner = Learner::new(rows);
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let steps = settings.epochs * examples.len().div_ceil(BATCH);
        let mut mean = vec![[0.0; UNITS]; answers + 1];
        let mut step = 0;
        let mut kept = 0.0;
        for epoch in 0..settings.epochs {
            random.shuffle(&mut order);
            for batch in order.chunks(BATCH) {
                for at in batch {
                    let mask = std::array::from_fn(|_| {
                        if random.chance(settings.dropout) { 0.0 } else { 1.0 / (1.0 - settings.dropout) }
                    });
                    learner.learn(&examples[*at], &mask);
                }
                let left = 1.0 - step as f32 / steps as f32;
                learner.step(settings.rate * left, settings.decay);
                step += 1;
            }
            if epoch * 2 >= settings.epochs {
                kept += 1.0;
                mean.iter_mut()
                    .flatten()
                    .zip(learner.rows.iter().flatten())
                    .for_each(|(mean, now)| *mean += now);
            }
            let (loss, weight) = std::mem::take(&mut learner.told);
            if (epoch + 1) % 5 == 0 {
                eprintln!("  units, pass {}: loss {:.4}", epoch + 1, loss / weight);
            }
        }
        mean.iter_mut().flatten().for_each(|mean| *mean /= kept);
        Self { rows: mean }
    }

    /// The numbers of each row for the file. Points count `share` of what was learned.
    fn listed(&self, share: f64) -> Vec<String> {
        let (weights, rows) = self.rows.split_last().expect("there are rows");
        let listed = |row: &Row, scale: f64, most: f64| {
            let whole =
                |value: &f32| format!("{}", (f64::from(*value) * scale).round().clamp(-most, most) as i32);
            row.iter().map(whole).collect::<Vec<_>>().join(" ")
        };
        let mut lines: Vec<String> = rows.iter().map(|row| listed(row, ROW_SCALE, f64::from(MOST))).collect();
        lines.push(listed(weights, share * 1000.0, f64::from(i16::MAX)));
        lines
    }
}

/// Learns the networks; the lines of the file: name of the answer, numbers. Points count `share` of what was learned.
pub fn lines(examples: &[Example], space: &FeatureSpace, settings: Settings, share: f64) -> Vec<String> {
    let networks: Vec<Vec<String>> = (0..NETWORKS as u64)
        .map(|more| Network::learn(examples, space, Settings { seed: settings.seed + more, ..settings }))
        .map(|network| network.listed(share / NETWORKS as f64))
        .collect();
    let names = space
        .questions
        .iter()
        .flat_map(|question| question.answers.iter().map(|answer| format!("{}={answer}", question.name)))
        .chain(["weights".to_owned()]);
    let numbers = |at: usize| networks.iter().map(|lines| lines[at].as_str()).collect::<Vec<_>>().join(" ");
    names.enumerate().map(|(at, name)| format!("{name}\t{}", numbers(at))).collect()
}

/// Adam (D. Kingma and J. Ba, 2015) with decay beside the gradient.
struct Learner {
    rows: Vec<Row>,
    gradients: Vec<Row>,
    means: Vec<Row>,
    squares: Vec<Row>,
    steps: i32,
    /// Loss and weight since asked last.
    told: (f64, f64),
}

impl Learner {
    fn new(rows: Vec<Row>) -> Self {
        let zero = vec![[0.0; UNITS]; rows.len()];
        Self { gradients: zero.clone(), means: zero.clone(), squares: zero, rows, steps: 0, told: (0.0, 0.0) }
    }

    /// Adds the gradients of one decision.
    fn learn(&mut self, example: &Example, mask: &Row) {
        let weights = self.rows[self.rows.len() - 1];
        let sums: Vec<Row> = example.answers.iter().map(|answers| self.sums(answers)).collect();
        let mut points: Vec<f32> = sums
            .iter()
            .map(|sums| (0..UNITS).map(|unit| sums[unit].max(0.0) * mask[unit] * weights[unit]).sum())
            .collect();
        let most = points.iter().copied().fold(f32::MIN, f32::max);
        points.iter_mut().for_each(|points| *points = (*points - most).exp());
        let all: f32 = points.iter().sum();
        let good: f32 = points.iter().zip(&example.right).filter(|(_, right)| **right).map(|(p, _)| *p).sum();
        self.told.0 -= example.weight * f64::from((good / all).max(1e-12).ln());
        self.told.1 += example.weight;
        let last = self.rows.len() - 1;
        for (at, answers) in example.answers.iter().enumerate() {
            let wanted = if example.right[at] { points[at] / good.max(1e-12) } else { 0.0 };
            let gradient = example.weight as f32 * (points[at] / all - wanted);
            if gradient.abs() < 1e-6 {
                continue;
            }
            let mut below = [0.0; UNITS];
            for unit in 0..UNITS {
                if sums[at][unit] > 0.0 {
                    self.gradients[last][unit] += gradient * mask[unit] * sums[at][unit];
                    below[unit] = gradient * mask[unit] * weights[unit];
                }
            }
            for answer in answers {
                self.gradients[usize::from(*answer)].iter_mut().zip(&below).for_each(|(to, add)| *to += add);
            }
        }
    }

    fn sums(&self, answers: &[u16]) -> Row {
        let mut sums = [0.0; UNITS];
        for answer in answers {
            sums.iter_mut().zip(&self.rows[usize::from(*answer)]).for_each(|(sum, add)| *sum += add);
        }
        sums
    }

    fn step(&mut self, rate: f32, decay: f32) {
        const KEPT: (f32, f32) = (0.9, 0.999);
        self.steps += 1;
        let unbiased = (1.0 - KEPT.0.powi(self.steps), 1.0 - KEPT.1.powi(self.steps));
        for at in 0..self.rows.len() {
            for unit in 0..UNITS {
                let gradient = std::mem::take(&mut self.gradients[at][unit]) / BATCH as f32;
                let mean = &mut self.means[at][unit];
                *mean = KEPT.0 * *mean + (1.0 - KEPT.0) * gradient;
                let square = &mut self.squares[at][unit];
                *square = KEPT.1 * *square + (1.0 - KEPT.1) * gradient * gradient;
                let by = (*mean / unbiased.0) / ((*square / unbiased.1).sqrt() + 1e-8);
                let value = &mut self.rows[at][unit];
                *value -= rate * (by + decay * *value);
            }
        }
    }
}
