//! Vectors of a sentence → its tree: every token scores every other as its head (T. Dozat and C. Manning, 2017),
//! the best heads are taken, and what is no tree is mended at the least cost.

use crate::labels::Deprel;
use crate::model::{Network, SCALE, dot, narrow, rounded};

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

/// The tree of a sentence of `count` tokens.
pub fn tree(network: &Network, rows: &[i16], count: usize) -> Vec<Arc> {
    let scores = scores(network, rows, count);
    let heads = spanning_tree(&scores, count);
    let deprels = relations(network, rows, &heads);
    heads.into_iter().zip(deprels).map(|(head, deprel)| Arc { head, deprel }).collect()
}

/// For each token a row with the score of every token as its head, and of the root behind them.
fn scores(network: &Network, rows: &[i16], count: usize) -> Vec<i32> {
    let (mut heads, mut dependents, mut wanted) = (Vec::new(), Vec::new(), Vec::new());
    network.head.apply(rows, &mut heads);
    network.dependent.apply(rows, &mut dependents);
    heads.iter_mut().chain(&mut dependents).for_each(|value| *value = (*value).max(0));
    heads.extend_from_slice(&network.root);
    network.bilinear.apply(&dependents, &mut wanted);
    let mut scores = vec![0i32; count * (count + 1)];
    let wide = network.root.len().max(1);
    for (token, (row, wanted)) in
        scores.chunks_exact_mut(count + 1).zip(wanted.chunks_exact(wide)).enumerate()
    {
        for (head, (score, vector)) in row.iter_mut().zip(heads.chunks_exact(wide)).enumerate() {
            let far = if head == count { 0 } else { distance(token, head) };
            *score = rounded(dot(wanted, vector), SCALE) + network.distances.get(far).copied().unwrap_or(0);
        }
    }
    scores
}

/// The heads of the best tree that the scores allow, nearly: the best root first, then the best head of each
/// token, then each circle opened where it costs least. `scores` has a row of `count + 1` for each token, the
/// root's last.
fn spanning_tree(scores: &[i32], count: usize) -> Vec<Option<usize>> {
    if count == 0 {
        return Vec::new();
    }
    let score =
        |token: usize, head: usize| scores.get(token * (count + 1) + head).copied().unwrap_or(i32::MIN);
    let best_head = |token: usize, allowed: &dyn Fn(usize) -> bool| {
        let mut best = (None, i32::MIN);
        for head in (0..count).filter(|head| *head != token && allowed(*head)) {
            if score(token, head) > best.1 || best.0.is_none() {
                best = (Some(head), score(token, head));
            }
        }
        best
    };
    let any = |_: usize| true;
    let mut heads: Vec<(Option<usize>, i32)> = (0..count).map(|token| best_head(token, &any)).collect();
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
            let outside = |head: usize| !under.get(head).copied().unwrap_or(true);
            let present = heads.get(token).copied().flatten().unwrap_or(token);
            if let (Some(head), other) = best_head(token, &outside) {
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

fn relations(network: &Network, rows: &[i16], heads: &[Option<usize>]) -> Vec<Deprel> {
    let (mut as_head, mut as_dependent) = (Vec::new(), Vec::new());
    network.relation_head.apply(rows, &mut as_head);
    network.relation_dependent.apply(rows, &mut as_dependent);
    let wide = network.relations.inputs().max(1);
    for (dependent, head) in as_dependent.chunks_exact_mut(wide).zip(heads) {
        let head = head.and_then(|head| as_head.get(head * wide..(head + 1) * wide)).unwrap_or(&[]);
        for (value, head) in dependent.iter_mut().zip(head) {
            *value = narrow((i32::from(*value) + i32::from(*head)).max(0));
        }
    }
    let mut scores = Vec::new();
    network.relations.apply_wide(&as_dependent, &mut scores);
    let root = Deprel::ALL.iter().position(|deprel| *deprel == Deprel::Root);
    let rows = scores.chunks_exact_mut(network.relations.width().max(1)).zip(heads);
    rows.map(|(scores, head)| {
        if head.is_none() {
            return Deprel::Root;
        }
        if let Some(score) = root.and_then(|root| scores.get_mut(root)) {
            *score = i32::MIN;
        }
        Deprel::ALL
            .get(super::best(scores.get(..Deprel::ALL.len()).unwrap_or(&[])))
            .copied()
            .unwrap_or_default()
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores by hand: the rows of the tokens, the root's score last.
    fn heads(rows: &[&[i32]]) -> Vec<Option<usize>> {
        spanning_tree(&rows.concat(), rows.len())
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
            let scores: Vec<i32> = (0..count * (count + 1))
                .map(|_| {
                    seed =
                        seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    (seed >> 40) as i32 % 1000
                })
                .collect();
            let heads = spanning_tree(&scores, count);
            assert_eq!(heads.iter().filter(|head| head.is_none()).count(), 1);
            assert_eq!(find_circle(&heads), None);
        }
    }
}
