//! The network that finds attributions: which words are cues, and what each cue's content and source are.
//!
//! Two steps. Every token becomes a row: its lemma, its head's lemma and facts, then layers that read the sentence
//! from both sides; the row says whether the token is the head of a cue. For each cue, every token near it becomes a
//! row of its own: what the token is, what the cue is, and facts of the two together; layers again, and a label.

use super::ModelError;
use super::dense::Dense;
use super::pack::{Features, Pack};
use super::parts::{Parts, Rows, Vocabulary, even};
use super::scan::{Scan, layers_fit};

/// What the section must have been made for. The version is raised with every change of the features of `quotes` or
/// of the section's bytes.
pub const ATTRIBUTION: Features = Features { task: "quotes", version: 1 };

/// Kinds of evidence of which the confidence of an attribution is made.
pub const EVIDENCE: usize = 10;

/// What a token is to a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum PartOfAttribution {
    /// Nothing.
    None,
    /// In the words that name who spoke.
    Source,
    /// In the words that attribute.
    Cue,
    /// In what is attributed.
    Content,
}

impl PartOfAttribution {
    /// All, in the order of the network's labels.
    pub const ALL: [Self; 4] = [Self::None, Self::Source, Self::Cue, Self::Content];
}

/// The network; one that is empty finds nothing.
#[derive(Clone, Debug, Default)]
pub struct AttributionNetwork {
    vocabulary: Vocabulary,
    /// Lemmas by row of the vocabulary; row 0 is for unknown ones, the last for the head of a root.
    pub lemma: Rows,
    /// From a token's lemma and its head's to the width of the layers.
    pub input: Dense,
    /// What each fact of a token adds to that.
    pub facts: Rows,
    /// The layers of tokens.
    pub layers: Vec<[Scan; 2]>,
    /// Scores of "no cue" and "head of a cue".
    pub cue: Dense,
    /// What a token brings to a pair.
    pub token: Dense,
    /// What the cue brings to a pair.
    pub cue_token: Dense,
    /// What each fact of a pair adds to that.
    pub pair_facts: Rows,
    /// The layers of pairs.
    pub pair_layers: Vec<[Scan; 2]>,
    /// Scores of [`PartOfAttribution::ALL`].
    pub label: Dense,
    /// Read at the cue: scores of "does not attribute" and "attributes".
    pub verdict: Dense,
    /// What each kind of evidence counts for the confidence, at the network's scale.
    pub confidence: Vec<i32>,
}

impl AttributionNetwork {
    /// The network of a pack; an empty one if the pack has none.
    ///
    /// # Errors
    /// [`ModelError`] if it is for other features, or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        if pack.find("attribution").is_none() {
            return Ok(Self::default());
        }
        Self::read(pack.section("attribution", ATTRIBUTION)?)
    }

    /// Reads a section.
    ///
    /// # Errors
    /// [`ModelError`] where the bytes are not those of a network, or its parts do not fit together.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut from = Parts::new("attribution", bytes);
        let network = Self {
            vocabulary: from.vocabulary()?,
            lemma: from.table()?,
            input: from.dense()?,
            facts: from.table()?,
            layers: from.layers()?,
            cue: from.dense()?,
            token: from.dense()?,
            cue_token: from.dense()?,
            pair_facts: from.table()?,
            pair_layers: from.layers()?,
            label: from.dense()?,
            verdict: from.dense()?,
            confidence: from.numbers()?,
        };
        from.end()?;
        if network.fits() { Ok(network) } else { Err(from.bad("layers that fit together")) }
    }

    fn fits(&self) -> bool {
        let (wide, narrow) = (self.input.outputs(), self.token.outputs());
        [self.input.inputs(), wide, narrow].into_iter().all(even)
            && self.lemma.columns() * 2 == self.input.inputs()
            && self.facts.columns() == wide
            && layers_fit(&self.layers, wide)
            && [&self.cue, &self.token, &self.cue_token].iter().all(|part| part.inputs() == wide)
            && self.cue_token.outputs() == narrow
            && self.pair_facts.columns() == narrow
            && layers_fit(&self.pair_layers, narrow)
            && [&self.label, &self.verdict].iter().all(|part| part.inputs() == narrow)
            && self.label.outputs() == PartOfAttribution::ALL.len()
            && self.confidence.len() == EVIDENCE
            && (self.cue.outputs(), self.verdict.outputs()) == (2, 2)
    }

    /// Whether there is a network at all.
    pub const fn is_empty(&self) -> bool {
        self.layers.is_empty()
    }

    /// The row of a lemma in [`lemma`](Self::lemma), by its fingerprint.
    pub fn lemma_row(&self, fingerprint: u32) -> usize {
        self.vocabulary.row(fingerprint)
    }

    /// The row that stands for the head of a root.
    pub const fn root_row(&self) -> usize {
        self.vocabulary.last_row() + 1
    }
}
