//! Holidays and sacred months: "Christmas", "Ramadan", "Labor Day", "New Year's Eve 2019".

use super::Match;
use super::cursor::Cursor;
use super::dates::year_of;
use crate::model::Role;

/// The holiday that begins here.
pub(super) fn holiday(here: Cursor) -> Option<Match> {
    let (end, several) =
        phrase(here).map(|end| (end, true)).or_else(|| word(here).map(|end| (end, false)))?;
    let next = here.from(end);
    // "the Christmas Carol Trust", "Easter Road" are names
    if !several && next.is_name_like() && !next.roles().has_any(&[Role::DayPart]) {
        return None;
    }
    let year = usize::from(year_of(next, 1000).is_some());
    Some(Match::date(end + year))
}

/// The longest name of several words: its words are compared with the text between the tokens.
fn phrase(here: Cursor) -> Option<usize> {
    let values = &here.words.models.values;
    let mut longest = None;
    for name in values.phrases(here.form()) {
        let mut rest: &str = name;
        let mut at = here;
        while !rest.is_empty() && at.at < here.limit {
            let form = at.form();
            let Some(after) = strip_word(rest, form) else { break };
            rest = after.trim_start_matches(' ');
            at = at.skip(1);
        }
        if rest.is_empty() {
            longest = longest.max(Some(at.at));
        }
    }
    longest
}

/// `rest` without `form` at its head, whatever the apostrophe.
fn strip_word<'r>(rest: &'r str, form: &str) -> Option<&'r str> {
    if form.is_empty() {
        return None;
    }
    rest.strip_prefix(form).or_else(|| rest.strip_prefix(form.replace('’', "'").as_str()))
}

fn word(here: Cursor) -> Option<usize> {
    if !here.is(Role::Holiday) || !here.is_capitalised() {
        return None;
    }
    let next = here.skip(1);
    let day = next.is_capitalised() && next.is_word(&["day", "eve", "sunday", "monday"]);
    Some(next.at + usize::from(day))
}
