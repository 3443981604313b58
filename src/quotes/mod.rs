//! [`Coreference`] and all layers before it → [`Quotes`]: who said what.

mod candidate;
mod decode;
mod evidence;
mod extent;
mod frames;
mod judge;
mod labeller;
mod logistic;
mod nested;
mod odds;
pub mod passage;
mod phrases;
mod propose;
mod regions;
mod scene;
mod sources;
mod speakers;
mod things;
mod thresholds;
mod trailing;
mod turns;
mod verbs;

pub use self::evidence::{Evidence, EvidenceKind};
use self::judge::judge;
use self::labeller::Labeller;
use self::nested::nested;
pub use self::odds::{CueOdds, cue_odds};
use self::passage::{Passage, stretches};
use self::regions::{attach_leftovers, kind_of, tidy};
use self::scene::Scene;
use self::speakers::{self_mentions, speaker_of};
use self::thresholds::least_cue;
use self::turns::turns;
use crate::blocks::Blocks;
use crate::coref::{Coreference, EntityId};
use crate::input::CleanText;
pub use crate::labels::{Polarity, QuoteClass, QuoteKind};
use crate::mentions::{MentionId, Mentions};
use crate::model::{Confidence, Models};
use crate::options::Strictness;
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
    /// What the network says for it; `None` where rules found it alone.
    pub evidence: Option<Evidence>,
    /// The name, description or pronoun that is likeliest to be the source after the one that is.
    pub runner_up: Option<IdRange<TokenId>>,
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
///
/// The attribution network finds the cues and, for each, the words of its content and source ([`passage`] is what it
/// sees); rules read transcripts, tell frame, class and polarity, and give what marks enclose to the quotation that it
/// continues.
#[allow(clippy::too_many_arguments, reason = "one for each layer that it reads")]
pub fn attribute_quotes(
    text: &CleanText,
    blocks: &Blocks,
    segments: &Segments,
    syntax: &Syntax,
    mentions: &Mentions,
    coref: &Coreference,
    models: &Models,
    strictness: Strictness,
) -> Quotes {
    let scene = Scene::new(text, blocks, segments, syntax, mentions, coref, models);
    let mut drafts = turns(&scene);
    let turns: Vec<_> = drafts.iter().flat_map(|draft| draft.content.clone()).collect();
    let mut labeller = Labeller::new(&models.attribution);
    for stretch in stretches(&scene) {
        let passage = Passage::new(&scene, stretch.read);
        let decided = passage.decided(&scene, stretch.decided);
        let found = labeller.find(&[(&passage, decided)], least_cue(strictness)).pop().unwrap_or_default();
        // Nothing inside a turn is read again: the turn is the quotation.
        let is_in_turn = |quote: &Quote| {
            let start = quote.cue.map_or(0, |cue| cue.start());
            turns.get(turns.partition_point(|run| run.end() <= start)).is_some_and(|run| run.start() <= start)
        };
        let mut judged = judge(&scene, &passage, &found, strictness);
        judged.extend(nested(&scene, &passage, &judged, &mut labeller, strictness));
        drafts.extend(judged.into_iter().filter(|quote| !is_in_turn(quote)));
    }
    attach_leftovers(&scene, &mut drafts);
    let mut rows: Vec<Quote> = drafts.into_iter().filter_map(without_empty_runs).collect();
    for quote in &mut rows {
        tidy(&mut quote.content);
        quote.kind = match quote.construction {
            Construction::SpeakerLabel => QuoteKind::Direct,
            _ => kind_of(&scene, &quote.content),
        };
        quote.speaker = quote.source.and_then(|source| speaker_of(&scene, source));
    }
    rows.sort_by_key(|quote| {
        let start = quote.content.first().map_or(0, |run| run.start());
        (start, std::cmp::Reverse(quote.content.iter().map(|run| run.len()).sum::<usize>()))
    });
    let mut table = Table::new(rows);
    link_parents(&mut table);
    let self_mentions = self_mentions(&scene, &table);
    Quotes { table, self_mentions }
}

/// A run that lost its last token to trimming stands for nothing: "' claims that …" has no source.
fn without_empty_runs(mut quote: Quote) -> Option<Quote> {
    quote.content.retain(|run| !run.is_empty());
    quote.cue = quote.cue.filter(|run| !run.is_empty());
    quote.source = quote.source.filter(|run| !run.is_empty());
    (!quote.content.is_empty()).then_some(quote)
}

/// The smallest quote whose content holds the cue, or the content, of another is its parent.
fn link_parents(table: &mut Table<QuoteId, Quote>) {
    let mut open: Vec<QuoteId> = Vec::new();
    for id in table.ids().ids() {
        let quote = &table[id];
        let Some(first) = quote.content.first().copied() else { continue };
        let anchor = quote.cue.unwrap_or(first);
        open.retain(|outer| table[*outer].content.last().is_some_and(|run| run.end() > first.start()));
        let parent = open.iter().rev().copied().find(|outer| {
            let holds = |inner: IdRange<TokenId>| table[*outer].content.iter().any(|run| run.covers(inner));
            holds(first) && (holds(anchor) || table[*outer].cue != quote.cue && quote.cue.is_none())
        });
        table[id].parent = parent;
        open.push(id);
    }
}

/// The passages of a text as the attribution network sees them: what it learns from.
pub fn passages(
    text: &CleanText,
    blocks: &Blocks,
    segments: &Segments,
    syntax: &Syntax,
    mentions: &Mentions,
    coref: &Coreference,
    models: &Models,
) -> Vec<passage::Passage> {
    let scene = Scene::new(text, blocks, segments, syntax, mentions, coref, models);
    let stretches = passage::stretches(&scene);
    stretches.into_iter().map(|stretch| passage::Passage::new(&scene, stretch.read)).collect()
}
