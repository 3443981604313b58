//! How far ahead a type is at the words of a name, and the guess that comes next.

use crate::labels::EntityType;
use crate::labels::bioes::{LABELS, NAME_TYPES, OUTSIDE, Place, label};
use crate::mentions::Rival;
use crate::model::{SCALE, thousandths, weights};

/// A second guess with less than this share, in thousandths, is no hesitation.
const LEAST_SHARE: i64 = 50;

/// How far ahead a type is at the words of a name.
pub struct Standing {
    /// How far it is ahead of the best other guess, for the average word.
    pub margin: i32,
    /// Row of [`NAME_TYPES`] of that guess; `None` for no name.
    pub second: Option<usize>,
}

impl Standing {
    /// How a type stands at words with these scores, each with its place in the name.
    pub fn of(rows: impl Iterator<Item = ([i32; LABELS], Place)>, name_type: usize) -> Self {
        let Sums { types: sums, none, width } = Sums::of(rows);
        let mine = sums.get(name_type).copied().unwrap_or(0);
        let mut second = (none, None);
        for (row, sum) in sums.into_iter().enumerate() {
            if row != name_type && sum > second.0 {
                second = (sum, Some(row));
            }
        }
        Self { margin: ((mine - second.0) / width.max(1)) as i32, second: second.1 }
    }

    /// The other guess, where there is hesitation.
    pub fn rival(&self) -> Option<Rival> {
        let share = share(self.margin);
        let name = self.second.and_then(|row| NAME_TYPES.get(row)).map(|second| second.name().to_owned());
        (share >= LEAST_SHARE).then(|| Rival { entity_type: name, share: share as f64 / 1000.0 })
    }
}

/// What the scores of a name's words come to for each type.
struct Sums {
    types: [i64; NAME_TYPES.len()],
    /// For no name at all.
    none: i64,
    /// How many words there are.
    width: i64,
}

impl Sums {
    fn of(rows: impl Iterator<Item = ([i32; LABELS], Place)>) -> Self {
        let mut sums = Self { types: [0; NAME_TYPES.len()], none: 0, width: 0 };
        for (row, place) in rows {
            let of = |label: usize| row.get(label).copied().map_or(0, i64::from);
            sums.none += of(OUTSIDE);
            sums.width += 1;
            for (row, sum) in sums.types.iter_mut().enumerate() {
                *sum += of(label(row, place));
            }
        }
        sums
    }
}

/// What part each type has of what the scores of a name's words tell on average, and no name at all (`None`); in
/// thousandths, the likeliest first.
pub fn shares(rows: impl Iterator<Item = ([i32; LABELS], Place)>) -> Vec<(Option<EntityType>, u32)> {
    let Sums { types, none, width } = Sums::of(rows);
    let average = |sum: i64| (sum / width.max(1)).clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32;
    let scores: Vec<i32> = types.into_iter().chain([none]).map(average).collect();
    let guesses = NAME_TYPES.into_iter().map(Some).chain([None]);
    let mut shares: Vec<_> = guesses.zip(thousandths(&weights(&scores, 1 << SCALE))).collect();
    // The first of equals.
    shares.sort_by_key(|(_, share)| std::cmp::Reverse(*share));
    shares
}

/// What a guess that is behind by this margin has of both together, in thousandths.
fn share(margin: i32) -> i64 {
    /// 1000 / (1 + e^(n / 2)).
    const SHARES: [i64; 16] = [500, 378, 269, 182, 119, 76, 47, 29, 18, 11, 7, 4, 2, 2, 1, 0];
    let far = i64::from(margin).unsigned_abs();
    let (step, rest) = ((far >> (SCALE - 1)) as usize, (far & ((1 << (SCALE - 1)) - 1)) as i64);
    let at = |step: usize| SHARES.get(step).copied().unwrap_or(0);
    let share = at(step) + (((at(step + 1) - at(step)) * rest) >> (SCALE - 1));
    if margin < 0 { 1000 - share } else { share }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_fall_from_one_half_and_both_guesses_have_all() {
        let told: Vec<_> = [0, 1, 2, 4].map(|units| share(units << SCALE)).to_vec();
        assert_eq!(told, [500, 269, 119, 18]);
        for margin in (-20_000..20_000).step_by(77) {
            assert_eq!(share(margin) + share(-margin), 1000);
            assert!(share(margin) >= share(margin + 77));
        }
        assert_eq!((share(i32::MAX), share(i32::MIN)), (0, 1000));
    }
}
