//! What the analysis knows beforehand, read from one [`pack`]: lexicons, counted weights.
//!
//! [`Models`] is loaded once and shared between threads; each stage reads its own part.

mod aliases;
mod attribution;
mod block_phrases;
mod boundaries;
mod confidence;
mod coreference;
mod coreference_answers;
pub mod coreference_questions;
mod cursor;
mod dense;
mod error;
mod lexicon;
mod names;
mod network;
mod nouns;
pub mod pack;
mod parts;
mod reporting;
mod roles;
mod scan;
mod segmentation;
mod shares;
mod value_words;
mod words;

pub use aliases::AliasLexicon;
pub use attribution::{ATTRIBUTION, AttributionNetwork, EVIDENCE, PartOfAttribution};
pub use block_phrases::{BlockPhrases, LineWord, PhraseMeaning, phrase_words};
pub use boundaries::{BoundaryFeature, BoundaryField, BoundaryWeights};
pub use confidence::Confidence;
pub use coreference::{CoreferenceWeights, DecisionWeights, FeatureSpace, Question};
pub use cursor::Cursor;
pub use dense::{Dense, SCALE, TOGETHER, narrow, rounded, widely};
pub use error::ModelError;
pub use lexicon::{Entry, LEXICON, entries};
pub use names::{KnownName, NameLexicon, leading_letters};
pub use network::{FACTS, NETWORK, Network};
pub use nouns::{NounFacts, NounLexicon};
pub use pack::Pack;
pub use parts::{Rows, Vocabulary};
pub use reporting::ReportingLexicon;
pub use roles::{Role, Roles};
pub use scan::{Scan, Scanner};
pub use segmentation::{AbbreviationClass, SegmentationLexicon};
pub use shares::{FAR, POWERS, STEPS, thousandths, weights};
pub use value_words::{ValueLexicon, ValueWord, ValueWordId};
pub use words::WordLexicon;

/// All models of one language.
#[derive(Clone, Debug)]
pub struct Models {
    /// Name and version, as [`Document`](crate::Document) states them.
    pub name: String,
    /// Phrases of page furniture, for `blocks`.
    pub blocks: BlockPhrases,
    /// Abbreviations and contractions, for `segment`.
    pub segmentation: SegmentationLexicon,
    /// Weights of what speaks for the end of a sentence, for `segment`.
    pub boundaries: BoundaryWeights,
    /// Words and irregular lemmas, for `syntax`.
    pub words: WordLexicon,
    /// The learned network, for `reading`.
    pub network: Network,
    /// Names, titles, nationalities, for `mentions`.
    pub names: NameLexicon,
    /// Words of dates, sums and numbers, for `mentions`.
    pub values: ValueLexicon,
    /// Nouns for people and organisations, honorifics, first names, for `mentions` and `coref`.
    pub nouns: NounLexicon,
    /// Other names of the same thing, for `coref`.
    pub aliases: AliasLexicon,
    /// Weights of antecedents, for `coref`.
    pub coreference: CoreferenceWeights,
    /// Reporting verbs, nouns and phrases, for `quotes`.
    pub reporting: ReportingLexicon,
    /// The network that finds cues, contents and sources, for `quotes`.
    pub attribution: AttributionNetwork,
}

/// The English pack that is compiled in.
#[cfg(feature = "builtin")]
const BUILTIN: &[u8] = include_bytes!("../../models/en.pack");

/// The English models, for tests that only look things up.
#[cfg(test)]
pub(crate) static MODELS: std::sync::LazyLock<Models> =
    std::sync::LazyLock::new(|| Models::builtin().expect("the pack is whole"));

impl Models {
    /// The models of a pack, such as the bytes of `models/en.pack`. Nothing of the bytes is kept.
    ///
    /// # Errors
    /// [`ModelError`] if the bytes are not, to the last of them, a pack for this version.
    pub fn from_pack(bytes: &[u8]) -> Result<Self, ModelError> {
        let pack = &Pack::read(bytes)?;
        let models = Self::without_network(pack)?;
        Ok(Self {
            network: Network::from_pack(pack)?,
            attribution: AttributionNetwork::from_pack(pack)?,
            ..models
        })
    }

    /// The models of a pack but for its networks, which know nothing then: for learning them.
    ///
    /// # Errors
    /// [`ModelError`] if a lexicon is missing or damaged.
    pub fn without_network(pack: &Pack) -> Result<Self, ModelError> {
        Ok(Self {
            name: format!("{}-{}", pack.name(), pack.version()),
            blocks: BlockPhrases::from_pack(pack)?,
            segmentation: SegmentationLexicon::from_pack(pack)?,
            boundaries: BoundaryWeights::from_pack(pack)?,
            words: WordLexicon::from_pack(pack)?,
            network: Network::default(),
            names: NameLexicon::from_pack(pack)?,
            values: ValueLexicon::from_pack(pack)?,
            nouns: NounLexicon::from_pack(pack)?,
            aliases: AliasLexicon::from_pack(pack)?,
            coreference: CoreferenceWeights::from_pack(pack)?,
            reporting: ReportingLexicon::from_pack(pack)?,
            attribution: AttributionNetwork::default(),
        })
    }

    /// The English models that are compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if the pack is damaged: never in a release, since a test reads it.
    #[cfg(feature = "builtin")]
    pub fn builtin() -> Result<Self, ModelError> {
        Self::from_pack(BUILTIN)
    }
}
