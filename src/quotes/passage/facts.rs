//! Facts of a token: what it is, what stands beside it and above and below it in the tree, marks, names, rules.

use std::ops::Range;

use super::Passage;
use crate::blocks::BlockKind;
use crate::labels::{Deprel, EntityType, Xpos};
use crate::mentions::MentionKind;
use crate::quotes::candidate::Frame;
use crate::quotes::scene::Scene;
use crate::reading::trees::{DISTANCES, distance};
use crate::text::{Case, Id, case_of};

const TAGS: usize = Xpos::ALL.len();
const RELATIONS: usize = Deprel::ALL.len();

/// Where each family of facts begins in the table.
const OWN_TAG: usize = 0;
const TAG_BEFORE: usize = OWN_TAG + TAGS;
const TAG_AFTER: usize = TAG_BEFORE + TAGS;
const TAG_ABOVE: usize = TAG_AFTER + TAGS;
const RELATION: usize = TAG_ABOVE + TAGS;
const RELATION_ABOVE: usize = RELATION + RELATIONS;
/// Relations of what depends on it, before it and behind it.
const BELOW: usize = RELATION_ABOVE + RELATIONS;
const HEAD_DISTANCE: usize = BELOW + 2 * RELATIONS;
const MARKS: usize = HEAD_DISTANCE + DISTANCES;
const BLOCK: usize = MARKS + 8;
/// Names, descriptions and pronouns of each type.
const MENTION: usize = BLOCK + BlockKind::ALL.len();
/// Class of a reporting verb, of a reporting noun, whether it denies or asks.
const REPORTING: usize = MENTION + 3 * EntityType::ALL.len();
const PLACE: usize = REPORTING + 12;
const CASE: usize = PLACE + 8;
/// The frame in which a rule would read it as a cue, and what it would make of it.
const FRAME: usize = CASE + 5;
const MOOD: usize = FRAME + Frame::COUNT;
/// In what a rule would take for content, or for a source.
const PROPOSED: usize = MOOD + 7;

/// Number of facts that a token may have.
pub const FACTS: usize = PROPOSED + 2;

/// The rows of the facts that come from the same place.
pub(super) const TREE: Range<usize> = TAG_ABOVE..MARKS;
pub(super) const QUOTATION_MARKS: Range<usize> = MARKS..BLOCK;
pub(super) const NAMES: Range<usize> = MENTION..REPORTING;
pub(super) const LEXICON: Range<usize> = REPORTING..PLACE;
pub(super) const RULES: Range<usize> = FRAME..FACTS;

/// Looks at the tokens of a passage one after the other.
pub(super) struct Observer<'a> {
    scene: &'a Scene<'a>,
    passage: &'a Passage,
    /// Fact of the innermost mention of each token; 0 for none.
    mention: Vec<u16>,
    /// Whether each token is in a proposed content, in a proposed source.
    proposed: Vec<[bool; 2]>,
}

impl<'a> Observer<'a> {
    pub fn new(scene: &'a Scene<'a>, passage: &'a Passage) -> Self {
        let count = passage.len();
        let mut mention = vec![0; count];
        let rows = scene.mentions.table.rows();
        let first = rows.partition_point(|mention| mention.tokens.start() < passage.start);
        // Outer mentions come first, so the innermost one stays.
        for row in rows.iter().skip(first).take_while(|row| row.tokens.start() < passage.start + count) {
            let kind = match row.kind {
                MentionKind::Name => 0,
                MentionKind::Nominal => 1,
                MentionKind::Pronoun => 2,
            };
            let fact = MENTION + kind * EntityType::ALL.len() + row.entity_type as usize;
            for slot in mention.get_mut(passage.run(row.tokens)).unwrap_or(&mut []) {
                *slot = fact as u16;
            }
        }
        let mut proposed = vec![[false; 2]; count];
        for candidate in &passage.candidates {
            let parts = candidate.content.iter().map(|run| (0, *run));
            for (part, run) in parts.chain(candidate.source.map(|run| (1, run))) {
                for slot in proposed.get_mut(passage.run(run)).unwrap_or(&mut []) {
                    if let Some(slot) = slot.get_mut(part) {
                        *slot = true;
                    }
                }
            }
        }
        Self { scene, passage, mention, proposed }
    }

    /// Appends the facts of a token, counted in the passage.
    pub fn observe(&mut self, at: usize, facts: &mut Vec<u16>) {
        let (scene, passage) = (self.scene, self.passage);
        let mut add = |fact: usize| facts.push(fact as u16);
        let row = passage.row(at);
        let here = passage.start + at;
        let sentence = passage.sentences.get(row.sentence as usize);
        let (first, end) = sentence.map_or((at, at + 1), |sentence| (sentence.start, sentence.end));
        add(OWN_TAG + row.xpos as usize);
        if at > first {
            add(TAG_BEFORE + passage.row(at - 1).xpos as usize);
        }
        if at + 1 < end {
            add(TAG_AFTER + passage.row(at + 1).xpos as usize);
        }
        add(RELATION + row.deprel as usize);
        if let Some(head) = row.head.map(|head| head as usize) {
            add(TAG_ABOVE + passage.row(head).xpos as usize);
            add(RELATION_ABOVE + passage.row(head).deprel as usize);
            add(HEAD_DISTANCE + distance(at, head));
        } else {
            add(HEAD_DISTANCE);
        }
        let mut last = None;
        for child in scene.tree.children(Id::from_index(here)) {
            let side = usize::from(child.index() > here);
            let fact = BELOW + side * RELATIONS + scene.tree.deprel(child) as usize;
            // Two objects of a list are as good as one.
            if last.replace(fact) != Some(fact) {
                add(fact);
            }
        }
        for mark in marks(passage, at) {
            add(MARKS + mark);
        }
        if let Some(sentence) = scene.sentence_at(here) {
            let kind = scene.block_kind(sentence);
            add(BLOCK + BlockKind::ALL.iter().position(|known| *known == kind).unwrap_or(0));
        }
        if let Some(mention) = self.mention.get(at).filter(|fact| **fact > 0) {
            add(usize::from(*mention));
        }
        let reporting = &scene.models.reporting;
        let lemma = scene.lemma(here);
        for (noun, known) in [(0, reporting.verb(lemma)), (1, reporting.noun(lemma))] {
            if let Some(known) = known {
                add(REPORTING + noun * 5 + known.class as usize);
                if known.denies || known.asks {
                    add(REPORTING + 10 + usize::from(known.asks));
                }
            }
        }
        let length = match end - first {
            0..=4 => 0,
            5..=9 => 1,
            10..=19 => 2,
            20..=34 => 3,
            35..=54 => 4,
            _ => 5,
        };
        add(PLACE + length);
        if at == first {
            add(PLACE + 6);
        }
        if at + 1 == end {
            add(PLACE + 7);
        }
        add(CASE + case_fact(scene.word(here)));
        if let Some(candidate) = passage.candidate(at) {
            add(FRAME + candidate.frame as usize);
            let moods = [
                candidate.negated,
                candidate.modal,
                candidate.passive,
                candidate.infinitive,
                candidate.source.is_some(),
                candidate.addressee.is_some(),
                candidate.content.len() > 1,
            ];
            for (mood, _) in moods.into_iter().enumerate().filter(|(_, holds)| *holds) {
                add(MOOD + mood);
            }
        }
        for (part, _) in self.proposed.get(at).into_iter().flatten().enumerate().filter(|(_, holds)| **holds)
        {
            add(PROPOSED + part);
        }
    }
}

fn case_fact(word: &str) -> usize {
    match case_of(word) {
        Case::None => 0,
        Case::Lower => 1,
        Case::Title => 2,
        Case::Upper => 3,
        Case::Mixed => 4,
    }
}

/// How a token stands to the quotation marks: outside, inside, first, last, right before a region, right behind one,
/// and whether it is a mark.
fn marks(passage: &Passage, at: usize) -> impl Iterator<Item = usize> {
    let own = passage.row(at).region;
    let before = at.checked_sub(1).map_or(0, |at| passage.row(at).region);
    let after = passage.row(at + 1).region;
    let holds = [
        own == 0,
        own > 0,
        own > 0 && before != own,
        own > 0 && after != own,
        own == 0 && after > 0,
        own == 0 && before > 0,
        before > 0 && after > 0 && before != after,
    ];
    holds.into_iter().enumerate().filter(|(_, holds)| *holds).map(|(fact, _)| fact)
}
