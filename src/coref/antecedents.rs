//! The entities that a pronoun may mean: gathered, questioned, weighed.

use super::EntityId;
use super::asked::{Asking, ask, ask_of_none};
use super::clauses::{Role, clauses_above, is_predicate};
use super::clusters::Cluster;
use super::decision::{Decision, Row, Weighed};
use super::facts::Fact;
use super::pronoun_forms::{Case, PronounForm};
use super::pronouns::ahead;
use super::walk::Walk;
use crate::labels::{EntityType, Gender};
use crate::mentions::{MentionId, MentionKind};
use crate::model::coreference_questions::{ASKED_OF_PRONOUN, PRONOUNS};
use crate::text::Id;

/// Mentions before a pronoun that are looked at.
const REACH: usize = 90;
/// Sentences back to the person behind "he": news names people again within a few.
const REACH_PERSON: usize = 8;
/// Sentences back to the thing behind "it".
const REACH_THING: usize = 3;
/// Sentences back to the group behind "they".
const REACH_GROUP: usize = 4;
/// Entities that are weighed, the nearest.
const MOST: usize = 16;

/// What is known of an entity that may be meant, from its mentions before the pronoun.
#[derive(Clone, Debug)]
pub(super) struct Met {
    pub entity: EntityId,
    /// Its nearest mention.
    pub last: MentionId,
    /// Its mentions in the sentence of the nearest one.
    pub near: Vec<MentionId>,
    /// Whether it only comes after the pronoun.
    pub ahead: bool,
}

/// The entity that the pronoun means, its nearest mention, and by how many points it leads; `None` if it means none
/// that was found.
pub(super) fn best(walk: &mut Walk, id: MentionId, form: PronounForm) -> Option<(MentionId, EntityId, i32)> {
    let met = met(walk, id, form);
    let weights = &walk.layers.models.coreference.pronouns;
    let asking = Asking::new(walk, id, form, &met)?;
    let weigh = |row: &mut Row<ASKED_OF_PRONOUN>| row.points = weights.score(&PRONOUNS, &row.answers);
    let mut rows = vec![ask_of_none(&asking)];
    rows.extend(met.iter().enumerate().filter_map(|(rank, met)| ask(walk, &asking, met, rank)));
    rows.iter_mut().for_each(weigh);
    // The first of equals: nobody before anybody, the nearer before the farther.
    let lead = |rows: &[Row<ASKED_OF_PRONOUN>]| {
        let (at, best) = rows.iter().enumerate().max_by_key(|(at, row)| (row.points, std::cmp::Reverse(*at)))?;
        let others = rows.iter().enumerate().filter(|(other, _)| *other != at);
        let second = others.map(|(_, row)| row.points).max().unwrap_or(i32::MIN / 2);
        Some((at, best.points.saturating_sub(second)))
    };
    let (mut at, mut lead) = lead(&rows)?;
    if let Some(guide) = walk.guide.as_mut() {
        let weighed = |row: &Row<ASKED_OF_PRONOUN>| Weighed {
            mentions: row
                .entity
                .and_then(|entity| walk.clusters.table.get(entity))
                .map_or_else(Vec::new, |cluster| cluster.mentions.iter().copied().collect()),
            answers: row.answers.to_vec(),
        };
        let rows = rows.iter().map(weighed).collect();
        if let Some(taken) = guide(&Decision { space: &PRONOUNS, mention: id, rows, chosen: at }) {
            (at, lead) = (taken, i32::MAX);
        }
    }
    let row = rows.get(at)?;
    Some((row.mention?, row.entity?, lead))
}

/// The entities that agree with a pronoun, the nearest first, then those ahead.
fn met(walk: &Walk, id: MentionId, form: PronounForm) -> Vec<Met> {
    let Some(sentence) = walk.facts.get(id).map(|fact| fact.sentence) else { return Vec::new() };
    let reach = match form.gender {
        Gender::Feminine | Gender::Masculine => REACH_PERSON,
        Gender::Plural => REACH_GROUP,
        _ => REACH_THING,
    };
    let first = id.index().saturating_sub(REACH);
    let behind = (first..id.index()).rev().map(MentionId::from_index).take_while(|earlier| {
        walk.facts.get(*earlier).is_some_and(|earlier| earlier.sentence + reach >= sentence)
    });
    let mut found: Vec<Met> = Vec::new();
    let directed = behind.map(|mention| (mention, false)).chain(ahead(walk, id).map(|mention| (mention, true)));
    for (mention, ahead) in directed {
        let Some(entity) = walk.clusters.entity(mention) else { continue };
        if let Some(met) = found.iter_mut().find(|met| met.entity == entity) {
            let sentence_of = |id: MentionId| walk.facts.get(id).map(|fact| fact.sentence);
            if !ahead && sentence_of(met.last) == sentence_of(mention) {
                met.near.push(mention);
            }
            continue;
        }
        let Some(cluster) = walk.clusters.table.get(entity) else { continue };
        if found.len() < MOST && can_be_meant(walk, mention, id) && agrees(cluster, form) {
            found.push(Met { entity, last: mention, near: vec![mention], ahead });
        }
    }
    found
}

/// Whether a mention can be what a pronoun refers back to.
fn can_be_meant(walk: &Walk, mention: MentionId, pronoun: MentionId) -> bool {
    let (Some(row), Some(of)) = (walk.mention(mention), walk.mention(pronoun)) else { return false };
    // "his father" is not he; "became a promising author": she is who became one, not the author.
    let predicate = row.kind == MentionKind::Nominal && is_predicate(walk.layers.syntax, row.head);
    !row.tokens.overlaps(of.tokens) && !predicate
}

/// Whether type, gender and number allow the pronoun.
pub(super) fn agrees(cluster: &Cluster, form: PronounForm) -> bool {
    use EntityType::{Event, Fac, Gpe, Loc, Misc, Norp, Org, Person, Product, Work};
    let words = |gender| cluster.told_by_words(gender);
    let entity_type = cluster.entity_type();
    match form.gender {
        Gender::Feminine | Gender::Masculine => {
            let may_be_person = match entity_type {
                Person => true,
                // A name of a doubtful type whose first word is a first name.
                Misc | Org | Work | Product | Gpe | Loc | Fac | Event => cluster.hint == form.gender,
                _ => false,
            };
            let other = if form.gender == Gender::Feminine { Gender::Masculine } else { Gender::Feminine };
            let against = words(other) + words(Gender::Plural) + words(Gender::Neuter);
            may_be_person && against <= words(form.gender)
        }
        Gender::Neuter => {
            !matches!(entity_type, Person | Norp)
                && matches!(cluster.gender(), Gender::Neuter | Gender::Unknown)
        }
        Gender::Plural => {
            cluster.gender() == Gender::Plural
                || matches!(entity_type, Org | Gpe | Person)
                || entity_type == Norp && cluster.name.last().is_some_and(|word| word.ends_with('s'))
        }
        Gender::Unknown => false,
    }
}

/// Whether the pronoun's verb has the entity beside it already: "Gallant told **him**", "he met Gallant".
pub(super) fn binds(fact: &Fact, form: PronounForm, other: &Fact) -> bool {
    let subject = fact.place.role == Role::Subject;
    form.case == Case::Personal
        && other.sentence == fact.sentence
        && other.place.direct
        && other.place.clause == fact.place.clause
        && (fact.place.direct || !subject)
}

/// Whether one clause lies below another, and if so, by which relation it begins.
pub(super) fn below(
    walk: &Walk,
    clause: crate::segment::TokenId,
    above: crate::segment::TokenId,
) -> Option<Vec<crate::labels::Deprel>> {
    let path = clauses_above(walk.layers.syntax, clause);
    let at = path.iter().position(|(head, _)| *head == above)?;
    Some(path.get(..=at)?.iter().map(|(_, relation)| *relation).collect())
}
