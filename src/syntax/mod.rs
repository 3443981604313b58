//! [`Segments`] → [`Syntax`]: parts of speech, lemmas and a dependency tree in the terms of Universal
//! Dependencies 2.

pub use crate::labels::{Deprel, Upos, Xpos};

use crate::input::CleanText;
use crate::model::Models;
use crate::segment::{Segments, TokenId};
use crate::text::Table;

/// The columns of syntax, one row a token.
#[derive(Clone, Debug, Default)]
pub struct Syntax {
    /// Universal part of speech.
    pub upos: Table<TokenId, Upos>,
    /// Penn Treebank part of speech as in the English UD treebanks: tells `says` from `said` from `saying`.
    pub xpos: Table<TokenId, Xpos>,
    /// Lemma, lower case but for names.
    pub lemma: Table<TokenId, Box<str>>,
    /// The token this one depends on, always in the same sentence; `None` for the root. No cycles.
    pub head: Table<TokenId, Option<TokenId>>,
    /// How it depends on it.
    pub deprel: Table<TokenId, Deprel>,
}

/// Tags, lemmatises and parses.
pub fn tag_and_parse(text: &CleanText, segments: &Segments, models: &Models) -> Syntax {
    let _ = (text, segments, models);
    Syntax::default()
}
