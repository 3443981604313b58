//! Adam (D. Kingma and J. Ba, 2015), with rows of sparse tables updated only when they were used.

use super::params::{Grads, Params};

const FIRST: f32 = 0.9;
const SECOND: f32 = 0.99;
const LEAST: f32 = 1e-8;

/// The state of the optimiser.
#[derive(Clone, Debug)]
pub struct Adam {
    first: Vec<Vec<f32>>,
    second: Vec<Vec<f32>>,
    steps: i32,
}

impl Adam {
    pub fn new(params: &Params) -> Self {
        let zeros = || params.table.iter().map(|param| vec![0.0; param.values.len()]).collect();
        Self { first: zeros(), second: zeros(), steps: 0 }
    }

    /// How often the weights were moved.
    pub const fn steps(&self) -> u64 {
        self.steps as u64
    }

    /// All moments, in a fixed order.
    pub fn moments(&self) -> impl Iterator<Item = &f32> {
        self.first.iter().chain(&self.second).flatten()
    }

    /// The same, to be put back with the number of steps.
    pub fn moments_mut(&mut self, steps: u64) -> impl Iterator<Item = &mut f32> {
        self.steps = steps as i32;
        self.first.iter_mut().chain(&mut self.second).flatten()
    }

    /// Moves the weights against the gradients, by about `rate` each; `decay` shrinks dense weights.
    pub fn step(&mut self, params: &mut Params, grads: &Grads, rate: f32, decay: f32) {
        self.steps += 1;
        let (mut left_first, mut left_second) = (1.0f32, 1.0f32);
        for _ in 0..self.steps.min(2000) {
            left_first *= FIRST;
            left_second *= SECOND;
        }
        let scale = rate * (1.0 - left_second).sqrt() / (1.0 - left_first);
        let squares: f32 = norm(grads, params);
        // Long gradients are shortened: one odd sentence must not throw everything over.
        let clip = (MOST_NORM / (squares.sqrt() + 1e-6)).min(1.0);
        for (index, param) in params.table.iter_mut().enumerate() {
            let (first, second) = (&mut self.first[index], &mut self.second[index]);
            let grad = &grads.values[index];
            let mut update = |range: std::ops::Range<usize>, decay: f32| {
                let rows = param.values[range.clone()].iter_mut().zip(&grad[range.clone()]);
                let moments = first[range.clone()].iter_mut().zip(&mut second[range]);
                for ((value, grad), (first, second)) in rows.zip(moments) {
                    let grad = grad * clip;
                    *first = FIRST * *first + (1.0 - FIRST) * grad;
                    *second = SECOND * *second + (1.0 - SECOND) * grad * grad;
                    *value -= scale * *first / (second.sqrt() + LEAST) + rate * decay * *value;
                }
            };
            if param.sparse {
                for row in &grads.touched[index] {
                    let at = *row as usize * param.columns;
                    update(at..at + param.columns, 0.0);
                }
            } else {
                update(0..grad.len(), decay);
            }
        }
    }
}

/// Gradients longer than this are shortened.
const MOST_NORM: f32 = 5.0;

fn norm(grads: &Grads, params: &Params) -> f32 {
    let mut sum = 0.0;
    for (index, param) in params.table.iter().enumerate() {
        if param.sparse {
            for row in &grads.touched[index] {
                let at = *row as usize * param.columns;
                sum += grads.values[index][at..at + param.columns].iter().map(|g| g * g).sum::<f32>();
            }
        } else {
            sum += grads.values[index].iter().map(|g| g * g).sum::<f32>();
        }
    }
    sum
}
