//! Facts of a token together with a cue: how far apart, where in the tree to each other, marks, rules.

use std::ops::Range;

use super::Passage;
use crate::labels::Deprel;
use crate::quotes::candidate::Frame;
use crate::reading::trees::{DISTANCES, distance};

const RELATIONS: usize = Deprel::ALL.len();
/// Steps in the tree that are told apart.
const STEPS: usize = 5;

const DISTANCE: usize = 0;
/// The sentence before the cue's, the cue's, the one after.
const SENTENCE: usize = DISTANCE + DISTANCES;
/// Steps up from the cue and down to the token; then "not in the same tree".
const PATH: usize = SENTENCE + 3;
/// The child of the cue under which the token is: itself or deeper, before the cue or behind it.
const UNDER: usize = PATH + STEPS * STEPS + 1;
/// The child of the lowest common ancestor under which the token is.
const BESIDE: usize = UNDER + 4 * RELATIONS;
/// The relation through which the cue hangs under the token, or under an ancestor of the token.
const ABOVE: usize = BESIDE + RELATIONS;
const MARKS: usize = ABOVE + 2 * RELATIONS;
/// How near the token's region is to the cue, on either side.
const REGION_DISTANCE: usize = MARKS + 5;
/// In what a rule would take for content, source or addressee of the cue, in each frame; or in none of them.
const PROPOSED: usize = REGION_DISTANCE + 6;
/// Edges of the proposed content.
const EDGES: usize = PROPOSED + 4 * Frame::COUNT + 1;
/// Commas between, on either side.
const COMMAS: usize = EDGES + 2;
/// Other proposed cues between, on either side.
const CUES: usize = COMMAS + 8;

/// Number of facts that a pair may have.
pub const PAIR_FACTS: usize = CUES + 6;

/// The rows of the facts that come from the same place.
pub(super) const TREE: Range<usize> = PATH..MARKS;
pub(super) const QUOTATION_MARKS: Range<usize> = MARKS..PROPOSED;
pub(super) const RULES: Range<usize> = PROPOSED..COMMAS;

/// What all tokens near one cue share.
#[derive(Debug)]
pub struct PairFacts<'a> {
    passage: &'a Passage,
    cue: usize,
    /// The first token that is looked at, and for each the steps up from the cue, if it is above it.
    first: usize,
    above: Vec<Option<u8>>,
    /// The relation of the token below each ancestor on the way from the cue.
    through: Vec<Deprel>,
}

impl<'a> PairFacts<'a> {
    /// Looks at a cue, given by its head, counted in the passage.
    pub fn new(passage: &'a Passage, cue: usize) -> Self {
        let Range { start: first, end } = passage.window(cue);
        let mut above = vec![None; end - first];
        let mut through = vec![Deprel::default(); end - first];
        let (mut at, mut below, mut steps) = (cue, Deprel::default(), 0u8);
        while let Some(slot) = at.checked_sub(first).and_then(|at| above.get_mut(at)) {
            if slot.is_some() {
                break;
            }
            *slot = Some(steps);
            if let Some(slot) = through.get_mut(at - first) {
                *slot = below;
            }
            let row = passage.row(at);
            let Some(head) = row.head else { break };
            (at, below, steps) = (head as usize, row.deprel, steps.saturating_add(1));
        }
        Self { passage, cue, first, above, through }
    }

    /// Appends the facts of a token with the cue: rows of a table of [`PAIR_FACTS`] rows.
    pub fn facts(&self, at: usize, facts: &mut Vec<u16>) {
        let (passage, cue) = (self.passage, self.cue);
        let mut add = |fact: usize| facts.push(fact as u16);
        let (row, of_cue) = (passage.row(at), passage.row(cue));
        let behind = usize::from(at > cue);
        add(DISTANCE + if at == cue { 0 } else { distance(cue, at) });
        add(SENTENCE + (row.sentence as usize + 1).saturating_sub(of_cue.sentence as usize).min(2));
        if row.sentence == of_cue.sentence {
            self.tree(at, behind, &mut add);
        } else {
            add(PATH + STEPS * STEPS);
        }
        add(MARKS
            + match (of_cue.region, row.region) {
                (0, 0) => 0,
                (_, 0) => 1,
                (0, _) => 2,
                (a, b) if a == b => 3,
                _ => 4,
            });
        if row.region > 0 && row.region != of_cue.region {
            let near = match self.gap(row.region, at) {
                0..=2 => 0,
                3..=6 => 1,
                _ => 2,
            };
            add(REGION_DISTANCE + behind * 3 + near);
        }
        self.proposed(at, &mut add);
        add(COMMAS + behind * 4 + (row.commas.abs_diff(of_cue.commas) as usize).min(3));
        let (low, high) = if at < cue { (at, cue.saturating_sub(1)) } else { (cue, at) };
        let between = passage.row(high).cues.saturating_sub(passage.row(low).cues) as usize;
        add(CUES + behind * 3 + between.min(2));
    }

    /// Where the token stands in the cue's tree.
    fn tree(&self, token: usize, behind: usize, add: &mut impl FnMut(usize)) {
        let (mut at, mut below, mut steps) = (token, Deprel::default(), 0usize);
        let steps_up = loop {
            let here = at.checked_sub(self.first);
            if let Some(up) = here.and_then(|here| self.above.get(here).copied().flatten()) {
                break usize::from(up);
            }
            let row = self.passage.row(at);
            // No tree is deeper than its sentence is long.
            let Some(head) = row.head.filter(|_| steps <= self.above.len()) else { break usize::MAX };
            (at, below, steps) = (head as usize, row.deprel, steps + 1);
        };
        if steps_up == usize::MAX {
            add(PATH + STEPS * STEPS);
            return;
        }
        add(PATH + steps_up.min(STEPS - 1) * STEPS + steps.min(STEPS - 1));
        if steps_up == 0 {
            if steps > 0 {
                add(UNDER + (behind * 2 + usize::from(steps > 1)) * RELATIONS + below as usize);
            }
            return;
        }
        if steps > 0 {
            add(BESIDE + below as usize);
        }
        let through = self.through.get(at.saturating_sub(self.first)).copied().unwrap_or_default();
        add(ABOVE + usize::from(steps > 0) * RELATIONS + through as usize);
    }

    /// Tokens between the cue and the near edge of the region in which a token stands, as far as they matter.
    fn gap(&self, region: u32, at: usize) -> usize {
        let inside = |at: usize| self.passage.row(at).region == region;
        let beside = (1..=7usize).find(|far| {
            let other = if at < self.cue { self.cue.checked_sub(*far) } else { Some(self.cue + far) };
            other.is_some_and(inside)
        });
        beside.map_or(usize::MAX, |far| far - 1)
    }

    fn proposed(&self, at: usize, add: &mut impl FnMut(usize)) {
        let Some(candidate) = self.passage.candidate(self.cue) else {
            add(PROPOSED + 4 * Frame::COUNT);
            return;
        };
        let here = self.passage.start + at;
        let holds = |run: &crate::quotes::scene::Tokens| (run.start()..run.end()).contains(&here);
        let part = if candidate.content.iter().any(holds) {
            0
        } else if candidate.source.iter().any(holds) {
            1
        } else if candidate.addressee.iter().any(holds) {
            2
        } else {
            3
        };
        add(PROPOSED + part * Frame::COUNT + candidate.frame as usize);
        if candidate.content.iter().any(|run| run.start() == here) {
            add(EDGES);
        }
        if candidate.content.iter().any(|run| run.end() == here + 1) {
            add(EDGES + 1);
        }
    }
}
