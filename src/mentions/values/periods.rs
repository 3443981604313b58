//! Periods: years, decades, centuries, quarters, "last week", "the past five years", seasons, today.

use super::Match;
use super::cursor::Cursor;
use super::dates::{lead, year_of, years};
use super::durations::unit_type;
use super::numbers::number;
use super::written_on::Relative;
use crate::labels::{Calendar, EntityType, Period, Precision, Value};
use crate::model::Role;

/// The period that begins here.
pub(super) fn period(here: Cursor) -> Option<Match> {
    blurred(here)
        .or_else(|| decade(here))
        .or_else(|| years(here))
        .or_else(|| day(here))
        .or_else(|| part_of_year(here))
        .or_else(|| fiscal(here))
        .or_else(|| unit_with_modifier(here))
        .or_else(|| season(here))
}

/// "early 2021", "the end of the month", "late last year": nothing certain.
fn blurred(here: Cursor) -> Option<Match> {
    let at = lead(here);
    if at.at == here.at {
        return None;
    }
    if at.is_word(&["the"]) && at.skip(1).roles().has_any(&[Role::DateUnit, Role::Day]) {
        return Some(Match::date(at.at + 2));
    }
    let inner = if at.is_word(&["the"]) { at.skip(1) } else { at };
    let found = decade(inner)
        .or_else(|| year_of(at, 1000).map(|_| Match::date(at.at + 1)))
        .or_else(|| century(inner))
        .or_else(|| part_of_year(at))
        .or_else(|| unit_with_modifier(at))
        .or_else(|| season(at))
        .or_else(|| day(at))?;
    (found.entity_type == EntityType::Date).then(|| Match::date(found.end))
}

/// Whether four figures are a year at this place: "in 1848", "2016"; not "2016 people", "2000 miles".
pub(super) fn is_year_here(here: Cursor, year: u16) -> bool {
    let next = here.skip(1);
    let before = here.back();
    if next.roles().has_any(&[Role::Unit, Role::Currency, Role::Percent, Role::Scale, Role::Zone]) {
        return false;
    }
    let after_preposition = before.is_word(&[
        "in", "since", "until", "till", "by", "from", "of", "early", "late", "mid", "during", "after",
        "before", "to", "and", "-", "(", "between", "summer", "spring", "autumn", "fall", "winter", "circa",
        "around", "through", "–",
    ]);
    if next.is(Role::Counted) && !before.is_word(&["in", "since", "during", "the"]) {
        return false;
    }
    // "Covid-2019", "Agenda 2063", "$2000"
    if before.is(Role::CurrencySign) || before.form() == "#" || before.form() == "+" {
        return false;
    }
    year >= 1900 || year >= 1100 && after_preposition && !next.is_dash()
}

/// "1990s", "the '90s"; not "his 90s", an age.
fn decade(here: Cursor) -> Option<Match> {
    let quoted = matches!(here.form(), "'" | "’" | "‘");
    let at = if quoted { here.skip(1) } else { here };
    let form = at.form().trim_start_matches(['\'', '’', '‘']);
    let digits =
        form.strip_suffix('s').or_else(|| form.strip_suffix("'s")).or_else(|| form.strip_suffix("’s"))?;
    if !matches!(digits.len(), 2 | 4) || !digits.ends_with('0') {
        return None;
    }
    let first: u16 = digits.parse().ok()?;
    let mut before = here.back();
    if before.is_word(&["early", "late", "mid", "-"]) {
        before = before.back();
        if before.is_word(&["mid", "early", "late"]) {
            before = before.back();
        }
    }
    if before.is_word(&["his", "her", "their", "my", "your", "our", "mid"]) || before.is(Role::CurrencySign) {
        return None;
    }
    let told = digits.len() == 4 && (1100..2100).contains(&first) && !first.is_multiple_of(100);
    let range =
        Period::range(Calendar::year(first), Calendar::year(first.saturating_add(9)), Precision::Decade);
    let value = range.filter(|_| told).map(Value::Date);
    (digits.len() == 4 || before.is_word(&["the"]) || quoted || form.len() < at.form().len())
        .then(|| Match::new(at.at + 1, EntityType::Date, value))
}

/// "20th century", "the nineteenth century", "21st-century": which years it holds is not agreed.
fn century(here: Cursor) -> Option<Match> {
    let ordinal = here.is(Role::Ordinal) || is_suffixed(here);
    let mut next = here.skip(1);
    if next.is_hyphen() {
        next = next.skip(1);
    }
    (ordinal && next.is_word(&["century"])).then(|| Match::date(next.at + 1))
}

fn is_suffixed(here: Cursor) -> bool {
    here.is_numeric() && here.form().ends_with(['h', 't', 'd'])
}

/// "today", "yesterday morning".
fn day(here: Cursor) -> Option<Match> {
    let word = here.value();
    if !word.roles.has(Role::Day) {
        return None;
    }
    let next = here.skip(1);
    if next.is(Role::DayPart) {
        return Some(Match::time(next.at + 1));
    }
    let days = word.code.parse().ok()?;
    Some(Match { relative: Some(Relative::Days(days)), ..Match::date(next.at) })
}

/// "the third quarter of 2023", "Q3 2023", "the first half of the year", "third-quarter", "the 20th century".
fn part_of_year(here: Cursor) -> Option<Match> {
    if let Some(rest) = here.form().strip_prefix(['Q', 'q'])
        && let Ok(quarter @ 1..=4) = rest.parse::<u8>()
    {
        let next = here.skip(1);
        let of = usize::from(next.is_word(&["of"]) || next.form() == ",");
        let year = year_of(next.skip(of), 1900);
        let end = if year.is_some() { next.at + of + 1 } else { next.at };
        return Some(Match::new(end, EntityType::Date, year.and_then(|year| part(year, quarter, 4))));
    }
    let at = here.skip(usize::from(here.is_word(&["the"])));
    if let Some(found) = century(at) {
        return Some(found);
    }
    let number = match at.value() {
        word if word.roles.has(Role::Ordinal) => u8::try_from(word.number).ok()?,
        _ if is_suffixed(at) => super::dates::day_of(at)?,
        _ => return None,
    };
    let hyphen = usize::from(at.skip(1).is_hyphen());
    let noun = at.skip(1 + hyphen);
    let parts = if noun.is_word(&["quarter"]) { 4 } else { 2 };
    if !noun.is_word(&["quarter", "half"]) || number == 0 || number > parts {
        return None;
    }
    let mut next = noun.skip(1);
    let of = next.is_word(&["of"]);
    if of {
        next = next.skip(1);
    }
    if let Some(year) = year_of(next, 1900) {
        return Some(Match::new(next.at + 1, EntityType::Date, part(year, number, parts)));
    }
    if of && let Some(found) = fiscal(next).or_else(|| unit_with_modifier(next)) {
        return Some(Match::date(found.end));
    }
    if of && next.is_word(&["the"]) && next.skip(1).is(Role::DateUnit) {
        return Some(Match::date(next.at + 2));
    }
    // "the first half" of a match, "the second half" of a book
    (noun.is_word(&["quarter"]) && !of).then(|| Match::date(noun.at + 1))
}

/// The months of a quarter or half of a year.
fn part(year: u16, number: u8, parts: u8) -> Option<Value> {
    let months = 12_u8.checked_div(parts)?;
    let first = Calendar::month(year, (number - 1) * months + 1)?;
    let last = Calendar::month(year, number * months)?;
    let precision = if parts == 4 { Precision::Quarter } else { Precision::Range };
    Period::range(first, last, precision).map(Value::Date)
}

/// "fiscal 2023", "the 2023 financial year", "fiscal year 2019-20": where it begins differs.
fn fiscal(here: Cursor) -> Option<Match> {
    let at = here.skip(usize::from(here.is_word(&["the"])));
    if !at.is_word(&["fiscal", "financial"]) {
        return None;
    }
    let unit = usize::from(at.skip(1).is_word(&["year", "quarter"]));
    let year = at.skip(1 + unit);
    if let Some(found) = years(year) {
        return Some(Match::date(found.end));
    }
    (unit == 1 && at.at > here.at).then(|| Match::date(year.at))
}

/// "last week", "the past five years", "this year", "each month", "later this year".
fn unit_with_modifier(here: Cursor) -> Option<Match> {
    let article = usize::from(here.is_word(&["the", "these", "those", "his", "her"]));
    let modifier = here.skip(article);
    if here.is_word(&["the"]) && modifier.is_word(&["weekend"]) {
        return Some(Match::date(modifier.at + 1));
    }
    if !modifier.is(Role::Lead) {
        return None;
    }
    let one =
        ["last", "next", "this", "past", "previous", "following", "coming", "recent", "same", "current"];
    let each = article == 0 && modifier.is_word(&["each", "every"]);
    let plural = modifier.is_word(&["these", "those"]) && article == 0;
    if !modifier.is_word(&one) && !each && !plural {
        return None;
    }
    let mut unit = modifier.skip(1);
    if unit.is_word(&["few", "several", "couple"]) {
        unit = unit.skip(1);
        if unit.is_word(&["of"]) {
            unit = unit.skip(1);
        }
    } else if unit.is_word(&["fiscal", "financial", "calendar", "school", "academic"])
        && unit.skip(1).is(Role::DateUnit)
    {
        unit = unit.skip(1);
    } else if let Some(found) = number(unit) {
        unit = unit.from(found.end);
        if unit.is_hyphen() {
            return None;
        }
    }
    let counted = unit.at > modifier.at + 1;
    if let Some(entity_type) = unit_type(unit) {
        if plural && !unit.form().ends_with('s') || unit.is_word(&["second"]) {
            return None;
        }
        let next = unit.skip(1);
        let tail = usize::from(next.is_word(&["ago", "earlier", "later"]));
        let mut found = Match::new(next.at + tail, entity_type, None);
        if article == 0 && !counted && tail == 0 {
            found.relative = relative(modifier, unit);
        }
        return Some(found);
    }
    (unit.is(Role::DayPart) && !unit.is_word(&["tonight"])).then(|| Match::time(unit.at + 1))
}

/// "this year", "last month".
fn relative(modifier: Cursor, unit: Cursor) -> Option<Relative> {
    let by = match () {
        () if modifier.is_word(&["this"]) => 0,
        () if modifier.is_word(&["last"]) => -1,
        () if modifier.is_word(&["next"]) => 1,
        () => return None,
    };
    if unit.is_word(&["year"]) {
        Some(Relative::Years(by))
    } else {
        unit.is_word(&["month"]).then_some(Relative::Months(by))
    }
}

/// "last summer", "the spring", "spring 2020", "the summer of 2016".
fn season(here: Cursor) -> Option<Match> {
    let modified = usize::from(here.is_word(&["last", "next", "this", "the", "in", "each", "every"]));
    let season = here.skip(modified);
    if !season.is(Role::Season) || here.is_word(&["in"]) {
        return None;
    }
    let rest = season.skip(1);
    let of = usize::from(rest.is_word(&["of"]));
    if year_of(rest.skip(of), 1000).is_some() {
        return Some(Match::date(rest.at + of + 1));
    }
    if modified == 0 || rest.is_name_like() {
        return None;
    }
    // "the fall" and "the spring" are more than seasons
    let plain = season.is_word(&["summer", "winter", "autumn", "spring"]);
    (plain || !here.is_word(&["the"])).then(|| Match::date(rest.at))
}
