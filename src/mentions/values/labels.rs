//! Numbers that count nothing: scores, telephone numbers, addresses, list marks, and the labels of things
//! ("Route 66", "F-16", "Formula One").

use super::cursor::Cursor;
use super::money;
use crate::model::Role;

/// Where a number that is no value ends, if one begins here.
pub(super) fn label(here: Cursor) -> Option<usize> {
    if here.is_numeric() || here.form().starts_with('+') && here.form().len() > 1 {
        telephone(here)
            .or_else(|| score(here))
            .or_else(|| list_mark(here))
            .or_else(|| address(here))
            .or_else(|| after_name(here))
    } else if here.roles().has_any(&[Role::Number, Role::Ordinal]) {
        in_a_name(here)
    } else {
        None
    }
}

/// "555-123-4567", "+44 20 7946 0958"; numbers of so many figures that they name a record.
fn telephone(here: Cursor) -> Option<usize> {
    let form = here.form();
    let digits = form.bytes().filter(u8::is_ascii_digit).count();
    let hyphens = form.bytes().filter(|byte| *byte == b'-').count();
    let plain = form.bytes().all(|byte| byte.is_ascii_digit());
    if hyphens > 0 && digits >= 7 && digits != 8 || plain && digits >= 9 {
        return Some(here.at + 1);
    }
    if form.starts_with('+') && digits < 4 {
        let mut end = here.at + 1;
        while here.from(end).is_numeric() && here.from(end - 1).space_after() {
            end += 1;
        }
        return (end > here.at + 2).then_some(end);
    }
    None
}

/// "2-1", "won 6-4 6-3", "5-4 decision", "2-to-1": both sides small and no unit after them.
fn score(here: Cursor) -> Option<usize> {
    let first = here.figures().filter(|first| *first < 1000)?;
    let mut dash = here.skip(1);
    if !dash.is_dash() {
        return None;
    }
    let mut last = dash.skip(1);
    if last.is_word(&["to"]) && last.skip(1).is_dash() {
        dash = last.skip(1);
        last = dash.skip(1);
    }
    let second = last.figures().filter(|second| *second < 1000)?;
    let mut next = last.skip(1);
    while next.is_dash() && next.skip(1).figures().is_some() {
        next = next.skip(2);
    }
    let hyphen = usize::from(next.is_hyphen());
    let unit = next.skip(hyphen);
    let measured = unit.roles().has_any(&[
        Role::Unit,
        Role::DateUnit,
        Role::TimeUnit,
        Role::Percent,
        Role::Scale,
        Role::Currency,
        Role::Month,
        Role::UnitBefore,
    ]) || unit.form() == "°"
        || unit.is_word(&["per", "p.m.", "a.m.", "pm", "am"]);
    let counted = first < second && (next.is(Role::Counted) || first >= 10);
    let year = here.back().is(Role::Month) || money::is_sign(here.back());
    (!measured && !counted && !year).then_some(next.at)
}

/// "1.", "2)" at the head of a sentence; "[3]".
fn list_mark(here: Cursor) -> Option<usize> {
    let small = here.figures().is_some_and(|number| number < 100);
    let before = here.back();
    let next = here.skip(1);
    if small && before.form() == "[" && next.form() == "]" {
        return Some(next.at + 1);
    }
    let first =
        before.form().is_empty() || here.at == 0 || here.words.at(here.at).is_some_and(|word| word.initial);
    let marked = matches!(next.form(), "." | ")") && !next.space_before();
    (small && first && marked).then_some(next.at + 1)
}

/// "10 Downing Street", "1600 Pennsylvania Avenue".
fn address(here: Cursor) -> Option<usize> {
    here.figures()?;
    let mut at = here.skip(1);
    let first = at.at;
    while at.at < first + 4 && at.is_capitalised() {
        if at.at > first
            && at.is_word(&[
                "street",
                "st",
                "st.",
                "avenue",
                "ave",
                "ave.",
                "road",
                "rd",
                "rd.",
                "boulevard",
                "blvd",
                "blvd.",
                "lane",
                "drive",
                "square",
                "place",
                "terrace",
                "parkway",
                "highway",
                "court",
                "crescent",
                "way",
            ])
        {
            return Some(here.at + 1);
        }
        at = at.skip(1);
    }
    None
}

/// "Route 66", "No. 10", "Flight 370", "EB-5", "Boeing 737", "page 4", "7-Eleven".
fn after_name(here: Cursor) -> Option<usize> {
    let end = here.at + 1;
    let before = here.back();
    let next = here.skip(1);
    let inside = here.at > 0 && !before.form().is_empty();
    // "5th Avenue", "the 101st Airborne"
    let ordinal =
        here.form().ends_with(|c: char| c.is_ascii_lowercase()) && super::measures::ordinal(here).is_some();
    if ordinal && next.is_name_like() && !next.roles().has_any(&[Role::Month, Role::MoneyHome, Role::Weekday])
    {
        return Some(end);
    }
    if next.is_hyphen() && next.skip(1).is_name_like() && !next.skip(1).is(Role::Month) {
        return Some(next.at + 2);
    }
    if !inside || here.words.at(here.at).is_some_and(|word| word.initial) {
        return None;
    }
    let counts = next.roles().has_any(&[
        Role::Counted,
        Role::Unit,
        Role::Percent,
        Role::Scale,
        Role::Currency,
        Role::DateUnit,
        Role::TimeUnit,
        Role::Month,
        Role::DayPart,
        Role::Zone,
    ]) || next.is_word(&["p.m.", "a.m.", "pm", "am", "per", "°"]);
    if before.is_hyphen() {
        let word = before.back();
        let letters = word.form().chars().all(char::is_alphabetic) && !word.form().is_empty();
        let blurs = word.is_word(&["mid", "pre", "post", "early", "late", "under", "over", "sub", "top"]);
        let plain = word.roles().has_any(&[Role::Number, Role::Scale, Role::Month, Role::CurrencyCode]);
        return (letters && !blurs && !plain && !counts).then_some(end);
    }
    if counts {
        return None;
    }
    if before.is(Role::LabelBefore) && (here.figures().is_some()) {
        return Some(end);
    }
    // a name and a number: "Boeing 737", "Apollo 11"; not "In Paris 200 people", "Mr. Ruiz, 45", "March 3"
    let named = before.is_name_like()
        && !before.roles().has_any(&[
            Role::Month,
            Role::Weekday,
            Role::Holiday,
            Role::Season,
            Role::CurrencyCode,
            Role::MoneyHome,
        ])
        && !before.is_word(&["I", "about", "over"]);
    let year = here.figures().is_some_and(|number| (1900..2100).contains(&number) && here.form().len() == 4);
    let plural = here.words.at(next.at).is_some_and(|word| word.xpos == crate::syntax::Xpos::Nns);
    (named && !year && !plural && here.figures().is_some_and(|number| number < 10_000)).then_some(end)
}

/// "Formula One", "Seven Network", "First Lady", "Second World War"; "number one", "no one".
fn in_a_name(here: Cursor) -> Option<usize> {
    let end = here.at + 1;
    let before = here.back();
    let next = here.skip(1);
    let inside = here.at > 0 && !before.form().is_empty();
    if inside
        && here.is(Role::Number)
        && (before.is_word(&["number"]) || before.is(Role::LabelBefore) && here.is_capitalised())
    {
        return Some(end);
    }
    // "high-five", "EB-Two"
    if inside && before.is_hyphen() && here.is(Role::Number) {
        let word = before.back();
        let free = word.roles().has_any(&[Role::Number, Role::Scale, Role::Lead]) || word.is_numeric();
        return (!free && !next.is_hyphen()).then_some(end);
    }
    if !here.is_capitalised() {
        return None;
    }
    let word = here.words.at(here.at)?;
    let named_next = next.is_capitalised() && !next.owes_capital();
    let named_before = inside && before.is_name_like();
    if word.style != crate::mentions::words::Style::Prose {
        return None;
    }
    if word.initial {
        // "First Lady Ana Ruiz": "Two Israelis", "Three U.S. soldiers" count
        let nationality = here.words.is(next.at, Role::Nationality) || next.is(Role::MoneyHome);
        return (named_next && here.is(Role::Ordinal) && !nationality).then_some(end);
    }
    (named_next
        || named_before && !before.roles().has_any(&[Role::Weekday, Role::Month])
        || here.is(Role::Ordinal))
    .then_some(end)
}
