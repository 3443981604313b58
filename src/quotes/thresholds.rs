//! How sure an attribution must be, by what the caller chose.

use crate::model::Confidence;
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
