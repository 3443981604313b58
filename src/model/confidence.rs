//! Probabilities as whole numbers, so that they are the same on every machine.

/// A probability in thousandths, 0 to 1000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Confidence(u16);

impl Confidence {
    /// Certain.
    pub const CERTAIN: Self = Self(1000);

    /// From thousandths; more than 1000 counts as 1000.
    pub const fn from_thousandths(thousandths: u32) -> Self {
        Self(if thousandths > 1000 { 1000 } else { thousandths as u16 })
    }

    /// In thousandths.
    pub const fn thousandths(self) -> u16 {
        self.0
    }

    /// Between 0 and 1.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// Both at once, taken as independent.
    pub const fn and(self, other: Self) -> Self {
        Self((self.0 as u32 * other.0 as u32 / 1000) as u16)
    }
}
