//! How well a mention suits a pronoun: nearness, role, salience, reported speech, marks, first names.
//!
//! Points are whole numbers; they were chosen on GAP development and the news part of GUM train.

use super::EntityId;
use super::clauses::{Role, clauses_above};
use super::facts::Fact;
use super::pronoun_forms::{Case, PronounForm};
use super::walk::Walk;
use crate::labels::{Deprel, EntityType, Gender};
use crate::mentions::{MentionId, MentionKind};
use crate::segment::TokenId;
use crate::text::Id;

/// One mention tried for one pronoun.
pub(super) struct Candidate {
    /// The pronoun.
    pub pronoun: MentionId,
    /// Its form.
    pub form: PronounForm,
    /// The mention tried.
    pub mention: MentionId,
    /// Its entity.
    pub entity: EntityId,
}

/// Points of a candidate; `None` where it cannot be meant.
pub(super) fn score(walk: &Walk, candidate: &Candidate) -> Option<i32> {
    let pronoun = walk.facts.get(candidate.pronoun)?;
    let fact = walk.facts.get(candidate.mention)?;
    let mention = walk.mention(candidate.mention)?;
    let cluster = walk.clusters.table.get(candidate.entity)?;
    let sentences = pronoun.sentence.saturating_sub(fact.sentence) as i32;
    let mut points = 60 - 18 * sentences;
    points += match fact.place.role {
        Role::Subject => 20,
        Role::Object => 8,
        Role::Possessor => 4,
        Role::Oblique => 2,
        Role::Other => -4,
    };
    points += parallel(candidate, pronoun, fact);
    // What an article is about is meant again and again.
    points += 4 * (cluster.seen.min(5) as i32) + 2 * (cluster.seen_as_subject.min(4) as i32);
    points -= between(candidate);
    points += match mention.kind {
        MentionKind::Name => 6,
        MentionKind::Pronoun => 10,
        MentionKind::Nominal => 0,
    };
    points += person(walk, candidate);
    points += reported(walk, pronoun, fact);
    points += marks(candidate, pronoun, fact);
    if fact.heading != pronoun.heading {
        points -= 15;
    }
    if candidate.mention > candidate.pronoun {
        // A fronted clause: as good as a subject of the sentence before.
        points -= 10;
    }
    Some(points)
}

/// Same role: "Ana met Eva on Monday. **She** …": Ana.
fn parallel(candidate: &Candidate, pronoun: &Fact, fact: &Fact) -> i32 {
    let (one, other) = (pronoun.place.role, fact.place.role);
    let same_clause = pronoun.sentence == fact.sentence && pronoun.place.clause == fact.place.clause;
    match (one, other) {
        // "Ana lost **her** keys"
        _ if candidate.form.case == Case::Possessive && same_clause && other == Role::Subject => 20,
        (Role::Subject, Role::Subject) => 12,
        (Role::Object, Role::Object) => 8,
        _ => 0,
    }
}

/// Mentions between the two: the nearer is the likelier.
fn between(candidate: &Candidate) -> i32 {
    let distance = candidate.pronoun.index().abs_diff(candidate.mention.index());
    (distance.min(20)) as i32
}

/// What a first name suggests; "he" is a person, "it" is none.
fn person(walk: &Walk, candidate: &Candidate) -> i32 {
    let Some(cluster) = walk.clusters.table.get(candidate.entity) else { return 0 };
    let gender = candidate.form.gender;
    if matches!(gender, Gender::Feminine | Gender::Masculine) {
        let told = cluster.gender() == gender;
        let type_doubt = if cluster.entity_type() == EntityType::Person { 0 } else { -20 };
        let hint = match cluster.hint {
            Gender::Unknown => 0,
            hint if hint == gender => 14,
            _ if told => 0,
            _ => -80,
        };
        return hint + type_doubt + if told { 14 } else { 0 };
    }
    // "The company said it", "police said they"
    match (gender, cluster.entity_type()) {
        (Gender::Neuter, EntityType::Org | EntityType::Gpe) => 8,
        (Gender::Plural, _) if cluster.gender() == Gender::Plural => 12,
        (Gender::Plural, _) => -6,
        _ => 0,
    }
}

/// "Gallant said that while **he** understands …, **he** believes …": the subject of the clause above.
fn reported(walk: &Walk, pronoun: &Fact, fact: &Fact) -> i32 {
    if pronoun.sentence != fact.sentence || fact.place.role != Role::Subject {
        return 0;
    }
    let Some(clause) = pronoun.place.clause else { return 0 };
    let above = clauses_above(walk.layers.syntax, clause);
    let found = above.iter().position(|(head, _)| Some(*head) == fact.place.clause);
    let Some(at) = found else { return 0 };
    let through_complement =
        above.get(..=at).is_some_and(|path| path.iter().any(|(_, below)| *below == Deprel::Ccomp));
    // "he" as subject of what is reported is the speaker more often than "him".
    let subject = pronoun.place.role == Role::Subject;
    match (through_complement, subject) {
        (true, true) => 18,
        (true, false) => 8,
        (false, true) => 10,
        (false, false) => 6,
    }
}

/// Between marks the speaker is "I", so "he" is somebody else; after them "he said" goes on with the speaker.
fn marks(candidate: &Candidate, pronoun: &Fact, fact: &Fact) -> i32 {
    let speaks = || {
        let near = pronoun.sentence.abs_diff(fact.sentence) == 0;
        near && fact.region.is_none() && fact.place.role == Role::Subject
    };
    let person = matches!(candidate.form.gender, Gender::Feminine | Gender::Masculine);
    match (pronoun.region, fact.region) {
        (Some(_), None) if speaks() && person => -40,
        (Some(one), Some(other)) if one == other => 10,
        (Some(_), _) => 0,
        (None, Some(_)) => -14,
        (None, None) => 0,
    }
}

/// The clause that a pronoun's fronted clause or phrase belongs to: "After **his** trip, Gallant said".
pub(super) fn fronted_under(walk: &Walk, id: MentionId) -> Option<TokenId> {
    let fact = walk.facts.get(id)?;
    let clause = fact.place.clause?;
    let token = walk.mention(id)?.head;
    let syntax = walk.layers.syntax;
    let (found, below) = clauses_above(syntax, clause)
        .into_iter()
        .find(|(_, below)| *below == Deprel::Advcl)
        .map_or_else(|| (clause, None), |(head, below)| (head, Some(below)));
    let phrase = below.is_none() && matches!(fact.place.role, Role::Possessor | Role::Oblique | Role::Other);
    ((below.is_some() || phrase) && token < found).then_some(found)
}
