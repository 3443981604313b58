//! Entities while they grow: which mention belongs where, and what is known of each so far.

use std::collections::BTreeSet;

use super::EntityId;
use super::facts::Fact;
use super::name_forms::is_named_for_person;
use crate::labels::{EntityType, Gender};
use crate::mentions::{Mention, MentionId};
use crate::segment::TokenId;
use crate::text::{IdRange, Table};

/// Words of one kind kept for an entity: more never help to tell it apart.
const WORDS_KEPT: usize = 24;

/// What a name's type counts against a description's.
const NAME_VOTES: u32 = 3;

/// An entity that grows.
#[derive(Clone, Debug, Default)]
pub(super) struct Cluster {
    /// Its mentions, in order of their place.
    pub mentions: BTreeSet<MentionId>,
    /// How often the article's words told each gender: feminine, masculine, neuter, plural.
    told: [u32; 4],
    /// The part of it that only pronouns told, once they were linked.
    linked: [u32; 4],
    /// What its first names suggest.
    pub hint: Gender,
    /// How often its mentions had each type.
    types: Vec<(EntityType, u32)>,
    /// The words of its longest name.
    pub name: Vec<Box<str>>,
    /// Head nouns of its titles and descriptions.
    pub heads: Vec<Box<str>>,
    /// All words of its titles, affiliations and descriptions.
    pub qualifiers: Vec<Box<str>>,
    /// Titles beside its names.
    pub titles: Vec<IdRange<TokenId>>,
    /// Countries and organisations named with its titles.
    pub affiliations: Vec<MentionId>,
    /// Mentions passed so far on the way through the text.
    pub seen: u32,
    /// Of these, mentions as subject.
    pub seen_as_subject: u32,
}

impl Cluster {
    /// The gender that the article's words tell most often.
    pub fn gender(&self) -> Gender {
        let [feminine, masculine, neuter, plural] = self.told;
        let most = feminine.max(masculine).max(neuter).max(plural);
        match most {
            0 => Gender::Unknown,
            _ if plural == most => Gender::Plural,
            _ if feminine == most && masculine < most => Gender::Feminine,
            _ if masculine == most && feminine < most => Gender::Masculine,
            _ if neuter == most && feminine + masculine == 0 => Gender::Neuter,
            _ => Gender::Unknown,
        }
    }

    /// Notes that the article's words tell a gender.
    pub fn tell(&mut self, gender: Gender, weight: u32) {
        if let Some(told) = slot(&mut self.told, gender) {
            *told += weight;
        }
    }

    /// Notes that a pronoun of this gender was linked to it.
    pub fn tell_by_link(&mut self, gender: Gender, weight: u32) {
        self.tell(gender, weight);
        if let Some(linked) = slot(&mut self.linked, gender) {
            *linked += weight;
        }
    }

    /// How often words other than pronouns told a gender.
    pub fn told_by_words(&self, gender: Gender) -> u32 {
        let (mut told, mut linked) = (self.told, self.linked);
        let count = |slot: Option<&mut u32>| slot.map_or(0, |count| *count);
        count(slot(&mut told, gender)).saturating_sub(count(slot(&mut linked, gender)))
    }

    /// How often linked pronouns told a gender.
    pub fn told_by_links(&self, gender: Gender) -> u32 {
        let mut linked = self.linked;
        slot(&mut linked, gender).map_or(0, |count| *count)
    }

    /// The type most of its mentions have; the first among equals.
    pub fn entity_type(&self) -> EntityType {
        let mut best = (EntityType::Misc, 0);
        for &(entity_type, votes) in &self.types {
            if votes > best.1 {
                best = (entity_type, votes);
            }
        }
        best.0
    }

    /// Whether names called it a place more than once, and never a person: "Clarkston" is nobody's "he".
    pub fn is_surely_a_place(&self) -> bool {
        use EntityType::{Fac, Gpe, Loc, Person};
        let votes = |wanted: fn(EntityType) -> bool| -> u32 {
            self.types.iter().filter(|(known, _)| wanted(*known)).map(|(_, votes)| votes).sum()
        };
        let places = votes(|known| matches!(known, Gpe | Loc | Fac));
        places >= 2 * NAME_VOTES && votes(|known| known == Person) == 0
    }

    /// Whether it has a name.
    pub fn is_named(&self) -> bool {
        !self.name.is_empty()
    }

    /// Adds a head noun of a title or description.
    pub fn describe(&mut self, head: &str) {
        keep(&mut self.heads, head);
    }

    /// Adds a word of a title, affiliation or description.
    pub fn qualify(&mut self, word: &str) {
        keep(&mut self.qualifiers, word);
    }

    fn vote(&mut self, entity_type: EntityType, weight: u32) {
        match self.types.iter_mut().find(|(known, _)| *known == entity_type) {
            Some((_, votes)) => *votes += weight,
            None => self.types.push((entity_type, weight)),
        }
    }
}

fn slot(counts: &mut [u32; 4], gender: Gender) -> Option<&mut u32> {
    let [feminine, masculine, neuter, plural] = counts;
    match gender {
        Gender::Feminine => Some(feminine),
        Gender::Masculine => Some(masculine),
        Gender::Neuter => Some(neuter),
        Gender::Plural => Some(plural),
        Gender::Unknown => None,
    }
}

fn keep(words: &mut Vec<Box<str>>, word: &str) {
    if words.len() < WORDS_KEPT && !words.iter().any(|known| **known == *word) {
        words.push(word.into());
    }
}

/// All entities, and the entity of each mention.
#[derive(Clone, Debug, Default)]
pub(super) struct Clusters {
    /// The entities.
    pub table: Table<EntityId, Cluster>,
    /// The entity of each mention.
    pub of: Table<MentionId, Option<EntityId>>,
    /// What each pronoun or description was linked to.
    pub antecedent: Table<MentionId, Option<MentionId>>,
}

impl Clusters {
    /// Without any entity, for this many mentions.
    pub fn new(mentions: usize) -> Self {
        Self {
            table: Table::default(),
            of: Table::new(vec![None; mentions]),
            antecedent: Table::new(vec![None; mentions]),
        }
    }

    /// The entity of a mention.
    pub fn entity(&self, mention: MentionId) -> Option<EntityId> {
        self.of.get(mention).copied().flatten()
    }

    /// Starts an entity.
    pub fn start(&mut self, id: MentionId, mention: &Mention, fact: &Fact) -> EntityId {
        let entity = self.table.push(Cluster::default());
        self.join(id, mention, fact, entity);
        entity
    }

    /// Puts a name or description into an entity; what its words tell becomes known of the entity.
    pub fn join(&mut self, id: MentionId, mention: &Mention, fact: &Fact, entity: EntityId) {
        use crate::mentions::MentionKind::{Name, Nominal, Pronoun};
        let (Some(cluster), Some(of)) = (self.table.get_mut(entity), self.of.get_mut(id)) else { return };
        *of = Some(entity);
        cluster.mentions.insert(id);
        match mention.kind {
            Name => {
                // A name knows its type better than a description does.
                let misread = mention.entity_type == EntityType::Person && is_named_for_person(&fact.words);
                let entity_type = if misread { EntityType::Org } else { mention.entity_type };
                cluster.vote(entity_type, NAME_VOTES);
                cluster.tell(fact.gender, 4);
                if fact.words.len() > cluster.name.len() {
                    cluster.name.clone_from(&fact.words);
                }
                if fact.hint != Gender::Unknown && fact.words.len() > 1 || cluster.hint == Gender::Unknown {
                    cluster.hint = fact.hint;
                }
            }
            Nominal => {
                cluster.vote(mention.entity_type, 1);
                cluster.tell(fact.gender, 2);
                cluster.describe(&fact.head);
                for word in fact.words.iter().take(8) {
                    cluster.qualify(word);
                }
                if fact.proper && cluster.name.is_empty() && mention.entity_type == EntityType::Org {
                    cluster.name.clone_from(&fact.words);
                }
            }
            Pronoun => {}
        }
    }

    /// Puts a pronoun into the entity of its antecedent.
    pub fn link(&mut self, id: MentionId, antecedent: MentionId, entity: EntityId) {
        let (Some(cluster), Some(of)) = (self.table.get_mut(entity), self.of.get_mut(id)) else { return };
        *of = Some(entity);
        cluster.mentions.insert(id);
        self.note_antecedent(id, antecedent);
    }

    /// Notes what a pronoun or description was linked to.
    pub fn note_antecedent(&mut self, id: MentionId, antecedent: MentionId) {
        if let Some(row) = self.antecedent.get_mut(id) {
            *row = Some(antecedent);
        }
    }

    /// Notes that the walk through the text has come past a mention.
    pub fn pass(&mut self, id: MentionId, fact: &Fact) {
        if let Some(cluster) = self.entity(id).and_then(|entity| self.table.get_mut(entity)) {
            cluster.seen += 1;
            cluster.seen_as_subject += u32::from(fact.place.role == super::clauses::Role::Subject);
        }
    }

    /// The mention of an entity that comes last before `id`.
    pub fn last_before(&self, entity: EntityId, id: MentionId) -> Option<MentionId> {
        self.table.get(entity)?.mentions.range(..id).next_back().copied()
    }
}
