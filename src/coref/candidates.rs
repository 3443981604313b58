//! How well a mention suits a pronoun: nearness, role, salience, reported speech, marks, first names.
//!
//! Points are whole numbers: set by hand, then moved where GAP development and GUM train together gained by it
//! (docs/EVALUATION.md, Coreference).

use super::EntityId;
use super::clauses::{Role, clauses_above, is_predicate};
use super::clusters::Cluster;
use super::facts::Fact;
use super::pronoun_forms::{Case, PronounForm};
use super::walk::Walk;
use crate::labels::{Deprel, EntityType, Gender};
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::segment::TokenId;
use crate::text::Id;

// Where a candidate stands.
const BASE: i32 = 60;
const A_SENTENCE_BACK: i32 = 14;
const A_MENTION_BACK: i32 = 2;
const AHEAD: i32 = 4;
const OTHER_SIDE_OF_HEADING: i32 = 15;
// What it does there.
const SUBJECT: i32 = 18;
const OBJECT: i32 = 10;
const POSSESSOR: i32 = 8;
const OBLIQUE: i32 = 6;
const INSIDE_ANOTHER: i32 = 4;
const BOTH_SUBJECTS: i32 = 12;
const BOTH_OBJECTS: i32 = 4;
const OWN_SUBJECT: i32 = 14;
// What it is.
const NAME: i32 = 10;
const PRONOUN: i32 = 10;
const OWNED: i32 = 2;
const SEEN: i32 = 3;
const SEEN_AS_SUBJECT: i32 = 2;
const TOLD: i32 = 18;
const HINT: i32 = 14;
const HINT_AGAINST: i32 = 80;
const DOUBTFUL_TYPE: i32 = 20;
const BODY_AS_IT: i32 = 4;
const PLURAL_AS_THEY: i32 = 8;
const BODY_AS_THEY: i32 = 6;
// Reported speech.
const REPORTED_SUBJECT: i32 = 18;
const REPORTED: i32 = 8;
const CLAUSE_ABOVE_SUBJECT: i32 = 16;
const CLAUSE_ABOVE: i32 = 4;
const SAME_MARKS: i32 = 16;
const OUT_OF_MARKS: i32 = 14;

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
    // "became a promising author": she is who became one, not the author.
    if mention.kind == MentionKind::Nominal && is_predicate(walk.layers.syntax, mention.head) {
        return None;
    }
    let points = BASE
        + position(candidate, pronoun, fact)
        + role(candidate, pronoun, fact)
        + kind(walk, candidate, mention, cluster)
        + reported(walk, pronoun, fact)
        + marks(pronoun, fact);
    Some(points)
}

/// The nearer is the likelier; between mentions of one sentence, the tie falls to the nearer.
fn position(candidate: &Candidate, pronoun: &Fact, fact: &Fact) -> i32 {
    let sentences = pronoun.sentence.saturating_sub(fact.sentence).min(20) as i32;
    let mentions = candidate.pronoun.index().abs_diff(candidate.mention.index()).min(20) as i32;
    let heading = if fact.heading == pronoun.heading { 0 } else { OTHER_SIDE_OF_HEADING };
    let ahead = if candidate.mention > candidate.pronoun { AHEAD } else { 0 };
    ahead - (sentences * A_SENTENCE_BACK + mentions * A_MENTION_BACK + heading)
}

/// A subject is meant before an object, and a subject by a subject: "Ana met Eva. **She** …": Ana.
fn role(candidate: &Candidate, pronoun: &Fact, fact: &Fact) -> i32 {
    let own = match fact.place.role {
        Role::Subject => SUBJECT,
        Role::Object => OBJECT,
        Role::Possessor => POSSESSOR,
        Role::Oblique => OBLIQUE,
        Role::Other => -INSIDE_ANOTHER,
    };
    let same_clause = pronoun.sentence == fact.sentence && pronoun.place.clause == fact.place.clause;
    let possessive = candidate.form.case == Case::Possessive;
    let parallel = match (pronoun.place.role, fact.place.role) {
        // "Ana lost **her** keys"
        (_, Role::Subject) if possessive && same_clause => OWN_SUBJECT,
        (Role::Subject, Role::Subject) => BOTH_SUBJECTS,
        (Role::Object, Role::Object) => BOTH_OBJECTS,
        _ => 0,
    };
    own + parallel
}

/// What it is, how often it was meant before, and what first names suggest.
fn kind(walk: &Walk, candidate: &Candidate, mention: &Mention, cluster: &Cluster) -> i32 {
    let form = match mention.kind {
        MentionKind::Name => NAME,
        MentionKind::Pronoun => PRONOUN,
        // "her mother": what is owned is spoken of less than its owner.
        MentionKind::Nominal if starts_with_owner(walk, candidate.mention, mention) => -OWNED,
        MentionKind::Nominal => 0,
    };
    let seen =
        SEEN * (cluster.seen.min(5) as i32) + SEEN_AS_SUBJECT * (cluster.seen_as_subject.min(4) as i32);
    let gender = candidate.form.gender;
    let entity_type = cluster.entity_type();
    let suits = match gender {
        Gender::Feminine | Gender::Masculine => {
            let told = cluster.gender() == gender;
            let hint = match cluster.hint {
                Gender::Unknown => 0,
                hint if hint == gender => HINT,
                _ if told => 0,
                _ => -HINT_AGAINST,
            };
            let doubt = if entity_type == EntityType::Person { 0 } else { DOUBTFUL_TYPE };
            hint - doubt + if told { TOLD } else { 0 }
        }
        Gender::Neuter if matches!(entity_type, EntityType::Org | EntityType::Gpe) => BODY_AS_IT,
        Gender::Plural if cluster.gender() == Gender::Plural => PLURAL_AS_THEY,
        Gender::Plural => -BODY_AS_THEY,
        _ => 0,
    };
    form + seen + suits
}

fn starts_with_owner(walk: &Walk, id: MentionId, mention: &Mention) -> bool {
    let next = walk.layers.mentions.table.near(id, 1);
    next.is_some_and(|next| {
        next.kind == MentionKind::Pronoun && next.tokens.start() == mention.tokens.start()
    })
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
    let path = above.get(..=at).unwrap_or(&[]);
    let through_complement = path.iter().any(|(_, below)| *below == Deprel::Ccomp);
    // "he" as subject of what is reported is the speaker more often than "him".
    match (through_complement, pronoun.place.role == Role::Subject) {
        (true, true) => REPORTED_SUBJECT,
        (true, false) => REPORTED,
        (false, true) => CLAUSE_ABOVE_SUBJECT,
        (false, false) => CLAUSE_ABOVE,
    }
}

/// A quotation goes on about the same people; after it, those named in it are less likely meant.
fn marks(pronoun: &Fact, fact: &Fact) -> i32 {
    match (pronoun.region, fact.region) {
        (Some(one), Some(other)) if one == other => SAME_MARKS,
        (None, Some(_)) => -OUT_OF_MARKS,
        _ => 0,
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
