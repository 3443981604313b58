//! [`Reading`] → [`Syntax`]: parts of speech, lemmas and a dependency tree in the terms of Universal
//! Dependencies 2.

pub mod lemma;
pub mod tree;

use rustc_hash::FxHashMap;

pub use crate::labels::{Deprel, Upos, Xpos};

use crate::input::CleanText;
use crate::model::Models;
use crate::reading::Reading;
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

/// Makes the columns of syntax of what was read, and adds the lemmas.
///
/// ```
/// use whosaid::segment::{TokenId, segment};
/// use whosaid::syntax::{Deprel, Xpos, tag_and_parse, tree::Tree};
/// use whosaid::{Input, Models, Options, blocks::find_blocks, input::clean, reading::read};
///
/// let models = Models::builtin()?;
/// let text = clean(&Input::text("She said that talks had failed."), &Options::default())?;
/// let segments = segment(&text, &find_blocks(&text, &models), &models);
/// let syntax = tag_and_parse(&text, &segments, &read(&text, &segments, &models), &models);
/// let (she, said, failed) = (TokenId(0), TokenId(1), TokenId(5));
/// assert_eq!((syntax.xpos[said], &*syntax.lemma[said]), (Xpos::Vbd, "say"));
/// assert_eq!((syntax.head[failed], syntax.deprel[failed]), (Some(said), Deprel::Ccomp));
/// assert_eq!(Tree::new(&syntax).subject_of(said), Some(she));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn tag_and_parse(text: &CleanText, segments: &Segments, reading: &Reading, models: &Models) -> Syntax {
    let mut syntax = Syntax::default();
    let mut lemmas: FxHashMap<(&str, Xpos), Box<str>> = FxHashMap::default();
    for (token, word) in segments.tokens.rows().iter().zip(reading.words.rows()) {
        let form = text.slice(token.span);
        let lemma = lemmas
            .entry((form, word.xpos))
            .or_insert_with(|| lemma::lemma(form, word.xpos, &models.words).into_boxed_str());
        syntax.upos.push(word.upos);
        syntax.xpos.push(word.xpos);
        syntax.lemma.push(lemma.clone());
        syntax.head.push(word.head);
        syntax.deprel.push(word.deprel);
    }
    syntax
}

#[cfg(test)]
mod tests;
