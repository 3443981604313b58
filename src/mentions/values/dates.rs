//! Dates of the calendar: "9 June", "Sept. 9, 2030", "2024-11-03", "3–5 May 2021", "mid-March", "2019–2021".

use super::Match;
use super::cursor::Cursor;
use super::periods::is_year_here;
use crate::labels::{Calendar, EntityType, Period, Precision, Value};
use crate::model::Role;

/// The date that begins here.
pub(super) fn date(here: Cursor) -> Option<Match> {
    numeric(here).or_else(|| with_weekday(here)).or_else(|| with_month(lead(here), here))
}

fn known(period: Option<Period>) -> Option<Value> {
    period.map(Value::Date)
}

/// Skips "early", "late", "mid-", "the middle of": they belong to the date that follows, and blur it.
pub(super) fn lead<'a, 'b>(here: Cursor<'a, 'b>) -> Cursor<'a, 'b> {
    if here.is_word(&["early", "late", "mid", "mid-", "later", "earlier"]) {
        let next = here.skip(1);
        return if next.is_hyphen() { next.skip(1) } else { next };
    }
    let noun = here.skip(usize::from(here.is_word(&["the"])));
    if noun.is_word(&["end", "beginning", "start", "middle", "turn"]) && noun.skip(1).is_word(&["of"]) {
        return lead_of(noun.skip(2));
    }
    here
}

/// "the end of early June" is nothing that is said; one word more is enough.
fn lead_of<'a, 'b>(here: Cursor<'a, 'b>) -> Cursor<'a, 'b> {
    if here.is_word(&["early", "late", "mid"]) { here.skip(1) } else { here }
}

/// "2024-11-03", "11/3/2024", "03.11.2024": certain where only one order makes a date.
fn numeric(here: Cursor) -> Option<Match> {
    let form = here.form();
    if form == "9/11" {
        return Some(Match::date(here.at + 1));
    }
    if !here.is_numeric() || !(6..=10).contains(&form.len()) {
        return None;
    }
    let sign = form.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let mut parts = form.split(sign);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let number = |text: &str| text.parse::<u16>().ok();
    let (one, two, three) = (number(first)?, number(second)?, number(third)?);
    let small = |number: u16| u8::try_from(number).unwrap_or(0);
    if first.len() == 4 {
        let day = Calendar::day(one, small(two), small(three))?;
        return Some(Match::new(here.at + 1, EntityType::Date, known(Some(Period::one(day)))));
    }
    if third.len() != 4 && (third.len() != 2 || sign != '/') || first.len() > 2 || second.len() > 2 {
        return None;
    }
    let month_first = Calendar::day(three, small(one), small(two));
    let day_first = Calendar::day(three, small(two), small(one));
    let day = match (month_first, day_first) {
        (Some(day), None) | (None, Some(day)) => Some(day),
        (Some(day), Some(other)) if day == other => Some(day),
        (Some(_), Some(_)) => None,
        (None, None) => return None,
    };
    // "9/17/16": which century is not said
    let day = day.filter(|_| third.len() == 4);
    Some(Match::new(here.at + 1, EntityType::Date, known(day.map(Period::one))))
}

/// "Monday", "last Friday", "Sunday night", "Monday, Nov. 12", "on Tuesday, 3 May 2022".
fn with_weekday(here: Cursor) -> Option<Match> {
    let modified = usize::from(here.is_word(&["last", "next", "this", "every", "each", "early", "late"]));
    let name = here.skip(modified);
    if !name.is(Role::Weekday) || !name.is_capitalised() {
        return None;
    }
    // "Sun", "Sat" and "Wed" alone are a paper, a verb and a verb; with a date after them they are days
    let short = name.form().len() < 4 && !name.form().ends_with('.');
    let next = name.skip(1);
    let early = usize::from(next.is_word(&["early", "late"]));
    if next.skip(early).is(Role::DayPart) && !next.skip(early).is_word(&["tonight"]) {
        return Some(Match::time(next.at + early + 1));
    }
    let dated = next.skip(usize::from(next.form() == ","));
    if let Some(found) = with_month(dated, dated).filter(|_| dated.is(Role::Month) || day_of(dated).is_some())
    {
        return Some(found);
    }
    // "the Sunday Times", "Black Friday" are names, "Friday the 13th" a day
    if next.is_name_like() && name.is_name_like() && (name.back().is_word(&["the"]) || is_paper(next)) {
        return None;
    }
    let ordinal = next.is_word(&["the"]) && day_of(next.skip(1)).is_some() && !next.skip(1).is(Role::Number);
    (!short).then(|| Match::date(next.at + if ordinal { 2 } else { 0 }))
}

fn is_paper(here: Cursor) -> bool {
    here.is_word(&[
        "Times",
        "Telegraph",
        "Mirror",
        "Mail",
        "Post",
        "Herald",
        "Express",
        "Night",
        "Tribune",
        "World",
    ])
}

/// The day of a month in figures: "3", "21st".
pub(super) fn day_of(here: Cursor) -> Option<u8> {
    let form = here.form();
    let digits = form.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = form.get(digits.len()..).unwrap_or("");
    let day = digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day))?;
    matches!(suffix, "" | "st" | "nd" | "rd" | "th").then_some(day)
}

/// A year in four figures.
pub(super) fn year_of(here: Cursor, from: u64) -> Option<u16> {
    let year = here.figures().filter(|_| here.form().len() == 4)?;
    (from..2100).contains(&year).then(|| u16::try_from(year).ok()).flatten()
}

/// Days before or after a month's name: one, or the first and last of a stretch.
struct Days {
    end: usize,
    first: u8,
    last: Option<u8>,
}

/// "3", "3-5", "3 to 5", "3 and 4".
fn days(here: Cursor) -> Option<Days> {
    let first = day_of(here)?;
    let next = here.skip(1);
    let joined = next.is_dash() || matches!(next.form(), "-" | "–" | "/") || next.is_word(&["to"]);
    if joined && let Some(last) = day_of(next.skip(1)).filter(|last| *last > first) {
        return Some(Days { end: next.at + 2, first, last: Some(last) });
    }
    Some(Days { end: next.at, first, last: None })
}

/// "March", "March 3", "Sept. 9, 2030", "9 June 2021", "the 9th of June", "May 3-5", "3 to 5 May".
fn with_month(at: Cursor, here: Cursor) -> Option<Match> {
    let blurred = at.at != here.at;
    let mut next = at;
    if next.is_word(&["the"]) && day_of(next.skip(1)).is_some() {
        next = next.skip(1);
    }
    let mid = next.form().get(..4).is_some_and(|head| head.eq_ignore_ascii_case("mid-"));
    if mid {
        return mid_month(next);
    }
    let mut days_found = days(next);
    let day_first = days_found.is_some();
    if let Some(found) = &days_found {
        next = here.from(found.end);
        if next.is_word(&["of"]) {
            next = next.skip(1);
        }
    }
    if !next.is(Role::Month) || !next.is_capitalised() {
        return None;
    }
    let name = next;
    let month = u8::try_from(name.value().number).ok()?;
    next = name.skip(1);
    if !day_first && let Some(found) = days(next.skip(usize::from(next.is_word(&["the"])))) {
        // "June 10 people died" and "May 5.5" are no days
        let counted = here.from(found.end);
        if !counted.is(Role::Counted) && !counted.roles().has_any(&[Role::Percent, Role::Scale]) {
            next = counted;
            days_found = Some(found);
        }
    }
    let comma = usize::from(next.form() == "," || next.is_word(&["of"]));
    let year = year_of(next.skip(comma), 1000).filter(|_| !next.skip(comma + 1).is(Role::Counted));
    if year.is_some() {
        next = next.skip(comma + 1);
    }
    if days_found.is_none() && year.is_none() && !stands_alone(at, name) {
        return None;
    }
    if !day_first && days_found.is_none() && name.at > 0 && is_person(name) && year.is_none() {
        return None;
    }
    let period = year.filter(|_| !blurred).and_then(|year| match days_found {
        None => Calendar::month(year, month).map(Period::one),
        Some(Days { first, last: None, .. }) => Calendar::day(year, month, first).map(Period::one),
        Some(Days { first, last: Some(last), .. }) => Period::range(
            Calendar::day(year, month, first)?,
            Calendar::day(year, month, last)?,
            Precision::Range,
        ),
    });
    Some(Match::new(next.at, EntityType::Date, known(period)))
}

/// "mid-March", "mid-March 2021": in one token.
fn mid_month(here: Cursor) -> Option<Match> {
    let rest = here.form().get(4..)?;
    let values = &here.words.models.values;
    let month = values.word(values.find(rest)).roles.has(Role::Month);
    let decade = rest.len() == 5 && rest.ends_with("0s") && rest.get(..4)?.parse::<u16>().is_ok();
    let year = rest.len() == 4 && rest.parse::<u16>().is_ok_and(|year| (1000..2100).contains(&year));
    let after = here.skip(1);
    // "mid-20th century"
    if after.is_word(&["century"]) && rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Match::date(after.at + 1));
    }
    if !month && !decade && !year {
        return None;
    }
    Some(Match::date(after.at + usize::from(month && year_of(after, 1000).is_some())))
}

/// Whether a month's name without day and year is one: not the verb "May", "March on Washington", "Theresa May".
fn stands_alone(at: Cursor, name: Cursor) -> bool {
    let unmistakable =
        !name.is_word(&["march", "may", "mar", "jan", "jun", "august", "april", "june", "dec", "sun"]);
    let before = at.back();
    let placed = at.at != name.at
        || before.is_word(&[
            "in", "since", "until", "till", "last", "by", "from", "early", "late", "next", "this", "to",
            "of", "on", "and", "between", "during", "mid", "through", "every", "each", "for", "or", "after",
            "before", "past",
        ]);
    let next = name.skip(1);
    // "March on Washington", "for May to resign"
    let doubtful = name.is_word(&["march"]) && next.is_word(&["on", "for", "of"])
        || name.is_word(&["may"])
            && before.is_word(&["for", "to", "of", "by", "and", "from", "after", "on"])
            && !next.form().starts_with([',', '.', '’', '\'']);
    let unnamed = !next.is_name_like() || next.roles().has_any(&[Role::Month, Role::Weekday]);
    (placed && !doubtful
        || unmistakable
        || name.is_word(&["august", "april", "june"]) && unnamed && !is_person(name))
        && !(name.is_word(&["april", "june", "may", "august"])
            && !placed
            && name.owes_capital()
            && next.is_name_like())
}

/// "Theresa May", "Mr. March", "Mrs May".
fn is_person(name: Cursor) -> bool {
    let before = name.back();
    name.at > 0
        && (name.words.is_given_name(name.at - 1)
            || before.is_word(&["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "minister"]))
}

/// "2019–2021", "2019-21", "2019 to 2021", "2019/20", "2016".
pub(super) fn years(here: Cursor) -> Option<Match> {
    let form = here.form();
    if let Some((first, second)) = form.split_once(['/', '-', '–']) {
        let first = first.parse::<u16>().ok().filter(|year| (1900..2100).contains(year))?;
        let last = last_year(first, second)?;
        return Some(Match::new(here.at + 1, EntityType::Date, known(stretch(first, last))));
    }
    let first = year_of(here, 1000)?;
    let next = here.skip(1);
    let joined = next.is_dash() || next.is_word(&["to"]) && here.back().is_word(&["from"]);
    if joined && let Some(last) = last_year(first, next.skip(1).form()) {
        return Some(Match::new(next.at + 2, EntityType::Date, known(stretch(first, last))));
    }
    if next.is_word(&["BC", "B.C.", "BCE", "AD", "A.D.", "CE"]) {
        return Some(Match::date(next.at + 1));
    }
    is_year_here(here, first)
        .then(|| Match::new(here.at + 1, EntityType::Date, known(Some(Period::one(Calendar::year(first))))))
}

/// "21" after 2019 is 2021; "2021" itself. Years go up.
fn last_year(first: u16, text: &str) -> Option<u16> {
    let number: u16 = text.parse().ok()?;
    let last = match text.len() {
        4 => number,
        2 => first / 100 * 100 + number,
        _ => return None,
    };
    (last > first && last < 2100).then_some(last)
}

fn stretch(first: u16, last: u16) -> Option<Period> {
    Period::range(Calendar::year(first), Calendar::year(last), Precision::Range)
}
