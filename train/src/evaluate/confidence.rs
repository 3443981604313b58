//! How well the confidence of names and attributions agrees with how often they are right.

use std::collections::BTreeMap;
use std::path::Path;

use whosaid::labels::EntityType;
use whosaid::{Models, Strictness};

use super::all_names::{names_of, texts};
use super::{Desk, Figure, rounded};
use crate::attribution::confidence::judged;

/// Right ones and all of one confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    right: usize,
    all: usize,
}

/// Names or attributions by their confidence in thousandths.
#[derive(Clone, Debug, Default)]
pub struct Tallies(BTreeMap<u16, Tally>);

impl Tallies {
    pub fn add(&mut self, thousandths: u16, right: bool) {
        let tally = self.0.entry(thousandths).or_default();
        tally.all += 1;
        tally.right += usize::from(right);
    }

    pub fn all(&self) -> usize {
        self.0.values().map(|tally| tally.all).sum()
    }

    /// The expected calibration error: over ten bins of equal width, how far the mean confidence is from the share
    /// that is right, weighted by how many are in each.
    pub fn error(&self) -> f64 {
        let mut bins = [(0.0f64, 0usize); 10];
        for (thousandths, tally) in &self.0 {
            let bin = &mut bins[(*thousandths as usize / 100).min(9)];
            bin.0 += f64::from(*thousandths) / 1000.0 * tally.all as f64;
            bin.1 += tally.right;
        }
        let off: f64 = bins.iter().map(|(sum, right)| (sum - *right as f64).abs()).sum();
        off / self.all().max(1) as f64
    }
}

/// The calibration error of a corpus, in per cent.
pub fn corpus(desk: &Desk, file: &str) -> Result<Vec<Figure>, String> {
    let tallies = tallies(&desk.corpus(file), &desk.models)?;
    let score = rounded(100.0 * tallies.error());
    let name = "calibration_error".to_owned();
    Ok(vec![Figure { name, score, precision: None, recall: None, count: tallies.all() }])
}

/// The calibration error of all attributions that may be one, in per cent: right are those with content and source.
pub fn quotes(desk: &Desk, file: &str) -> Result<Vec<Figure>, String> {
    let judged = judged(&[desk.corpus(file)], &desk.models, Strictness::Everything)?;
    let mut tallies = Tallies::default();
    judged.iter().for_each(|row| tallies.add(row.confidence, row.right));
    let score = rounded(100.0 * tallies.error());
    let name = "calibration_error".to_owned();
    Ok(vec![Figure { name, score, precision: None, recall: None, count: tallies.all() }])
}

/// Prints, for each confidence that persons, organisations and places are given, how many are right in span and
/// type, and the expected calibration error.
pub fn report(path: &Path, models: &Models) -> Result<(), String> {
    let tallies = tallies(path, models)?;
    println!("confidence  names  right");
    for (thousandths, tally) in &tallies.0 {
        let share = 100.0 * tally.right as f64 / tally.all as f64;
        println!("{:>10.3} {:>6} {share:>5.1} %", f64::from(*thousandths) / 1000.0, tally.all);
    }
    println!("{} names, expected calibration error {:.3}", tallies.all(), tallies.error());
    Ok(())
}

fn tallies(path: &Path, models: &Models) -> Result<Tallies, String> {
    let mut tallies = Tallies::default();
    for document in texts(path)? {
        for name in names_of(&document.text, models)? {
            let Some(kind) = kind_of(name.entity_type) else { continue };
            let right = document.names.iter().any(|(start, end, class)| {
                (*start, *end) == (name.start, name.end) && gold_kind(class) == Some(kind)
            });
            tallies.add(name.thousandths, right);
        }
    }
    Ok(tallies)
}

/// Cities and rivers count alike: the corpora do not tell them apart.
const fn kind_of(entity_type: EntityType) -> Option<char> {
    match entity_type {
        EntityType::Person => Some('p'),
        EntityType::Org => Some('o'),
        EntityType::Gpe | EntityType::Loc => Some('l'),
        _ => None,
    }
}

fn gold_kind(class: &str) -> Option<char> {
    match class {
        "Person" | "PER" | "person" | "politician" => Some('p'),
        "Organization" | "ORG" | "organization" | "organisation" | "politicalparty" => Some('o'),
        "Location" | "LOC" | "place" | "location" | "country" => Some('l'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_the_distance_in_each_bin_weighted_by_its_names() {
        let mut tallies = Tallies::default();
        assert_eq!(tallies.error(), 0.0);
        // Mean 0.95 and three of four right, off by 0.2; mean 0.55 and one of two right, off by 0.05.
        for (thousandths, right) in [(900, true), (1000, true), (900, true), (1000, false)] {
            tallies.add(thousandths, right);
        }
        assert!((tallies.error() - 0.2).abs() < 1e-9);
        tallies.add(500, true);
        tallies.add(599, false);
        let second = (0.5 + 0.599 - 1.0f64).abs();
        assert!((tallies.error() - (0.8 + second) / 6.0).abs() < 1e-9);
    }

    #[test]
    fn names_that_are_right_as_often_as_said_make_no_error() {
        let mut tallies = Tallies::default();
        for right in [true, true, true, false] {
            tallies.add(750, right);
        }
        assert!(tallies.error() < 1e-9);
    }
}
