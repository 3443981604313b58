//! Times of day: "8 p.m.", "2.30pm EST", "18:22 CET", "1430 GMT", "half past six", "noon", "Monday night".

use super::Match;
use super::cursor::Cursor;
use super::numbers::number;
use crate::labels::{EntityType, Time, Value};
use crate::model::Role;

/// The time that begins here.
pub(super) fn time(here: Cursor) -> Option<Match> {
    half_past(here).or_else(|| by_the_clock(here)).or_else(|| part_of_day(here))
}

/// "half past six", "quarter to nine", "ten past eight": of morning or evening.
fn half_past(here: Cursor) -> Option<Match> {
    let article = usize::from(here.is_word(&["a"]));
    let part = here.skip(article);
    let before = part.is_word(&["half", "quarter"]) && part.skip(1).is_word(&["past", "to", "after"]);
    let hour = part.skip(2);
    let hours = hour.is(Role::Number) || hour.figures().is_some_and(|hour| (1..=12).contains(&hour));
    (before && hours).then(|| Match::time(hour.at + 1))
}

/// "8 p.m.", "2.30pm", "18:22 CET", "7 o'clock", "1430 GMT", "14h30".
fn by_the_clock(here: Cursor) -> Option<Match> {
    if !here.is_numeric() && !here.is(Role::Number) {
        return None;
    }
    let form = here.form();
    let digits = form.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let mut next = here.skip(1);
    let half = if digits.len() < form.len() && here.is_numeric() {
        half_of_day(form.get(digits.len()..).unwrap_or(""))
    } else {
        half_of_day(next.form()).inspect(|_| next = next.skip(1))
    };
    // "8 p.m" before the full stop of the sentence
    if half.is_some() && next.form() == "." && !next.space_before() && next.at + 1 < here.limit {
        next = next.skip(1);
    }
    let (hour, minute) = hour_and_minute(here, digits);
    let four = digits.len() == 4 && digits == form && hour.is_none();
    let zoned = next.is(Role::Zone) && next.is_capitalised();
    let time = if let Some(afternoon) = half {
        let hour = hour.filter(|hour| (1..=12).contains(hour));
        hour.and_then(|hour| Time::new(hour % 12 + if afternoon { 12 } else { 0 }, minute))
    } else if here.skip(1).is_word(&["o'clock", "o’clock"]) {
        next = here.skip(2);
        None
    } else if four && (zoned || next.is_word(&["hours", "hrs"])) {
        let military = digits.split_at_checked(2)?;
        if !zoned {
            next = next.skip(1);
        }
        Time::new(military.0.parse().ok()?, military.1.parse().ok()?)
    } else if form.contains(':') && is_hour(form) {
        // "9:30" alone may be of the evening
        hour.filter(|hour| *hour > 12 || form.starts_with('0') || zoned)
            .and_then(|hour| Time::new(hour, minute))
    } else if zoned && form.contains('.') && hour.is_some() {
        hour.and_then(|hour| Time::new(hour, minute))
    } else {
        return None;
    };
    let mut value = time;
    if next.is(Role::Zone) && next.is_capitalised() {
        value = time.map(|time| time.zoned(next.value().code));
        next = next.skip(1);
    }
    Some(Match::new(next.at, EntityType::Time, value.map(Value::Time)))
}

/// `Some(true)` after noon, `Some(false)` before.
fn half_of_day(form: &str) -> Option<bool> {
    let known = |words: [&str; 4]| words.iter().any(|word| word.eq_ignore_ascii_case(form));
    if known(["pm", "p.m.", "p.m", "pm."]) {
        Some(true)
    } else {
        known(["am", "a.m.", "a.m", "am."]).then_some(false).filter(|_| form != "am" || !form.is_empty())
    }
}

fn hour_and_minute(here: Cursor, digits: &str) -> (Option<u8>, u8) {
    if here.is(Role::Number) {
        return (u8::try_from(here.value().number).ok(), 0);
    }
    let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "0"));
    let minute = minute.split(':').next().unwrap_or("");
    match (hour.parse::<u8>(), minute.parse::<u8>()) {
        (Ok(hour), Ok(minute)) if hour < 25 && minute < 60 => (Some(hour), minute),
        _ => (None, 0),
    }
}

/// "18:22", "4:41"; not "3:2", a score.
fn is_hour(form: &str) -> bool {
    let Some((hours, minutes)) = form.split_once(':') else { return false };
    let minutes = minutes.split(':').next().unwrap_or("");
    minutes.len() == 2
        && hours.parse::<u8>().is_ok_and(|hour| hour < 25)
        && minutes.parse::<u8>().is_ok_and(|minute| minute < 60)
}

/// "noon", "midnight", "tonight", "overnight", "this morning", "the early morning"; "morning" alone is no time.
fn part_of_day(here: Cursor) -> Option<Match> {
    let fixed = if here.is_word(&["noon", "midday"]) {
        Time::new(12, 0)
    } else if here.is_word(&["midnight"]) {
        Time::new(0, 0)
    } else {
        None
    };
    if fixed.is_some() {
        let next = here.skip(1);
        let zone = next.is(Role::Zone) && next.is_capitalised();
        let value = fixed.map(|time| if zone { time.zoned(next.value().code) } else { time });
        return Some(Match::new(next.at + usize::from(zone), EntityType::Time, value.map(Value::Time)));
    }
    let alone = ["tonight", "overnight", "dawn", "dusk", "nightfall", "daybreak", "sunset", "sunrise"];
    if here.is_word(&alone) {
        return Some(Match::time(here.at + 1));
    }
    if here.is_word(&["mid-morning", "mid-afternoon", "midmorning", "midafternoon"]) {
        return Some(Match::time(here.at + 1));
    }
    let article = usize::from(here.is_word(&["the"]));
    let lead = here.skip(article);
    let early = lead.is_word(&["early", "late"]) && lead.skip(1).is(Role::DayPart) && number(lead).is_none();
    (early && !here.skip(article + 1).is_word(&["night"])).then(|| Match::time(lead.at + 2))
}
