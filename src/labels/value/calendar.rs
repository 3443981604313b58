//! Days, periods, durations and times of day, written as ISO 8601 has them.

use std::fmt;

use super::Decimal;

/// A year, a month of a year, or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Calendar {
    year: u16,
    month: u8,
    day: u8,
}

impl Calendar {
    /// A year.
    pub const fn year(year: u16) -> Self {
        Self { year, month: 0, day: 0 }
    }

    /// A month of a year, if there is such a month.
    pub fn month(year: u16, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self { year, month, day: 0 })
    }

    /// A day, if there is such a day.
    pub fn day(year: u16, month: u8, day: u8) -> Option<Self> {
        let within = Self::month(year, month).is_some() && (1..=days_of(year, month)).contains(&day);
        within.then_some(Self { year, month, day })
    }

    /// Whether it is a day.
    pub const fn is_day(self) -> bool {
        self.day > 0
    }

    /// The day before or after a day; nothing for months and years, and beyond the calendar.
    pub fn neighbour(self, forward: bool) -> Option<Self> {
        if !self.is_day() {
            return None;
        }
        if forward {
            Self::day(self.year, self.month, self.day + 1)
                .or_else(|| Self::day(self.year, self.month + 1, 1))
                .or_else(|| Self::day(self.year + 1, 1, 1))
        } else if self.day > 1 {
            Self::day(self.year, self.month, self.day - 1)
        } else if self.month > 1 {
            Self::day(self.year, self.month - 1, days_of(self.year, self.month - 1))
        } else {
            Self::day(self.year.checked_sub(1)?, 12, 31)
        }
    }

    /// The month that many months away from the one this lies in.
    pub fn months_away(self, by: i32) -> Option<Self> {
        let months = i32::from(self.year) * 12 + i32::from(self.month) - 1 + by;
        let year = u16::try_from(months.div_euclid(12)).ok()?;
        Self::month(year, u8::try_from(months.rem_euclid(12) + 1).ok()?).filter(|_| self.month > 0)
    }

    /// The year that many years away.
    pub fn years_away(self, by: i32) -> Option<Self> {
        u16::try_from(i32::from(self.year) + by).ok().map(Self::year)
    }

    const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }
}

const fn days_of(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

/// How exactly a date is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// One day.
    Day,
    /// One month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// One year.
    Year,
    /// Ten years.
    Decade,
    /// Any other stretch, both ends in it.
    Range,
}

impl Precision {
    /// All, in order.
    pub const ALL: [Self; 6] = [Self::Day, Self::Month, Self::Quarter, Self::Year, Self::Decade, Self::Range];

    /// The name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Range => "range",
        }
    }
}

/// A date: one entry of the calendar, or a stretch from one to another, both in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day, month or year.
    pub start: Calendar,
    /// Its last, where it is a stretch.
    pub end: Option<Calendar>,
    /// How exactly it is told.
    pub precision: Precision,
}

impl Period {
    /// One day, month or year.
    pub const fn one(start: Calendar) -> Self {
        Self { start, end: None, precision: start.precision() }
    }

    /// A stretch, if its ends are in order and alike.
    pub fn range(start: Calendar, end: Calendar, precision: Precision) -> Option<Self> {
        let fits = start < end && start.precision() == end.precision();
        fits.then_some(Self { start, end: Some(end), precision })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.start)?;
        self.end.map_or(Ok(()), |end| write!(f, "/{end}"))
    }
}

/// A stretch of time: so many of each unit, the smallest perhaps with a fraction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Duration {
    /// Years, months, weeks, days, hours, minutes, seconds.
    parts: [Option<Decimal>; 7],
}

/// Letters of ISO 8601 in the order of [`Duration::parts`].
const LETTERS: [char; 7] = ['Y', 'M', 'W', 'D', 'H', 'M', 'S'];
/// The first part that stands after the `T`.
const HOURS: usize = 4;

impl Duration {
    /// So many of a unit: a number and a letter of ISO 8601, hours and smaller after a `T`: `1Y`, `10Y`, `T1H`. Half a
    /// year is six months and half an hour 30 minutes; other fractions stay.
    pub fn of(amount: Decimal, unit: &str) -> Option<Self> {
        let clock = unit.starts_with('T');
        let unit = unit.trim_start_matches('T');
        let (count, letter) = unit.split_at_checked(unit.len().checked_sub(1)?)?;
        let letter = letter.chars().next()?;
        let from = if clock { HOURS } else { 0 };
        let place = from + LETTERS.iter().skip(from).position(|known| *known == letter)?;
        let amount = amount.times(Decimal::parse(count)?)?;
        let smaller = match place {
            0 => 12,
            4 | 5 => 60,
            _ => return Some(Self::default().with(place, amount)),
        };
        let Some(small) = amount.times(Decimal::whole(smaller)).and_then(Decimal::as_whole) else {
            return Some(Self::default().with(place, amount));
        };
        let (large, small) = (small / smaller, small % smaller);
        let whole =
            if large > 0 { Self::default().with(place, Decimal::whole(large)) } else { Self::default() };
        Some(if small > 0 || large == 0 { whole.with(place + 1, Decimal::whole(small)) } else { whole })
    }

    fn with(mut self, place: usize, amount: Decimal) -> Self {
        if let Some(part) = self.parts.get_mut(place) {
            *part = Some(amount);
        }
        self
    }

    /// Both together, where every unit of the other is smaller: "five hours and 20 minutes".
    pub fn and(self, smaller: Self) -> Option<Self> {
        let last = self.parts.iter().rposition(Option::is_some)?;
        let first = smaller.parts.iter().position(Option::is_some)?;
        let mut both = self;
        for (part, more) in both.parts.iter_mut().zip(smaller.parts) {
            *part = part.or(more);
        }
        (last < first).then_some(both)
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "P")?;
        let mut clock = false;
        for ((place, part), letter) in self.parts.iter().enumerate().zip(LETTERS) {
            let Some(amount) = part else { continue };
            if place >= HOURS && !clock {
                clock = true;
                write!(f, "T")?;
            }
            write!(f, "{amount}{letter}")?;
        }
        Ok(())
    }
}

/// A time of day, with its distance from UTC in minutes where the text tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    hour: u8,
    minute: u8,
    offset: Option<i16>,
}

impl Time {
    /// A time of day, if there is such a time.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute, offset: None })
    }

    /// In a zone: `Z`, `+01:00`, `-05:00`; anything else leaves the zone open.
    pub fn zoned(self, zone: &str) -> Self {
        let minutes = |text: &str| {
            let (hours, minutes) = text.split_once(':')?;
            Some(hours.parse::<i16>().ok()? * 60 + minutes.parse::<i16>().ok()?)
        };
        let offset = match zone.split_at_checked(1) {
            Some(("Z", "")) => Some(0),
            Some(("+", rest)) => minutes(rest),
            Some(("-", rest)) => minutes(rest).map(|minutes| -minutes),
            _ => None,
        };
        Self { offset, ..self }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:02}:{:02}", self.hour, self.minute)?;
        match self.offset {
            None => Ok(()),
            Some(0) => write!(f, "Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_iso() {
        let told = |amount: &str, unit| {
            Decimal::parse(amount).and_then(|amount| Duration::of(amount, unit)).map(|d| d.to_string())
        };
        assert_eq!(told("3.5", "1Y").as_deref(), Some("P3Y6M"));
        assert_eq!(told("0.5", "T1H").as_deref(), Some("PT30M"));
        assert_eq!(told("2", "10Y").as_deref(), Some("P20Y"));
        assert_eq!(told("1.5", "1W").as_deref(), Some("P1.5W"));
        assert_eq!(told("90", "T1M").as_deref(), Some("PT90M"));
        assert_eq!(told("1", "Y"), None);
    }

    #[test]
    fn days_that_do_not_exist_are_none() {
        assert_eq!(Calendar::day(2023, 2, 29), None);
        assert_eq!(Calendar::day(2024, 13, 1), None);
        assert_eq!(
            Calendar::day(2024, 3, 1).and_then(|day| day.neighbour(false)),
            Calendar::day(2024, 2, 29)
        );
        assert_eq!(
            Calendar::day(2024, 12, 31).and_then(|day| day.neighbour(true)),
            Calendar::day(2025, 1, 1)
        );
        assert_eq!(
            Calendar::month(2024, 1).and_then(|month| month.months_away(-1)),
            Calendar::month(2023, 12)
        );
    }
}
