//! Scores of pairs of tags → the tags of a word.
//!
//! The network tells pairs of universal and fine part of speech. The likeliest universal one is that whose pairs are
//! likeliest together, not that of the likeliest pair: three of ten for a past tense and three for a participle are six
//! for a verb, against four for an adjective.

use crate::labels::{Upos, Xpos};
use crate::model::{Network, SCALE};

/// Steps of the table in one unit of log-odds.
const STEPS: i32 = 32;
/// Pairs this far behind the best in units of log-odds have nothing to say.
const FAR: i32 = 6;
/// Scores that are looked at together.
const PIECE: usize = 8;
/// Number of universal parts of speech.
const KINDS: usize = Upos::ALL.len();

/// e to the power of minus each step, in parts of 2^16.
const POWERS: [u32; (STEPS * FAR) as usize] = {
    let mut powers = [0; (STEPS * FAR) as usize];
    // One, and e to the power of minus one step, in parts of 2^32.
    let (mut power, step) = (1u64 << 32, 4_162_825_044u64);
    let mut rest: &mut [u32] = &mut powers;
    while let Some((first, others)) = rest.split_first_mut() {
        *first = (power >> 16) as u32;
        power = ((power as u128 * step as u128) >> 32) as u64;
        rest = others;
    }
    powers
};

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

    #[test]
    fn the_table_holds_powers_of_e() {
        for (step, power) in POWERS.iter().enumerate() {
            let exact = 65_536.0 * (-(step as f64) / f64::from(STEPS)).exp();
            assert!((f64::from(*power) - exact).abs() < 4.0, "{step}: {power}, {exact}");
        }
    }
}
