//! The walk through the text: each mention in its turn finds its entity among those already passed.

use rustc_hash::{FxHashMap, FxHashSet};

use super::EntityId;
use super::clauses::Role;
use super::clusters::Clusters;
use super::decision::Guide;
use super::facts::{Fact, Layers};
use super::names::key;
use super::{descriptions, pronouns};
use crate::labels::{EntityType, Gender};
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::segment::TokenId;
use crate::text::{Id, Table};

/// Everything the rules look at.
pub(super) struct Walk<'a> {
    pub layers: Layers<'a>,
    pub facts: Table<MentionId, Fact>,
    pub clusters: Clusters,
    /// The mention that is the subject of a clause, by the clause's head.
    pub subject_of: FxHashMap<TokenId, MentionId>,
    /// The mention with this head word; a name before a description.
    pub headed: FxHashMap<TokenId, MentionId>,
    /// The mention that ends before this token, the longest.
    pub ending: FxHashMap<usize, MentionId>,
    /// Entities by head noun of a title or description, in order of mention.
    pub by_head: FxHashMap<Box<str>, Vec<EntityId>>,
    /// Entities by the main name of their names: `israel defense forces` for "IDF".
    pub by_main_name: FxHashMap<String, EntityId>,
    /// Entities by possessor and head noun: "Clinton's campaign", "her campaign".
    pub possessed: FxHashMap<(EntityId, Box<str>), EntityId>,
    /// By gender, where the last pronoun stood and whom it meant.
    pub last_pronoun: FxHashMap<Gender, (usize, Option<EntityId>)>,
    /// Entities that a headline names.
    pub in_headline: FxHashSet<EntityId>,
    /// The first person that the text names, and the first that is no person.
    pub first_named: [Option<EntityId>; 2],
    /// Who looks at decisions and may take them.
    pub guide: Option<Guide<'a>>,
}

impl<'a> Walk<'a> {
    /// Before the first step; the names are joined.
    pub fn new(
        layers: Layers<'a>,
        facts: Table<MentionId, Fact>,
        clusters: Clusters,
        guide: Option<Guide<'a>>,
    ) -> Self {
        let mut walk = Self {
            layers,
            facts,
            clusters,
            subject_of: FxHashMap::default(),
            headed: FxHashMap::default(),
            ending: FxHashMap::default(),
            by_head: FxHashMap::default(),
            by_main_name: FxHashMap::default(),
            possessed: FxHashMap::default(),
            last_pronoun: FxHashMap::default(),
            in_headline: FxHashSet::default(),
            first_named: [None; 2],
            guide,
        };
        for (id, mention) in layers.mentions.table.iter() {
            if mention.entity_type.is_value() {
                continue;
            }
            let Some(fact) = walk.facts.get(id) else { continue };
            if let (Role::Subject, Some(clause)) = (fact.place.role, fact.place.clause)
                && fact.place.direct
            {
                walk.subject_of.entry(clause).or_insert(id);
            }
            let headed = walk.headed.entry(mention.head).or_insert(id);
            if mention.kind == MentionKind::Name {
                *headed = id;
            }
            walk.ending.entry(mention.tokens.end()).or_insert(id);
            if mention.kind == MentionKind::Name
                && let Some(entity) = walk.clusters.entity(id)
            {
                walk.by_main_name.entry(key(&layers, &fact.words)).or_insert(entity);
                if fact.heading {
                    walk.in_headline.insert(entity);
                }
                let [person, other] = &mut walk.first_named;
                let first = if mention.entity_type == EntityType::Person { person } else { other };
                first.get_or_insert(entity);
            }
        }
        walk
    }

    /// Goes through all mentions in order.
    pub fn run(&mut self) {
        let mut done = false;
        for id in self.layers.mentions.table.ids().ids() {
            if !std::mem::take(&mut done) {
                done = self.owner_first(id);
                self.step(id);
            }
        }
    }

    /// "**her** campaign": who owns it has to be known before the whole; a name does not wait.
    fn owner_first(&mut self, id: MentionId) -> bool {
        let Some(next) = self.layers.mentions.table.near(id, 1) else { return false };
        let inside = self.mention(id).is_some_and(|mention| {
            mention.kind == MentionKind::Nominal && mention.tokens.start() == next.tokens.start()
        });
        let owner = inside && next.kind == MentionKind::Pronoun;
        if owner {
            self.step(MentionId::from_index(id.index() + 1));
        }
        owner
    }

    fn step(&mut self, id: MentionId) {
        let Some(mention) = self.mention(id) else { return };
        if mention.entity_type.is_value() {
            return;
        }
        match mention.kind {
            MentionKind::Name => {}
            MentionKind::Nominal => descriptions::place(self, id),
            MentionKind::Pronoun => pronouns::place(self, id),
        }
        if let Some(fact) = self.facts.get(id) {
            self.clusters.pass(id, fact);
        }
        if mention.kind != MentionKind::Pronoun {
            self.note_heads(id);
        }
    }

    /// A mention.
    pub fn mention(&self, id: MentionId) -> Option<&'a Mention> {
        self.layers.mentions.table.get(id)
    }

    /// The entity can from now on be called by its head nouns.
    fn note_heads(&mut self, id: MentionId) {
        let Some(entity) = self.clusters.entity(id) else { return };
        let Some(cluster) = self.clusters.table.get(entity) else { return };
        // "Harvard University" is "the university" later.
        let of_name = cluster.name.last().filter(|_| cluster.name.len() > 1);
        for head in cluster.heads.iter().take(6).chain(of_name) {
            let called = self.by_head.entry(head.clone()).or_default();
            if called.last() != Some(&entity) {
                called.push(entity);
            }
        }
    }
}
