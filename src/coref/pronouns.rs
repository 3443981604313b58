//! Third-person pronouns → their entity: candidates before (and, for a fronted clause, after), scored.

use super::EntityId;
use super::candidates::{Candidate, score};
use super::clauses::{Role, head, relation};
use super::clusters::Cluster;
use super::facts::{Fact, word};
use super::pronoun_forms::{Case, PronounForm};
use super::walk::Walk;
use crate::labels::{Deprel, EntityType, Gender, Upos};
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::segment::TokenId;
use crate::text::{Id, IdRange};

/// Mentions before a pronoun that are tried.
const REACH: usize = 60;
/// Sentences back to the person behind "he": news names people again within a few.
const REACH_PERSON: usize = 6;
/// Sentences back to the thing behind "it" or the group behind "they".
const REACH_THING: usize = 2;
/// Mentions after a pronoun in a fronted clause that are tried.
const REACH_AHEAD: usize = 12;
/// Mentions on either side that are looked at for the rest of a sentence.
const NEAR: usize = 12;
/// Points that an entity loses across quotation marks.
const ACROSS_MARKS: i32 = 40;
/// A pronoun whose best candidate scores less stays alone.
const LEAST: i32 = 0;
/// A lead over the second-best candidate from which the pronoun counts as evidence of gender.
const SURE: i32 = 25;

/// Finds the entity of a pronoun, if there is one.
pub(super) fn place(walk: &mut Walk, id: MentionId) {
    let Some(form) = walk.facts.get(id).and_then(|fact| fact.pronoun) else { return };
    if !form.third_person {
        return;
    }
    let found = match form.case {
        Case::Relative => relative(walk, id).map(|mention| (mention, false)),
        Case::Reflexive => {
            reflexive(walk, id, form).map(|mention| (mention, true)).or_else(|| best(walk, id, form))
        }
        _ if form.gender == Gender::Neuter && is_empty_it(walk, id) => None,
        _ => best(walk, id, form),
    };
    let Some((antecedent, sure)) = found else { return };
    let Some(entity) = walk.clusters.entity(antecedent) else { return };
    walk.clusters.link(id, antecedent, entity);
    let Some(cluster) = walk.clusters.table.get_mut(entity) else { return };
    let person = matches!(form.gender, Gender::Feminine | Gender::Masculine);
    if person && (sure || cluster.gender() == Gender::Unknown) {
        cluster.tell(form.gender, if sure { 2 } else { 1 });
    }
}

/// "Gallant, **who** said …", "the army, **which** …": the noun before.
fn relative(walk: &Walk, id: MentionId) -> Option<MentionId> {
    let mention = walk.mention(id)?;
    let clause = walk.facts.get(id)?.place.clause?;
    let syntax = walk.layers.syntax;
    if relation(syntax, clause) == Deprel::AclRelcl {
        let noun = head(syntax, clause)?;
        return walk.headed.get(&noun).copied().filter(|noun| *noun < id);
    }
    let start = mention.tokens.start();
    let comma = start.checked_sub(1).filter(|index| word(&walk.layers, TokenId::from_index(*index)) == ",");
    walk.ending.get(&comma.unwrap_or(start)).copied().filter(|noun| *noun < id)
}

/// Entities of the same sentence on the other side of quotation marks: the speaker is "I" between them, and of
/// whom he speaks is not himself. "“Clinton might win,” **she** said": not Clinton.
fn across_marks(walk: &Walk, id: MentionId, form: PronounForm) -> Vec<EntityId> {
    let Some(fact) = walk.facts.get(id) else { return Vec::new() };
    let subject = fact.place.role == Role::Subject;
    if form.gender == Gender::Neuter || fact.region.is_none() && !subject {
        return Vec::new();
    }
    let from = id.index().saturating_sub(NEAR);
    let near = IdRange::<MentionId>::new(from, (id.index() + NEAR).min(walk.layers.mentions.table.len()));
    let speaks_across = |other: &Fact| match (fact.region, other.region) {
        (None, Some(_)) => true,
        (Some(_), None) => other.place.role == Role::Subject,
        _ => false,
    };
    let others = near.ids().filter(|other| {
        walk.facts.get(*other).is_some_and(|other| other.sentence == fact.sentence && speaks_across(other))
    });
    others.filter_map(|other| walk.clusters.entity(other)).collect()
}

/// "Gallant hurt **himself**": the subject of the clause.
fn reflexive(walk: &Walk, id: MentionId, form: PronounForm) -> Option<MentionId> {
    let clause = walk.facts.get(id)?.place.clause?;
    let subject = *walk.subject_of.get(&clause)?;
    let entity = walk.clusters.entity(subject)?;
    (subject < id && agrees(walk.clusters.table.get(entity)?, form)).then_some(subject)
}

/// The best candidate and whether it leads clearly.
fn best(walk: &Walk, id: MentionId, form: PronounForm) -> Option<(MentionId, bool)> {
    let fact = walk.facts.get(id)?;
    let excluded = excluded(walk, id, form);
    let across_marks = across_marks(walk, id, form);
    let reach = match form.gender {
        Gender::Feminine | Gender::Masculine => REACH_PERSON,
        _ => REACH_THING,
    };
    let first = id.index().saturating_sub(REACH);
    let behind = (first..id.index()).rev().map(MentionId::from_index);
    let behind = behind.take_while(|earlier| {
        walk.facts.get(*earlier).is_some_and(|earlier| earlier.sentence + reach >= fact.sentence)
    });
    let ahead = ahead(walk, id);
    let mut scored: Vec<(i32, EntityId, MentionId)> = Vec::new();
    for mention in behind.chain(ahead) {
        let Some(entity) = walk.clusters.entity(mention) else { continue };
        let Some(cluster) = walk.clusters.table.get(entity) else { continue };
        if excluded.contains(&entity) || covers(walk, mention, id) || !agrees(cluster, form) {
            continue;
        }
        let candidate = Candidate { pronoun: id, form, mention, entity };
        let across = if across_marks.contains(&entity) { ACROSS_MARKS } else { 0 };
        let Some(points) = score(walk, &candidate).map(|points| points - across) else { continue };
        match scored.iter_mut().find(|(_, known, _)| *known == entity) {
            Some(row) if row.0 < points => *row = (points, entity, mention),
            Some(_) => {}
            None => scored.push((points, entity, mention)),
        }
    }
    scored.sort_by_key(|(points, _, mention)| (-points, std::cmp::Reverse(*mention)));
    let (points, _, mention) = *scored.first()?;
    let second = scored.get(1).map_or(i32::MIN / 2, |row| row.0);
    (points >= LEAST).then_some((mention, points - second >= SURE))
}

/// Subjects that follow a fronted clause or phrase: "While **he** understands the calls, **Gallant** believes …",
/// "During **his** trip, **Gallant** said".
fn ahead<'w>(walk: &'w Walk, id: MentionId) -> impl Iterator<Item = MentionId> + 'w {
    let sentence = walk.facts.get(id).map(|fact| fact.sentence);
    let fronted = super::candidates::fronted_under(walk, id);
    let after =
        (id.index() + 1..walk.layers.mentions.table.len()).take(REACH_AHEAD).map(MentionId::from_index);
    let after = after.take_while(move |later| walk.facts.get(*later).map(|fact| fact.sentence) == sentence);
    after.filter(move |later| {
        let (Some(fact), Some(mention)) = (walk.facts.get(*later), walk.mention(*later)) else {
            return false;
        };
        mention.kind == MentionKind::Name
            && fact.place.role == Role::Subject
            && (fronted.is_some() && fact.place.clause == fronted || opens_after_comma(walk, id, mention))
    })
}

/// Whether a name comes right after the first comma that follows a pronoun near the head of a sentence, where a
/// fronted clause ends, whatever the tree says.
fn opens_after_comma(walk: &Walk, id: MentionId, name: &Mention) -> bool {
    let start = name.title.map_or(name.tokens.start(), IdRange::start);
    let Some(pronoun) = walk.mention(id) else { return false };
    let from = pronoun.tokens.end();
    let is_comma = |index: &usize| word(&walk.layers, TokenId::from_index(*index)) == ",";
    let first = (from..start.min(from + 15)).find(is_comma);
    let sentence = walk.layers.segments.sentence_of(pronoun.head);
    let opening = sentence.and_then(|sentence| walk.layers.segments.sentences.get(sentence));
    let near_head = opening.is_some_and(|sentence| pronoun.tokens.start() <= sentence.tokens.start() + 8);
    near_head && first.is_some_and(|comma| comma + 1 == start)
}

/// The entities that a pronoun cannot mean: those beside it in the same clause.
///
/// "Gallant told **him**", "he met Gallant": not Gallant; also through "wants to see him".
fn excluded(walk: &Walk, id: MentionId, form: PronounForm) -> Vec<EntityId> {
    let mut excluded = Vec::new();
    let Some(fact) = walk.facts.get(id) else { return excluded };
    if form.case != Case::Personal {
        return excluded;
    }
    let Some(clause) = fact.place.clause else { return excluded };
    let subject = fact.place.role == Role::Subject;
    let controller = (!subject).then(|| controller(walk, clause)).flatten();
    let near = (id.index().saturating_sub(12)..id.index()).map(MentionId::from_index);
    for other in near {
        let Some(other_fact) = walk.facts.get(other) else { continue };
        if other_fact.sentence != fact.sentence || !other_fact.place.direct {
            continue;
        }
        let beside = other_fact.place.clause == Some(clause) && (fact.place.direct || !subject);
        let controls = controller.is_some()
            && other_fact.place.clause == controller
            && other_fact.place.role == Role::Subject;
        if beside || controls {
            excluded.extend(walk.clusters.entity(other));
        }
    }
    excluded
}

/// The clause above whose subject a clause without one shares: "Biden, trashing Trump and accusing **him**",
/// "wants to see **him**".
fn controller(walk: &Walk, clause: TokenId) -> Option<TokenId> {
    let syntax = walk.layers.syntax;
    let mut at = clause;
    for _ in 0..4 {
        let shares = matches!(relation(syntax, at), Deprel::Xcomp | Deprel::Advcl | Deprel::Conj);
        if !shares || walk.subject_of.contains_key(&at) {
            break;
        }
        at = head(syntax, at)?;
    }
    (at != clause).then_some(at)
}

/// "his father" is not he.
fn covers(walk: &Walk, outer: MentionId, inner: MentionId) -> bool {
    match (walk.mention(outer), walk.mention(inner)) {
        (Some(outer), Some(inner)) => outer.tokens.overlaps(inner.tokens),
        _ => false,
    }
}

/// Whether type, gender and number allow the pronoun.
fn agrees(cluster: &Cluster, form: PronounForm) -> bool {
    use EntityType::{Norp, Org, Person};
    let told = cluster.gender();
    let entity_type = cluster.entity_type();
    match form.gender {
        Gender::Feminine | Gender::Masculine => {
            let may_be_person = match entity_type {
                Person => true,
                // A name of a doubtful type whose first word is a first name.
                EntityType::Misc | Org | EntityType::Work | EntityType::Product => {
                    cluster.hint == form.gender
                }
                _ => false,
            };
            may_be_person && (told == form.gender || told == Gender::Unknown)
        }
        Gender::Neuter => {
            !matches!(entity_type, Person | Norp) && matches!(told, Gender::Neuter | Gender::Unknown)
        }
        Gender::Plural => {
            told == Gender::Plural
                || entity_type == Org
                || entity_type == Norp && cluster.name.last().is_some_and(|word| word.ends_with('s'))
        }
        Gender::Unknown => false,
    }
}

/// "**It** is clear that …", "**it** seems", "**it** rained": means nothing.
fn is_empty_it(walk: &Walk, id: MentionId) -> bool {
    let Some(mention) = walk.mention(id) else { return true };
    let syntax = walk.layers.syntax;
    if relation(syntax, mention.head) == Deprel::Expl {
        return true;
    }
    if walk.facts.get(id).is_none_or(|fact| fact.place.role != Role::Subject) {
        return false;
    }
    let mut be = false;
    let mut adjective = false;
    for index in (mention.head.index() + 1..walk.layers.segments.tokens.len()).take(9) {
        let token = TokenId::from_index(index);
        let lemma = syntax.lemma.get(token).map_or("", |lemma| lemma);
        let upos = syntax.upos.get(token).copied().unwrap_or_default();
        match lemma {
            "seem" | "appear" | "rain" | "snow" | "happen" | "turn" if !adjective && !be => return true,
            "be" | "become" | "remain" | "'s" => be = true,
            "that" | "to" | "whether" | "if" | "how" | "why" | "when" | "who" if be && adjective => {
                return true;
            }
            "time" | "fact" | "way" | "pity" | "shame" if be => adjective = true,
            _ => {}
        }
        let passive = upos == Upos::Verb && be;
        match upos {
            Upos::Adj => adjective = true,
            // "it was said that"
            Upos::Verb if passive => adjective = true,
            Upos::Punct => return false,
            Upos::Verb | Upos::Noun | Upos::Propn if !adjective => return false,
            _ => {}
        }
    }
    false
}
