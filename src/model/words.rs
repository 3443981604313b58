//! Words of the language with how often they occur, and lemmas that no rule gives: what `syntax` and `mentions`
//! know beforehand.

use rustc_hash::FxHashMap;

use super::lexicon::section;
use super::{Entry, ModelError, Pack};
use crate::labels::Xpos;

/// Words and irregular lemmas.
#[derive(Clone, Debug, Default)]
pub struct WordLexicon {
    counts: FxHashMap<Box<str>, u32>,
    lemmas: FxHashMap<Box<str>, Vec<(Xpos, Box<str>)>>,
}

impl WordLexicon {
    /// The one of a pack.
    ///
    /// # Errors
    /// [`ModelError`] if a section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        Self::read(section(pack, "words")?, section(pack, "irregular_lemmas")?)
    }

    /// The English one that is compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if the pack is damaged.
    #[cfg(feature = "builtin")]
    pub fn builtin() -> Result<Self, ModelError> {
        Self::from_pack(&Pack::read(super::BUILTIN)?)
    }

    /// The one of these entries: words with counts; forms with tag and lemma.
    ///
    /// # Errors
    /// [`ModelError`] if an entry is damaged.
    pub fn read<'a>(
        words: impl Iterator<Item = Entry<'a>>,
        lemmas: impl Iterator<Item = Entry<'a>>,
    ) -> Result<Self, ModelError> {
        let mut lexicon = Self::default();
        for entry in words {
            let count = entry.field(1, "a number")?.parse().map_err(|_| entry.bad("a number"))?;
            lexicon.counts.insert(entry.field(0, "a word")?.into(), count);
        }
        for entry in lemmas {
            let xpos = entry.field(1, "a Penn Treebank tag")?;
            let xpos = Xpos::from_name(xpos).ok_or_else(|| entry.bad("a Penn Treebank tag"))?;
            let lemma = entry.field(2, "a lemma")?.into();
            lexicon.lemmas.entry(entry.field(0, "a form")?.into()).or_default().push((xpos, lemma));
        }
        Ok(lexicon)
    }

    /// How often a form in lower case stood in the treebanks as something else than a name; 0 for unknown ones.
    pub fn count(&self, lower: &str) -> u32 {
        self.counts.get(lower).copied().unwrap_or(0)
    }

    /// The lemma of a form with this tag, where the rules would get it wrong.
    pub fn irregular_lemma(&self, lower: &str, xpos: Xpos) -> Option<&str> {
        let rows = self.lemmas.get(lower)?;
        rows.iter().find(|row| row.0 == xpos).map(|row| &*row.1)
    }
}
