//! Scores of pairs of tags → the tags of a word.
//!
//! The network tells pairs of universal and fine part of speech. The likeliest universal one is that whose pairs are
//! likeliest together, not that of the likeliest pair: three of ten for a past tense and three for a participle are six
//! for a verb, against four for an adjective.

use crate::labels::{Upos, Xpos};
use crate::model::{FAR, Network, POWERS, SCALE, STEPS, thousandths, weights};

/// Scores that are looked at together.
const PIECE: usize = 8;
/// Number of universal parts of speech.
const KINDS: usize = Upos::ALL.len();

/// The tags of a word, given its scores by row of the network's tags.
#[inline(always)]
pub fn best(network: &Network, scores: &[i32]) -> (Upos, Xpos) {
    let scores = scores.get(..network.tagging.outputs()).unwrap_or(&[]);
    likeliest(scores, |row| network.tag(row))
}

#[inline(always)]
fn likeliest(scores: &[i32], tag: impl Fn(usize) -> (Upos, Xpos)) -> (Upos, Xpos) {
    let row = super::best(scores);
    let first = tag(row);
    let highest = scores.get(row).copied().unwrap_or(0);
    let mut shares = [0u32; KINDS];
    let least = highest.saturating_sub(FAR << SCALE);
    // Most pieces hold none that is near, which vectors see at once.
    let pieces = scores.chunks(PIECE).enumerate();
    for (piece, scores) in
        pieces.filter(|(_, scores)| scores.iter().fold(false, |any, score| any | (*score > least)))
    {
        for (at, score) in scores.iter().enumerate().filter(|(_, score)| **score > least) {
            let step = ((highest - score) * STEPS) >> SCALE;
            let share = POWERS.get(step as usize).copied().unwrap_or(0);
            if let Some(sum) = shares.get_mut(tag(piece * PIECE + at).0 as usize) {
                *sum += share;
            }
        }
    }
    let most = shares.iter().copied().max().unwrap_or(0);
    if shares.get(first.0 as usize) == Some(&most) {
        return first;
    }
    let is_likeliest = |row: usize| shares.get(tag(row).0 as usize) == Some(&most);
    let rows = scores.iter().enumerate().filter(|(row, _)| is_likeliest(*row));
    // The first of equals.
    let row = rows.max_by_key(|(row, score)| (**score, std::cmp::Reverse(*row)));
    row.map_or(first, |(row, _)| tag(row))
}

/// What part each universal part of speech has of what the scores tell, in thousandths, the likeliest first.
pub fn shares(network: &Network, scores: &[i32]) -> Vec<(Upos, u32)> {
    let scores = scores.get(..network.tagging.outputs()).unwrap_or(&[]);
    let mut sums = [0u64; KINDS];
    for (row, weight) in weights(scores, 1 << SCALE).into_iter().enumerate() {
        if let Some(sum) = sums.get_mut(network.tag(row).0 as usize) {
            *sum += weight;
        }
    }
    let mut shares: Vec<_> = Upos::ALL.into_iter().zip(thousandths(&sums)).collect();
    shares.sort_by_key(|(upos, share)| (std::cmp::Reverse(*share), *upos));
    shares.retain(|(_, share)| *share > 0);
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_tags_of_a_verb_outdo_a_likelier_one_of_an_adjective() {
        let tags = [(Upos::Adj, Xpos::Jj), (Upos::Verb, Xpos::Vbd), (Upos::Verb, Xpos::Vbn)];
        let of = |scores: [i32; 3]| likeliest(&scores, |row| tags[row]);
        assert_eq!(of([400, 100, 150]), (Upos::Verb, Xpos::Vbn));
        assert_eq!(of([1 << SCALE, 0, 0]), (Upos::Adj, Xpos::Jj));
        assert_eq!(of([0, i32::MIN, i32::MIN]), (Upos::Adj, Xpos::Jj));
    }
}
