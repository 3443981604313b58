//! Values against the silver analysis of PolNeAR.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;

use flate2::read::MultiGzDecoder;
use serde_json::Value;
use whosaid::OffsetUnit;
use whosaid::text::UnitConverter;

use super::values::{GROUPS, Mark, Tallies, group};
use super::{Desk, Figure, text_of};

/// Scores against the labels of the development articles.
pub fn polnear(desk: &Desk) -> Result<Vec<Figure>, String> {
    let articles = desk.corpus("polnear/dev.jsonl");
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for line in text_of(&articles)?.lines().filter(|line| !line.is_empty()) {
        let record: Value =
            serde_json::from_str(line).map_err(|error| format!("{}: {error}", articles.display()))?;
        let (Some(id), Some(text)) = (record["id"].as_str(), record["text"].as_str()) else {
            return Err(format!("{}: an article without id or text", articles.display()));
        };
        texts.insert(id.to_owned(), text.to_owned());
    }
    let path = desk.corpus("polnear/silver-dev.conllu.gz");
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut silver = String::new();
    MultiGzDecoder::new(File::open(&path).map_err(told)?).read_to_string(&mut silver).map_err(told)?;
    let mut tallies = Tallies::default();
    for part in silver.split("# newdoc id = ").skip(1) {
        let (id, rows) = part.split_once('\n').unwrap_or((part, ""));
        let Some(text) = texts.get(id.trim()) else { continue };
        tallies.add(desk, text, &marks(text, rows), &GROUPS)?;
    }
    Ok(tallies.figures(&GROUPS))
}

/// The values that the rows of an article mark. A run of words with one label is one mark: the corpus has no sign for
/// a beginning.
fn marks(text: &str, rows: &str) -> Vec<Mark> {
    let units = UnitConverter::new(text, OffsetUnit::Codepoint);
    let mut marks: Vec<Mark> = Vec::new();
    let mut last: Option<&str> = None;
    for row in rows.lines() {
        let misc = row.split('\t').nth(9).unwrap_or("");
        let field = |name: &str| misc.split('|').find_map(|field| field.strip_prefix(name));
        let place = |name: &str| Some(units.to_byte(field(name)?.parse().ok()?) as usize);
        let label = field("NER=").and_then(|label| Some((label, group(label)?)));
        let (Some((label, group)), Some(start), Some(end)) = (label, place("Start="), place("End=")) else {
            last = None;
            continue;
        };
        match marks.last_mut().filter(|_| last == Some(label)) {
            Some(open) => open.1 = end,
            None => marks.push((start, end, group)),
        }
        last = Some(label);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_one_label_are_one_mark() {
        let row = |start: usize, end: usize, label: &str| {
            format!("1\tx\tx\t_\tX\t_\t0\troot\t_\tStart={start}|End={end}{label}\n")
        };
        let text = "é 5 May 2016 three";
        let rows = [
            row(0, 1, ""),
            row(2, 3, "|NER=DATE"),
            row(4, 7, "|NER=DATE"),
            row(8, 12, "|NER=DATE|Coref=(1)"),
            row(13, 18, "|NER=NUMBER"),
        ];
        let marks = marks(text, &rows.concat());
        let told: Vec<_> = marks.iter().map(|(start, end, group)| (&text[*start..*end], *group)).collect();
        assert_eq!(told, [("5 May 2016", "date_time"), ("three", "number_quantity")]);
    }
}
