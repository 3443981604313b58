//! Which element a mention is, and which list its entity stands in.

use std::fmt::Write;

use super::{probability, word};
use crate::document::{Document, EntityRecord, MentionRecord, ValueRecord};
use crate::export::markup::xml;
use crate::views::entity;

/// The list that holds an entity; values and labels we do not know stand in none.
pub(super) fn list_of(entity: &EntityRecord) -> Option<&'static str> {
    Some(match entity.entity_type.as_str() {
        "PERSON" => "listPerson",
        "ORG" | "NORP" => "listOrg",
        "GPE" | "LOC" | "FAC" => "listPlace",
        "EVENT" => "listEvent",
        "WORK" | "LAW" => "listBibl",
        "PRODUCT" | "MISC" => "listObject",
        _ => return None,
    })
}

/// The `xml:id` of an entity that stands in a list.
pub(super) fn listed(entity: &EntityRecord) -> Option<String> {
    list_of(entity).map(|_| format!("e{}", entity.id))
}

/// The type as a small word.
pub(super) fn sort(entity_type: &str) -> String {
    word(&entity_type.to_ascii_lowercase())
}

/// The element of a mention: descriptions and pronouns are `rs`, a string that refers.
pub(super) fn element(mention: &MentionRecord) -> &'static str {
    match (mention.kind.as_str(), mention.entity_type.as_str()) {
        (_, "DATE") => "date",
        (_, "TIME") => "time",
        (_, "MONEY" | "PERCENT" | "QUANTITY") => "measure",
        (_, "ORDINAL" | "CARDINAL") => "num",
        ("name", "PERSON") => "persName",
        ("name", "ORG") => "orgName",
        ("name", "GPE" | "LOC" | "FAC") => "placeName",
        ("name", "WORK") => "title",
        ("name", _) => "name",
        _ => "rs",
    }
}

/// Type, reference and value. A value stands only at a mention in one piece: half a date is no date.
pub(super) fn attributes(out: &mut String, document: &Document, mention: &MentionRecord, whole: bool) {
    let owner = mention.entity.and_then(|id| entity(document, id)).and_then(listed);
    let element = element(mention);
    if let Some(owner) = owner.filter(|_| !matches!(element, "date" | "time" | "measure" | "num")) {
        let _ = write!(out, " ref=\"#{owner}\"");
    }
    if !matches!(element, "persName" | "orgName" | "date" | "time") {
        let _ = write!(out, " type=\"{}\"", sort(&mention.entity_type));
    }
    if element == "rs" {
        let _ = write!(out, " subtype=\"{}\"", word(&mention.kind));
    }
    if let Some(value) = mention.value.as_ref().filter(|_| whole) {
        self::value(out, element, value);
    }
    let _ = write!(out, " cert=\"{}\"", probability(mention.confidence));
}

fn value(out: &mut String, element: &str, value: &ValueRecord) {
    let mut attribute = |name: &str, text: &str| {
        let _ = write!(out, " {name}=\"{}\"", xml(text, true));
    };
    match element {
        "date" | "time" => match value.iso.as_deref() {
            Some(iso) if value.kind == "duration" && is_duration(iso) => attribute("dur", iso),
            Some(iso) if is_date(iso) => attribute("when", iso),
            Some(iso) => {
                let ends = iso.split_once('/').filter(|(from, to)| is_date(from) && is_date(to));
                if let Some((from, to)) = ends {
                    attribute("from", from);
                    attribute("to", to);
                }
            }
            None => {}
        },
        "num" | "measure" => {
            let Some(amount) = value.amount.as_deref().filter(|amount| is_decimal(amount)) else { return };
            attribute(if element == "num" { "value" } else { "quantity" }, amount);
            let unit = value.currency.as_deref().or(value.unit.as_deref());
            let unit = unit.or((value.kind == "percent").then_some("%"));
            if let Some(unit) = unit.filter(|unit| element == "measure" && is_word(unit)) {
                attribute("unit", unit);
            }
        }
        _ => {}
    }
}

/// `2024`, `2024-11` or `2024-11-03`, with a month and day that there are.
fn is_date(iso: &str) -> bool {
    let number = |part: &str, length: usize, most: u32| {
        let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        digits && part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number))
    };
    let parts: Vec<_> = iso.split('-').collect();
    match parts.as_slice() {
        [year] => number(year, 4, 9999),
        [year, month] => number(year, 4, 9999) && number(month, 2, 12),
        [year, month, day] => {
            number(year, 4, 9999) && number(month, 2, 12) && number(day, 2, days(year, month))
        }
        _ => false,
    }
}

/// The last day of a month.
fn days(year: &str, month: &str) -> u32 {
    let year: u32 = year.parse().unwrap_or_default();
    match month {
        "02" if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        "02" => 28,
        "04" | "06" | "09" | "11" => 30,
        _ => 31,
    }
}

/// `P3Y6M`, `PT30M`: parts in their order with whole numbers, as XML Schema has durations. Weeks are not among them.
fn is_duration(iso: &str) -> bool {
    let Some(rest) = iso.strip_prefix('P') else { return false };
    let (days, times) = rest.split_once('T').map_or((rest, None), |(days, times)| (days, Some(times)));
    let parts = |text: &str, letters: &str| {
        let mut allowed = letters.chars();
        let mut digits = 0;
        let well = text.chars().all(|character| match character {
            '0'..='9' => {
                digits += 1;
                true
            }
            _ => std::mem::take(&mut digits) > 0 && allowed.any(|letter| letter == character),
        });
        well && digits == 0
    };
    let times_well = times.is_none_or(|times| !times.is_empty() && parts(times, "HMS"));
    parts(days, "YMD") && times_well && (!days.is_empty() || times.is_some())
}

fn is_decimal(amount: &str) -> bool {
    let amount = amount.strip_prefix('-').unwrap_or(amount);
    let mut parts = amount.splitn(2, '.');
    parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the schema takes it for one word: no space, no control character.
fn is_word(unit: &str) -> bool {
    !unit.is_empty() && unit.chars().all(|c| c.is_alphanumeric() || matches!(c, '%' | '°' | '/' | '.' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_xml_schema_knows_is_a_value() {
        for good in ["2024", "2024-11", "2024-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in
            ["", "24", "2024-13", "2023-02-29", "2024-11-31", "0000", "2024-1", "2024-01-01-01", "٢٠٢٤"]
        {
            assert!(!is_date(bad), "{bad}");
        }
        for good in ["P3Y6M", "PT30M", "P1DT2H"] {
            assert!(is_duration(good), "{good}");
        }
        for bad in ["", "P", "PT", "P3", "P2W", "P6M3Y", "PD", "3Y", "P1DT"] {
            assert!(!is_duration(bad), "{bad}");
        }
        assert!(is_decimal("-12.5") && !is_decimal("1.") && !is_decimal("--1") && !is_decimal("1e5"));
    }
}
