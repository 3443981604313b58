//! The logistic function in whole numbers.

use crate::model::Confidence;

/// `1 / (1 + e^-x)` for `x` in thousandths, in thousandths, by straight lines between exact points every
/// half unit: whole numbers give the same result on every machine.
pub(super) fn logistic(x: i32) -> Confidence {
    // Values of the logistic function at 0, 0.5, 1 … 6.
    const HALVES: [i32; 13] = [500, 622, 731, 818, 881, 924, 953, 971, 982, 989, 993, 996, 998];
    let size = x.unsigned_abs().min(5_999) as i32;
    let step = (size / 500) as usize;
    let low = HALVES.get(step).copied().unwrap_or(998);
    let high = HALVES.get(step + 1).copied().unwrap_or(998);
    let value = low + (high - low) * (size % 500) / 500;
    Confidence::from_thousandths(if x < 0 { 1000 - value } else { value } as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logistic_function_is_symmetric_and_grows() {
        assert_eq!(logistic(0).thousandths(), 500);
        assert_eq!(logistic(1000).thousandths(), 731);
        assert_eq!(logistic(-1000).thousandths(), 269);
        assert!(logistic(20_000).thousandths() >= 997);
        let values: Vec<_> = (-70..70).map(|x| logistic(x * 100).thousandths()).collect();
        assert!(values.is_sorted());
    }
}
