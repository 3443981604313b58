//! Numbers with what they count: "8 percent", "nine metres", "40C", "212"; and ordinals.

use super::Match;
use super::cursor::Cursor;
use super::money::money_after;
use super::numbers::{Number, fraction, number};
use crate::labels::{Decimal, EntityType, Unit, Value};
use crate::model::Role;

/// The percentage, sum, measure or number that begins here.
pub(super) fn measure(here: Cursor) -> Option<Match> {
    if let Some(found) = below_zero(here).or_else(|| degrees_in_one(here)).or_else(|| share(here)) {
        return Some(found);
    }
    let found = number(here)?;
    let one = with_unit(here, found);
    if one.is_some() {
        return one;
    }
    // "10 to 15 percent", "20-30 miles", "two or three metres"
    let between = here.from(found.end);
    if (between.is_dash() || between.is_word(&["to", "or"]))
        && let Some(upper) = number(between.skip(1))
        && let Some(both) = with_unit(between.skip(1), upper)
        && both.end > upper.end
    {
        return Some(Match::new(both.end, both.entity_type, None));
    }
    is_counting(here, &found)
        .then(|| Match::new(found.end, EntityType::Cardinal, found.value.map(Value::Number)))
}

/// "minus 5 degrees", "-5C".
fn below_zero(here: Cursor) -> Option<Match> {
    // "plus or minus 4" is no number below zero
    let sign = here.is_word(&["minus"]) && !here.back().is_word(&["or"])
        || matches!(here.form(), "−" | "-") && here.space_before() && !here.space_after();
    if !sign {
        return None;
    }
    let found = measure_above(here.skip(1))?;
    let value = match found.value? {
        Value::Quantity { amount, unit } => Value::Quantity { amount: amount.negated(), unit },
        Value::Percent { amount, points } => Value::Percent { amount: amount.negated(), points },
        Value::Number(amount) if here.is_word(&["minus"]) => Value::Number(amount.negated()),
        _ => return None,
    };
    Some(Match { value: Some(value), ..found })
}

fn measure_above(here: Cursor) -> Option<Match> {
    degrees_in_one(here).or_else(|| {
        let found = number(here)?;
        with_unit(here, found)
            .or_else(|| Some(Match::new(found.end, EntityType::Cardinal, found.value.map(Value::Number))))
    })
}

/// "40C", "104F".
fn degrees_in_one(here: Cursor) -> Option<Match> {
    let form = here.form();
    let digits = form.strip_suffix(['C', 'F']).filter(|digits| !digits.is_empty() && digits.len() <= 5)?;
    let amount = Decimal::parse(digits).filter(|_| here.is_numeric())?;
    let unit = Unit::from_sign(if form.ends_with('C') { "°C" } else { "°F" })?;
    Some(Match::new(here.at + 1, EntityType::Quantity, Some(Value::Quantity { amount, unit })))
}

/// "two-thirds", "three quarters of"; "half a percent", "half of one percent".
fn share(here: Cursor) -> Option<Match> {
    if here.is_word(&["half"]) {
        let of = usize::from(here.skip(1).is_word(&["of"]));
        let one = here.skip(1 + of);
        let percent = one.skip(1);
        if one.is_word(&["a", "one"]) && percent.is(Role::Percent) {
            return percentage(percent, Decimal::parse("0.5"));
        }
        return None;
    }
    let (end, value) = fraction(here)?;
    let mut next = here.from(end);
    // "three quarters" may be nine months; "two seconds" is no share
    if next.is_word(&["of"]) && next.skip(1).is_word(&["a", "one"]) {
        next = next.skip(2);
    }
    if next.is(Role::Percent) {
        return percentage(next, value);
    }
    Some(Match::new(end, EntityType::Cardinal, value.map(Value::Number)))
}

/// From the word for per cent on: "percent", "per cent", "percentage points".
fn percentage(here: Cursor, amount: Option<Decimal>) -> Option<Match> {
    let value = |points| amount.map(|amount| Value::Percent { amount, points });
    if here.is_word(&["per"]) && here.skip(1).is_word(&["cent"]) {
        return Some(Match::new(here.at + 2, EntityType::Percent, value(false)));
    }
    if here.is_word(&["percentage"]) {
        let points = here.skip(1).is_word(&["point", "points"]);
        return points.then(|| Match::new(here.at + 2, EntityType::Percent, value(true)));
    }
    here.is(Role::Percent).then(|| Match::new(here.at + 1, EntityType::Percent, value(false)))
}

/// The number with its percent sign, currency or unit.
fn with_unit(here: Cursor, found: Number) -> Option<Match> {
    let mut next = here.from(found.end);
    let hyphen = next.is_hyphen();
    let after = if hyphen { next.skip(1) } else { next };
    let pc = after.form() == "pc" && here.is_numeric();
    if let Some(percent) =
        percentage(after, found.value).filter(|_| !found.scaled || !after.is_word(&["percentage"]))
    {
        // "10%-15%"
        let range = here.from(percent.end);
        if range.is_dash()
            && let Some(upper) = number(range.skip(1))
        {
            let last = percentage(range.from(upper.end), None);
            return last.or(Some(percent));
        }
        return Some(percent);
    }
    if pc {
        let value = found.value.map(|amount| Value::Percent { amount, points: false });
        return Some(Match::new(after.at + 1, EntityType::Percent, value));
    }
    if let Some(sum) = money_after(here, found) {
        return Some(sum);
    }
    next = after;
    quantity(here, found, next)
}

fn quantity(here: Cursor, found: Number, next: Cursor) -> Option<Match> {
    let measured = |end, unit: Option<Unit>| {
        let value = found.value.zip(unit).map(|(amount, unit)| Value::Quantity { amount, unit });
        Some(Match::new(end, EntityType::Quantity, value))
    };
    // "40°C", "40 degrees Celsius", "5 degrees"
    let degrees = next.form() == "°" || next.is_word(&["degree", "degrees"]);
    if degrees {
        let scale = next.skip(1);
        if scale.is_word(&["c", "celsius"]) || scale.is_word(&["f", "fahrenheit"]) {
            let sign = if scale.is_word(&["c", "celsius"]) { "°C" } else { "°F" };
            return measured(scale.at + 1, Unit::from_sign(sign));
        }
        return measured(scale.at, Unit::from_sign("°"));
    }
    if next.is_word(&["pound", "pounds"]) && !found.scaled {
        return measured(next.at + 1, Unit::from_sign("lb"));
    }
    // "5 m" and "800m" are metres; "1.4m people" millions
    if next.form() == "m" && here.is_numeric() && !found.scaled {
        return measured(next.at + 1, Unit::from_sign("m"));
    }
    let before = next.is(Role::UnitBefore) || next.is_word(&["sq", "sq."]);
    let name = if before { next.skip(1) } else { next };
    if !name.is(Role::Unit) || name.is_word(&["ha", "in"]) && next.space_before() && !here.is_numeric() {
        return None;
    }
    // "on two feet", "a foot"; "five yards" is a measure
    if name.is_word(&["feet", "foot"])
        && found.words
        && found.value == Some(Decimal::whole(2))
        && here.back().is_word(&["own", "on", "his", "her"])
    {
        return None;
    }
    let plain = Unit::from_sign(name.value().code);
    let unit = if before { plain.and_then(|unit| unit.with(next.form())) } else { plain };
    let per = name.skip(1);
    // "5ft 10in", "six feet two inches": one height
    if unit.is_some_and(|unit| unit.sign() == "ft") && (per.is_numeric() || per.is(Role::Number)) {
        let inches = per.form().ends_with("in") || per.form().ends_with("ins");
        let inches_apart = per.skip(1).is_word(&["in", "ins", "inch", "inches"]);
        if inches || inches_apart {
            return measured(per.at + 1 + usize::from(!inches), None);
        }
    }
    let rate = per.is_word(&["per", "an", "a"]) || per.form() == "/";
    let time = per.skip(1).form();
    if rate && let Some(unit) = unit.and_then(|unit| unit.per(&time.to_lowercase())) {
        return measured(per.at + 2, Some(unit));
    }
    measured(name.at + 1, unit)
}

/// Whether a number is one: not the "one" of "no one", "one another", "the one".
fn is_counting(here: Cursor, found: &Number) -> bool {
    if !here.is_word(&["one"]) || found.end > here.at + 1 {
        return true;
    }
    let before = here.back();
    let next = here.from(found.end);
    !before
        .is_word(&["no", "the", "this", "that", "any", "every", "which", "-", "each", "a", "some", "another"])
        && !next.is_word(&[
            "another", "'s", "’s", "thing", "-", "can", "must", "should", "would", "might", "could",
        ])
        && !(next.is_word(&["day"]))
}

/// "first", "21st", "twenty-first".
pub(super) fn ordinal(here: Cursor) -> Option<Match> {
    let word = here.value();
    let found =
        |end, number: Option<u64>| Some(Match::new(end, EntityType::Ordinal, number.map(Value::Ordinal)));
    if word.roles.has(Role::Ordinal) {
        // "by a fifth", "a third of voters": shares
        let next = here.skip(1);
        let ends = next.is_word(&["of"]) || next.at >= here.limit || matches!(next.form(), "." | "," | ";");
        if word.roles.has(Role::Fraction) && here.back().is_word(&["a"]) && ends {
            return None;
        }
        // "seconds" are no ordinals; "second" is one before anything but "ago"
        return found(here.at + 1, Some(word.number));
    }
    let last = here.skip(2);
    if word.roles.has(Role::Number) && word.number >= 20 && here.skip(1).is_hyphen() && last.is(Role::Ordinal)
    {
        let small = last.value().number;
        return found(last.at + 1, (small < 10).then_some(word.number + small));
    }
    let form = here.form();
    let digits = form.trim_end_matches(|c: char| c.is_alphabetic());
    let suffix = form.get(digits.len()..).unwrap_or("");
    let suffixed =
        here.is_numeric() && ["st", "nd", "rd", "th"].iter().any(|known| known.eq_ignore_ascii_case(suffix));
    let number = super::numbers::decimal(digits).filter(|_| suffixed)?;
    found(here.at + 1, number.as_whole())
}
