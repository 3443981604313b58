//! [`Mentions`] → [`Coreference`]: which mentions are the same person or thing.

mod antecedents;
mod asked;
mod clauses;
mod clusters;
mod decision;
mod descriptions;
mod entities;
mod facts;
mod name_forms;
mod names;
mod other_names;
mod pronoun_forms;
mod pronouns;
mod same_head;
mod titles;
mod walk;

use crate::blocks::Blocks;
use crate::input::CleanText;
pub use crate::labels::Gender;
use crate::mentions::{EntityType, MentionId, Mentions};
use crate::model::Models;
use crate::segment::{Segments, TokenId};
use crate::syntax::Syntax;
use crate::text::{IdRange, Table, define_id};
use clusters::Clusters;
pub use decision::{Decision, Guide, Weighed};
use facts::Layers;
use walk::Walk;

define_id!(
    /// A row of [`Coreference::entities`].
    EntityId
);

/// A person or thing and all its mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its mentions in order of their place; never empty.
    pub mentions: Vec<MentionId>,
    /// The mention that names it best: the fullest name, else the fullest description.
    pub representative: MentionId,
    /// What kind of thing.
    pub entity_type: EntityType,
    /// As the article tells it.
    pub gender: Gender,
    /// Titles that stand before or beside its names ("Prime Minister").
    pub titles: Vec<IdRange<TokenId>>,
    /// Countries and organisations it is said to belong to ("Israeli", "Hamas").
    pub affiliations: Vec<MentionId>,
}

/// Mentions joined into entities.
#[derive(Clone, Debug, Default)]
pub struct Coreference {
    /// People and things, in order of their first mention.
    pub entities: Table<EntityId, Entity>,
    /// The entity of each mention; `None` for values and for pronouns that refer to nothing found.
    pub entity_of: Table<MentionId, Option<EntityId>>,
    /// The mention that each pronoun or description was linked to.
    pub antecedent: Table<MentionId, Option<MentionId>>,
}

/// Joins the mentions of the same person or thing.
///
/// "I" and "we" stay alone: `quotes` links them to the speaker.
///
/// ```
/// use whosaid::blocks::find_blocks;
/// use whosaid::coref::resolve;
/// use whosaid::input::{Input, clean};
/// use whosaid::mentions::find_mentions;
/// use whosaid::reading::read;
/// use whosaid::segment::segment;
/// use whosaid::syntax::tag_and_parse;
/// use whosaid::{Models, Options};
///
/// let models = Models::builtin()?;
/// let text = clean(&Input::text("Yoav Gallant spoke. Gallant said he was ready."), &Options::default())?;
/// let blocks = find_blocks(&text, &models);
/// let segments = segment(&text, &blocks, &models);
/// let reading = read(&text, &segments, &models);
/// let syntax = tag_and_parse(&text, &segments, &reading, &models);
/// let mentions = find_mentions(&text, &blocks, &segments, &reading, &syntax, &models);
/// let coref = resolve(&text, &blocks, &segments, &syntax, &mentions, &models);
/// // "Yoav Gallant", "Gallant" and "he" are one person, best named in full.
/// assert_eq!(coref.entities.len(), 1);
/// let entity = &coref.entities.rows()[0];
/// assert_eq!(entity.mentions.len(), 3);
/// let name = segments.span_of(mentions.table[entity.representative].tokens);
/// assert_eq!(name.map(|span| text.slice(span)), Some("Yoav Gallant"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn resolve(
    text: &CleanText,
    blocks: &Blocks,
    segments: &Segments,
    syntax: &Syntax,
    mentions: &Mentions,
    models: &Models,
) -> Coreference {
    resolved(&Layers { text, blocks, segments, syntax, mentions, models }, None)
}

/// The same, with somebody who looks at each decision and may take it: for learning the weights.
pub fn resolve_with(
    text: &CleanText,
    blocks: &Blocks,
    segments: &Segments,
    syntax: &Syntax,
    mentions: &Mentions,
    models: &Models,
    guide: Guide,
) -> Coreference {
    resolved(&Layers { text, blocks, segments, syntax, mentions, models }, Some(guide))
}

fn resolved<'a>(layers: &Layers<'a>, guide: Option<Guide<'a>>) -> Coreference {
    let facts = facts::facts(layers);
    let mut clusters = Clusters::new(layers.mentions.table.len());
    let other_names = other_names::other_names(layers);
    names::join_names(layers, &facts, &other_names, &mut clusters);
    titles::note_titles(layers, &mut clusters);
    let mut walk = Walk::new(*layers, facts, clusters, guide);
    walk.run();
    let Walk { facts, clusters, .. } = walk;
    entities::build(layers, &facts, &other_names, clusters)
}

#[cfg(test)]
mod tests;
