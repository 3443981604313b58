//! Third-person pronouns → their entity: what grammar decides alone, and what is learned (`antecedents`).

use super::EntityId;
use super::antecedents::{agrees, best};
use super::clauses::{Role, clauses_above, head, relation};
use super::facts::word;
use super::pronoun_forms::{Case, PronounForm};
use super::walk::Walk;
use crate::labels::{Deprel, Gender, Upos};
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::model::coreference_questions::Direction;
use crate::segment::TokenId;
use crate::text::{Id, IdRange};

/// Mentions after a pronoun in a fronted clause that are tried.
const REACH_AHEAD: usize = 12;
/// A lead over the second-best candidate, in thousandths of log-odds, from which the pronoun counts as evidence of
/// gender.
const SURE: i32 = 1_000;

/// Finds the entity of a pronoun, if there is one.
pub(super) fn place(walk: &mut Walk, id: MentionId) {
    let Some(form) = walk.facts.get(id).and_then(|fact| fact.pronoun) else { return };
    if !form.third_person {
        return;
    }
    let found = match form.case {
        Case::Relative => relative(walk, id).map(|(mention, entity)| (mention, entity, 0)),
        Case::Reflexive => reflexive(walk, id, form)
            .map(|(mention, entity)| (mention, entity, SURE))
            .or_else(|| best(walk, id, form)),
        _ if form.gender == Gender::Neuter && is_empty_it(walk, id) => return,
        _ => best(walk, id, form),
    };
    if form.case != Case::Relative
        && let Some(sentence) = walk.facts.get(id).map(|fact| fact.sentence)
    {
        walk.last_pronoun.insert(form.gender, (sentence, found.map(|(_, entity, _)| entity)));
    }
    let Some((antecedent, entity, lead)) = found else { return };
    walk.clusters.link(id, antecedent, entity);
    let Some(cluster) = walk.clusters.table.get_mut(entity) else { return };
    let person = matches!(form.gender, Gender::Feminine | Gender::Masculine);
    let sure = lead >= SURE;
    if person && (sure || cluster.gender() == Gender::Unknown) {
        cluster.tell_by_link(form.gender, if sure { 2 } else { 1 });
    }
}

/// "Gallant, **who** said …", "the army, **which** …": the noun before.
fn relative(walk: &Walk, id: MentionId) -> Option<(MentionId, EntityId)> {
    let noun = noun_before_relative(walk, id)?;
    Some((noun, walk.clusters.entity(noun)?))
}

fn noun_before_relative(walk: &Walk, id: MentionId) -> Option<MentionId> {
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

/// "Gallant hurt **himself**": the subject of the clause.
fn reflexive(walk: &Walk, id: MentionId, form: PronounForm) -> Option<(MentionId, EntityId)> {
    let clause = walk.facts.get(id)?.place.clause?;
    let subject = *walk.subject_of.get(&clause)?;
    let entity = walk.clusters.entity(subject)?;
    (subject < id && agrees(walk.clusters.table.get(entity)?, form)).then_some((subject, entity))
}

/// Names that follow in the sentence and are subjects: "While **he** understands the calls, **Gallant** believes …",
/// "During **his** trip, **Gallant** said". Whether the grammar of a fronted clause or phrase leads to them tells them
/// apart.
pub(super) fn ahead<'w>(walk: &'w Walk, id: MentionId) -> impl Iterator<Item = (MentionId, Direction)> + 'w {
    let sentence = walk.facts.get(id).map(|fact| fact.sentence);
    let fronted = fronted_under(walk, id);
    let after =
        (id.index() + 1..walk.layers.mentions.table.len()).take(REACH_AHEAD).map(MentionId::from_index);
    let after = after.take_while(move |later| walk.facts.get(*later).map(|fact| fact.sentence) == sentence);
    after.filter_map(move |later| {
        let (fact, mention) = (walk.facts.get(later)?, walk.mention(later)?);
        let subject = mention.kind == MentionKind::Name && fact.place.role == Role::Subject;
        let led = fronted.is_some() && fact.place.clause == fronted || opens_after_comma(walk, id, mention);
        subject.then_some((later, if led { Direction::Ahead } else { Direction::AheadAnywhere }))
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

/// The clause above whose subject a clause without one shares: "Biden, trashing Trump and accusing **him**",
/// "wants to see **him**".
pub(super) fn controller(walk: &Walk, clause: TokenId) -> Option<TokenId> {
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
