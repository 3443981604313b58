//! The learned network: tables and layers of small whole numbers, read from their section of the pack.
//!
//! A value `v` of the network is kept as the whole number `v · 2^SCALE`. Weights are bytes: a layer's output `j`
//! has weights `q · 2^-shift[j]`, a table has values `q · 2^-shift`. Whole numbers give the same results on every
//! machine.

use super::ModelError;
use super::dense::Dense;
use super::pack::{Features, Pack};
use super::parts::{Parts, Rows, Vocabulary, even};
use super::scan::{Scan, layers_fit};
use crate::labels::{Deprel, Upos, Xpos};

/// What the section must have been made for. The version is raised with every change of the features of
/// `reading` or of the section's bytes.
pub const NETWORK: Features = Features { task: "reading", version: 1 };
/// Facts that a token may have, each a bit.
pub const FACTS: usize = 64;

/// The network of the analysis.
#[derive(Clone, Debug, Default)]
pub struct Network {
    vocabulary: Vocabulary,
    tags: Vec<(Upos, Xpos)>,
    /// Words by row of the vocabulary; row 0 is for unknown ones.
    pub word: Rows,
    /// First characters.
    pub prefix: Rows,
    /// Last characters.
    pub short_suffix: Rows,
    /// More of the last characters.
    pub long_suffix: Rows,
    /// Shapes.
    pub shape: Rows,
    /// Facts.
    pub flags: Rows,
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
        let mut from = Parts::new("network", bytes);
        let mut network = Self { vocabulary: from.vocabulary()?, tags: from.tags()?, ..Self::default() };
        network.word = from.table()?;
        network.prefix = from.table()?;
        network.short_suffix = from.table()?;
        network.long_suffix = from.table()?;
        network.shape = from.table()?;
        network.flags = from.table()?;
        network.window = [from.dense()?, from.dense()?, from.dense()?];
        network.layers = from.layers()?;
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
        from.end()?;
        if !network.fits() {
            return Err(from.bad("layers that fit together"));
        }
        network.prepare();
        Ok(network)
    }

    /// Whether each part takes what the one before it gives.
    fn fits(&self) -> bool {
        let input =
            [&self.word, &self.prefix, &self.short_suffix, &self.long_suffix, &self.shape, &self.flags];
        let input: usize = input.iter().map(|table| table.columns()).sum();
        let wide = self.wide();
        let arcs = self.head.outputs();
        [input, wide, arcs, self.relations.inputs()].into_iter().all(even)
            && self.window.iter().all(|part| (part.inputs(), part.outputs()) == (input, wide))
            && layers_fit(&self.layers, wide)
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
            && self.relations.outputs() == Deprel::ALL.len()
    }

    /// Computes once what each fact adds wherever it holds.
    fn prepare(&mut self) {
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
        self.vocabulary.row(fingerprint)
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
        let mut left = facts;
        while left != 0 {
            self.flags.add(left.trailing_zeros() as usize, sums);
            left &= left - 1;
        }
    }

    /// Width of the vectors that the layers hand on.
    pub fn wide(&self) -> usize {
        self.window.first().map_or(0, Dense::outputs)
    }
}
