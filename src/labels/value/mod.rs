//! What a date, sum or number means, where it is certain: exact, small, the same on every machine.

mod calendar;
mod decimal;
mod unit;

use std::fmt;

pub use calendar::{Calendar, Duration, Period, Precision, Time};
pub use decimal::Decimal;
pub use unit::{Currency, Unit};

/// The normalised meaning of a mention of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A day, month, year or a stretch of them.
    Date(Period),
    /// "three and a half years".
    Duration(Duration),
    /// A time of day.
    Time(Time),
    /// A sum; without currency where the article does not tell which.
    Money {
        /// How much.
        amount: Decimal,
        /// Of what.
        currency: Option<Currency>,
    },
    /// "12.5%"; or percentage points.
    Percent {
        /// How many.
        amount: Decimal,
        /// Whether they are percentage points.
        points: bool,
    },
    /// "20 miles".
    Quantity {
        /// How many.
        amount: Decimal,
        /// Of what.
        unit: Unit,
    },
    /// "one hundred and twenty-three".
    Number(Decimal),
    /// "third": 3.
    Ordinal(u64),
}

impl Value {
    /// The names of the kinds in the record, in the order of the variants.
    pub const KINDS: [&str; 8] =
        ["date", "duration", "time", "money", "percent", "quantity", "number", "ordinal"];

    /// The name of its kind in the record.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Date(_) => "date",
            Self::Duration(_) => "duration",
            Self::Time(_) => "time",
            Self::Money { .. } => "money",
            Self::Percent { .. } => "percent",
            Self::Quantity { .. } => "quantity",
            Self::Number(_) => "number",
            Self::Ordinal(_) => "ordinal",
        }
    }
}

/// On one line: "2024-11-03", "5 USD", "20 mi". A sum without currency has "?" in its place.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(period) => period.fmt(f),
            Self::Duration(duration) => duration.fmt(f),
            Self::Time(time) => time.fmt(f),
            Self::Money { amount, currency } => {
                write!(f, "{amount} {}", currency.as_ref().map_or("?", Currency::code))
            }
            Self::Percent { amount, points } => write!(f, "{amount}{}", if *points { " points" } else { "" }),
            Self::Quantity { amount, unit } => write!(f, "{amount} {}", unit.sign()),
            Self::Number(amount) => amount.fmt(f),
            Self::Ordinal(number) => number.fmt(f),
        }
    }
}
