//! How sure an attribution must be, by what the caller chose.

use crate::model::{Confidence, SCALE};
use crate::options::Strictness;

/// The least confidence of an attribution. On PolNeAR dev FULL F hardly moves between 0.3 and 0.45; at 0.35 more speakers
/// are found.
pub(super) const fn least(strictness: Strictness) -> Confidence {
    Confidence::from_thousandths(match strictness {
        Strictness::Strict => 700,
        Strictness::Balanced => 350,
        Strictness::Everything => 100,
    })
}

/// The same for an attribution inside of another.
pub(super) const fn least_nested(strictness: Strictness) -> Confidence {
    Confidence::from_thousandths(match strictness {
        Strictness::Strict => 900,
        Strictness::Balanced => 600,
        Strictness::Everything => 300,
    })
}

/// A word whose log-odds of being a cue are less by its sentence alone is not looked at as one; at the network's scale.
/// What is unlikely to be told in the end costs time and changes nothing: on PolNeAR dev, FULL F is the same with 1 in 3 as
/// with 1 in 10 for all; with 1 in 2 that of quotations in marks falls by 0.3 to 0.5.
pub(super) const fn least_cue(strictness: Strictness) -> i32 {
    match strictness {
        // 1 in 3.
        Strictness::Strict | Strictness::Balanced => -(7 << SCALE) / 10,
        // 1 in 10.
        Strictness::Everything => -(9 << SCALE) / 4,
    }
}

/// The same inside of another attribution, where more is asked in the end.
pub(super) const fn least_nested_cue(strictness: Strictness) -> i32 {
    match strictness {
        // 1 in 2.
        Strictness::Strict | Strictness::Balanced => 0,
        Strictness::Everything => least_cue(strictness),
    }
}
