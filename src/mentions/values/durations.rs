//! How long: "two years", "three and a half hours", "45-year-old", "a decade", "several weeks ago".

use super::Match;
use super::cursor::Cursor;
use super::numbers::number;
use crate::labels::{Decimal, Duration, EntityType, Value};
use crate::model::Role;

/// The duration that begins here: DATE from days on, TIME below.
pub(super) fn duration(here: Cursor) -> Option<Match> {
    half_unit(here).or_else(|| counted(here)).or_else(|| uncounted(here))
}

/// The type of a unit of time.
pub(super) fn unit_type(here: Cursor) -> Option<EntityType> {
    if here.is(Role::DateUnit) {
        Some(EntityType::Date)
    } else {
        here.is(Role::TimeUnit).then_some(EntityType::Time)
    }
}

/// "half an hour", "half a century", "a half hour".
fn half_unit(here: Cursor) -> Option<Match> {
    let half = if here.is_word(&["a"]) { here.skip(1) } else { here };
    if !half.is_word(&["half"]) {
        return None;
    }
    let mut unit = half.skip(1);
    if unit.is_word(&["a", "an"]) || unit.is_hyphen() {
        unit = unit.skip(1);
    } else if half.at == here.at {
        return None;
    }
    let entity_type = unit_type(unit)?;
    if unit.is_word(&["second", "quarter"]) {
        return None;
    }
    let value = Duration::of(Decimal::parse("0.5")?, unit.value().code).map(Value::Duration);
    Some(after(unit.skip(1), entity_type, value))
}

/// "two years", "a decade", "45-year-old", "five hours and 20 minutes", "a year and a half".
fn counted(here: Cursor) -> Option<Match> {
    let article = here.is_word(&["a", "an"]);
    let (mut next, mut amount) = match number(here) {
        Some(found) => (here.from(found.end), found.value),
        None if article => (here.skip(1), Some(Decimal::whole(1))),
        None => return None,
    };
    // "two to three years", "5-10 minutes"
    let between = next.is_dash() || next.is_word(&["to", "or"]);
    if between
        && !article
        && let Some(upper) = number(next.skip(1))
        && unit_type(next.from(upper.end)).is_some()
    {
        (next, amount) = (next.from(upper.end), None);
    }
    let hyphen = next.is_hyphen();
    if hyphen {
        next = next.skip(1);
    }
    // "3 full years", "five straight days", "60 working days"
    if !hyphen
        && !article
        && next.is_word(&["full", "straight", "consecutive", "more", "additional", "long", "whole"])
        && unit_type(next.skip(1)).is_some()
    {
        let certain = next.is_word(&["full", "straight", "consecutive", "long", "whole"]);
        amount = amount.filter(|_| certain);
        next = next.skip(1);
    }
    let entity_type = unit_type(next)?;
    let tail = next.skip(1);
    // "a second" and "a quarter" are more than times; "a week" says how often or how long
    let vague = article && next.is_word(&["second", "quarter", "minute", "sec", "day", "year", "min"]);
    let placed = tail.is_word(&["ago", "later", "earlier", "after", "before"])
        || tail.is_word(&["and"]) && is_half(tail);
    if vague && !placed {
        return None;
    }
    // "three quarters of voters" is a share
    let share = next.is_word(&["quarter", "quarters"]) && (tail.is_word(&["of"]) || hyphen);
    // "$1,000-a-month" says how often
    if share || next.is_word(&["second"]) && !hyphen || article && hyphen {
        return None;
    }
    // "One day he will return."
    let some_day = next.is_word(&["day"]) && here.is_word(&["one"]) && !hyphen;
    let mut value = amount.filter(|_| !some_day).and_then(|amount| Duration::of(amount, next.value().code));
    if hyphen {
        let old = tail.is_hyphen() && tail.skip(1).is_word(&["old", "olds", "long"]);
        let end = if old { tail.at + 2 } else { tail.at };
        return Some(Match::new(end, entity_type, value.map(Value::Duration)));
    }
    let mut rest = tail;
    if is_half(rest) {
        let half = amount.zip(Decimal::parse("0.5")).and_then(|(whole, half)| whole.plus(half));
        value = half.and_then(|amount| Duration::of(amount, next.value().code));
        rest = rest.skip(3);
    } else {
        let mut smaller = rest;
        if smaller.form() == "," {
            smaller = smaller.skip(1);
        }
        if smaller.is_word(&["and"]) {
            smaller = smaller.skip(1);
        }
        if let Some(more) = number(smaller).filter(|more| unit_type(smaller.from(more.end)).is_some()) {
            let unit = smaller.from(more.end);
            let part = more.value.and_then(|amount| Duration::of(amount, unit.value().code));
            if let Some(both) = value.zip(part).and_then(|(large, small)| large.and(small)) {
                value = Some(both);
                rest = unit.skip(1);
            }
        }
    }
    Some(after(rest, entity_type, value.map(Value::Duration)))
}

/// "and a half", after a unit.
fn is_half(here: Cursor) -> bool {
    here.is_word(&["and"]) && here.skip(1).is_word(&["a"]) && here.skip(2).is_word(&["half"])
}

/// With "ago" or "later" it is a point in time, and which one is not certain; with "old" an age.
fn after(rest: Cursor, entity_type: EntityType, value: Option<Value>) -> Match {
    if rest.is_word(&["ago", "later", "earlier"]) {
        Match::new(rest.at + 1, entity_type, None)
    } else if rest.is_word(&["old"]) {
        Match::new(rest.at + 1, entity_type, value)
    } else {
        Match::new(rest.at, entity_type, value)
    }
}

/// "several weeks ago", "a few days", "many years", "years ago", "a couple of hours".
fn uncounted(here: Cursor) -> Option<Match> {
    let mut unit = here;
    let mut few = here.is_word(&["several", "few"]);
    if few {
        unit = here.skip(1);
    } else if here.is_word(&["a"]) && here.skip(1).is_word(&["few", "couple"]) {
        few = true;
        unit = here.skip(2);
    }
    if unit.is_word(&["of"]) {
        unit = unit.skip(1);
    }
    if few && unit.is_word(&["more", "short", "long"]) {
        unit = unit.skip(1);
    }
    let entity_type = unit_type(unit).filter(|_| unit.form().ends_with('s'))?;
    let next = unit.skip(1);
    let ago = next.is_word(&["ago", "later", "earlier"]);
    if few || ago {
        return Some(Match::new(next.at + usize::from(ago), entity_type, None));
    }
    // "for years", "within hours"; "office hours", "the days of" are no lengths
    let before = here.back();
    let long = before.is_word(&["for", "within", "in", "over", "after"])
        && !unit.is_word(&["quarters", "mins", "secs"]);
    let ends = next.is_word(&["of", "to", "past", "gone"]);
    // "hours after the vote", "days before"
    let around = next.is_word(&["after", "before"]) && !before.is_word(&["the", "these", "those"]);
    ((long || around) && !ends && unit.at == here.at).then(|| Match::new(next.at, entity_type, None))
}
