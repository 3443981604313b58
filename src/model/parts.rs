//! What learned sections are made of: tables, vocabularies and layers of small whole numbers.

use super::dense::{Dense, SCALE, TOGETHER};
use super::scan::Scan;
use super::{Cursor, ModelError};
use crate::labels::{Upos, Xpos};

/// Most rows or columns a section may state: far above any network of ours, far below what memory holds.
const MOST: usize = 1 << 20;

/// A row for each word, ending, shape or fact, at the network's scale.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    columns: usize,
    values: Vec<i16>,
}

impl Rows {
    /// Width of a row.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// Appends a row.
    pub fn append(&self, row: usize, to: &mut Vec<i16>) {
        match self.values.get(row * self.columns..(row + 1) * self.columns) {
            Some(values) => to.extend_from_slice(values),
            None => to.resize(to.len() + self.columns, 0),
        }
    }

    /// Adds a row to sums.
    #[inline(always)]
    pub fn add(&self, row: usize, sums: &mut [i16]) {
        let values = self.values.get(row * self.columns..(row + 1) * self.columns).unwrap_or(&[]);
        sums.iter_mut().zip(values).for_each(|(sum, value)| *sum = sum.saturating_add(*value));
    }
}

/// Widths that the products take without a rest.
pub(super) const fn even(width: usize) -> bool {
    width > 0 && width.is_multiple_of(16)
}

/// Lower bits of fingerprints that are not looked at to find their bucket: there are 8,192 buckets, and one or two
/// words in each.
const BUCKET: u32 = 19;

/// Words by their fingerprints.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Sorted.
    words: Vec<u32>,
    /// Where the fingerprints with the same upper bits begin.
    starts: Vec<u32>,
}

impl Vocabulary {
    fn new(words: Vec<u32>) -> Self {
        let mut at = 0;
        let mut starts = Vec::new();
        for bucket in 0..=u32::MAX >> BUCKET {
            while words.get(at).is_some_and(|word| word >> BUCKET < bucket) {
                at += 1;
            }
            starts.push(at as u32);
        }
        Self { words, starts }
    }

    /// The number of words, which is the last row of a word.
    pub const fn last_row(&self) -> usize {
        self.words.len()
    }

    /// The row of a word from 1 on; 0 for those that are not in it.
    pub fn row(&self, fingerprint: u32) -> usize {
        let bucket = (fingerprint >> BUCKET) as usize;
        let start = self.starts.get(bucket).copied().unwrap_or(0) as usize;
        let words = self.words.get(start..).unwrap_or(&[]);
        let before = words.iter().take_while(|word| **word < fingerprint).count();
        if words.get(before) == Some(&fingerprint) { start + before + 1 } else { 0 }
    }
}

/// Reads the parts of a learned section, one after the other.
pub(super) struct Parts<'a>(Cursor<'a>);

impl<'a> Parts<'a> {
    /// The beginning of a section.
    pub fn new(section: &'static str, bytes: &'a [u8]) -> Self {
        Self(Cursor::new(section, bytes))
    }

    /// That nothing is left.
    pub fn end(&self) -> Result<(), ModelError> {
        self.0.end()
    }

    /// The error of a section that holds something else.
    pub fn bad(&self, expected: &'static str) -> ModelError {
        self.0.bad(expected)
    }

    fn count(&mut self, what: &'static str, most: usize) -> Result<usize, ModelError> {
        let count = self.0.u32(what)? as usize;
        if count > most { Err(self.0.bad(what)) } else { Ok(count) }
    }

    /// Sorted fingerprints, each as the distance from the one before in groups of seven bits.
    pub fn vocabulary(&mut self) -> Result<Vocabulary, ModelError> {
        let count = self.count("a number of words", MOST)?;
        let mut last = 0u32;
        let mut words = Vec::new();
        for _ in 0..count {
            let (mut distance, mut bits) = (0u64, 0);
            loop {
                let byte = self.0.u8("a word's fingerprint")?;
                distance |= u64::from(byte & 0x7F) << bits;
                bits += 7;
                if byte < 0x80 {
                    break;
                }
                if bits > 28 {
                    return Err(self.0.bad("a word's fingerprint"));
                }
            }
            let next = u64::from(last) + distance;
            last = u32::try_from(next).map_err(|_| self.0.bad("fingerprints in order"))?;
            words.push(last);
        }
        Ok(Vocabulary::new(words))
    }

    /// Pairs of tags by name.
    pub fn tags(&mut self) -> Result<Vec<(Upos, Xpos)>, ModelError> {
        let count = self.count("a number of tags", 256)?;
        let mut tags = Vec::new();
        for _ in 0..count {
            let upos = self.0.name().and_then(Upos::from_name);
            let xpos = self.0.name().and_then(Xpos::from_name);
            tags.push(upos.zip(xpos).ok_or_else(|| self.0.bad("a pair of tags"))?);
        }
        Ok(tags)
    }

    /// A table, kept as bytes and how many bits they are shifted.
    pub fn table(&mut self) -> Result<Rows, ModelError> {
        let rows = self.count("rows of a table", MOST)?;
        let columns = self.count("columns of a table", 1 << 10)?;
        let shift = u32::from(self.0.u8("the shift of a table")?);
        if shift > SCALE {
            return Err(self.0.bad("a shift within the scale"));
        }
        let values = self.0.take(rows * columns, "the values of a table")?;
        let values = values.iter().map(|byte| i16::from(*byte as i8) << (SCALE - shift)).collect();
        Ok(Rows { columns, values })
    }

    /// A layer.
    pub fn dense(&mut self) -> Result<Dense, ModelError> {
        let inputs = self.count("inputs of a layer", 1 << 10)?;
        let outputs = self.count("outputs of a layer", 1 << 10)?;
        let shifts = self.0.take(outputs.div_ceil(TOGETHER), "the shifts of a layer")?;
        if shifts.iter().any(|shift| *shift > 16) {
            return Err(self.0.bad("shifts of at most 16"));
        }
        let mut biases = Vec::with_capacity(outputs);
        for _ in 0..outputs {
            biases.push(self.0.u32("a bias")? as i32);
        }
        let weights = self.0.take(inputs * outputs, "the weights of a layer")?;
        let weights: Vec<i8> = weights.iter().map(|byte| *byte as i8).collect();
        Ok(Dense::new(inputs, &weights, &biases, shifts))
    }

    /// Pairs of scans, with their number before them.
    pub fn layers(&mut self) -> Result<Vec<[Scan; 2]>, ModelError> {
        let layers = self.count("a number of layers", 16)?;
        let mut scan = || {
            let (gate, candidate) = (self.dense()?, self.dense()?);
            Scan::new(gate, candidate).ok_or_else(|| self.0.bad("a gate and a candidate of the same width"))
        };
        (0..layers).map(|_| Ok([scan()?, scan()?])).collect()
    }

    /// Whole numbers, with their number before them.
    pub fn numbers(&mut self) -> Result<Vec<i32>, ModelError> {
        let count = self.count("a number of values", 1 << 10)?;
        (0..count).map(|_| self.0.u32("a value").map(|value| value as i32)).collect()
    }
}
