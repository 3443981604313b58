//! An averaged perceptron over sparse features, in whole numbers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use whosaid::model::Feature;

/// Hashes a feature by one multiplication: it is a well-spread number already.
#[derive(Default)]
pub struct FeatureHasher(u64);

impl Hasher for FeatureHasher {
    fn finish(&self) -> u64 {
        // The high bits of the product are the well mixed ones, and tables look at the low ones.
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// A map keyed by features. Never walked in its own order.
pub type FeatureMap<V> = HashMap<Feature, V, BuildHasherDefault<FeatureHasher>>;

/// Weights of a fixed set of features for classes.
pub struct Perceptron {
    features: Vec<Feature>,
    index: FeatureMap<u32>,
    classes: usize,
    /// A run of `classes` weights for each feature.
    weights: Vec<i32>,
    /// For each weight: its sum over all updates up to the stamp, and the stamp.
    sums: Vec<(i64, i64)>,
    clock: i64,
}

impl Perceptron {
    /// One that learns weights of these features.
    pub fn new(features: Vec<Feature>, classes: usize) -> Self {
        let index = features.iter().enumerate().map(|(at, feature)| (*feature, at as u32)).collect();
        let cells = features.len() * classes;
        Self { features, index, classes, weights: vec![0; cells], sums: vec![(0, 0); cells], clock: 0 }
    }

    /// The number of a feature, if it is one of the set.
    pub fn number(&self, feature: Feature) -> Option<u32> {
        self.index.get(&feature).copied()
    }

    fn run(&self, number: u32) -> std::ops::Range<usize> {
        let start = number as usize * self.classes;
        start..start + self.classes
    }

    /// Adds the weights of features to the scores of the classes.
    pub fn score(&self, numbers: &[u32], scores: &mut [i32]) {
        for number in numbers {
            for (score, weight) in scores.iter_mut().zip(&self.weights[self.run(*number)]) {
                *score += weight;
            }
        }
    }

    /// Moves the weights from one class to another.
    pub fn update(&mut self, numbers: &[u32], right: usize, wrong: usize) {
        self.clock += 1;
        if right == wrong {
            return;
        }
        for number in numbers {
            let start = self.run(*number).start;
            for (class, change) in [(right, 1), (wrong, -1)] {
                let (sum, stamp) = &mut self.sums[start + class];
                let weight = &mut self.weights[start + class];
                *sum += i64::from(*weight) * (self.clock - *stamp);
                *stamp = self.clock;
                *weight += change;
            }
        }
    }

    /// The averaged weights times `scale`, sorted by feature; classes in order, those that round to 0 left out.
    pub fn averaged(&self, scale: f64) -> Vec<(Feature, Vec<(u8, i16)>)> {
        let mut rows = Vec::new();
        for (number, feature) in self.features.iter().enumerate() {
            let run = self.run(number as u32);
            let mut row = Vec::new();
            for (class, (weight, (sum, stamp))) in
                self.weights[run.clone()].iter().zip(&self.sums[run]).enumerate()
            {
                let sum = sum + i64::from(*weight) * (self.clock - stamp);
                let average = sum as f64 / self.clock.max(1) as f64 * scale;
                let average = average.round().clamp(-32000.0, 32000.0) as i16;
                if average != 0 {
                    row.push((class as u8, average));
                }
            }
            if !row.is_empty() {
                rows.push((*feature, row));
            }
        }
        rows.sort_unstable();
        rows
    }
}
