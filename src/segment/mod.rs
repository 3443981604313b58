//! [`Blocks`] → [`Segments`]: words, sentences, paired quotation marks.
//!
//! ```
//! use whosaid::{Input, Models, Options, blocks::find_blocks, input::clean, segment::segment};
//!
//! let models = Models::builtin()?;
//! let text = clean(&Input::text("Ana said: “Don’t go. We’re late!” They stayed."), &Options::default())?;
//! let segments = segment(&text, &find_blocks(&text, &models), &models);
//!
//! let words: Vec<&str> = segments.tokens.rows().iter().map(|token| text.slice(token.span)).collect();
//! assert_eq!(words[3..7], ["“", "Do", "n’t", "go"]);
//! assert_eq!(segments.sentences.len(), 3);
//! let quoted = segments.regions.rows()[0].tokens;
//! assert_eq!(segments.span_of(quoted).map(|span| text.slice(span)), Some("Don’t go. We’re late!"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod addresses;
mod boundaries;
mod boundary_features;
mod characters;
mod contractions;
mod marks;
mod numbers;
mod pieces;
mod regions;
mod sentence_words;
mod sentences;
#[cfg(test)]
mod tests;
mod words;

use self::boundaries::Scorer;
pub use self::boundaries::{Boundary, boundaries};
pub use self::boundary_features::FEATURES;
use self::boundary_features::{Judge, Scan, WritingStyle};
use self::characters::{Stretch, is_final_punctuation};
use self::marks::find_marks;
use self::regions::{Flow, Pairing, Role, notices};
use self::sentences::{BlockTokens, sentence_ends};
use self::words::add_tokens;
use crate::blocks::{Block, BlockId, BlockKind, Blocks};
use crate::input::CleanText;
use crate::model::Models;
use crate::notice::Notice;
use crate::text::{Id, IdRange, Table, TextSpan, define_id};

define_id!(
    /// A row of [`Segments::tokens`].
    TokenId
);
define_id!(
    /// A row of [`Segments::sentences`].
    SentenceId
);
define_id!(
    /// A row of [`Segments::regions`].
    RegionId
);

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with what may stand inside a word; also the apostrophe that is a word of its own ("dogs'").
    Word,
    /// Digits, with what may stand inside a number.
    Number,
    /// A mark of punctuation, quotation marks among them.
    Punctuation,
    /// `$`, `%`, an emoji.
    Symbol,
    /// An address: web, mail, `@name`, `#tag`.
    Address,
}

/// A word in the sense of Universal Dependencies: `don't` is `do` and `n't`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub span: TextSpan,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether white space follows (CoNLL-U `SpaceAfter`).
    pub space_after: bool,
}

/// A sentence: a run of tokens in one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: IdRange<TokenId>,
    /// The block it stands in.
    pub block: BlockId,
}

/// A stretch between paired quotation marks.
///
/// A quotation of several paragraphs, each with an opening mark and only the last with a closing one, is one
/// region: its tokens run over the repeated opening marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotedRegion {
    /// The opening mark, `None` where it is missing: the region then begins with its sentence.
    pub open: Option<TokenId>,
    /// The closing mark, `None` where it is missing: the region then ends with its paragraph, or where a mark of
    /// the same style opens again.
    pub close: Option<TokenId>,
    /// The tokens between the marks; never empty.
    pub tokens: IdRange<TokenId>,
    /// 0 for outermost, 1 for a quotation inside a quotation …
    pub depth: u8,
}

/// Words, sentences and paired marks. Boilerplate has none of them.
///
/// Sentences follow each other without gaps: every token is in exactly one.
#[derive(Clone, Debug, Default)]
pub struct Segments {
    /// The words, in order of their place.
    pub tokens: Table<TokenId, Token>,
    /// The sentences, in order.
    pub sentences: Table<SentenceId, Sentence>,
    /// Stretches between quotation marks, sorted by start, outer before inner.
    pub regions: Table<RegionId, QuotedRegion>,
    /// The innermost region between whose marks each token stands.
    pub innermost: Table<TokenId, Option<RegionId>>,
    /// Opening marks repeated at the head of later paragraphs, in order: they lie inside a region.
    pub repeated_marks: Vec<TokenId>,
    /// Unpaired marks.
    pub notices: Vec<Notice>,
}

impl Segments {
    /// The sentence that holds a token, by bisection.
    pub fn sentence_of(&self, token: TokenId) -> Option<SentenceId> {
        use crate::text::Id;
        let index = self.sentences.rows().partition_point(|s| s.tokens.end() <= token.index());
        let id = SentenceId::from_index(index);
        self.sentences.get(id).filter(|s| s.tokens.contains(token)).map(|_| id)
    }

    /// The span from the first to the last of these tokens; `None` for an empty run.
    pub fn span_of(&self, tokens: IdRange<TokenId>) -> Option<TextSpan> {
        let first = self.tokens.get(tokens.first()?)?;
        let last = self.tokens.get(tokens.last()?)?;
        Some(first.span.cover(last.span))
    }

    /// The innermost quoted region that holds a token between its marks; the marks themselves stand outside.
    pub fn region_at(&self, token: TokenId) -> Option<RegionId> {
        self.innermost.get(token).copied().flatten()
    }

    /// Whether a token is an opening mark repeated at the head of a later paragraph.
    pub fn is_repeated_mark(&self, token: TokenId) -> bool {
        self.repeated_marks.binary_search(&token).is_ok()
    }
}

/// Splits the blocks of a text into words and sentences and pairs its quotation marks.
pub fn segment(text: &CleanText, blocks: &Blocks, models: &Models) -> Segments {
    segment_as_judged(text, blocks, models, &mut Scorer::new(&models.boundaries))
}

fn segment_as_judged(text: &CleanText, blocks: &Blocks, models: &Models, judge: &mut impl Judge) -> Segments {
    let lexicon = &models.segmentation;
    let mut tokens = Vec::new();
    let mut sentences = Table::default();
    let mut pairing = Pairing::default();
    let rows = blocks.table.rows();
    let style = WritingStyle::of(text, rows);
    for (id, block) in blocks.table.iter().filter(|(_, block)| block.kind != BlockKind::Boilerplate) {
        let first = tokens.len();
        for piece in pieces(block, rows.get(id.index() + 1..).unwrap_or(&[])) {
            add_tokens(Stretch::new(&text.text, piece), lexicon, &mut tokens);
        }
        let range = IdRange::new(first, tokens.len());
        let stretch = Stretch::new(&text.text, block.span);
        let marks = find_marks(stretch, tokens.get(first..).unwrap_or(&[]), first);
        pairing.add_block(range, &marks, flow(block.kind), |token| {
            tokens.get(token.index()).is_some_and(|token| is_final_punctuation(stretch.of(token)))
        });
        let roles = pairing.roles.get(first..).unwrap_or(&[]);
        let block_tokens = tokens.get(first..).unwrap_or(&[]);
        let ends = if is_one_sentence(block.kind) {
            vec![block_tokens.len()]
        } else {
            let tokens =
                BlockTokens { text: stretch, tokens: block_tokens, roles, lexicon, tidy: style.tidy };
            sentence_ends(&tokens, Scan::new(&tokens, style, block.kind), judge)
        };
        let mut start = first;
        for end in ends.into_iter().filter(|end| *end > 0) {
            sentences.push(Sentence { tokens: IdRange::new(start, first + end), block: id });
            start = first + end;
        }
    }
    for (token, role) in tokens.iter_mut().zip(&pairing.roles) {
        if *role == Role::Apostrophe {
            token.kind = TokenKind::Word;
        }
    }
    let tokens = Table::new(tokens);
    let pairs = pairing.finish(&sentences);
    let notices = notices(&pairs.unpaired, &tokens);
    Segments {
        tokens,
        sentences,
        regions: pairs.regions,
        innermost: pairs.innermost,
        repeated_marks: pairs.repeated,
        notices,
    }
}

/// The parts of a block around the boilerplate that cuts it; `later` are the blocks after it.
fn pieces(block: &Block, later: &[Block]) -> Vec<TextSpan> {
    let mut pieces = Vec::new();
    let mut start = block.span.start();
    for cut in later.iter().take_while(|cut| block.span.contains(cut.span)) {
        pieces.push(TextSpan::new(start, cut.span.start()));
        start = cut.span.end();
    }
    pieces.push(TextSpan::new(start, block.span.end()));
    pieces
}

/// Labels rather than prose: one sentence, whatever full stops they hold.
fn is_one_sentence(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Byline | BlockKind::Dateline | BlockKind::Timestamp | BlockKind::SpeakerLabel)
}

fn flow(kind: BlockKind) -> Flow {
    match kind {
        BlockKind::Paragraph | BlockKind::ListItem => Flow::Text,
        BlockKind::Caption | BlockKind::Boilerplate => Flow::Aside,
        _ => Flow::Break,
    }
}
