//! [`Segments`] → [`Syntax`]: parts of speech, lemmas and a dependency tree in the terms of Universal
//! Dependencies 2.

mod candidates;
pub mod lemma;
pub mod parse_features;
pub mod parse_state;
pub mod parser;
mod repairs;
mod speech;
pub mod tagger;
pub mod tree;

pub use crate::labels::{Deprel, Upos, Xpos};

use crate::input::CleanText;
use crate::model::Models;
use crate::segment::{Segments, Token, TokenId};
use crate::text::{Id, Table};
use crate::reading::casing;
use tagger::Tagger;

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
///
/// ```
/// use whosaid::segment::{TokenId, segment};
/// use whosaid::syntax::{Deprel, Xpos, tag_and_parse, tree::Tree};
/// use whosaid::{Input, Models, Options, blocks::find_blocks, input::clean};
///
/// let models = Models::builtin()?;
/// let text = clean(&Input::text("She said that talks had failed."), &Options::default())?;
/// let segments = segment(&text, &find_blocks(&text, &models), &models);
/// let syntax = tag_and_parse(&text, &segments, &models);
/// let (she, said, failed) = (TokenId(0), TokenId(1), TokenId(5));
/// assert_eq!((syntax.xpos[said], &*syntax.lemma[said]), (Xpos::Vbd, "say"));
/// assert_eq!((syntax.head[failed], syntax.deprel[failed]), (Some(said), Deprel::Ccomp));
/// assert_eq!(Tree::new(&syntax).subject_of(said), Some(she));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn tag_and_parse(text: &CleanText, segments: &Segments, models: &Models) -> Syntax {
    let words = &models.words;
    let mut syntax = Syntax::default();
    let mut tagger = Tagger::new(words);
    let forms = |tokens| segments.tokens.range(tokens).iter().map(|token: &Token| text.slice(token.span));
    let sentences = segments.sentences.rows();
    let names = casing::names_seen(sentences.iter().map(|sentence| forms(sentence.tokens).collect()));
    for sentence in sentences {
        let tokens = segments.tokens.range(sentence.tokens);
        let tags = tagger.tag_knowing(forms(sentence.tokens), &names);
        let mut items = Vec::with_capacity(tokens.len());
        for (token, tag) in tokens.iter().zip(tags) {
            let xpos = words.xpos(tag);
            let lemma = lemma::lemma(text.slice(token.span), xpos, words);
            items.push(parser::item(tag, &lemma, words, &models.parse));
            syntax.upos.push(words.upos(tag));
            syntax.xpos.push(xpos);
            syntax.lemma.push(lemma.into());
        }
        let parsed = parser::parse(items, &models.parse);
        let first = sentence.tokens.start();
        for (head, deprel) in parsed.heads.into_iter().zip(parsed.deprels) {
            syntax.head.push((head < tokens.len()).then(|| TokenId::from_index(first + head)));
            syntax.deprel.push(deprel);
        }
    }
    syntax
}

#[cfg(test)]
mod tests;
