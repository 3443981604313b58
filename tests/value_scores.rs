//! How well values are found, against corpora that mark them. Reads the data folder and prints a table:
//!
//!     cargo test --profile checks -p whosaid --test value_scores -- --ignored --nocapture
//!
//! Silver and GMB are marked by other rules than ours (docs/EVALUATION.md says which), so a mark counts as found
//! where a value of the same group shares a character with it; `edges` is the share of those with both edges alike.

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::models;
use serde_json::Value;
use whosaid::{Input, Options};

/// A stretch of the text, in code points, with its group.
type Mark = (usize, usize, &'static str);

/// Types of all corpora that count as one: what OntoNotes calls DATE is a DURATION elsewhere.
fn group(label: &str) -> Option<&'static str> {
    Some(match label {
        "DATE" | "TIME" | "DURATION" | "SET" | "tim" => "date, time",
        "MONEY" => "money",
        "PERCENT" => "percent",
        "NUMBER" | "CARDINAL" | "QUANTITY" => "number, quantity",
        "ORDINAL" => "ordinal",
        _ => return None,
    })
}

#[derive(Default)]
struct Count {
    gold: usize,
    found: usize,
    hit: usize,
    hit_found: usize,
    edges: usize,
}

/// Analyses a text and counts its marks; with `WHOSAID_SHOW`, prints those that disagree.
fn count(text: &str, gold: &[Mark], groups: &[&str], counts: &mut BTreeMap<&'static str, Count>) {
    let document = whosaid::analyze(&Input::text(text), models(), &Options::default()).unwrap();
    let boilerplate: Vec<_> = document.blocks.iter().filter(|block| block.kind == "boilerplate").collect();
    let outside = |start: usize| {
        !boilerplate.iter().any(|block| (block.start as usize..block.end as usize).contains(&start))
    };
    let gold: Vec<_> = gold.iter().filter(|mark| outside(mark.0)).copied().collect();
    let found: Vec<Mark> = document
        .mentions
        .iter()
        .filter(|mention| mention.kind == "name")
        .filter_map(|mention| {
            Some((mention.start as usize, mention.end as usize, group(&mention.entity_type)?))
        })
        .filter(|mark| groups.contains(&mark.2))
        .collect();
    let meets = |a: &Mark, b: &Mark| a.2 == b.2 && a.0 < b.1 && b.0 < a.1;
    let characters: Vec<char> = text.chars().collect();
    let show = std::env::var("WHOSAID_SHOW").unwrap_or_default();
    let print = |sign: &str, mark: &Mark| {
        if !show.is_empty() && mark.2.starts_with(&show) {
            let cut = |from: usize, to: usize| -> String {
                let piece = characters.get(from..to.min(characters.len())).unwrap_or(&[]);
                piece.iter().map(|c| if *c == '\n' { ' ' } else { *c }).collect()
            };
            let (before, after) = (cut(mark.0.saturating_sub(30), mark.0), cut(mark.1, mark.1 + 25));
            println!("{sign} {before}[{}]{after}", cut(mark.0, mark.1));
        }
    };
    for mark in &gold {
        let count = counts.entry(mark.2).or_default();
        count.gold += 1;
        match found.iter().find(|other| meets(mark, other)) {
            Some(other) => {
                count.hit += 1;
                count.edges += usize::from((other.0, other.1) == (mark.0, mark.1));
                if (other.0, other.1) != (mark.0, mark.1) && std::env::var_os("WHOSAID_SHOW_EDGES").is_some()
                {
                    print("gold ", mark);
                    print("found", other);
                }
            }
            None => print("- ", mark),
        }
    }
    for mark in &found {
        let count = counts.entry(mark.2).or_default();
        count.found += 1;
        let hit = gold.iter().any(|other| meets(mark, other));
        count.hit_found += usize::from(hit);
        if !hit {
            print("+ ", mark);
        }
    }
}

/// Prints the table of a corpus; gives F over all groups in tenths of a per cent.
fn table(corpus: &str, counts: &BTreeMap<&'static str, Count>) -> usize {
    let share = |part: usize, whole: usize| (part * 2000 + whole.max(1)) / (2 * whole.max(1));
    let f = |precision: usize, recall: usize| 2 * precision * recall / (precision + recall).max(1);
    let tenths = |value: usize| format!("{}.{}", value / 10, value % 10);
    let mut all = Count::default();
    let line = |name: &str, count: &Count| {
        let (precision, recall) = (share(count.hit_found, count.found), share(count.hit, count.gold));
        let figures = [precision, recall, f(precision, recall), share(count.edges, count.hit)].map(tenths);
        println!("| {corpus} | {name} | {} | {} |", count.gold, figures.join(" | "));
        f(precision, recall)
    };
    for (name, count) in counts {
        line(name, count);
        all.gold += count.gold;
        all.found += count.found;
        all.hit += count.hit;
        all.hit_found += count.hit_found;
        all.edges += count.edges;
    }
    line("all", &all)
}

fn data() -> Option<PathBuf> {
    let folder = std::env::var_os("WHOSAID_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let folder = folder.join("data");
    if !folder.is_dir() {
        println!("skipped: no data folder at {} (WHOSAID_DATA names it)", folder.display());
    }
    folder.is_dir().then_some(folder)
}

/// Texts by the id of their article.
fn texts(path: &Path) -> BTreeMap<String, String> {
    let lines = std::fs::read_to_string(path).unwrap();
    let records = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    records
        .map(|record| {
            (record["id"].as_str().unwrap().to_owned(), record["text"].as_str().unwrap().to_owned())
        })
        .collect()
}

#[test]
#[ignore = "reads corpora outside the tree and prints; run by name"]
fn silver_of_polnear() {
    let Some(data) = data() else { return };
    let texts = texts(&data.join("polnear/dev.jsonl"));
    let silver = Command::new("gzip").arg("-dc").arg(data.join("polnear/silver-dev.conllu.gz")).output();
    let silver = String::from_utf8(silver.expect("gzip runs").stdout).unwrap();
    let mut counts = BTreeMap::new();
    let groups = ["date, time", "money", "percent", "number, quantity", "ordinal"];
    for part in silver.split("# newdoc id = ").skip(1) {
        let Some(text) = texts.get(part.lines().next().unwrap().trim()) else { continue };
        let mut gold: Vec<Mark> = Vec::new();
        // A run of words with one label and one value is one mark: the corpus has no sign for a beginning.
        let mut last: Option<String> = None;
        for line in part.lines().skip(1) {
            let fields: Vec<_> = line.split('\t').collect();
            let misc = fields.get(9).copied().unwrap_or("");
            let field = |name: &str| misc.split('|').find_map(|field| field.strip_prefix(name));
            let Some(label) = field("NER=").filter(|label| group(label).is_some()) else {
                last = None;
                continue;
            };
            let place = |name| field(name).and_then(|place| place.parse().ok()).expect("a place");
            let (start, end): (usize, usize) = (place("Start="), place("End="));
            match gold.last_mut().filter(|_| last.as_deref() == Some(label)) {
                Some(open) => open.1 = end,
                None => gold.push((start, end, group(label).unwrap())),
            }
            last = Some(label.to_owned());
        }
        count(text, &gold, &groups, &mut counts);
    }
    let f = table("PolNeAR dev, silver", &counts);
    assert!(f >= 750, "values against silver fell to {f} thousandths");
}

#[test]
#[ignore = "reads corpora outside the tree and prints; run by name"]
fn dates_of_gmb() {
    let Some(data) = data() else { return };
    let lines = std::fs::read_to_string(data.join("gmb/dev.ner.tsv")).unwrap();
    let mut counts = BTreeMap::new();
    for block in lines.split("# doc = ").skip(1) {
        let (mut text, mut gold) = (String::new(), Vec::<Mark>::new());
        let mut length = 0;
        for line in block.lines().skip(1) {
            let Some((word, label)) = line.split_once('\t') else {
                text.push('\n');
                length += 1;
                continue;
            };
            let glued = matches!(word, "," | "." | "'s" | "?" | "!" | ":" | ";" | ")");
            if glued && text.ends_with(' ') {
                text.pop();
                length -= 1;
            }
            let start = length;
            text += word;
            length += word.chars().count();
            match (label, gold.last_mut()) {
                ("B-tim", _) => gold.push((start, length, "date, time")),
                ("I-tim", Some(open)) => open.1 = length,
                _ => {}
            }
            text.push(' ');
            length += 1;
        }
        count(&text, &gold, &["date, time"], &mut counts);
    }
    let f = table("GMB dev", &counts);
    assert!(f >= 700, "dates against GMB fell to {f} thousandths");
}

#[test]
#[ignore = "reads corpora outside the tree and prints; run by name"]
fn values_of_messy() {
    let Some(data) = data() else { return };
    let mut files: Vec<_> =
        std::fs::read_dir(data.join("messy")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let mut counts = BTreeMap::new();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let gold: Value =
            serde_json::from_str(&std::fs::read_to_string(path.with_extension("gold.json")).unwrap())
                .unwrap();
        let place = |value: &Value| value.as_u64().unwrap() as usize;
        let marks = gold["mentions"].as_array().unwrap().iter().filter_map(|mention| {
            let group = group(mention["type"].as_str().unwrap())?;
            Some((place(&mention["start"]), place(&mention["end"]), group))
        });
        let groups = ["date, time", "money", "percent", "number, quantity", "ordinal"];
        count(&text, &marks.collect::<Vec<_>>(), &groups, &mut counts);
    }
    let f = table("messy", &counts);
    assert!(f >= 850, "values in messy fell to {f} thousandths");
}
