//! Exact decimal numbers.

use std::fmt;

/// A decimal number: whole digits and how many of them stand after the point. No rounding ever happens: what
/// does not fit is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    digits: u64,
    scale: u32,
}

/// More digits after the point than any news needs.
const MOST_SCALE: u32 = 12;

impl Decimal {
    /// A whole number.
    pub const fn whole(digits: u64) -> Self {
        Self { negative: false, digits, scale: 0 }
    }

    /// Reads digits with at most one point: `3`, `0.25`, `.5`.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let printed = |digits: &str| digits.bytes().all(|c| c.is_ascii_digit());
        if !printed(whole) || !printed(part) || whole.len() + part.len() == 0 {
            return None;
        }
        let mut digits: u64 = 0;
        for digit in whole.bytes().chain(part.bytes()) {
            digits = digits.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
        }
        let scale = u32::try_from(part.len()).ok().filter(|scale| *scale <= MOST_SCALE)?;
        Some(Self { negative: false, digits, scale }.reduced())
    }

    /// One part of `parts`, where that has an end in decimals: 1/4, not 1/3.
    pub fn share(of: u64, parts: u64) -> Option<Self> {
        (0..=3_u32).find_map(|scale| {
            let tens = 10_u64.pow(scale).checked_mul(of)?;
            let exact = parts > 0 && tens.is_multiple_of(parts);
            exact.then(|| Self { negative: false, digits: tens / parts, scale }.reduced())
        })
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        // Zeros at the end of one side pay for the places after the point of the other before anything can overflow.
        let (mut left, mut right) = (self, other);
        left.cancel(&mut right);
        right.cancel(&mut left);
        let digits = left.digits.checked_mul(right.digits)?;
        let scale = left.scale + right.scale;
        let negative = self.negative != other.negative;
        (scale <= MOST_SCALE).then(|| Self { negative, digits, scale }.reduced())
    }

    fn cancel(&mut self, other: &mut Self) {
        while self.scale > 0 && other.digits > 0 && other.digits.is_multiple_of(10) {
            self.scale -= 1;
            other.digits /= 10;
        }
    }

    /// The sum of two numbers that are not negative.
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.negative || other.negative {
            return None;
        }
        let scale = self.scale.max(other.scale);
        let at = |number: Self| number.digits.checked_mul(10_u64.checked_pow(scale - number.scale)?);
        let digits = at(self)?.checked_add(at(other)?)?;
        Some(Self { negative: false, digits, scale }.reduced())
    }

    /// The same number below zero.
    pub const fn negated(self) -> Self {
        Self { negative: !self.negative && self.digits > 0, ..self }
    }

    /// The number, if it is whole and not negative.
    pub const fn as_whole(self) -> Option<u64> {
        if self.scale == 0 && !self.negative { Some(self.digits) } else { None }
    }

    const fn reduced(mut self) -> Self {
        while self.scale > 0 && self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.scale -= 1;
        }
        self
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.negative { "-" } else { "" };
        if self.scale == 0 {
            return write!(f, "{sign}{}", self.digits);
        }
        let unit = 10_u64.pow(self.scale);
        let width = self.scale as usize;
        write!(f, "{sign}{}.{:0width$}", self.digits / unit, self.digits % unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number")
    }

    #[test]
    fn products_and_sums_are_exact() {
        let billions = Decimal::whole(1_000_000_000);
        assert_eq!(number("3.5").times(billions).map(|n| n.to_string()), Some("3500000000".to_owned()));
        assert_eq!(number("0.1").plus(number("0.2")).map(|n| n.to_string()), Some("0.3".to_owned()));
        assert_eq!(number("1.50").to_string(), "1.5");
        assert_eq!(number("5").negated().to_string(), "-5");
        assert_eq!(Decimal::share(3, 4).map(|n| n.to_string()), Some("0.75".to_owned()));
    }

    #[test]
    fn what_does_not_fit_is_no_number() {
        assert_eq!(Decimal::parse("99999999999999999999"), None);
        assert_eq!(Decimal::parse("1.2.3"), None);
        assert_eq!(Decimal::parse(""), None);
        assert_eq!(Decimal::share(1, 3), None);
        assert_eq!(Decimal::share(1, 0), None);
        assert_eq!(Decimal::whole(u64::MAX).times(Decimal::whole(10)), None);
    }
}
