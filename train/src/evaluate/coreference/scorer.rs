//! The scores of coreference that are averaged into CoNLL F: MUC, B³, CEAFe.
//!
//! Definitions as in S. Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions: A Reference
//! Implementation" (2014): MUC of M. Vilain et al. (1995), B³ of A. Bagga and B. Baldwin (1998), CEAF with the
//! similarity φ₄ of X. Luo (2005). Mentions that only one side has stay as they are.

use std::collections::HashMap;

/// Entities as sets of mentions. Equal numbers on both sides are one mention.
pub type Entities = Vec<Vec<usize>>;

/// Sums of which recall and precision are made, over any number of documents.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    recalled: f64,
    to_recall: f64,
    precise: f64,
    given: f64,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.recalled += other.recalled;
        self.to_recall += other.to_recall;
        self.precise += other.precise;
        self.given += other.given;
    }

    /// Recall, 0 to 1.
    pub fn recall(self) -> f64 {
        if self.to_recall > 0.0 { self.recalled / self.to_recall } else { 0.0 }
    }

    /// Precision, 0 to 1.
    pub fn precision(self) -> f64 {
        if self.given > 0.0 { self.precise / self.given } else { 0.0 }
    }

    /// The harmonic mean of both.
    pub fn f(self) -> f64 {
        let sum = self.recall() + self.precision();
        if sum > 0.0 { 2.0 * self.recall() * self.precision() / sum } else { 0.0 }
    }
}

/// All three scores.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scores {
    pub muc: Counts,
    pub b_cubed: Counts,
    pub ceaf_e: Counts,
}

impl Scores {
    /// Adds a document.
    pub fn add(&mut self, key: &Entities, response: &Entities) {
        self.muc.add(muc(key, response));
        self.b_cubed.add(b_cubed(key, response));
        self.ceaf_e.add(ceaf_e(key, response));
    }

    /// The mean of the three F.
    pub fn conll(&self) -> f64 {
        (self.muc.f() + self.b_cubed.f() + self.ceaf_e.f()) / 3.0
    }
}

fn entity_of(entities: &Entities) -> HashMap<usize, usize> {
    let mentions = entities.iter().enumerate();
    mentions.flat_map(|(entity, mentions)| mentions.iter().map(move |mention| (*mention, entity))).collect()
}

fn size(entities: &Entities) -> f64 {
    entities.iter().map(Vec::len).sum::<usize>() as f64
}

/// Links kept, of links needed.
fn muc(key: &Entities, response: &Entities) -> Counts {
    let links = |one: &Entities, other: &Entities| {
        let of = entity_of(other);
        let (mut kept, mut needed) = (0, 0);
        for mentions in one {
            let mut parts: Vec<usize> = mentions.iter().filter_map(|id| of.get(id).copied()).collect();
            let alone = mentions.len() - parts.len();
            parts.sort_unstable();
            parts.dedup();
            kept += mentions.len() - parts.len() - alone;
            needed += mentions.len() - 1;
        }
        (kept as f64, needed as f64)
    };
    let ((recalled, to_recall), (precise, given)) = (links(key, response), links(response, key));
    Counts { recalled, to_recall, precise, given }
}

/// How many mentions two entities share, by pairs that share any.
fn shared(key: &Entities, response: &Entities) -> HashMap<(usize, usize), usize> {
    let of = entity_of(response);
    let mut shared = HashMap::new();
    for (entity, mentions) in key.iter().enumerate() {
        for other in mentions.iter().filter_map(|id| of.get(id)) {
            *shared.entry((entity, *other)).or_insert(0) += 1;
        }
    }
    shared
}

/// Of each mention, how much of its entity is in the other side's.
fn b_cubed(key: &Entities, response: &Entities) -> Counts {
    let mut pairs: Vec<_> = shared(key, response).into_iter().collect();
    pairs.sort_unstable();
    let sum = |sizes: &dyn Fn(usize, usize) -> usize| -> f64 {
        pairs.iter().map(|((k, r), both)| (both * both) as f64 / sizes(*k, *r) as f64).sum()
    };
    Counts {
        recalled: sum(&|k, _| key[k].len()),
        to_recall: size(key),
        precise: sum(&|_, r| response[r].len()),
        given: size(response),
    }
}

/// The best one-to-one match of entities by φ₄ = 2 |K ∩ R| / (|K| + |R|).
fn ceaf_e(key: &Entities, response: &Entities) -> Counts {
    let mut similarity = vec![vec![0.0; response.len()]; key.len()];
    for ((k, r), both) in shared(key, response) {
        similarity[k][r] = 2.0 * both as f64 / (key[k].len() + response[r].len()) as f64;
    }
    let best = best_match(&similarity);
    Counts { recalled: best, to_recall: key.len() as f64, precise: best, given: response.len() as f64 }
}

/// The greatest sum of one-to-one matched rows and columns (H. Kuhn, 1955, in the form with potentials).
fn best_match(similarity: &[Vec<f64>]) -> f64 {
    let columns = similarity.first().map_or(0, Vec::len);
    if columns == 0 {
        return 0.0;
    }
    if similarity.len() > columns {
        let turned: Vec<Vec<f64>> =
            (0..columns).map(|column| similarity.iter().map(|row| row[column]).collect()).collect();
        return best_match(&turned);
    }
    let rows = similarity.len();
    let (mut row_potential, mut column_potential) = (vec![0.0; rows + 1], vec![0.0; columns + 1]);
    // The row matched to each column, from 1; column 0 holds the row that is being matched.
    let mut row_of = vec![0; columns + 1];
    for row in 1..=rows {
        row_of[0] = row;
        let mut column = 0;
        let mut least = vec![f64::INFINITY; columns + 1];
        let mut before = vec![0; columns + 1];
        let mut used = vec![false; columns + 1];
        while row_of[column] != 0 {
            used[column] = true;
            let at = row_of[column];
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for other in (1..=columns).filter(|other| !used[*other]) {
                let cost = -similarity[at - 1][other - 1] - row_potential[at] - column_potential[other];
                if cost < least[other] {
                    (least[other], before[other]) = (cost, column);
                }
                if least[other] < delta {
                    (delta, next) = (least[other], other);
                }
            }
            for other in 0..=columns {
                if used[other] {
                    row_potential[row_of[other]] += delta;
                    column_potential[other] -= delta;
                } else {
                    least[other] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[before[column]];
            column = before[column];
        }
    }
    (1..=columns)
        .filter(|column| row_of[*column] != 0)
        .map(|column| similarity[row_of[column] - 1][column - 1])
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(one: f64, other: f64) {
        assert!((one - other).abs() < 1e-9, "{one} is not {other}");
    }

    /// Key {a b c} {d e f g}; response {a b} {c d} {f g h i}.
    fn scores() -> Scores {
        let key = vec![vec![0, 1, 2], vec![3, 4, 5, 6]];
        let response = vec![vec![0, 1], vec![2, 3], vec![5, 6, 7, 8]];
        let mut scores = Scores::default();
        scores.add(&key, &response);
        scores
    }

    #[test]
    fn muc_counts_links() {
        // {a b | c}: 1 of 2 links; {d | e | f g}: 1 of 3. Response: 1 of 1, 0 of 1, {f g | h | i}: 1 of 3.
        near(scores().muc.recall(), 2.0 / 5.0);
        near(scores().muc.precision(), 2.0 / 5.0);
        near(scores().muc.f(), 0.4);
    }

    #[test]
    fn b_cubed_counts_mentions() {
        // a b: 2/3 each, c: 1/3; d: 1/4, e: 0, f g: 2/4 each.
        near(scores().b_cubed.recall(), (4.0 / 3.0 + 1.0 / 3.0 + 0.25 + 1.0) / 7.0);
        // a b: 1 each; c d: 1/2 each; f g: 2/4 each; h i: 0.
        near(scores().b_cubed.precision(), (2.0 + 1.0 + 1.0) / 8.0);
    }

    #[test]
    fn ceaf_matches_entities() {
        // {a b c}-{a b}: 4/5; {d e f g}-{f g h i}: 4/8.
        near(scores().ceaf_e.recall(), (0.8 + 0.5) / 2.0);
        near(scores().ceaf_e.precision(), (0.8 + 0.5) / 3.0);
        let scores = scores();
        near(scores.conll(), (scores.muc.f() + scores.b_cubed.f() + scores.ceaf_e.f()) / 3.0);
    }

    #[test]
    fn the_best_match_is_not_the_greedy_one() {
        near(best_match(&[vec![0.9, 0.8], vec![0.8, 0.0]]), 1.6);
        near(best_match(&[vec![0.1], vec![0.7], vec![0.2]]), 0.7);
        near(best_match(&[]), 0.0);
    }

    #[test]
    fn equal_sides_are_perfect_and_documents_add_up() {
        let one = vec![vec![0, 1], vec![2, 3, 4]];
        let mut scores = Scores::default();
        scores.add(&one, &one);
        near(scores.conll(), 1.0);
        scores.add(&one, &Vec::new());
        near(scores.muc.recall(), 0.5);
        near(scores.muc.precision(), 1.0);
    }
}
