//! What a value means, in plain words: "3 November 2024", "3 years 6 months", "3,500,000,000 USD".

use crate::document::ValueRecord;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The meaning of a value as people write it; kinds of later versions of the schema as they stand in the record.
///
/// ```
/// use whosaid::document::ValueRecord;
/// use whosaid::views::value_words;
/// let value = ValueRecord { kind: "duration".into(), iso: Some("P3Y6M".into()), ..ValueRecord::default() };
/// assert_eq!(value_words(&value), "3 years 6 months");
/// ```
pub fn value_words(value: &ValueRecord) -> String {
    let iso = value.iso.as_deref().unwrap_or("");
    let amount = value.amount.as_deref().map(grouped).unwrap_or_default();
    let with = |unit: &Option<String>| match unit {
        Some(unit) => format!("{amount} {unit}"),
        None => amount.clone(),
    };
    match value.kind.as_str() {
        "date" => match iso.split_once('/') {
            Some((first, last)) => format!("{} to {}", date(first), date(last)),
            None => date(iso),
        },
        "duration" => duration(iso),
        "time" => time(iso),
        "money" => with(&value.currency),
        "percent" if value.unit.is_some() => format!("{amount} percentage points"),
        "percent" => format!("{amount}%"),
        _ if amount.is_empty() => iso.to_owned(),
        _ => with(&value.unit),
    }
}

/// Digits before the point in groups of three.
fn grouped(number: &str) -> String {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let mut out = String::new();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(place);
        if !out.is_empty() && out != "-" && left.is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if part.is_empty() { out } else { format!("{out}.{part}") }
}

fn date(iso: &str) -> String {
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next().unwrap_or(""), parts.next(), parts.next());
    let name = month.and_then(|month| MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?));
    match (name, day) {
        (Some(month), Some(day)) => format!("{} {month} {year}", day.trim_start_matches('0')),
        (Some(month), None) => format!("{month} {year}"),
        _ => iso.to_owned(),
    }
}

fn duration(iso: &str) -> String {
    let (mut words, mut number, mut clock) = (Vec::new(), String::new(), false);
    for letter in iso.chars().skip(1) {
        let unit = match letter {
            'T' => {
                clock = true;
                continue;
            }
            'Y' => "year",
            'M' if clock => "minute",
            'M' => "month",
            'W' => "week",
            'D' => "day",
            'H' => "hour",
            'S' => "second",
            digit => {
                number.push(digit);
                continue;
            }
        };
        words.push(format!("{} {unit}{}", grouped(&number), if number == "1" { "" } else { "s" }));
        number.clear();
    }
    words.join(" ")
}

fn time(iso: &str) -> String {
    let clock = iso.trim_start_matches('T');
    match clock.split_at_checked(5) {
        Some((clock, "Z")) => format!("{clock} UTC"),
        Some((clock, zone)) if !zone.is_empty() => format!("{clock} (UTC{})", zone.replace('-', "−")),
        _ => clock.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: &str, iso: &str, amount: &str, of: &str) -> String {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let unit = if kind == "money" { None } else { some(of) };
        let currency = if kind == "money" { some(of) } else { None };
        let record = ValueRecord {
            kind: kind.into(),
            iso: some(iso),
            amount: some(amount),
            unit,
            currency,
            precision: None,
        };
        value_words(&record)
    }

    #[test]
    fn values_read_as_people_write_them() {
        for (told, expected) in [
            (of("date", "2024-11-03", "", ""), "3 November 2024"),
            (of("date", "2023-07/2023-09", "", ""), "July 2023 to September 2023"),
            (of("date", "1990/1999", "", ""), "1990 to 1999"),
            (of("duration", "PT1H30M", "", ""), "1 hour 30 minutes"),
            (of("duration", "P1.5W", "", ""), "1.5 weeks"),
            (of("time", "T09:30-05:00", "", ""), "09:30 (UTC−05:00)"),
            (of("time", "T14:30Z", "", ""), "14:30 UTC"),
            (of("money", "", "3500000000", "USD"), "3,500,000,000 USD"),
            (of("percent", "", "12.5", ""), "12.5%"),
            (of("percent", "", "3", "point"), "3 percentage points"),
            (of("quantity", "", "-1500", "km2"), "-1,500 km2"),
            (of("number", "", "-100", ""), "-100"),
            (of("ordinal", "", "3", ""), "3"),
            (of("phase", "x", "", ""), "x"),
        ] {
            assert_eq!(told, expected);
        }
    }
}
