//! Descriptions → entities: appositions, "X is the mayor", titles, head nouns said again, "the company".

use super::EntityId;
use super::clauses::{copula, head, relation};
use super::clusters::Cluster;
use super::facts::{Determiner, Fact, is_capitalised, name_words, word};
use super::names::key;
use super::same_head::same_head;
use super::titles::note_title;
use super::walk::Walk;
use crate::labels::{Deprel, EntityType, Gender, Upos, Xpos};
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::segment::TokenId;
use crate::text::{Id, IdRange};

/// Mentions back from "the company" to the company.
const REACH: usize = 30;
/// Sentences back from "the company" to the company.
const REACH_SENTENCES: usize = 4;

/// Finds or starts the entity of a description.
pub(super) fn place(walk: &mut Walk, id: MentionId) {
    let (Some(mention), Some(fact)) = (walk.mention(id), walk.facts.get(id).cloned()) else { return };
    let owner = owner(walk, id, mention);
    let described = Described { id, mention, fact: &fact, owner };
    if let Some(name) = apposed(walk, &described)
        && let Some(entity) = walk.clusters.entity(name)
    {
        join(walk, &described, Some(name), entity);
        if described.fact.gender != Gender::Plural {
            let role = role_words(walk, mention);
            note_title(&walk.layers, &mut walk.clusters, name, role);
        }
        return;
    }
    if let Some(entity) = found(walk, &described) {
        let antecedent = walk.clusters.last_before(entity, id);
        join(walk, &described, antecedent, entity);
        return;
    }
    let entity = walk.clusters.start(id, mention, &fact);
    remember_owner(walk, &described, entity);
}

/// The entity that a description means by where it stands.
pub(super) fn described(walk: &Walk, id: MentionId) -> Option<EntityId> {
    let (mention, fact) = (walk.mention(id)?, walk.facts.get(id)?);
    let described = Described { id, mention, fact, owner: None };
    apposed(walk, &described)
        .and_then(|name| walk.clusters.entity(name))
        .or_else(|| equated(walk, &described))
}

/// One description.
pub(super) struct Described<'a> {
    pub(super) id: MentionId,
    pub(super) mention: &'a Mention,
    pub(super) fact: &'a Fact,
    /// Whose: Clinton in "Clinton's campaign".
    pub(super) owner: Option<EntityId>,
}

fn found(walk: &Walk, described: &Described) -> Option<EntityId> {
    let fact = described.fact;
    if let Some(entity) = equated(walk, described) {
        return Some(entity);
    }
    if fact.determiner == Determiner::Indefinite {
        return None;
    }
    known_description(walk, described)
        .or_else(|| of_same_owner(walk, described))
        .or_else(|| same_head(walk, described))
        .or_else(|| general_term(walk, described))
}

fn join(walk: &mut Walk, described: &Described, antecedent: Option<MentionId>, entity: EntityId) {
    walk.clusters.join(described.id, described.mention, described.fact, entity);
    if let Some(antecedent) = antecedent {
        walk.clusters.note_antecedent(described.id, antecedent);
    }
    remember_owner(walk, described, entity);
}

fn remember_owner(walk: &mut Walk, described: &Described, entity: EntityId) {
    if let Some(owner) = described.owner {
        walk.possessed.insert((owner, described.fact.head.clone()), entity);
    }
}

/// The entity behind "Clinton's" or "her" at the start of a description.
fn owner(walk: &Walk, id: MentionId, mention: &Mention) -> Option<EntityId> {
    let next = MentionId::from_index(id.index() + 1);
    let inner = walk.mention(next)?;
    let inside = mention.tokens.covers(inner.tokens) && inner.tokens.start() <= mention.tokens.start() + 1;
    let pronoun = inner.kind == MentionKind::Pronoun;
    let mark = || {
        let after = word(&walk.layers, TokenId::from_index(inner.tokens.end()));
        matches!(after.as_str(), "'s" | "’s" | "'" | "’")
    };
    (inside && (pronoun || mark())).then(|| walk.clusters.entity(next)).flatten()
}

/// The name a description stands beside: "Joan Abernethy-Cole, **the head teacher**"; "**the engineer**, Rory
/// Pask,"; "**union leader** Magda Kowalczyk".
fn apposed(walk: &Walk, described: &Described) -> Option<MentionId> {
    let syntax = walk.layers.syntax;
    let mention = described.mention;
    let may_mean = |id: &MentionId| {
        *id != described.id && walk.mention(*id).is_some_and(|name| one_thing(walk, described, name, *id))
    };
    let by_tree = (relation(syntax, mention.head) == Deprel::Appos)
        .then(|| head(syntax, mention.head).and_then(|token| walk.headed.get(&token).copied()))
        .flatten();
    let word_at = |index: usize| word(&walk.layers, TokenId::from_index(index));
    let start = mention.tokens.start();
    let end = mention.tokens.end();
    let closes = |index: usize| {
        let next = word_at(index);
        matches!(
            next.as_str(),
            "," | "." | ";" | ")" | "—" | "–" | "-" | ":" | "" | "who" | "?" | "!" | "and"
        ) || matches!(next.as_str(), "in" | "of" | "at" | "for" | "with" | "from")
    };
    // "Rory Pask, the engineer,"
    let before = || {
        let comma = start.checked_sub(1).filter(|index| matches!(word_at(*index).as_str(), "," | "("))?;
        let name = walk.ending.get(&comma).copied()?;
        closes(end).then_some(name)
    };
    // "the engineer, Rory Pask,", "union leader Magda Kowalczyk"
    let after = || {
        let definite = described.fact.determiner == Determiner::Definite;
        let name_start = match word_at(end).as_str() {
            "," if definite => end + 1,
            _ => end,
        };
        let ids = (described.id.index() + 1..walk.layers.mentions.table.len()).take(6);
        let next = ids.map(MentionId::from_index);
        let mut names = next.filter(|id| {
            walk.mention(*id).is_some_and(|name| {
                let start = name.title.map_or(name.tokens.start(), IdRange::start);
                name.kind == MentionKind::Name && start == name_start
            })
        });
        let name = names.next()?;
        let after = walk.mention(name)?.tokens.end();
        (name_start == end || closes(after)).then_some(name)
    };
    by_tree
        .filter(|id| may_mean(id))
        .or_else(|| before().filter(|id| may_mean(id)))
        .or_else(|| after().filter(|id| may_mean(id)))
}

/// Whether a name and a description beside it can mean one thing.
fn one_thing(walk: &Walk, described: &Described, name: &Mention, id: MentionId) -> bool {
    if name.kind != MentionKind::Name || described.mention.tokens.overlaps(name.tokens) {
        return false;
    }
    let gender =
        walk.clusters.entity(id).and_then(|entity| walk.clusters.table.get(entity)).map(Cluster::gender);
    let plural = described.fact.gender == Gender::Plural;
    if plural != (gender == Some(Gender::Plural)) && described.mention.entity_type == EntityType::Person {
        return false;
    }
    same_sort(described.mention.entity_type, name.entity_type)
}

fn same_sort(one: EntityType, other: EntityType) -> bool {
    use EntityType::{Fac, Gpe, Loc};
    let place = |entity_type| matches!(entity_type, Gpe | Loc | Fac);
    one == other || place(one) && place(other)
}

/// "head teacher" of "the head teacher at the school": what becomes a title.
fn role_words(walk: &Walk, mention: &Mention) -> IdRange<TokenId> {
    let determiner = |token: &TokenId| {
        matches!(walk.layers.syntax.upos.get(*token), Some(Upos::Det | Upos::Pron | Upos::Punct))
    };
    let start = mention.tokens.ids().find(|token| !determiner(token)).unwrap_or(mention.head);
    IdRange::new(start.index().min(mention.head.index()), mention.head.index() + 1)
}

/// "The Israeli army" where the list of aliases knows it and the article names it.
fn known_description(walk: &Walk, described: &Described) -> Option<EntityId> {
    let words = name_words(&walk.layers, described.mention.tokens);
    let by_alias = walk.layers.models.aliases.main_name(&words.join(" "));
    if let Some(entity) = by_alias.and_then(|alias| walk.by_main_name.get(alias)) {
        return Some(*entity);
    }
    // "its hefty American Community Survey", where another place has the name alone
    if !is_capitalised(&walk.layers, described.mention.head) {
        return None;
    }
    let ends = (0..words.len().saturating_sub(1)).filter_map(|from| words.get(from..));
    let mut named = ends.filter_map(|end| walk.by_main_name.get(&key(&walk.layers, end)).copied());
    named.find(|entity| {
        let cluster = walk.clusters.table.get(*entity);
        cluster.is_some_and(|cluster| cluster.entity_type() != EntityType::Person)
    })
}

/// "Ana Ruiz is **the mayor**.", "She is **a teacher**."
fn equated(walk: &Walk, described: &Described) -> Option<EntityId> {
    let syntax = walk.layers.syntax;
    let predicate = described.mention.head;
    let verb = copula(syntax, predicate)?;
    // "is not the mayor", "if she were the mayor", "would be the mayor"
    let from = verb.index().saturating_sub(3);
    let denied = (from..described.mention.tokens.start()).map(TokenId::from_index).any(|token| {
        let word = word(&walk.layers, token);
        syntax.xpos.get(token) == Some(&Xpos::Md)
            || matches!(word.as_str(), "not" | "n't" | "n’t" | "never" | "if" | "whether")
    });
    let subject = *walk.subject_of.get(&predicate).filter(|_| !denied)?;
    let entity = walk.clusters.entity(subject)?;
    let cluster = walk.clusters.table.get(entity)?;
    let person = described.mention.entity_type == EntityType::Person;
    let plural = (described.fact.gender == Gender::Plural) == (cluster.gender() == Gender::Plural);
    let definite = described.fact.determiner == Determiner::Definite;
    (plural && (person || definite) && person == (cluster.entity_type() == EntityType::Person))
        .then_some(entity)
}

/// "her campaign … Clinton's campaign"
fn of_same_owner(walk: &Walk, described: &Described) -> Option<EntityId> {
    let owner = described.owner?;
    walk.possessed.get(&(owner, described.fact.head.clone())).copied()
}

/// "the company", "the country": the last organisation or country, if it can be one.
fn general_term(walk: &Walk, described: &Described) -> Option<EntityId> {
    let fact = described.fact;
    if fact.determiner != Determiner::Definite || described.owner.is_some() || !says_little(walk, described) {
        return None;
    }
    let wanted = match &*fact.head {
        "company" | "firm" | "group" | "organization" | "organisation" | "agency" | "network"
        | "newspaper" | "paper" | "magazine" | "club" | "team" | "party" | "militia" | "airline"
        | "retailer" | "bank" | "manufacturer" | "startup" | "start-up" | "charity" | "nonprofit"
        | "movement" | "union" => EntityType::Org,
        "country" | "nation" | "city" | "town" | "village" | "island" | "territory" => EntityType::Gpe,
        _ => return None,
    };
    let id = described.id;
    for index in (id.index().saturating_sub(REACH)..id.index()).rev() {
        let earlier = MentionId::from_index(index);
        let Some(before) = walk.facts.get(earlier) else { continue };
        if before.sentence + REACH_SENTENCES < fact.sentence {
            return None;
        }
        let Some(entity) = walk.clusters.entity(earlier) else { continue };
        let Some(cluster) = walk.clusters.table.get(entity) else { continue };
        if cluster.is_named() && cluster.entity_type() == wanted && may_be_called(cluster, &fact.head) {
            return Some(entity);
        }
    }
    None
}

/// Whether only adjectives stand before the noun: "the conservative-leaning newspaper", not "the oil company".
fn says_little(walk: &Walk, described: &Described) -> bool {
    let tokens = described.mention.tokens;
    let before = tokens.ids().take_while(|token| *token != described.mention.head);
    let ends = tokens.last() == Some(described.mention.head);
    let adjective = |token: TokenId| {
        let upos = walk.layers.syntax.upos.get(token).copied().unwrap_or_default();
        matches!(upos, Upos::Det | Upos::Adj | Upos::Punct)
            || walk.layers.syntax.xpos.get(token) == Some(&Xpos::Vbg)
    };
    // "conservative-leaning" is one adjective.
    let hyphens =
        tokens.ids().filter(|token| walk.layers.syntax.xpos.get(*token) == Some(&Xpos::Hyph)).count();
    ends && described.fact.words.len() <= 3 + hyphens && before.into_iter().all(adjective)
}

/// Whether a name does not speak against the noun: "the bank" is no "Labour Party".
fn may_be_called(cluster: &Cluster, noun: &str) -> bool {
    const KINDS: [&str; 24] = [
        "agency",
        "airlines",
        "army",
        "association",
        "bank",
        "church",
        "college",
        "commission",
        "committee",
        "congress",
        "council",
        "court",
        "department",
        "house",
        "institute",
        "ministry",
        "office",
        "parliament",
        "party",
        "police",
        "school",
        "senate",
        "union",
        "university",
    ];
    let Some(last) = cluster.name.last() else { return false };
    let kind = KINDS.binary_search(&&**last).is_ok();
    let special = matches!(noun, "bank" | "party" | "union" | "airline");
    if special {
        return last.starts_with(noun) || !kind && cluster.heads.iter().any(|head| **head == *noun);
    }
    !kind || &**last == noun
}
