//! [`Coreference`] and all layers before it → [`Quotes`]: who said what.

use crate::blocks::Blocks;
use crate::coref::{Coreference, EntityId};
use crate::input::CleanText;
pub use crate::labels::{Polarity, QuoteClass, QuoteKind};
use crate::mentions::{MentionId, Mentions};
use crate::model::{Confidence, Models};
use crate::segment::{Segments, TokenId};
use crate::syntax::Syntax;
use crate::text::{IdRange, Table, define_id};

define_id!(
    /// A row of [`Quotes`].
    QuoteId
);

/// The form of words in which an attribution was found; says why in `explain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Construction {
    /// "X said that …", "X believes …": verb with a clause.
    VerbWithClause,
    /// "X urged Y to …": verb with an infinitive.
    VerbWithInfinitive,
    /// "X rejected the plan": verb with a noun phrase.
    VerbWithObject,
    /// "“…,” X said", "“…,” said X": verb beside quotation marks.
    VerbWithMarks,
    /// "…, X said": verb after or amid its clause, without marks.
    TrailingVerb,
    /// "according to X", "in X's view".
    AccordingTo,
    /// "X's claim that …": noun with a clause.
    NounWithClause,
    /// "X: …" in a headline.
    HeadlineColon,
    /// "X: …" in an interview.
    SpeakerLabel,
    /// Quotation marks without a verb; the speaker goes on from the last quotation.
    FloatingMarks,
}

impl Construction {
    /// The name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::VerbWithClause => "verbWithClause",
            Self::VerbWithInfinitive => "verbWithInfinitive",
            Self::VerbWithObject => "verbWithObject",
            Self::VerbWithMarks => "verbWithMarks",
            Self::TrailingVerb => "trailingVerb",
            Self::AccordingTo => "accordingTo",
            Self::NounWithClause => "nounWithClause",
            Self::HeadlineColon => "headlineColon",
            Self::SpeakerLabel => "speakerLabel",
            Self::FloatingMarks => "floatingMarks",
        }
    }
}

/// Who is behind a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// A person or thing that coreference knows.
    Entity(EntityId),
    /// One that it does not: the noun phrase stands for itself. Phrases with the same words are one entity.
    Phrase(IdRange<TokenId>),
}

/// One attribution: who said what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// How much stands inside marks.
    pub kind: QuoteKind,
    /// What the speaker does.
    pub class: QuoteClass,
    /// Whether it takes place.
    pub polarity: Polarity,
    /// What is attributed, without quotation marks at its edges, in order; never empty.
    pub content: Vec<IdRange<TokenId>>,
    /// The words that attribute.
    pub cue: Option<IdRange<TokenId>>,
    /// The words that name who spoke.
    pub source: Option<IdRange<TokenId>>,
    /// Who is behind the source.
    pub speaker: Option<Speaker>,
    /// Who was spoken to.
    pub addressees: Vec<EntityId>,
    /// The quote whose content holds this one.
    pub parent: Option<QuoteId>,
    /// How sure.
    pub confidence: Confidence,
    /// The form of words.
    pub construction: Construction,
}

/// The attributions of a text, sorted by the start of their first piece of content, longer before shorter.
#[derive(Clone, Debug, Default)]
pub struct Quotes {
    /// The rows.
    pub table: Table<QuoteId, Quote>,
    /// "I", "me", "we" inside a quotation and the speaker they refer to.
    pub self_mentions: Vec<(MentionId, EntityId)>,
}

/// Finds who said what.
pub fn attribute_quotes(
    text: &CleanText,
    blocks: &Blocks,
    segments: &Segments,
    syntax: &Syntax,
    mentions: &Mentions,
    coref: &Coreference,
    models: &Models,
) -> Quotes {
    let _ = (text, blocks, segments, syntax, mentions, coref, models);
    Quotes::default()
}
