//! Descriptions → entities by their head noun: "the minister" is whom the article called a minister before.

use super::EntityId;
use super::clusters::Cluster;
use super::descriptions::Described;
use super::facts::Determiner;
use super::walk::Walk;
use crate::labels::{EntityType, Gender};

/// Entities of one head noun that are tried, the latest first.
const TRIED: usize = 10;

/// "a report … the report", "Prime Minister Ana Ruiz … the prime minister", "officials … the officials".
pub(super) fn same_head(walk: &Walk, described: &Described) -> Option<EntityId> {
    if described.owner.is_some() {
        return None;
    }
    let fact = described.fact;
    let plural = fact.gender == Gender::Plural;
    // "Officials said" again is taken for the same officials; a bare singular is no reference.
    if fact.determiner == Determiner::Bare && !plural && described.mention.entity_type != EntityType::Person {
        return None;
    }
    let called = walk.by_head.get(&fact.head)?;
    let suits = |entity: &EntityId| {
        let Some(cluster) = walk.clusters.table.get(*entity) else { return false };
        let number = plural == (cluster.gender() == Gender::Plural);
        let opposite = matches!(
            (fact.gender, cluster.gender()),
            (Gender::Feminine, Gender::Masculine) | (Gender::Masculine, Gender::Feminine)
        );
        let known = |word: &str| {
            word == &*fact.head
                || cluster.qualifiers.iter().any(|known| **known == *word)
                || cluster.name.iter().any(|known| **known == *word)
        };
        number && !opposite && fact.words.iter().all(|word| known(word) || is_colour(word))
    };
    let mut suiting = called.iter().rev().take(TRIED).filter(|entity| suits(entity)).copied();
    let latest = suiting.next()?;
    if fact.determiner != Determiner::Definite || !is_anybody(walk, latest) {
        return Some(latest);
    }
    suiting.find(|entity| walk.clusters.table.get(*entity).is_some_and(Cluster::is_named)).or(Some(latest))
}

/// "Nothing that **a governor** could fail to understand": said once, and perhaps of nobody in particular. Where the article names
/// a governor, "the governor" after it is that one.
fn is_anybody(walk: &Walk, entity: EntityId) -> bool {
    let Some(cluster) = walk.clusters.table.get(entity) else { return false };
    let mut mentions = cluster.mentions.iter();
    let (Some(only), None) = (mentions.next(), mentions.next()) else { return false };
    let indefinite = walk.facts.get(*only).is_some_and(|fact| fact.determiner == Determiner::Indefinite);
    indefinite && cluster.entity_type() == EntityType::Person
}

/// Words that tell nothing apart: "the **embattled** minister" is the minister.
fn is_colour(word: &str) -> bool {
    const COLOUR: [&str; 55] = [
        "acclaimed",
        "accused",
        "ailing",
        "alleged",
        "ambitious",
        "angry",
        "beleaguered",
        "beloved",
        "billionaire",
        "bombastic",
        "brash",
        "brilliant",
        "celebrated",
        "charismatic",
        "colorful",
        "colourful",
        "combative",
        "controversial",
        "current",
        "dead",
        "defiant",
        "disgraced",
        "divisive",
        "eccentric",
        "elderly",
        "embattled",
        "entire",
        "fallen",
        "famous",
        "fiery",
        "firebrand",
        "flamboyant",
        "influential",
        "late",
        "legendary",
        "long-serving",
        "long-time",
        "longtime",
        "maverick",
        "notorious",
        "outspoken",
        "popular",
        "powerful",
        "prominent",
        "renowned",
        "respected",
        "seasoned",
        "slain",
        "soft-spoken",
        "talented",
        "troubled",
        "veteran",
        "wealthy",
        "whole",
        "young",
    ];
    COLOUR.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn who_might_be_anybody_gives_way_to_whom_the_article_names_so() {
        check(
            "[Lydia Marchetti]{1,PERSON,s} , [the governor]{1,PERSON,a} , wrote* what [a governor]{2,PERSON,s} read* . [The governor]{1,PERSON,s} left* .",
        );
        check("[A governor]{1,PERSON,s} wrote* . [The governor]{1,PERSON,s} left* .");
    }
}
