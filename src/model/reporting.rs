//! Reporting verbs and nouns with their class.

use rustc_hash::FxHashMap;

use super::lexicon::section;
use super::{ModelError, Pack};
use crate::labels::QuoteClass;

/// What a lemma does when it attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueFacts {
    /// The class of what it attributes.
    pub class: QuoteClass,
    /// Whether its speaker rejects the content ("deny").
    pub denies: bool,
    /// Whether it leaves the content open ("ask", "wonder").
    pub asks: bool,
}

/// What `quotes` knows beforehand.
#[derive(Clone, Debug, Default)]
pub struct ReportingLexicon {
    verbs: FxHashMap<Box<str>, CueFacts>,
    nouns: FxHashMap<Box<str>, CueFacts>,
}

impl ReportingLexicon {
    /// The one of a pack.
    ///
    /// # Errors
    /// [`ModelError`] if a section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        Ok(Self { verbs: cues(pack, "reporting_verbs")?, nouns: cues(pack, "reporting_nouns")? })
    }

    /// Facts about a verb, by lemma.
    pub fn verb(&self, lemma: &str) -> Option<CueFacts> {
        self.verbs.get(lemma).copied()
    }

    /// Facts about a noun, by lemma.
    pub fn noun(&self, lemma: &str) -> Option<CueFacts> {
        self.nouns.get(lemma).copied()
    }

    /// Whether a noun can attribute ("claim", "call").
    pub fn is_noun(&self, lemma: &str) -> bool {
        self.nouns.contains_key(lemma)
    }

    /// Whether a verb is a verb of saying, whatever follows it.
    pub fn is_strong(&self, lemma: &str) -> bool {
        self.verb(lemma).is_some_and(|facts| facts.class == QuoteClass::Statement)
    }
}

fn cues(pack: &Pack, name: &'static str) -> Result<FxHashMap<Box<str>, CueFacts>, ModelError> {
    section(pack, name)?
        .map(|entry| {
            let lemma = entry.field(0, "a lemma")?.into();
            let class = QuoteClass::from_name(entry.field(1, "a class")?)
                .ok_or_else(|| entry.bad("statement, belief, directive, attitude or evidence"))?;
            let marks = entry.optional(2);
            Ok((lemma, CueFacts { class, denies: marks == "denies", asks: marks == "asks" }))
        })
        .collect()
}
