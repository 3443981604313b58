//! The pronouns and descriptions of a sentence: whom each means, and whom it might have meant.

use super::records::{Candidate, ReferenceLayer};
use super::{Case, number, share};
use crate::coref::{Decision, Weighed, resolve_with};
use crate::document::Layers;
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::model::{thousandths, weights};
use crate::text::Id;

/// What coreference counts points in: thousandths of log-odds.
const POINTS: i32 = 1_000;

/// Tells of each, in order.
pub(super) fn references(case: &Case) -> Vec<ReferenceLayer> {
    let rows = case.layers.mentions.table.iter();
    let here: Vec<_> =
        rows.filter(|(_, row)| row.kind != MentionKind::Name && case.tokens.covers(row.tokens)).collect();
    let weighed = if here.iter().any(|(_, row)| row.kind == MentionKind::Pronoun) {
        decisions(case, &here)
    } else {
        Vec::new()
    };
    here.into_iter().map(|(id, row)| reference(case, id, row, &weighed)).collect()
}

/// The decisions that were taken for these mentions: whom each means depends on all that was decided before it, so the
/// walk through the article is taken once more, with somebody who looks on.
fn decisions(case: &Case, here: &[(MentionId, &Mention)]) -> Vec<Decision> {
    let Layers { text, blocks, segments, syntax, mentions, .. } = *case.layers;
    let mut found = Vec::new();
    let mut look = |decision: &Decision| {
        if here.iter().any(|(id, _)| *id == decision.mention) {
            found.push(decision.clone());
        }
        None
    };
    resolve_with(text, blocks, segments, syntax, mentions, case.models, &mut look);
    found
}

fn reference(case: &Case, id: MentionId, row: &Mention, weighed: &[Decision]) -> ReferenceLayer {
    let coref = case.layers.coref;
    let decision = weighed.iter().find(|decision| decision.mention == id);
    let antecedent = coref.antecedent.get(id).copied().flatten();
    let is_self = case.layers.quotes.self_mentions.iter().any(|(mention, _)| *mention == id);
    let entity = coref.entity_of.get(id).copied().flatten().and_then(|entity| coref.entities.get(entity));
    let is_first = entity.is_none_or(|entity| entity.mentions.first() == Some(&id));
    let how = match row.kind {
        _ if is_self => "speaker",
        MentionKind::Pronoun if decision.is_some() => "weighed",
        MentionKind::Pronoun if antecedent.is_some() => "grammar",
        MentionKind::Nominal if antecedent.is_some() || !is_first => "description",
        MentionKind::Nominal => "first",
        _ => "nobody",
    };
    let linked = antecedent.and_then(|antecedent| case.layers.mentions.table.get(antecedent));
    ReferenceLayer {
        id: number(id),
        at: case.at(row.tokens),
        kind: row.kind.name().to_owned(),
        entity_type: row.entity_type.name().to_owned(),
        how: how.to_owned(),
        entity: case.who(case.document.mentions.get(id.index()).and_then(|record| record.entity)),
        antecedent: linked.map(|linked| case.at(linked.tokens)),
        candidates: decision.map_or_else(Vec::new, |decision| candidates(case, decision)),
    }
}

fn candidates(case: &Case, decision: &Decision) -> Vec<Candidate> {
    let points: Vec<i32> = decision.rows.iter().map(|row| row.points).collect();
    let shares = thousandths(&weights(&points, POINTS));
    let rows = decision.rows.iter().zip(shares).enumerate();
    let mut found: Vec<(i32, Candidate)> = rows
        .map(|(at, (row, part))| (row.points, candidate(case, row, share(part), at == decision.chosen)))
        .collect();
    // The chosen one before others as good.
    found.sort_by_key(|(points, candidate)| (std::cmp::Reverse(*points), !candidate.chosen));
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

fn candidate(case: &Case, row: &Weighed, share: f64, chosen: bool) -> Candidate {
    let entity = row.mentions.first().and_then(|id| case.document.mentions.get(id.index())?.entity);
    let nearest = row.nearest.and_then(|id| case.layers.mentions.table.get(id));
    Candidate {
        entity: case.who(entity),
        nearest: nearest.map(|nearest| case.at(nearest.tokens)),
        score: f64::from(row.points) / f64::from(POINTS),
        share,
        chosen,
    }
}
