//! [`Syntax`] → [`Mentions`]: names, descriptions, pronouns, values.

use crate::blocks::Blocks;
use crate::input::CleanText;
pub use crate::labels::EntityType;
use crate::model::{Confidence, Models};
use crate::segment::{Segments, TokenId};
use crate::syntax::Syntax;
use crate::text::{IdRange, Table, define_id};

define_id!(
    /// A row of [`Mentions`].
    MentionId
);

/// How something is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MentionKind {
    /// By a name, or a value such as a date.
    Name,
    /// By a description: "the prime minister".
    Nominal,
    /// By a pronoun.
    Pronoun,
}

impl MentionKind {
    /// The name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Nominal => "nominal",
            Self::Pronoun => "pronoun",
        }
    }
}

/// A place where someone or something is mentioned.
///
/// A name's tokens leave out title, article and possessive mark; a description has the whole noun phrase
/// without relative clauses ("The Israeli army"), and may hold names ("Israeli").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub tokens: IdRange<TokenId>,
    /// Its head word; for names the last word.
    pub head: TokenId,
    /// How.
    pub kind: MentionKind,
    /// What kind of thing.
    pub entity_type: EntityType,
    /// The title before a name ("Prime Minister"), kept apart.
    pub title: Option<IdRange<TokenId>>,
    /// How sure.
    pub confidence: Confidence,
}

/// The mentions of a text, sorted by start, longer before shorter. They may nest, never cross.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    /// The rows.
    pub table: Table<MentionId, Mention>,
}

/// Finds names, descriptions of people and organisations, pronouns and values.
pub fn find_mentions(
    text: &CleanText,
    blocks: &Blocks,
    segments: &Segments,
    syntax: &Syntax,
    models: &Models,
) -> Mentions {
    let _ = (text, blocks, segments, syntax, models);
    Mentions::default()
}
