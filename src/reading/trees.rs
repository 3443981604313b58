//! Vectors of a sentence → its tree: every token scores every other as its head (T. Dozat and C. Manning, 2017),
//! the best heads are taken, and what is no tree is mended at the least cost.

use crate::labels::Deprel;
use crate::model::{Dense, Network, SCALE, narrow, widely};

/// A token's head and relation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arc {
    /// Place in the sentence; `None` for the root.
    pub head: Option<usize>,
    /// How it depends on it.
    pub deprel: Deprel,
}

/// Distances that weigh differently: 1 to 8 alone, then in steps, on either side; row 0 is the root's.
pub const DISTANCES: usize = 33;

/// The row of [`DISTANCES`] for a token and its head, both counted in the sentence.
pub fn distance(token: usize, head: usize) -> usize {
    let far = token.abs_diff(head);
    let step = match far {
        0..=8 => far,
        9..=10 => 9,
        11..=13 => 10,
        14..=17 => 11,
        18..=22 => 12,
        23..=30 => 13,
        31..=45 => 14,
        46..=80 => 15,
        _ => 16,
    };
    if head < token { step } else { 16 + step }
}

/// Reads the trees of sentences; keeps its buffers from one to the next.
pub struct Trees<'a> {
    network: &'a Network,
    /// What a head at each distance gains, from as far before the token as is read at a time to as far behind it.
    far: Vec<i32>,
    reach: usize,
    heads: Vec<i16>,
    dependents: Vec<i16>,
    wanted: Vec<i16>,
    candidates: Vec<i16>,
    products: Dense,
    scores: Vec<i32>,
    as_head: Vec<i16>,
    as_dependent: Vec<i16>,
    relations: Vec<i32>,
}

impl<'a> Trees<'a> {
    /// For sentences of up to `longest` tokens.
    pub fn new(network: &'a Network, longest: usize) -> Self {
        let gain = |far: usize| network.distances.get(far).copied().unwrap_or(0);
        Self {
            network,
            far: (0..longest * 2).map(|head| gain(distance(longest, head))).collect(),
            reach: longest,
            heads: Vec::new(),
            dependents: Vec::new(),
            wanted: Vec::new(),
            candidates: Vec::new(),
            products: Dense::default(),
            scores: Vec::new(),
            as_head: Vec::new(),
            as_dependent: Vec::new(),
            relations: Vec::new(),
        }
    }

    /// The trees of some sentences, given the rows of all their tokens: an arc for each token.
    pub fn read(&mut self, rows: &[i16], lengths: &[usize], arcs: &mut Vec<Arc>) {
        arcs.clear();
        let network = self.network;
        network.head.apply(rows, &mut self.heads);
        network.dependent.apply(rows, &mut self.dependents);
        self.heads.iter_mut().chain(&mut self.dependents).for_each(|value| *value = (*value).max(0));
        network.bilinear.apply(&self.dependents, &mut self.wanted);
        let wide = network.root.len().max(1);
        let mut start = 0;
        for count in lengths {
            let range = start * wide..(start + count) * wide;
            self.score(range, *count);
            let stride = self.products.width();
            let heads = spanning_tree(&mut self.scores, stride, *count);
            arcs.extend(heads.into_iter().map(|head| Arc { head, deprel: Deprel::Root }));
            start += count;
        }
        self.label(rows, lengths, arcs);
    }

    /// For each token a row with the score of every token as its head, and of the root behind them.
    fn score(&mut self, range: std::ops::Range<usize>, count: usize) {
        let (network, reach, far) = (self.network, self.reach, &self.far);
        self.candidates.clear();
        self.candidates.extend_from_slice(self.heads.get(range.clone()).unwrap_or(&[]));
        self.candidates.extend_from_slice(&network.root);
        self.products.fill(network.root.len(), &self.candidates, SCALE);
        self.products.apply_wide(self.wanted.get(range).unwrap_or(&[]), &mut self.scores);
        let root = network.distances.first().copied().unwrap_or(0);
        let rows = self.scores.chunks_exact_mut(self.products.width().max(1));
        widely(
            #[inline(always)]
            || {
                for (token, row) in rows.enumerate() {
                    let far = reach.checked_sub(token).and_then(|from| far.get(from..)).unwrap_or(&[]);
                    for (score, far) in row.iter_mut().take(count).zip(far) {
                        *score += far;
                    }
                    if let Some(score) = row.get_mut(count) {
                        *score += root;
                    }
                }
            },
        );
    }

    /// The relations of all arcs.
    fn label(&mut self, rows: &[i16], lengths: &[usize], arcs: &mut [Arc]) {
        let network = self.network;
        network.relation_head.apply(rows, &mut self.as_head);
        network.relation_dependent.apply(rows, &mut self.as_dependent);
        let wide = network.relations.inputs().max(1);
        let (as_head, as_dependent) = (&self.as_head, &mut self.as_dependent);
        widely(
            #[inline(always)]
            || {
                let mut start = 0;
                let mut dependents = as_dependent.chunks_exact_mut(wide);
                let mut arcs = arcs.iter();
                for count in lengths {
                    for (dependent, arc) in dependents.by_ref().zip(arcs.by_ref()).take(*count) {
                        let head = arc.head.and_then(|head| as_head.get((start + head) * wide..));
                        for (value, head) in dependent.iter_mut().zip(head.unwrap_or(&[])) {
                            *value = narrow((i32::from(*value) + i32::from(*head)).max(0));
                        }
                    }
                    start += count;
                }
            },
        );
        network.relations.apply_wide(&self.as_dependent, &mut self.relations);
        let root = Deprel::ALL.iter().position(|deprel| *deprel == Deprel::Root);
        let rows = self.relations.chunks_exact_mut(network.relations.width().max(1));
        widely(
            #[inline(always)]
            || {
                for (scores, arc) in rows.zip(arcs).filter(|(_, arc)| arc.head.is_some()) {
                    if let Some(score) = root.and_then(|root| scores.get_mut(root)) {
                        *score = i32::MIN;
                    }
                    let scores = scores.get(..Deprel::ALL.len()).unwrap_or(&[]);
                    arc.deprel = Deprel::ALL.get(super::best(scores)).copied().unwrap_or_default();
                }
            },
        );
    }
}

/// The heads of the best tree that the scores allow, nearly: the best root first, then the best head of each
/// token, then each circle opened where it costs least. `scores` has a row of `stride` for each token, of which
/// `count + 1` count, the root's last; a token's score of itself is overwritten.
fn spanning_tree(scores: &mut [i32], stride: usize, count: usize) -> Vec<Option<usize>> {
    for (token, row) in scores.chunks_exact_mut(stride.max(1)).enumerate().take(count) {
        if let Some(score) = row.get_mut(token) {
            *score = i32::MIN;
        }
    }
    let scores = &*scores;
    let row = |token: usize| scores.get(token * stride..token * stride + count).unwrap_or(&[]);
    let score = |token: usize, head: usize| scores.get(token * stride + head).copied().unwrap_or(i32::MIN);
    let mut heads: Vec<(Option<usize>, i32)> = Vec::with_capacity(count);
    widely(
        #[inline(always)]
        || {
            for token in 0..count {
                let best = super::best(row(token));
                heads.push(((count > 1).then_some(best), score(token, best)));
            }
        },
    );
    let gain = |token: usize| {
        let other = heads.get(token).map_or(i32::MIN, |head| head.1);
        i64::from(score(token, count)) - i64::from(other)
    };
    let root = (0..count).max_by_key(|token| (gain(*token), std::cmp::Reverse(*token))).unwrap_or(0);
    if let Some(slot) = heads.get_mut(root) {
        *slot = (None, 0);
    }
    let mut heads: Vec<Option<usize>> = heads.into_iter().map(|head| head.0).collect();
    // Each round opens one circle and makes none, so there are at most as many rounds as tokens.
    while let Some(circle) = find_circle(&heads) {
        let under = descendants(&heads, circle);
        let mut cheapest: Option<(i64, usize, usize)> = None;
        let mut token = circle;
        loop {
            let present = heads.get(token).copied().flatten().unwrap_or(token);
            let outside = row(token).iter().zip(&under).enumerate().filter(|(_, (_, under))| !**under);
            // The first of equals.
            let other = outside.max_by_key(|(head, (score, _))| (**score, std::cmp::Reverse(*head)));
            if let Some((head, (other, _))) = other {
                let other = *other;
                let cost = i64::from(score(token, present)) - i64::from(other);
                if cheapest.is_none_or(|best| cost < best.0) {
                    cheapest = Some((cost, token, head));
                }
            }
            token = present;
            if token == circle {
                break;
            }
        }
        let Some((_, token, head)) = cheapest else { break };
        if let Some(slot) = heads.get_mut(token) {
            *slot = Some(head);
        }
    }
    heads
}

/// A token of a circle, if there is one.
fn find_circle(heads: &[Option<usize>]) -> Option<usize> {
    // The walk that came by, from 1; 0 for none.
    let mut visited = vec![0usize; heads.len()];
    for start in 0..heads.len() {
        let mut token = start;
        loop {
            let mark = visited.get_mut(token)?;
            if *mark == start + 1 {
                return Some(token);
            }
            if *mark != 0 {
                break;
            }
            *mark = start + 1;
            match heads.get(token).copied().flatten() {
                Some(head) => token = head,
                None => break,
            }
        }
    }
    None
}

/// Which tokens lead into the circle of this one.
fn descendants(heads: &[Option<usize>], circle: usize) -> Vec<bool> {
    let mut under: Vec<Option<bool>> = vec![None; heads.len()];
    let mut token = circle;
    while let Some(mark) = under.get_mut(token)
        && mark.is_none()
    {
        *mark = Some(true);
        token = heads.get(token).copied().flatten().unwrap_or(token);
    }
    let mut path = Vec::new();
    for start in 0..heads.len() {
        path.clear();
        let mut token = start;
        let verdict = loop {
            match under.get(token).copied().flatten() {
                Some(known) => break known,
                None if path.contains(&token) => break false,
                None => path.push(token),
            }
            match heads.get(token).copied().flatten() {
                Some(head) => token = head,
                None => break false,
            }
        };
        for token in &path {
            if let Some(mark) = under.get_mut(*token) {
                *mark = Some(verdict);
            }
        }
    }
    under.into_iter().map(|mark| mark.unwrap_or(false)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores by hand: the rows of the tokens, the root's score last.
    fn heads(rows: &[&[i32]]) -> Vec<Option<usize>> {
        spanning_tree(&mut rows.concat(), rows.len() + 1, rows.len())
    }

    #[test]
    fn the_best_heads_are_taken_where_they_make_a_tree() {
        assert_eq!(heads(&[&[0, 9, 1, 2], &[1, 0, 1, 9], &[1, 8, 0, 1]]), [Some(1), None, Some(1)]);
    }

    #[test]
    fn there_is_one_root() {
        assert_eq!(heads(&[&[0, 3, 9], &[2, 0, 9]]), [Some(1), None]);
        assert_eq!(heads(&[&[0, 9]]), [None]);
        assert_eq!(heads(&[]), []);
    }

    #[test]
    fn a_circle_is_opened_where_it_costs_least() {
        // 0 → 1 → 0 in a circle beside the root 2; 1 would rather go than 0.
        let found = heads(&[&[0, 9, 1, 0], &[9, 0, 8, 0], &[0, 0, 0, 9]]);
        assert_eq!(found, [Some(1), Some(2), None]);
    }

    #[test]
    fn every_matrix_gives_a_tree() {
        let mut seed = 7u64;
        for count in 1..40usize {
            let mut scores: Vec<i32> = (0..count * (count + 1))
                .map(|_| {
                    seed =
                        seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    (seed >> 40) as i32 % 1000
                })
                .collect();
            let heads = spanning_tree(&mut scores, count + 1, count);
            assert_eq!(heads.iter().filter(|head| head.is_none()).count(), 1);
            assert_eq!(find_circle(&heads), None);
        }
    }
}
