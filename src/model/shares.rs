//! Scores, which are logarithms of odds, → what part each has of all together; in whole numbers, so that every machine
//! says the same.

/// Steps of the table in one unit of log-odds.
pub const STEPS: i32 = 32;
/// Scores this far behind the best in units of log-odds have nothing to say: 1 in 400.
pub const FAR: i32 = 6;

/// e to the power of minus each step, in parts of 2^16.
pub const POWERS: [u32; (STEPS * FAR) as usize] = {
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

/// e to the power of a score's distance from the highest, in parts of 2^16; `unit` is one unit of log-odds. Between the
/// steps of the table by a straight line.
///
/// ```
/// use whosaid::model::weights;
/// assert_eq!(weights(&[2000, 1000, -9000], 1000), [65_536, 24_109, 0]);
/// ```
pub fn weights(scores: &[i32], unit: i32) -> Vec<u64> {
    let highest = scores.iter().copied().max().map_or(0, i64::from);
    let unit = i64::from(unit.max(1));
    let at = |step: usize| POWERS.get(step).copied().map_or(0, i64::from);
    let weight = |score: &i32| {
        let far = (highest - i64::from(*score)) * i64::from(STEPS);
        let (step, rest) = ((far / unit) as usize, far % unit);
        (at(step) + (at(step + 1) - at(step)) * rest / unit) as u64
    };
    scores.iter().map(weight).collect()
}

/// What part each weight has of their sum, in thousandths.
pub fn thousandths(weights: &[u64]) -> Vec<u32> {
    let sum: u64 = weights.iter().sum();
    weights.iter().map(|weight| ((weight * 1000 + sum / 2) / sum.max(1)) as u32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_powers_of_e() {
        for (step, power) in POWERS.iter().enumerate() {
            let exact = 65_536.0 * (-(step as f64) / f64::from(STEPS)).exp();
            assert!((f64::from(*power) - exact).abs() < 4.0, "{step}: {power}, {exact}");
        }
    }

    #[test]
    fn shares_are_those_of_the_exponential_and_come_to_one() {
        let scores = [1_700, 250, -400, 1_200, -90_000, i32::MIN];
        let found = thousandths(&weights(&scores, 1_000));
        let exact = scores.map(|score| (f64::from(score) / 1000.0).exp());
        let sum: f64 = exact.iter().sum();
        for (found, exact) in found.iter().zip(exact) {
            assert!((f64::from(*found) - 1000.0 * exact / sum).abs() < 2.0, "{found}, {exact}");
        }
        assert!(found.iter().sum::<u32>().abs_diff(1000) <= 2);
        assert!(thousandths(&weights(&[], 1)).is_empty());
    }
}
