//! Names and values of the article by type, with every place where they are mentioned.

use std::collections::BTreeMap;

use super::{TextAt, entity, value_words};
use crate::document::{Document, MentionRecord, SpanRecord};
use crate::labels::EntityType;

/// All names of one type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameGroup {
    /// The type.
    pub entity_type: EntityType,
    /// The most mentioned first.
    pub entries: Vec<NameEntry>,
}

/// A person or thing that the article names, or a date, sum or number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameEntry {
    /// The entity; `None` for values and names that belong to none.
    pub entity: Option<u32>,
    /// Its fullest name.
    pub name: String,
    /// What a value means, in plain words, where all its mentions mean the same.
    pub value: Option<String>,
    /// Every mention in order, pronouns and descriptions too.
    pub mentions: Vec<u32>,
}

/// Names grouped by type, types in the order of [`EntityType::ALL`]; types without a name are left out.
pub fn names(document: &Document) -> Vec<NameGroup> {
    let at = TextAt::new(document);
    let mut entries: BTreeMap<(EntityType, Key), NameEntry> = BTreeMap::new();
    for mention in document.mentions.iter().filter(|mention| mention.kind == "name") {
        let Some((key, entry_type, name)) = named_thing(document, &at, mention) else { continue };
        let value = mention.value.as_ref().map(value_words);
        let entry = entries.entry((entry_type, key.clone())).or_insert_with(|| NameEntry {
            entity: key.entity(),
            name,
            value: value.clone(),
            mentions: Vec::new(),
        });
        if entry.value != value {
            entry.value = None;
        }
        entry.mentions.push(mention.id);
    }
    let mut groups: Vec<NameGroup> = Vec::new();
    for ((entity_type, _), mut entry) in entries {
        if let Some(entity) = entry.entity.and_then(|id| entity(document, id)) {
            entry.mentions.extend(&entity.mentions);
            entry.mentions.sort_unstable();
            entry.mentions.dedup();
        }
        match groups.last_mut().filter(|group| group.entity_type == entity_type) {
            Some(group) => group.entries.push(entry),
            None => groups.push(NameGroup { entity_type, entries: vec![entry] }),
        }
    }
    for group in &mut groups {
        group
            .entries
            .sort_by_key(|entry| (std::cmp::Reverse(entry.mentions.len()), entry.mentions.first().copied()));
    }
    groups
}

/// What makes two mentions one entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Entity(u32),
    Words(String),
}

impl Key {
    fn entity(&self) -> Option<u32> {
        match self {
            Self::Entity(id) => Some(*id),
            Self::Words(_) => None,
        }
    }
}

fn named_thing(
    document: &Document,
    at: &TextAt,
    mention: &MentionRecord,
) -> Option<(Key, EntityType, String)> {
    let own_type = EntityType::from_name(&mention.entity_type)?;
    let owner = mention.entity.and_then(|id| entity(document, id)).filter(|_| !own_type.is_value());
    match owner {
        Some(owner) => {
            let entity_type = EntityType::from_name(&owner.entity_type).unwrap_or(own_type);
            Some((Key::Entity(owner.id), entity_type, owner.name.clone()))
        }
        None => {
            let words = at.line(SpanRecord { start: mention.start, end: mention.end });
            Some((Key::Words(words.to_lowercase()), own_type, words))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::document;

    #[test]
    fn an_entity_is_one_entry_with_its_pronouns_and_values_go_by_their_words() {
        let document = document(
            "[Ana Ruiz]{e0} came on [Monday]{DATE}. [She]{e0 pronoun} met [Bo]{e1} on [monday]{DATE}.",
            &["Ana Ruiz", "Bo"],
        );
        let groups = names(&document);
        let told: Vec<_> = groups
            .iter()
            .map(|group| {
                let entries = group.entries.iter().map(|entry| (entry.name.as_str(), entry.mentions.len()));
                (group.entity_type, entries.collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(
            told,
            [(EntityType::Person, vec![("Ana Ruiz", 2), ("Bo", 1)]), (EntityType::Date, vec![("Monday", 2)])]
        );
    }
}
