//! Names with their short forms, initials, acronyms and other spellings → entities.
//!
//! The longest names come first, so that a short form finds its full form wherever in the article that stands.

use rustc_hash::FxHashMap;
use std::cmp::Reverse;

use super::EntityId;
use super::clusters::Clusters;
use super::facts::{Fact, Layers};
use super::name_forms::{
    acronyms, first_name_of, is_generic_word, is_named_for_person, person_fits, short_organisations,
    without_generation,
};
use crate::labels::{EntityType, Gender};
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::segment::TokenId;
use crate::text::{Id, Table};

/// Full names with one word in common that are compared with a short one.
const CANDIDATES: usize = 12;

/// Entities by the words and forms of their names.
#[derive(Default)]
struct NameIndex {
    /// By all words.
    whole: FxHashMap<String, Vec<EntityId>>,
    /// People by surname.
    last: FxHashMap<Box<str>, Vec<EntityId>>,
    /// People by first name.
    first: FxHashMap<Box<str>, Vec<EntityId>>,
    /// People by a name between first and last, by which those with two surnames are called.
    middle: FxHashMap<Box<str>, Vec<EntityId>>,
    /// By initials and by short forms of organisations.
    short: FxHashMap<String, Vec<EntityId>>,
    /// By the token after the name.
    ending: FxHashMap<usize, EntityId>,
}

/// Joins the names that mean the same.
pub(super) fn join_names(
    layers: &Layers,
    facts: &Table<MentionId, Fact>,
    other_names: &FxHashMap<MentionId, MentionId>,
    clusters: &mut Clusters,
) {
    let mut names: Vec<MentionId> = layers
        .mentions
        .table
        .iter()
        .filter(|(_, mention)| mention.kind == MentionKind::Name && !mention.entity_type.is_value())
        .map(|(id, _)| id)
        .collect();
    names.sort_by_key(|id| {
        let words = facts.get(*id).map_or(0, |fact| fact.words.len());
        (Reverse(words), !in_parentheses(layers, *id), *id)
    });
    let mut index = NameIndex::default();
    let by_main: FxHashMap<MentionId, MentionId> =
        other_names.iter().map(|(other, main)| (*main, *other)).collect();
    for id in names {
        let (Some(mention), Some(fact)) = (layers.mentions.table.get(id), facts.get(id)) else { continue };
        let name = Name { id, mention, fact };
        let beside = [other_names.get(&id), by_main.get(&id)].into_iter().flatten();
        let beside =
            beside.filter_map(|other| clusters.entity(*other)).find(|entity| agree(clusters, *entity, &name));
        let found = beside.or_else(|| find(layers, facts, clusters, &index, &name));
        let entity = match found {
            Some(entity) => {
                clusters.join(id, mention, fact, entity);
                entity
            }
            None => clusters.start(id, mention, fact),
        };
        index.add(layers, &name, entity, found.is_none());
    }
}

/// One name.
struct Name<'a> {
    id: MentionId,
    mention: &'a Mention,
    fact: &'a Fact,
}

fn find(
    layers: &Layers,
    facts: &Table<MentionId, Fact>,
    clusters: &Clusters,
    index: &NameIndex,
    name: &Name,
) -> Option<EntityId> {
    let known = |entity: &EntityId| agree(clusters, *entity, name);
    let key = key(layers, &name.fact.words);
    let words = without_generation(&name.fact.words);
    let person = name.mention.entity_type == EntityType::Person;
    // "World Health Organization (WHO)"
    if let Some(entity) = long_form_before(layers, clusters, index, name) {
        return Some(entity);
    }
    if let (Some(last), Some(first)) = (words.last(), words.first()) {
        let by_surname = index.last.get(last).into_iter().flatten();
        let by_first = index.first.get(first).into_iter().flatten();
        let mut fitting: Vec<EntityId> = Vec::new();
        if may_be_a_person(name) {
            let surnames = by_surname.rev().take(CANDIDATES);
            fitting.extend(
                surnames.filter(|entity| known(entity) && fits(layers, clusters, **entity, &name.fact.words)),
            );
        }
        if fitting.is_empty() && person && words.len() == name.fact.words.len() {
            let firsts = by_first.rev().take(CANDIDATES);
            fitting.extend(firsts.filter(|entity| {
                known(entity)
                    && clusters
                        .table
                        .get(**entity)
                        .is_some_and(|c| c.name.starts_with(words) && !is_named_for_person(&c.name))
            }));
        }
        if let Some(entity) = most_salient(facts, clusters, &fitting, name) {
            return Some(entity);
        }
    }
    let same = index.whole.get(&key).into_iter().flatten();
    if let Some(entity) = same.rev().take(CANDIDATES).find(|entity| known(entity)) {
        return Some(*entity);
    }
    // "the Fund" is no short form of "Children's Fund": generic words stay alone.
    if words.len() == 1 && words.first().is_some_and(|word| is_generic_word(word)) {
        return None;
    }
    // "Carlos Manuel **Sada** Solana … **Sada** said", if nobody else has that name.
    if let ([middle], true) = (words, person)
        && let Some([entity]) = index.middle.get(middle).map(Vec::as_slice)
        && known(entity)
    {
        return Some(*entity);
    }
    let short = index.short.get(&key).into_iter().flatten();
    let fitting: Vec<EntityId> =
        short.rev().take(CANDIDATES).filter(|entity| known(entity)).copied().collect();
    most_salient(facts, clusters, &fitting, name)
}

/// Words of a name as one key, with other spellings brought to one.
pub(super) fn key(layers: &Layers, words: &[Box<str>]) -> String {
    let key = words.join(" ");
    layers.models.aliases.main_name(&key).map_or(key, str::to_owned)
}

/// "Ford" may be the surname of a person even where it was taken for a firm.
fn may_be_a_person(name: &Name) -> bool {
    use EntityType::{Misc, Org, Person, Product, Work};
    let short = name.fact.words.len() == 1;
    match name.mention.entity_type {
        Person => true,
        Org | Misc | Product | Work => short,
        _ => false,
    }
}

fn fits(layers: &Layers, clusters: &Clusters, entity: EntityId, words: &[Box<str>]) -> bool {
    clusters
        .table
        .get(entity)
        .is_some_and(|cluster| person_fits(&layers.models.aliases, words, &cluster.name))
}

/// Whether type and gender allow that the name belongs to the entity.
fn agree(clusters: &Clusters, entity: EntityId, name: &Name) -> bool {
    let Some(cluster) = clusters.table.get(entity) else { return false };
    let (one, other) = (cluster.gender(), name.fact.gender);
    // "Mr Smith" is not Mary Smith; "the Clintons" are not Hillary Clinton.
    let opposite =
        matches!((one, other), (Gender::Feminine, Gender::Masculine) | (Gender::Masculine, Gender::Feminine))
            || (one == Gender::Plural) != (other == Gender::Plural)
                && cluster.entity_type() == EntityType::Person;
    let told_by_title = other != Gender::Unknown && one == Gender::Unknown && name.fact.words.len() == 1;
    let against_hint = told_by_title && cluster.hint != Gender::Unknown && cluster.hint != other;
    !opposite && !against_hint && same_sort(cluster.entity_type(), name)
}

/// "Washington" the city is not Washington the man; between the other types a doubt is a fault of the tagger.
fn same_sort(entity_type: EntityType, name: &Name) -> bool {
    use EntityType::{Fac, Gpe, Loc, Norp, Person};
    let sort = |entity_type| match entity_type {
        Gpe | Loc | Fac => 1,
        Norp => 2,
        Person => 3,
        _ => 0,
    };
    let (one, other) = (sort(entity_type), sort(name.mention.entity_type));
    one == other || one == 0 || other == 0 || (name.fact.words.len() > 1 && one + other == 4)
}

/// Of several people with one surname, the one the article is about just there.
///
/// "John Smith and his wife Mary Smith … Smith said": whoever was called Smith alone before, else whoever was
/// named oftener and later.
fn most_salient(
    facts: &Table<MentionId, Fact>,
    clusters: &Clusters,
    candidates: &[EntityId],
    name: &Name,
) -> Option<EntityId> {
    if let [only] = candidates {
        return Some(*only);
    }
    let sentence = |id: MentionId| facts.get(id).map_or(0, |fact| fact.sentence);
    let score = |entity: &EntityId| {
        let cluster = clusters.table.get(*entity)?;
        let before = clusters.last_before(*entity, name.id);
        let distance = before.map_or(usize::MAX, |last| sentence(name.id).saturating_sub(sentence(last)));
        let recency = match distance {
            0..=1 => 3,
            2..=4 => 2,
            usize::MAX => 0,
            _ => 1,
        };
        let gender = cluster.gender() == name.fact.gender && name.fact.gender != Gender::Unknown;
        let hint = cluster.hint == name.fact.gender && name.fact.gender != Gender::Unknown;
        let often = cluster.mentions.len().min(4);
        Some((recency + often + 8 * usize::from(gender) + 4 * usize::from(hint), before))
    };
    candidates.iter().filter_map(|entity| Some((score(entity)?, *entity))).max().map(|(_, entity)| entity)
}

/// "World Health Organization (**WHO**)": the name right before the bracket.
fn long_form_before(
    layers: &Layers,
    clusters: &Clusters,
    index: &NameIndex,
    name: &Name,
) -> Option<EntityId> {
    if !in_parentheses(layers, name.id) || name.fact.words.len() != 1 {
        return None;
    }
    let entity = *index.ending.get(&name.mention.tokens.start().checked_sub(1)?)?;
    let long = &clusters.table.get(entity)?.name;
    let first_letter = |word: &str| word.chars().next();
    let (short, start) = (name.fact.words.first()?, long.first()?);
    (long.len() > 1 && first_letter(short) == first_letter(start)).then_some(entity)
}

fn in_parentheses(layers: &Layers, id: MentionId) -> bool {
    let tokens = layers.mentions.table.get(id).map(|mention| mention.tokens);
    tokens.is_some_and(|tokens| super::facts::before(layers, tokens).as_deref() == Some("("))
}

impl NameIndex {
    fn add(&mut self, layers: &Layers, name: &Name, entity: EntityId, new: bool) {
        let words = without_generation(&name.fact.words);
        let key = key(layers, &name.fact.words);
        note(self.whole.entry(key).or_default(), entity);
        let end = TokenId::from_index(name.mention.tokens.end());
        self.ending.insert(end.index(), entity);
        if name.mention.entity_type == EntityType::Person {
            if words.len() > 1 && !is_named_for_person(words) {
                if let Some(part) = words.last() {
                    note(self.last.entry(part.clone()).or_default(), entity);
                    // "al-Sudani" and "Sudani"
                    if let Some(bare) = part.strip_prefix("al-") {
                        note(self.last.entry(bare.into()).or_default(), entity);
                    }
                }
                for middle in
                    words.iter().skip(1).take(words.len() - 2).filter(|word| word.chars().count() > 1)
                {
                    note(self.middle.entry(middle.clone()).or_default(), entity);
                }
                if let Some(first) = first_name_of(words) {
                    note(self.first.entry(first).or_default(), entity);
                }
            }
            return;
        }
        if new && words.len() > 1 {
            let organisation = name.mention.entity_type == EntityType::Org;
            let shorts = if organisation { short_organisations(words) } else { Vec::new() };
            for form in acronyms(words).into_iter().chain(shorts) {
                note(self.short.entry(form).or_default(), entity);
            }
        }
    }
}

/// Adds an entity to a list unless it was the last one added.
fn note(entities: &mut Vec<EntityId>, entity: EntityId) {
    if entities.last() != Some(&entity) {
        entities.push(entity);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn who_has_two_surnames_is_called_by_the_first() {
        check("[Carlos Sada Solana]{1,PERSON,s} stayed* . [Sada]{1,PERSON,s} left* .");
    }

    #[test]
    fn a_middle_name_that_two_have_is_nobody_s() {
        check(
            "[Carlos Sada Solana]{1,PERSON,s} stayed* . [Ana Sada Ruiz]{2,PERSON,s} came* . [Sada]{3,PERSON,s} left* .",
        );
    }
}
