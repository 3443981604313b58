//! A small network beside the sum of weights: what several answers tell together, without a feature for each combination.
//!
//! Each answer adds a row of whole numbers; what is above zero of their sums is weighed and added up. Whole numbers give
//! the same points natively and in wasm.

use super::coreference::FeatureSpace;
use super::{Entry, ModelError};

/// How many sums there are: those of two networks of 32, whose mean depends less on how each began.
pub const UNITS: usize = 64;

/// What one stands for in the rows of answers.
pub const ROW_SCALE: f64 = 128.0;

/// The largest number in a row: as many questions as there may be stay within 16 bits.
pub const MOST: i16 = 1000;

/// Rows of answers and weights of their sums.
#[derive(Clone, Debug)]
pub struct Units {
    rows: Vec<[i16; UNITS]>,
    /// The first row of each question.
    starts: Vec<u16>,
    /// In thousandths of points.
    weights: [i16; UNITS],
}

impl Default for Units {
    fn default() -> Self {
        Self { rows: Vec::new(), starts: Vec::new(), weights: [0; UNITS] }
    }
}

impl Units {
    /// All rows and weights nothing.
    pub fn new(space: &FeatureSpace) -> Self {
        let mut units = Self::default();
        for question in space.questions {
            units.starts.push(units.rows.len() as u16);
            units.rows.extend(question.answers.iter().map(|_| [0; UNITS]));
        }
        units
    }

    /// Whether nothing was learned.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The points of a candidate with these answers, in thousandths.
    pub fn score(&self, answers: &[u8]) -> i32 {
        let mut sums = [0_i16; UNITS];
        for (start, answer) in self.starts.iter().zip(answers) {
            let Some(row) = self.rows.get(usize::from(*start) + usize::from(*answer)) else { continue };
            sums.iter_mut().zip(row).for_each(|(sum, add)| *sum = sum.wrapping_add(*add));
        }
        let weighed =
            sums.iter().zip(&self.weights).map(|(sum, by)| i64::from((*sum).max(0)) * i64::from(*by));
        (weighed.sum::<i64>() / ROW_SCALE as i64) as i32
    }

    /// Takes a line of the file: `question=answer` or `weights`, and as many numbers as there are sums.
    pub(super) fn take(&mut self, space: &FeatureSpace, entry: &Entry) -> Result<(), ModelError> {
        let name = entry.field(1, "an answer")?;
        let slot = match name {
            "weights" => Some(&mut self.weights),
            _ => row_of(space, name).and_then(|row| self.rows.get_mut(row)),
        };
        let slot = slot.ok_or_else(|| entry.bad("an answer that is asked for"))?;
        let expected = "64 whole numbers";
        let mut numbers = entry.field(2, expected)?.split(' ').map(str::parse::<i16>);
        for place in slot.iter_mut() {
            let number = numbers.next().and_then(Result::ok).ok_or_else(|| entry.bad(expected))?;
            *place = if name == "weights" { number } else { number.clamp(-MOST, MOST) };
        }
        if numbers.next().is_some() { Err(entry.bad(expected)) } else { Ok(()) }
    }
}

/// The row of an answer by its name.
fn row_of(space: &FeatureSpace, name: &str) -> Option<usize> {
    let (asked, answer) = name.split_once('=')?;
    let mut start = 0;
    for question in space.questions {
        if question.name == asked {
            return Some(start + question.answers.iter().position(|known| *known == answer)?);
        }
        start += question.answers.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::Question;
    use super::*;
    use crate::model::entries;

    const SPACE: FeatureSpace = FeatureSpace {
        name: "test",
        questions: &[
            Question { name: "form", answers: &["-", "he", "it"] },
            Question { name: "role", answers: &["-", "subject"] },
        ],
        templates: &[],
    };

    fn line(name: &str, first: i32, rest: i32) -> String {
        let numbers: Vec<String> =
            (0..UNITS).map(|at| if at == 0 { first } else { rest }.to_string()).collect();
        format!("test\t{name}\t{}\n", numbers.join(" "))
    }

    fn read(text: &str) -> Result<Units, ModelError> {
        let mut units = Units::new(&SPACE);
        entries("test", text).try_for_each(|entry| units.take(&SPACE, &entry))?;
        Ok(units)
    }

    #[test]
    fn only_sums_above_nothing_count() {
        let text =
            [line("form=it", 256, -128), line("role=subject", -128, 64), line("weights", 500, 7)].concat();
        let units = read(&text).unwrap();
        // One and a half of a point of the first sum at least, nothing of the others.
        assert_eq!(units.score(&[2, 1]), 500);
        assert_eq!(units.score(&[2, 0]), 1000);
        assert_eq!(units.score(&[1, 1]), (UNITS as i32 - 1) * 64 * 7 / 128);
        assert_eq!(units.score(&[9, 9]), 0);
        assert_eq!(Units::default().score(&[2, 1]), 0);
    }

    #[test]
    fn faults_are_named() {
        for wrong in [
            line("form=she", 1, 1),
            line("form", 1, 1),
            "test\tform=it\t1 2\n".into(),
            line("form=it", 99999, 1),
        ] {
            assert!(matches!(read(&wrong), Err(ModelError::BadLine { .. })), "{wrong}");
        }
        assert!(read(&line("form=it", 1, 1).replace('\n', " 1\n")).is_err());
    }
}
