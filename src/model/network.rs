//! The learned network: tables and layers of small whole numbers, read from their section of the pack.
//!
//! A value `v` of the network is kept as the whole number `v · 2^SCALE`. Weights are bytes: a layer's output `j`
//! has weights `q · 2^-shift[j]`, a table has values `q · 2^-shift`. Whole numbers give the same results on every
//! machine.

use super::dense::{Dense, SCALE, TOGETHER};
use super::pack::{Features, Pack};
use super::{Cursor, ModelError};
use crate::labels::{Deprel, Upos, Xpos};

/// What the section must have been made for. The version is raised with every change of the features of
/// `reading` or of the section's bytes.
pub const NETWORK: Features = Features { task: "reading", version: 1 };
/// Facts that a token may have, each a bit.
pub const FACTS: usize = 64;
/// Most rows or columns a section may state: far above any network of ours, far below what memory holds.
const MOST: usize = 1 << 20;

/// Rows of bytes, one for each word, ending, shape or fact.
#[derive(Clone, Debug, Default)]
pub struct Embedding {
    columns: usize,
    shift: u32,
    values: Vec<i8>,
}

impl Embedding {
    /// Width of a row.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// Appends a row, at the network's scale.
    pub fn append(&self, row: usize, to: &mut Vec<i16>) {
        let at = row * self.columns;
        let values = self.values.get(at..at + self.columns).unwrap_or(&[]);
        let left = SCALE.saturating_sub(self.shift);
        to.extend(values.iter().map(|value| i16::from(*value) << left));
        to.resize(to.len() + self.columns - values.len(), 0);
    }
}

/// A layer that reads a sentence from one side: a gate and a candidate for each cell.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// How far each cell opens.
    pub gate: Dense,
    /// What it takes in.
    pub candidate: Dense,
}

/// Lower bits of fingerprints that are not looked at to find their bucket: there are 8,192 buckets, and one or two
/// words in each.
const BUCKET: u32 = 19;

/// The network of the analysis.
#[derive(Clone, Debug, Default)]
pub struct Network {
    vocabulary: Vec<u32>,
    /// Where in the vocabulary the fingerprints with the same upper bits begin.
    starts: Vec<u32>,
    tags: Vec<(Upos, Xpos)>,
    /// Words by row of the vocabulary; row 0 is for unknown ones.
    pub word: Embedding,
    /// First characters.
    pub prefix: Embedding,
    /// Last characters.
    pub short_suffix: Embedding,
    /// More of the last characters.
    pub long_suffix: Embedding,
    /// Shapes.
    pub shape: Embedding,
    /// Facts.
    pub flags: Embedding,
    /// From the word before, the word and the word after to the width of the layers.
    pub window: [Dense; 3],
    /// What each fact adds to the three windows: three rows for each, of the layers' width.
    pub fact_windows: Vec<i16>,
    /// Pairs of scans, from the left and from the right.
    pub layers: Vec<[Scan; 2]>,
    /// Scores of tags.
    pub tagging: Dense,
    /// Scores of labels of names.
    pub naming: Dense,
    /// What a word is as a head.
    pub head: Dense,
    /// What a word is as a dependent.
    pub dependent: Dense,
    /// What a dependent looks for.
    pub bilinear: Dense,
    /// The root, as a head.
    pub root: Vec<i16>,
    /// What each distance of a head is worth.
    pub distances: Vec<i32>,
    /// What a head tells of the relation.
    pub relation_head: Dense,
    /// What a dependent tells of the relation.
    pub relation_dependent: Dense,
    /// Scores of relations, in the order of [`Deprel::ALL`].
    pub relations: Dense,
}

impl Network {
    /// The network of a pack.
    ///
    /// # Errors
    /// [`ModelError`] if the pack has none, or one for other features, or a damaged one.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        Self::read(pack.section("network", NETWORK)?)
    }

    /// Reads a section.
    ///
    /// # Errors
    /// [`ModelError`] where the bytes are not those of a network, or its parts do not fit together.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut from = Reader(Cursor::new("network", bytes));
        let mut network = Self { vocabulary: from.vocabulary()?, tags: from.tags()?, ..Self::default() };
        network.word = from.embedding()?;
        network.prefix = from.embedding()?;
        network.short_suffix = from.embedding()?;
        network.long_suffix = from.embedding()?;
        network.shape = from.embedding()?;
        network.flags = from.embedding()?;
        network.window = [from.dense()?, from.dense()?, from.dense()?];
        let layers = from.count("a number of layers", 16)?;
        for _ in 0..layers {
            let mut scan = || Ok(Scan { gate: from.dense()?, candidate: from.dense()? });
            network.layers.push([scan()?, scan()?]);
        }
        for part in [
            &mut network.tagging,
            &mut network.naming,
            &mut network.head,
            &mut network.dependent,
            &mut network.bilinear,
            &mut network.relation_head,
            &mut network.relation_dependent,
            &mut network.relations,
        ] {
            *part = from.dense()?;
        }
        network.root = from.numbers()?.into_iter().map(|v| v.clamp(-32_768, 32_767) as i16).collect();
        network.distances = from.numbers()?;
        from.0.end()?;
        network.check(&from.0)?;
        network.prepare();
        Ok(network)
    }

    /// Whether each part takes what the one before it gives.
    fn check(&self, from: &Cursor) -> Result<(), ModelError> {
        let input =
            [&self.word, &self.prefix, &self.short_suffix, &self.long_suffix, &self.shape, &self.flags];
        let input: usize = input.iter().map(|table| table.columns).sum();
        let wide = self.wide();
        let arcs = self.head.outputs();
        let scans = self.layers.iter().flatten().flat_map(|scan| [&scan.gate, &scan.candidate]);
        let even = |width: usize| width > 0 && width.is_multiple_of(16);
        let fits = [input, wide, arcs, self.relations.inputs()].into_iter().all(even)
            && self.window.iter().all(|part| (part.inputs(), part.outputs()) == (input, wide))
            && scans
                .clone()
                .all(|part| part.inputs() == wide && part.outputs() * 2 == wide && even(part.outputs()))
            && [
                &self.tagging,
                &self.naming,
                &self.head,
                &self.dependent,
                &self.relation_head,
                &self.relation_dependent,
            ]
            .iter()
            .all(|part| part.inputs() == wide)
            && (self.bilinear.inputs(), self.bilinear.outputs()) == (arcs, arcs)
            && self.dependent.outputs() == arcs
            && self.root.len() == arcs
            && self.tagging.outputs() == self.tags.len()
            && self.relation_head.outputs() == self.relations.inputs()
            && self.relation_dependent.outputs() == self.relations.inputs()
            && self.relations.outputs() == Deprel::ALL.len();
        if fits { Ok(()) } else { Err(from.bad("layers that fit together")) }
    }

    /// Computes once what each fact adds wherever it holds, and where words are looked for.
    fn prepare(&mut self) {
        let mut at = 0;
        for bucket in 0..=u32::MAX >> BUCKET {
            while self.vocabulary.get(at).is_some_and(|word| word >> BUCKET < bucket) {
                at += 1;
            }
            self.starts.push(at as u32);
        }
        let columns = self.flags.columns();
        let before = self.window.first().map_or(0, Dense::inputs) - columns;
        let (mut row, mut out) = (Vec::new(), Vec::new());
        for fact in 0..FACTS {
            row.clear();
            row.resize(before, 0);
            self.flags.append(fact, &mut row);
            for part in &self.window {
                part.apply_unbiased(&row, &mut out);
                self.fact_windows.extend_from_slice(&out);
            }
        }
    }

    /// The row of a word in [`word`](Self::word), by its fingerprint.
    pub fn word_row(&self, fingerprint: u32) -> usize {
        let bucket = (fingerprint >> BUCKET) as usize;
        let start = self.starts.get(bucket).copied().unwrap_or(0) as usize;
        let words = self.vocabulary.get(start..).unwrap_or(&[]);
        let before = words.iter().take_while(|word| **word < fingerprint).count();
        if words.get(before) == Some(&fingerprint) { start + before + 1 } else { 0 }
    }

    /// The tags of a row of [`tagging`](Self::tagging).
    pub fn tag(&self, row: usize) -> (Upos, Xpos) {
        self.tags.get(row).copied().unwrap_or_default()
    }

    /// Appends the sum of the rows of all these facts.
    pub fn facts(&self, facts: u64, to: &mut Vec<i16>) {
        let from = to.len();
        to.resize(from + self.flags.columns(), 0);
        let Some(sums) = to.get_mut(from..) else { return };
        let mut row = Vec::new();
        let mut left = facts;
        while left != 0 {
            row.clear();
            self.flags.append(left.trailing_zeros() as usize, &mut row);
            left &= left - 1;
            sums.iter_mut().zip(&row).for_each(|(sum, value)| *sum = sum.saturating_add(*value));
        }
    }

    /// Width of the vectors that the layers hand on.
    pub fn wide(&self) -> usize {
        self.window.first().map_or(0, Dense::outputs)
    }
}

/// The parts of a section.
struct Reader<'a>(Cursor<'a>);

impl Reader<'_> {
    fn count(&mut self, what: &'static str, most: usize) -> Result<usize, ModelError> {
        let count = self.0.u32(what)? as usize;
        if count > most { Err(self.0.bad(what)) } else { Ok(count) }
    }

    /// Sorted fingerprints, each as the distance from the one before in groups of seven bits.
    fn vocabulary(&mut self) -> Result<Vec<u32>, ModelError> {
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
        Ok(words)
    }

    fn tags(&mut self) -> Result<Vec<(Upos, Xpos)>, ModelError> {
        let count = self.count("a number of tags", 256)?;
        let mut tags = Vec::new();
        for _ in 0..count {
            let upos = self.0.name().and_then(Upos::from_name);
            let xpos = self.0.name().and_then(Xpos::from_name);
            tags.push(upos.zip(xpos).ok_or_else(|| self.0.bad("a pair of tags"))?);
        }
        Ok(tags)
    }

    fn embedding(&mut self) -> Result<Embedding, ModelError> {
        let rows = self.count("rows of a table", MOST)?;
        let columns = self.count("columns of a table", 1 << 10)?;
        let shift = self.0.u8("the shift of a table")?.into();
        if shift > SCALE {
            return Err(self.0.bad("a shift within the scale"));
        }
        let values = self.0.take(rows * columns, "the values of a table")?;
        Ok(Embedding { columns, shift, values: values.iter().map(|byte| *byte as i8).collect() })
    }

    fn dense(&mut self) -> Result<Dense, ModelError> {
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

    fn numbers(&mut self) -> Result<Vec<i32>, ModelError> {
        let count = self.count("a number of values", 1 << 10)?;
        (0..count).map(|_| self.0.u32("a value").map(|value| value as i32)).collect()
    }
}
