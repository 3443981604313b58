//! Grown clusters → [`Entity`] rows: in order of first mention, with main name, titles, affiliations.

use rustc_hash::FxHashMap;

use super::clusters::{Cluster, Clusters};
use super::facts::{Fact, Layers};
use super::{Coreference, Entity, EntityId};
use crate::mentions::{MentionId, MentionKind};
use crate::text::Table;

/// Makes the layer.
pub(super) fn build(
    layers: &Layers,
    facts: &Table<MentionId, Fact>,
    other_names: &FxHashMap<MentionId, MentionId>,
    clusters: Clusters,
) -> Coreference {
    let mut order: Vec<EntityId> = clusters.table.ids().ids().collect();
    order.sort_by_key(|id| clusters.table.get(*id).and_then(|cluster| cluster.mentions.first().copied()));
    let mut renumbered: Table<EntityId, Option<EntityId>> = Table::new(vec![None; clusters.table.len()]);
    let mut entities = Table::default();
    for old in order {
        let Some(cluster) = clusters.table.get(old) else { continue };
        if let (Some(entity), Some(row)) =
            (entity(layers, facts, other_names, cluster), renumbered.get_mut(old))
        {
            *row = Some(entities.push(entity));
        }
    }
    let new = |old: &Option<EntityId>| old.and_then(|old| renumbered.get(old).copied().flatten());
    let entity_of = clusters.of.rows().iter().map(new).collect();
    Coreference { entities, entity_of, antecedent: clusters.antecedent }
}

fn entity(
    layers: &Layers,
    facts: &Table<MentionId, Fact>,
    other_names: &FxHashMap<MentionId, MentionId>,
    cluster: &Cluster,
) -> Option<Entity> {
    let mentions: Vec<MentionId> = cluster.mentions.iter().copied().collect();
    let representative = representative(layers, facts, other_names, &mentions)?;
    let mut titles = cluster.titles.clone();
    titles.sort();
    let mut affiliations = cluster.affiliations.clone();
    affiliations.sort();
    Some(Entity {
        representative,
        entity_type: cluster.entity_type(),
        gender: cluster.gender(),
        titles,
        affiliations,
        mentions,
    })
}

/// The fullest name, the first of equals outside headlines and capitals; without a name the first description.
fn representative(
    layers: &Layers,
    facts: &Table<MentionId, Fact>,
    other_names: &FxHashMap<MentionId, MentionId>,
    mentions: &[MentionId],
) -> Option<MentionId> {
    let rows = mentions.iter().filter_map(|id| Some((layers.mentions.table.get(*id)?, facts.get(*id)?)));
    let in_body: Vec<&str> = rows
        .filter(|(mention, fact)| mention.kind == MentionKind::Name && !fact.heading)
        .filter_map(|(_, fact)| fact.words.last().map(|word| &**word))
        .take(8)
        .collect();
    let rank = |id: &MentionId| {
        let mention = layers.mentions.table.get(*id)?;
        let fact = facts.get(*id)?;
        let text = layers.segments.span_of(mention.tokens).map_or("", |span| layers.text.slice(span));
        let kind = match mention.kind {
            MentionKind::Name => 0,
            MentionKind::Nominal => 1,
            MentionKind::Pronoun => 2,
        };
        let named = mention.kind == MentionKind::Name;
        // A headline's capitals run names into the words beside them ("Schlafly's Final Column"): a full name
        // of the body goes before, and one of the headline counts only if it ends like a name of the body.
        let full = fact.words.len() > 1;
        let ends_alike = || fact.words.last().is_some_and(|last| in_body.contains(&&**last));
        let place = match (named, full, fact.heading) {
            (false, ..) | (true, true, false) => 0,
            (true, true, true) if in_body.is_empty() || ends_alike() => 1,
            (true, false, false) => 2,
            (true, _, true) => 3,
        };
        let words = if named { usize::MAX - fact.words.len() } else { 0 };
        let capitals = text.chars().all(|letter| !letter.is_lowercase());
        let length = if named { usize::MAX - text.chars().count() } else { 0 };
        // "Rosa Luz, born Rosa Maria Luz Ortega"
        let other = other_names.contains_key(id);
        Some((kind, other, place, words, capitals, fact.heading, length, *id))
    };
    mentions.iter().filter_map(|id| Some((rank(id)?, *id))).min().map(|(_, id)| id)
}
