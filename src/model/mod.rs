//! What the analysis knows beforehand: lexicons now, learned packs later.
//!
//! [`Models`] is loaded once and shared between threads; each stage reads its own part.

mod aliases;
mod block_phrases;
mod confidence;
mod error;
mod lexicon;
mod names;
mod nouns;
mod parse;
mod reporting;
mod roles;
mod segmentation;
mod value_words;
mod words;

pub use aliases::AliasLexicon;
pub use block_phrases::{BlockPhrases, LineWord, PhraseMeaning, phrase_words};
pub use confidence::Confidence;
pub use error::ModelError;
pub use lexicon::{Entry, entries};
pub use names::{KnownName, NameLexicon, leading_letters};
pub use nouns::{NounFacts, NounLexicon};
pub use parse::{Feature, LabelWeight, ParseFiles, ParseLexicon, Symbol};
pub use reporting::ReportingLexicon;
pub use roles::{Role, Roles};
pub use segmentation::{AbbreviationClass, SegmentationLexicon};
pub use value_words::{ValueLexicon, ValueWord, ValueWordId};
pub use words::{Tag, TagWeight, UNIT, WordFiles, WordLexicon};

/// All models of one language.
#[derive(Clone, Debug)]
pub struct Models {
    /// Name and version, as [`Document`](crate::Document) states them.
    pub name: String,
    /// Phrases of page furniture, for `blocks`.
    pub blocks: BlockPhrases,
    /// Abbreviations and contractions, for `segment`.
    pub segmentation: SegmentationLexicon,
    /// Words with their tags, for `syntax`.
    pub words: WordLexicon,
    /// Weights of the parser, for `syntax`.
    pub parse: ParseLexicon,
    /// Names, titles, nationalities, for `mentions`.
    pub names: NameLexicon,
    /// Words of dates, sums and numbers, for `mentions`.
    pub values: ValueLexicon,
    /// Nouns for people and organisations, honorifics, first names, for `mentions` and `coref`.
    pub nouns: NounLexicon,
    /// Other names of the same thing, for `coref`.
    pub aliases: AliasLexicon,
    /// Reporting verbs, nouns and phrases, for `quotes`.
    pub reporting: ReportingLexicon,
}

impl Models {
    /// The English lexicons that are compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if a lexicon is damaged: never in a release, since a test reads them all.
    pub fn builtin() -> Result<Self, ModelError> {
        Ok(Self {
            name: "en-lexicons".to_owned(),
            blocks: BlockPhrases::builtin()?,
            segmentation: SegmentationLexicon::builtin()?,
            words: WordLexicon::builtin()?,
            parse: ParseLexicon::builtin()?,
            names: NameLexicon::builtin()?,
            values: ValueLexicon::builtin()?,
            nouns: NounLexicon::builtin()?,
            aliases: AliasLexicon::builtin()?,
            reporting: ReportingLexicon::builtin()?,
        })
    }
}
