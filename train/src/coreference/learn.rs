//! Learns weights so that what is right is likely: a softmax over the rows of each decision, its right rows together.

use super::examples::Example;

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub epochs: usize,
    pub rate: f64,
    /// How strongly weights are drawn to nothing.
    pub decay: f64,
}

/// Where the search for a stride through the examples begins, for each course of learning: what hangs on the order of
/// the examples differs from course to course and is lost in their mean.
const COURSES: [usize; 8] = [7919, 1009, 3571, 5003, 211, 6007, 2503, 4409];

/// The weights of `features` features, the mean of several courses.
pub fn learn(examples: &[Example], features: usize, settings: Settings) -> Vec<f64> {
    let mut mean = vec![0.0_f64; features];
    for first in COURSES {
        let weights = course(examples, features, settings, coprime_stride(first, examples.len()));
        mean.iter_mut().zip(&weights).for_each(|(mean, weight)| *mean += weight / COURSES.len() as f64);
    }
    mean
}

/// AdaGrad over the examples in a fixed order; the mean of the second half of the passes.
fn course(examples: &[Example], features: usize, settings: Settings, stride: usize) -> Vec<f64> {
    let mut weights = vec![0.0_f64; features];
    let mut squares = vec![1e-1_f64; features];
    let mut mean = vec![0.0_f64; features];
    let mut touched = vec![0.0_f64; features];
    let mut at = 0;
    let mut points = Vec::new();
    for epoch in 0..settings.epochs {
        let mut loss = 0.0;
        let mut total = 0.0;
        for _ in 0..examples.len() {
            at = (at + stride) % examples.len();
            let Example { rows, right, weight, .. } = &examples[at];
            points.clear();
            points.extend(rows.iter().map(|row| row.iter().map(|id| weights[*id as usize]).sum::<f64>()));
            let most = points.iter().copied().fold(f64::MIN, f64::max);
            points.iter_mut().for_each(|points| *points = (*points - most).exp());
            let all: f64 = points.iter().sum();
            let good: f64 = points.iter().zip(right).filter(|(_, right)| **right).map(|(p, _)| p).sum();
            loss -= weight * (good / all).max(1e-12).ln();
            total += weight;
            for ((points, right), row) in points.iter().zip(right).zip(rows) {
                let expected = points / all;
                let wanted = if *right { points / good.max(1e-12) } else { 0.0 };
                let gradient = weight * (expected - wanted);
                if gradient.abs() < 1e-6 {
                    continue;
                }
                for id in row {
                    touched[*id as usize] += gradient;
                }
            }
            for id in rows.iter().flatten() {
                let id = *id as usize;
                let gradient = std::mem::take(&mut touched[id]);
                if gradient != 0.0 {
                    let gradient = gradient + settings.decay * weights[id];
                    squares[id] += gradient * gradient;
                    weights[id] -= settings.rate * gradient / squares[id].sqrt();
                }
            }
        }
        if epoch * 2 >= settings.epochs {
            mean.iter_mut().zip(&weights).for_each(|(mean, weight)| *mean += weight);
        }
        if (epoch + 1) % 5 == 0 {
            eprintln!("  pass {}: loss {:.4}", epoch + 1, loss / total);
        }
    }
    let passes = (settings.epochs - settings.epochs.div_ceil(2)).max(1) as f64;
    mean.iter().map(|sum| sum / passes).collect()
}

fn coprime_stride(first: usize, count: usize) -> usize {
    let gcd = |mut a: usize, mut b: usize| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    (first..).find(|stride| gcd(*stride, count.max(1)) == 1).unwrap_or(1)
}
