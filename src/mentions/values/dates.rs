//! Dates and times: "9 June", "late 2019", "the past five years", "Monday morning", "2.30pm", "half past six".

use super::Cursor;
use super::numbers::number;
use crate::labels::EntityType;
use crate::labels::EntityType::{Date, Time};
use crate::model::Role;

/// The date or time that begins here.
pub fn date_or_time(here: Cursor) -> Option<(usize, EntityType)> {
    let start = lead(here);
    let found = end_of(start)
        .or_else(|| month(start))
        .or_else(|| clock(start))
        .or_else(|| weekday(start))
        .or_else(|| day(start))
        .or_else(|| decade_or_year(start))
        .or_else(|| unit_with_modifier(start))
        .or_else(|| season_or_holiday(start))
        .or_else(|| counted_unit(start))
        .or_else(|| part_of_day(start))?;
    Some(found)
}

/// Skips "early", "late", "mid-": they belong to the date that follows.
fn lead<'a, 'b>(here: Cursor<'a, 'b>) -> Cursor<'a, 'b> {
    match here.lower().as_str() {
        "early" | "late" | "mid" | "mid-" | "later" | "earlier" => {
            let next = here.skip(1);
            if next.is_hyphen() { next.skip(1) } else { next }
        }
        _ => here,
    }
}

/// "the end of the month", "the beginning of 2020".
fn end_of(here: Cursor) -> Option<(usize, EntityType)> {
    let article = usize::from(here.lower() == "the");
    let noun = here.skip(article);
    let edge = matches!(noun.lower().as_str(), "end" | "beginning" | "start" | "middle" | "turn");
    if !edge || noun.skip(1).lower() != "of" {
        return None;
    }
    let rest = noun.skip(2);
    if rest.lower() == "the" && (rest.skip(1).is(Role::DateUnit) || rest.skip(1).is(Role::Day)) {
        return Some((rest.at + 2, Date));
    }
    month(rest)
        .or_else(|| decade_or_year(rest))
        .or_else(|| unit_with_modifier(rest))
        .filter(|found| found.1 == Date)
}

/// "March", "March 3", "Sept. 9, 2030", "9 June 2021", "the 9th of June".
fn month(here: Cursor) -> Option<(usize, EntityType)> {
    let mut next = here;
    let day_first = is_day(next);
    if day_first {
        next = next.skip(1);
        if next.lower() == "of" {
            next = next.skip(1);
        }
    }
    if !next.is(Role::Month) || !next.is_capitalised() {
        return None;
    }
    let name = next.form();
    next = next.skip(1);
    let mut certain = day_first || !matches!(name, "March" | "May" | "Mar" | "Jan" | "Jun");
    if !day_first && is_day(next) {
        certain = true;
        next = next.skip(1);
        // "March 3-5"
        if matches!(next.form(), "-" | "–") && is_day(next.skip(1)) {
            next = next.skip(2);
        }
    }
    let comma = usize::from(next.form() == ",");
    if is_year(next.skip(comma), 1000) {
        certain = true;
        next = next.skip(comma + 1);
    }
    // "May" alone is a date after "in", "since"; "Theresa May" and "may" are none
    let before = here.lower_before();
    let after_preposition = matches!(
        before.as_str(),
        "in" | "since"
            | "until"
            | "last"
            | "by"
            | "from"
            | "early"
            | "late"
            | "next"
            | "this"
            | "to"
            | "of"
            | "on"
            | "and"
            | "between"
            | "during"
            | "mid"
            | "through"
    );
    let named = here.at > 0 && here.words.is_given_name(here.at - 1);
    (certain && (day_first || !named) || after_preposition).then_some((next.at, Date))
}

fn is_day(here: Cursor) -> bool {
    let form = here.form();
    let digits = form.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = form.get(digits.len()..).unwrap_or("");
    matches!(suffix, "" | "st" | "nd" | "rd" | "th")
        && digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

fn is_year(here: Cursor, from: u32) -> bool {
    let form = here.form();
    form.len() == 4 && form.parse::<u32>().is_ok_and(|year| (from..2100).contains(&year))
}

/// "8 p.m.", "2.30pm", "18:22 CET", "7 o'clock", "half past six".
fn clock(here: Cursor) -> Option<(usize, EntityType)> {
    if matches!(here.lower().as_str(), "half" | "quarter")
        && matches!(here.skip(1).form(), "past" | "to")
        && number(here.skip(2)).is_some()
    {
        return Some((here.at + 3, Time));
    }
    let form = here.lower();
    let digits = form.trim_end_matches(|c: char| !c.is_ascii_digit());
    let numeric = digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.')) && !digits.is_empty();
    let word = here.is(Role::Number);
    if !numeric && !word {
        return None;
    }
    let half = |text: &str| matches!(text, "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "hrs");
    let glued = numeric && half(form.get(digits.len()..).unwrap_or(""));
    let colon = numeric && digits.len() == form.len() && is_hour(digits);
    let mut next = here.skip(1);
    let mut certain = glued || colon;
    if half(&next.lower()) || matches!(next.lower().as_str(), "o'clock" | "o’clock") {
        certain = true;
        next = next.skip(1);
    }
    if certain && next.is(Role::Zone) {
        next = next.skip(1);
    }
    certain.then_some((next.at, Time))
}

/// "18:22", "4:41"; not "3:2", a score.
fn is_hour(digits: &str) -> bool {
    let Some((hours, minutes)) = digits.split_once(':') else { return false };
    let minutes = minutes.split(':').next().unwrap_or("");
    minutes.len() == 2
        && hours.parse::<u8>().is_ok_and(|hour| hour < 25)
        && minutes.parse::<u8>().is_ok_and(|minute| minute < 60)
}

/// "Monday", "last Friday", "Sunday night".
fn weekday(here: Cursor) -> Option<(usize, EntityType)> {
    let modified = usize::from(matches!(here.lower().as_str(), "last" | "next" | "this" | "every"));
    let name = here.skip(modified);
    if !name.is(Role::Weekday) || !name.is_capitalised() {
        return None;
    }
    // "Sun", "Sat" and "Wed" alone are a paper, a verb and a verb; with a date after them they are days
    let short = name.form().len() < 4;
    let next = name.skip(1);
    if next.is(Role::DayPart) && next.lower() != "tonight" {
        return Some((next.at + 1, Time));
    }
    let comma = usize::from(next.form() == ",");
    let dated = next.skip(comma);
    if (dated.is(Role::Month) || is_day(dated))
        && let Some(found) = month(dated)
    {
        return Some(found);
    }
    (!short).then_some((next.at, Date))
}

/// "today", "yesterday morning", "tonight".
fn day(here: Cursor) -> Option<(usize, EntityType)> {
    if here.lower() == "tonight" || here.lower() == "overnight" {
        return Some((here.at + 1, Time));
    }
    if !here.is(Role::Day) {
        return None;
    }
    let next = here.skip(1);
    if next.is(Role::DayPart) { Some((next.at + 1, Time)) } else { Some((next.at, Date)) }
}

/// "2019", "the 1990s", "'90s", "2010-2015".
fn decade_or_year(here: Cursor) -> Option<(usize, EntityType)> {
    let form = here.form();
    let decade = form.trim_start_matches(['\'', '’', '‘']);
    let is_decade = |text: &str| {
        text.strip_suffix('s').is_some_and(|digits| {
            matches!(digits.len(), 2 | 4)
                && digits.ends_with('0')
                && digits.chars().all(|c| c.is_ascii_digit())
        })
    };
    if is_decade(decade) {
        return Some((here.at + 1, Date));
    }
    if matches!(form, "'" | "’" | "‘") && is_decade(here.skip(1).form()) {
        return Some((here.at + 2, Date));
    }
    let before = here.lower_before();
    let after_preposition = matches!(
        before.as_str(),
        "in" | "since"
            | "until"
            | "by"
            | "from"
            | "of"
            | "early"
            | "late"
            | "mid"
            | "during"
            | "after"
            | "before"
            | "to"
            | "and"
            | "-"
            | "("
            | "between"
            | "summer"
            | "spring"
            | "autumn"
            | "fall"
            | "winter"
    );
    let counted = here.skip(1).roles().has_any(&[Role::Unit, Role::Currency, Role::Percent, Role::Scale]);
    let year = is_year(here, 1900) || is_year(here, 1100) && after_preposition;
    let people = matches!(
        here.skip(1).lower().as_str(),
        "people" | "troops" | "soldiers" | "jobs" | "homes" | "workers"
    );
    (year && !counted && !people).then_some((here.at + 1, Date))
}

/// "last week", "the past five years", "this year", "the first quarter of 2020".
fn unit_with_modifier(here: Cursor) -> Option<(usize, EntityType)> {
    let article = usize::from(matches!(here.lower().as_str(), "the" | "these" | "his" | "her"));
    let modifier = here.skip(article);
    let word = modifier.lower();
    let known = matches!(
        word.as_str(),
        "last" | "next" | "this" | "past" | "previous" | "following" | "coming" | "recent" | "same"
    );
    if known {
        let mut unit = modifier.skip(1);
        if matches!(unit.lower().as_str(), "few" | "several" | "couple") {
            unit = unit.skip(1);
            if unit.lower() == "of" {
                unit = unit.skip(1);
            }
        } else if let Some(found) = number(unit) {
            unit = unit.from(found.end);
        }
        if unit.is(Role::DateUnit) {
            return Some((ago(unit.skip(1)), Date));
        }
        if unit.is(Role::TimeUnit) || unit.is(Role::DayPart) {
            return Some((unit.at + 1, Time));
        }
        return None;
    }
    let quarter = matches!(modifier.skip(1).lower().as_str(), "quarter" | "century" | "half");
    if modifier.is(Role::Ordinal) && quarter {
        let rest = modifier.skip(2);
        if rest.lower() == "of"
            && let Some((end, Date)) =
                decade_or_year(rest.skip(1)).or_else(|| unit_with_modifier(rest.skip(1)))
        {
            return Some((end, Date));
        }
        return Some((rest.at, Date));
    }
    None
}

fn ago(here: Cursor) -> usize {
    let tail = matches!(here.lower().as_str(), "ago" | "earlier" | "later" | "old");
    here.at + usize::from(tail)
}

/// "last summer", "the spring", "spring 2020", "Christmas".
fn season_or_holiday(here: Cursor) -> Option<(usize, EntityType)> {
    if here.is(Role::Holiday) && here.is_capitalised() {
        let day = usize::from(matches!(here.skip(1).form(), "Day" | "Eve"));
        return Some((here.at + 1 + day, Date));
    }
    let modified = usize::from(matches!(here.lower().as_str(), "last" | "next" | "this" | "the" | "in"));
    let season = here.skip(modified);
    if !season.is(Role::Season) {
        return None;
    }
    let rest = season.skip(1);
    let of = usize::from(rest.lower() == "of");
    if is_year(rest.skip(of), 1000) {
        return Some((rest.at + of + 1, Date));
    }
    // "fall" and "spring" are verbs and more without a word that makes them seasons
    let plain = matches!(season.lower().as_str(), "summer" | "winter" | "autumn");
    let begins_phrase = modified == 1
        && here.lower() != "in"
        && (plain || here.lower() != "the" || season.lower() == "spring");
    begins_phrase.then_some((rest.at, Date))
}

/// "two years", "a decade", "three days ago", "45-year-old", "six minutes".
fn counted_unit(here: Cursor) -> Option<(usize, EntityType)> {
    let article = matches!(here.lower().as_str(), "a" | "an");
    let mut next = match number(here) {
        Some(found) => here.from(found.end),
        None if article => here.skip(1),
        None => return None,
    };
    let hyphen = next.is_hyphen();
    if hyphen {
        next = next.skip(1);
    }
    let (date, time) = (next.is(Role::DateUnit), next.is(Role::TimeUnit));
    // "a second" and "a quarter" are more than times; "a week" says how often or how long
    let vague =
        article && matches!(next.lower().as_str(), "second" | "quarter" | "minute" | "sec" | "day" | "year");
    if !(date || time) || vague && !matches!(next.skip(1).lower().as_str(), "ago" | "later" | "earlier") {
        return None;
    }
    let mut end = next.at + 1;
    let rest = next.skip(1);
    if rest.is_hyphen() && rest.skip(1).lower() == "old" {
        end = rest.at + 2;
    } else if !hyphen {
        end = ago(rest);
    }
    Some((end, if date { Date } else { Time }))
}

/// "noon", "midnight", "this morning"; "morning" alone is no time.
fn part_of_day(here: Cursor) -> Option<(usize, EntityType)> {
    let form = here.lower();
    matches!(
        form.as_str(),
        "noon" | "midnight" | "midday" | "dawn" | "dusk" | "nightfall" | "daybreak" | "sunset" | "sunrise"
    )
    .then_some((here.at + 1, Time))
}
