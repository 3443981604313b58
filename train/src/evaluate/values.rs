//! Values against corpora that mark them.
//!
//! Corpora cut values by other rules than ours (docs/EVALUATION.md says which), so a mark counts as found where
//! a value of the same group shares a character with it; `edges` is the share of those with both edges alike.

use std::collections::BTreeMap;

use serde_json::Value;
use whosaid::analyze::analyze_layers;
use whosaid::blocks::BlockKind;
use whosaid::mentions::MentionKind;
use whosaid::text::UnitConverter;
use whosaid::{Input, OffsetUnit, Options};

use super::all_names::around;
use super::{Desk, Figure, rounded, text_of};
use crate::network::names::documents;

/// A stretch of the text, in bytes, with its group.
pub type Mark = (usize, usize, &'static str);

/// All groups, as figures are named.
pub const GROUPS: [&str; 5] = ["date_time", "money", "percent", "number_quantity", "ordinal"];

/// Types of all corpora that count as one: what OntoNotes calls DATE is a DURATION elsewhere.
pub fn group(label: &str) -> Option<&'static str> {
    Some(match label {
        "DATE" | "TIME" | "DURATION" | "SET" | "tim" => "date_time",
        "MONEY" => "money",
        "PERCENT" => "percent",
        "NUMBER" | "CARDINAL" | "QUANTITY" => "number_quantity",
        "ORDINAL" => "ordinal",
        _ => return None,
    })
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    gold: usize,
    found: usize,
    /// Marks that were found.
    hit: usize,
    /// Values that a mark answers.
    hit_found: usize,
    edges: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.hit += other.hit;
        self.hit_found += other.hit_found;
        self.edges += other.edges;
    }

    fn figure(self, name: &str) -> Figure {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let (precision, recall) = (share(self.hit_found, self.found), share(self.hit, self.gold));
        let sum = precision + recall;
        let f = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Figure {
            name: name.to_owned(),
            score: rounded(f),
            precision: Some(rounded(precision)),
            recall: Some(rounded(recall)),
            count: self.gold,
        }
    }
}

/// Counts of a corpus by group.
#[derive(Clone, Debug, Default)]
pub struct Tallies(BTreeMap<&'static str, Tally>);

impl Tallies {
    /// Analyses a text and counts its marks; only values of these groups count.
    pub fn add(&mut self, desk: &Desk, text: &str, gold: &[Mark], groups: &[&str]) -> Result<(), String> {
        let layers = analyze_layers(&Input::text(text), &desk.models, &Options::default())
            .map_err(|error| error.to_string())?;
        let source = |span| {
            let span = layers.text.map.to_source(span);
            (span.start() as usize, span.end() as usize)
        };
        let blocks = layers.blocks.table.rows().iter();
        let set_aside: Vec<_> = blocks
            .filter(|block| block.kind == BlockKind::Boilerplate)
            .map(|block| source(block.span))
            .collect();
        let outside = |at: usize| !set_aside.iter().any(|(start, end)| (*start..*end).contains(&at));
        let gold: Vec<Mark> = gold.iter().filter(|mark| outside(mark.0)).copied().collect();
        let rows = layers.mentions.table.rows().iter();
        let found: Vec<Mark> = rows
            .filter(|row| row.kind == MentionKind::Name)
            .filter_map(|row| {
                let group = group(row.entity_type.name()).filter(|group| groups.contains(group))?;
                let (start, end) = source(layers.segments.span_of(row.tokens)?);
                Some((start, end, group))
            })
            .collect();
        self.count(&gold, &found, |sign, mark| {
            desk.show(mark.2, || format!("{sign} {}", around(text, mark.0, mark.1)));
        });
        Ok(())
    }

    fn count(&mut self, gold: &[Mark], found: &[Mark], mut differs: impl FnMut(&str, &Mark)) {
        let meets = |a: &Mark, b: &Mark| a.2 == b.2 && a.0 < b.1 && b.0 < a.1;
        for mark in gold {
            let tally = self.0.entry(mark.2).or_default();
            tally.gold += 1;
            match found.iter().find(|other| meets(mark, other)) {
                Some(other) => {
                    tally.hit += 1;
                    tally.edges += usize::from(other == mark);
                }
                None => differs("-", mark),
            }
        }
        for mark in found {
            let tally = self.0.entry(mark.2).or_default();
            tally.found += 1;
            if gold.iter().any(|other| meets(mark, other)) {
                tally.hit_found += 1;
            } else {
                differs("+", mark);
            }
        }
    }

    /// A figure for each group that the corpus has, `all` of them, and the `edges` of those found.
    pub fn figures(&self, groups: &[&str]) -> Vec<Figure> {
        let mut all = Tally::default();
        let mut figures = Vec::new();
        for group in groups {
            let tally = self.0.get(group).copied().unwrap_or_default();
            all.add(tally);
            if tally.gold > 0 {
                figures.push(tally.figure(group));
            }
        }
        if groups.len() > 1 {
            figures.push(all.figure("all"));
        }
        figures.push(Figure::share("edges", all.edges, all.hit));
        figures
    }
}

/// Dates of GMB, the only values that it marks as we do.
pub fn gmb(desk: &Desk) -> Result<Vec<Figure>, String> {
    let groups = ["date_time"];
    let mut tallies = Tallies::default();
    for document in documents(&desk.corpus("gmb/dev.ner.tsv"))? {
        let marks = document.names.iter().filter_map(|(start, end, label)| {
            Some((*start, *end, group(label).filter(|group| groups.contains(group))?))
        });
        tallies.add(desk, &document.text, &marks.collect::<Vec<_>>(), &groups)?;
    }
    Ok(tallies.figures(&groups))
}

/// The texts of messy.
pub fn messy(desk: &Desk) -> Result<Vec<Figure>, String> {
    let folder = desk.corpus("messy");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            files.push(path);
        }
    }
    files.sort();
    let mut tallies = Tallies::default();
    for path in files {
        let text = text_of(&path)?;
        let gold_file = path.with_extension("gold.json");
        let told = |what: &str| format!("{}: {what}", gold_file.display());
        let gold: Value =
            serde_json::from_str(&text_of(&gold_file)?).map_err(|error| told(&error.to_string()))?;
        let units = UnitConverter::new(&text, OffsetUnit::Codepoint);
        let mut marks: Vec<Mark> = Vec::new();
        for mention in gold["mentions"].as_array().ok_or_else(|| told("no mentions"))? {
            let Some(group) = mention["type"].as_str().and_then(group) else { continue };
            let place = |key: &str| {
                let place = mention[key].as_u64().and_then(|place| u32::try_from(place).ok());
                place
                    .map(|place| units.to_byte(place) as usize)
                    .ok_or_else(|| told("a mention without a place"))
            };
            marks.push((place("start")?, place("end")?, group));
        }
        tallies.add(desk, &text, &marks, &GROUPS)?;
    }
    Ok(tallies.figures(&GROUPS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_by_values_of_their_group_that_touch_them() {
        let gold = [(0, 10, "money"), (20, 30, "money"), (40, 50, "ordinal"), (60, 70, "ordinal")];
        // two in one, one with other edges, one of another group, one where nothing is
        let found =
            [(0, 4, "money"), (5, 10, "money"), (20, 30, "money"), (40, 50, "money"), (80, 90, "ordinal")];
        let mut tallies = Tallies::default();
        let mut told = Vec::new();
        tallies.count(&gold, &found, |sign, mark| told.push(format!("{sign}{}", mark.0)));
        assert_eq!(told, ["-40", "-60", "+40", "+80"]);
        assert_eq!(tallies.0["money"], Tally { gold: 2, found: 4, hit: 2, hit_found: 3, edges: 1 });
        assert_eq!(tallies.0["ordinal"], Tally { gold: 2, found: 1, hit: 0, hit_found: 0, edges: 0 });
        let figures = tallies.figures(&["money", "ordinal"]);
        let scores: Vec<(&str, f64)> =
            figures.iter().map(|figure| (figure.name.as_str(), figure.score)).collect();
        // P 75, R 100; nothing; P 60, R 50; one of two hits with both edges
        assert_eq!(scores, [("money", 85.71), ("ordinal", 0.0), ("all", 54.55), ("edges", 50.0)]);
    }

    #[test]
    fn every_type_of_values_has_a_group() {
        for entity_type in whosaid::labels::EntityType::ALL {
            let known = group(entity_type.name()).is_some_and(|group| GROUPS.contains(&group));
            assert_eq!(known, entity_type.is_value(), "{}", entity_type.name());
        }
    }
}
