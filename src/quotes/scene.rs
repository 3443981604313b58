//! All layers before `quotes`, asked by token number.
//!
//! The rules of this stage walk over the tokens of a sentence in both directions; a *position* is a token
//! number as plain `usize`, and every question outside the text gets a harmless answer.

use crate::blocks::{BlockKind, Blocks};
use crate::coref::Coreference;
use crate::input::CleanText;
use crate::labels::{Deprel, Upos, Xpos};
use crate::mentions::{MentionId, Mentions};
use crate::model::Models;
use crate::segment::{QuotedRegion, Segments, Sentence, TokenId};
use crate::syntax::Syntax;
use crate::syntax::tree::Tree;
use crate::text::{Id, IdRange};

/// A run of tokens.
pub(super) type Tokens = IdRange<TokenId>;

/// All layers of one text and what can be asked of a position.
pub(super) struct Scene<'a> {
    pub text: &'a CleanText,
    pub blocks: &'a Blocks,
    pub segments: &'a Segments,
    pub syntax: &'a Syntax,
    pub mentions: &'a Mentions,
    pub coref: &'a Coreference,
    pub models: &'a Models,
    pub tree: Tree<'a>,
    /// The outermost quoted region of each token, marks included.
    region: Vec<Option<u32>>,
    /// The outermost name, description or pronoun that ends with each token.
    mention_ending: Vec<Option<MentionId>>,
}

impl<'a> Scene<'a> {
    pub fn new(
        text: &'a CleanText,
        blocks: &'a Blocks,
        segments: &'a Segments,
        syntax: &'a Syntax,
        mentions: &'a Mentions,
        coref: &'a Coreference,
        models: &'a Models,
    ) -> Self {
        let count = segments.tokens.len();
        let mut region = vec![None; count];
        for (number, (_, row)) in segments.regions.iter().enumerate() {
            if row.depth > 0 {
                continue;
            }
            let (start, end) = bounds(row);
            for slot in region.iter_mut().take(end).skip(start) {
                *slot = Some(number as u32);
            }
        }
        let mut mention_ending = vec![None; count];
        // Longer mentions come first, so the outermost one is there already.
        for (id, mention) in mentions.table.iter() {
            if let Some(slot) = mention.tokens.last().and_then(|last| mention_ending.get_mut(last.index())) {
                slot.get_or_insert(id);
            }
        }
        let tree = Tree::new(syntax);
        Self { text, blocks, segments, syntax, mentions, coref, models, tree, region, mention_ending }
    }

    /// The word as it stands; empty outside the text.
    pub fn word(&self, at: usize) -> &'a str {
        let token = self.segments.tokens.get(TokenId::from_index(at));
        token.map_or("", |token| self.text.slice(token.span))
    }

    /// Whether the word is `word`, whatever its case.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether the word is one of `words`, whatever its case.
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// Part of speech; `Punct` outside the text.
    pub fn upos(&self, at: usize) -> Upos {
        self.syntax.upos.get(TokenId::from_index(at)).copied().unwrap_or(Upos::Punct)
    }

    /// Fine part of speech; a full stop outside the text.
    pub fn xpos(&self, at: usize) -> Xpos {
        self.syntax.xpos.get(TokenId::from_index(at)).copied().unwrap_or(Xpos::Stop)
    }

    /// Lemma; empty outside the text.
    pub fn lemma(&self, at: usize) -> &'a str {
        self.syntax.lemma.get(TokenId::from_index(at)).map_or("", |lemma| lemma)
    }

    /// The position of the head; `None` for a root.
    pub fn head(&self, at: usize) -> Option<usize> {
        self.tree.head(TokenId::from_index(at)).map(Id::index)
    }

    /// The relation to the head.
    pub fn deprel(&self, at: usize) -> Deprel {
        self.tree.deprel(TokenId::from_index(at))
    }

    /// The sentence that holds a position.
    pub fn sentence_at(&self, at: usize) -> Option<&'a Sentence> {
        let id = self.segments.sentence_of(TokenId::from_index(at))?;
        self.segments.sentences.get(id)
    }

    /// The kind of block a sentence stands in.
    pub fn block_kind(&self, sentence: &Sentence) -> BlockKind {
        self.blocks.table.get(sentence.block).map_or(BlockKind::Paragraph, |block| block.kind)
    }

    /// Number of the outermost quoted region that holds a position, its marks included.
    pub fn region_at(&self, at: usize) -> Option<u32> {
        self.region.get(at).copied().flatten()
    }

    /// First position and one past the last position of the region that holds a position, marks included.
    pub fn region_bounds(&self, at: usize) -> Option<(usize, usize)> {
        let row = self.segments.regions.rows().get(self.region_at(at)? as usize)?;
        Some(bounds(row))
    }

    /// Whether the position is a quotation mark that opens or closes an outermost region, or any mark.
    pub fn is_mark(&self, at: usize) -> bool {
        let word = self.word(at);
        !word.is_empty()
            && (word.chars().all(crate::text::chars::is_quotation_mark))
            && !matches!(self.upos(at), Upos::Part | Upos::Aux)
    }

    /// The outermost mention that ends right before `end`.
    pub fn mention_ending_at(&self, end: usize) -> Option<MentionId> {
        self.mention_ending.get(end.checked_sub(1)?).copied().flatten()
    }

    /// Whether there is any letter or digit in the run.
    pub fn has_words(&self, tokens: Tokens) -> bool {
        tokens.ids().any(|id| {
            let token = self.segments.tokens.get(id);
            token.is_some_and(|token| self.text.slice(token.span).contains(char::is_alphanumeric))
        })
    }
}

/// A region with its marks: first position and one past the last.
pub(super) fn bounds(region: &QuotedRegion) -> (usize, usize) {
    let start = region.open.map_or(region.tokens.start(), Id::index);
    let end = region.close.map_or(region.tokens.end(), |close| close.index() + 1);
    (start, end)
}
