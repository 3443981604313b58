//! The tables of scores in docs/EVALUATION.md and models/en.card.md: text between two comments, written by
//! `cargo xtask eval --record`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{MEASURES, STAGES, Score};
use crate::baselines::Baselines;
use crate::project::Project;

const BEGIN: &str = "<!-- Written by `cargo xtask eval --record`. -->\n";
const END: &str = "<!-- End of what it writes. -->\n";
/// What stands in the card where nothing was scored.
const OPEN: &str = "not scored yet";
/// The name of the pack in the tree.
pub const OURS: &str = "en";

/// A row of the card: figures of one measure.
struct CardRow {
    label: &'static str,
    measure: &'static str,
    figures: &'static [&'static str],
}

const fn row(label: &'static str, measure: &'static str, figures: &'static [&'static str]) -> CardRow {
    CardRow { label, measure, figures }
}

const SIZE: &str = "bytes of the section `network`";
const GIVEN: &[&str] = &["upos", "lemma", "uas", "las"];
const RAW: &[&str] = &["words", "sentences", "upos", "las"];
const CLASSES: &[&str] = &["micro", "macro"];
const ERROR: &[&str] = &["calibration_error"];

/// The rows of the card after the size, each measure with the figures that sum it up.
const CARD: &[CardRow] = &[
    row("GUM, words given: UPOS / lemma / UAS / LAS", "syntax-gum", GIVEN),
    row("EWT, words given: UPOS / lemma / UAS / LAS", "syntax-ewt", GIVEN),
    row("GUM, from raw text: words / sentences / UPOS / LAS", "ud-gum", RAW),
    row("EWT, from raw text: words / sentences / UPOS / LAS", "ud-ewt", RAW),
    row("names, Worldwide newswire, strict F", "names-newswire", &["strict"]),
    row("names, UNER EWT, strict F", "names-ewt", &["strict"]),
    row("names of all classes, Worldwide newswire, strict F: micro / macro", "all-names-newswire", CLASSES),
    row("names of all classes, GUM, strict F: micro / macro", "all-names-gum", CLASSES),
    row("names of all classes, CrossNER politics, strict F: micro / macro", "all-names-politics", CLASSES),
    row("calibration error of names, Worldwide newswire", "confidence-newswire", ERROR),
    row("calibration error of names, UNER EWT", "confidence-ewt", ERROR),
    row("calibration error of names, CrossNER politics", "confidence-politics", ERROR),
    row("calibration error of attributions, PolNeAR", "confidence-quotes", ERROR),
    row("values, fixtures right, %", "values-fixtures", &["texts"]),
    row("values, PolNeAR silver, F", "values-silver", &["all"]),
    row("dates, GMB, F", "values-gmb", &["date_time"]),
    row("values, messy, F", "values-messy", &["all"]),
    row("coreference, GAP validation / feminine / masculine, F", "gap", &["all", "feminine", "masculine"]),
    row("coreference, GAP development, F", "gap-development", &["all"]),
    row(
        "coreference, GUM, CoNLL F of all / of people and organisations",
        "coref-gum",
        &["conll", "people_conll"],
    ),
    row("quotations, PolNeAR, FULL F", "quotes", &["full"]),
    row("right speaker, of attributions found / of all", "speakers", &["of_found", "of_all"]),
    row("the first article: right speakers of 18 / other faults", "seed", &["right", "faults"]),
    row("messy: blocks / quotations, FULL F", "messy", &["blocks", "quotes"]),
];

/// Writes the recorded figures into docs/EVALUATION.md.
pub fn write_evaluation(project: &Project, baselines: &Baselines) -> Result<()> {
    rewrite(&project.root.join("docs/EVALUATION.md"), |_| Ok(figures_table(baselines)))
}

/// Writes the scores of a pack into its column of the card; other columns, and rows not scored now, stay.
pub fn write_card(
    project: &Project,
    pack: &str,
    scores: &BTreeMap<&str, Score>,
    network_bytes: Option<u64>,
) -> Result<()> {
    let size = network_bytes.map(|bytes| bytes.to_string());
    let cells = |row: &CardRow| {
        let score = scores.get(row.measure)?;
        cell(row, |figure| Some(score.figures.iter().find(|taken| taken.figure == figure)?.score))
    };
    rewrite(&project.root.join("models/en.card.md"), |old| card_table(old, pack, size.as_deref(), cells))
}

/// The bytes of the section `network`, from the list of sections that is written beside every pack.
pub fn network_bytes(pack: &Path) -> Option<u64> {
    let name = pack.file_stem()?.to_str()?;
    let list = if name == OURS { "fingerprints.csv".to_owned() } else { format!("{name}.fingerprints.csv") };
    let list = fs::read_to_string(pack.with_file_name(list)).ok()?;
    list.lines().find_map(|line| line.strip_prefix("network,"))?.split(',').nth(2)?.parse().ok()
}

/// Every stage's figures.
fn figures_table(baselines: &Baselines) -> String {
    let mut table = String::from("| stage | measure | what | figures |\n|---|---|---|---|\n");
    for stage in STAGES {
        for measure in MEASURES {
            let figures = baselines.recorded(measure.name).into_iter();
            let figures: Vec<String> = figures
                .filter(|(figure, _)| measure.stage(figure) == stage)
                .map(|(figure, score)| format!("{} {score:.1}", figure.replace('_', " ")))
                .collect();
            if !figures.is_empty() {
                let (name, about) = (measure.name, measure.about);
                let _ = writeln!(table, "| {stage} | `{name}` | {about} | {} |", figures.join(", "));
            }
        }
    }
    table
}

fn cell(row: &CardRow, score: impl Fn(&str) -> Option<f64>) -> Option<String> {
    let figures: Option<Vec<String>> =
        row.figures.iter().map(|figure| score(figure).map(|score| format!("{score:.1}"))).collect();
    figures.map(|figures| figures.join(" / "))
}

/// The card's table with new cells in the column of a pack.
fn card_table(
    old: &str,
    pack: &str,
    size: Option<&str>,
    new: impl Fn(&CardRow) -> Option<String>,
) -> Result<String> {
    let cells = |line: &str| -> Vec<String> {
        line.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let lines: Vec<Vec<String>> = old.lines().map(cells).collect();
    let mut packs: Vec<String> = lines.first().map_or(&[][..], |head| head.get(1..).unwrap_or(&[])).to_vec();
    let ours = format!("`{pack}`");
    if !packs.contains(&ours) {
        packs.push(ours.clone());
    }
    let mut table = format!("| measure | {} |\n|---|{}\n", packs.join(" | "), "---|".repeat(packs.len()));
    let mut write = |label: &str, scored: Option<String>| {
        let before = lines.iter().find(|line| line.first().is_some_and(|first| first == label));
        let columns = packs.iter().enumerate().map(|(at, pack)| {
            let kept = before.and_then(|line| line.get(at + 1)).map_or(OPEN, String::as_str);
            if *pack == ours { scored.as_deref().unwrap_or(kept) } else { kept }.to_owned()
        });
        let columns: Vec<String> = columns.collect();
        let _ = writeln!(table, "| {label} | {} |", columns.join(" | "));
    };
    write(SIZE, size.map(str::to_owned));
    for row in CARD {
        write(row.label, new(row));
    }
    Ok(table)
}

/// Puts something else between the two comments of a file.
fn rewrite(path: &Path, new: impl Fn(&str) -> Result<String>) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let text = replaced(&text, new).with_context(|| path.display().to_string())?;
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

fn replaced(text: &str, new: impl Fn(&str) -> Result<String>) -> Result<String> {
    let parts = text.split_once(BEGIN).and_then(|(before, rest)| {
        let (old, after) = rest.split_once(END)?;
        Some((before, old, after))
    });
    let Some((before, old, after)) = parts else {
        bail!("expected the lines {:?} and {:?}, to write between them", BEGIN.trim_end(), END.trim_end());
    };
    Ok(format!("{before}{BEGIN}\n{}\n{END}{after}", new(old.trim())?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::Measure;

    #[test]
    fn a_column_of_the_card_is_written_and_the_others_stay() -> Result<()> {
        let label = CARD.first().context("a row")?.label;
        let old = format!(
            "| measure | `en` | `en-open` |\n|---|---|---|\n| {label} | 1 / 2 | 3 / 4 |\n| gone | 5 | 6 |"
        );
        let new = |row: &CardRow| (row.label == label).then(|| "7 / 8".to_owned());
        let table = card_table(&old, "en-open", Some("900"), new)?;
        assert!(table.starts_with("| measure | `en` | `en-open` |\n|---|---|---|\n"), "{table}");
        assert!(table.contains(&format!("| {SIZE} | {OPEN} | 900 |\n")), "{table}");
        assert!(table.contains(&format!("| {label} | 1 / 2 | 7 / 8 |\n")), "{table}");
        assert!(!table.contains("gone"));
        assert_eq!(table.lines().count(), CARD.len() + 3);
        assert_eq!(
            card_table(table.trim(), "en-open", None, |_| None)?,
            table,
            "nothing scored, nothing changed"
        );
        let third = card_table(&old, "mini", None, |_| None)?;
        assert!(third.starts_with("| measure | `en` | `en-open` | `mini` |\n"));
        Ok(())
    }

    #[test]
    fn only_what_stands_between_the_comments_is_written() -> Result<()> {
        let text = format!("a\n{BEGIN}\nold\n\n{END}b\n");
        let once = replaced(&text, |old| Ok(format!("{old} new\n")))?;
        assert_eq!(once, format!("a\n{BEGIN}\nold new\n\n{END}b\n"));
        assert!(replaced("a\nb\n", |_| Ok(String::new())).is_err());
        Ok(())
    }

    #[test]
    fn the_card_sums_up_every_measure_by_figures_it_has() -> Result<()> {
        let baselines = Baselines::read(&Project::here()?)?;
        for measure in MEASURES {
            assert!(CARD.iter().any(|row| row.measure == measure.name), "{}", measure.name);
        }
        for row in CARD {
            assert!(Measure::named(row.measure).is_some(), "{}", row.measure);
            let recorded: BTreeMap<String, f64> = baselines.recorded(row.measure).into_iter().collect();
            assert!(cell(row, |figure| recorded.get(figure).copied()).is_some(), "{}", row.label);
        }
        Ok(())
    }

    #[test]
    fn the_tables_in_the_tree_are_those_of_the_recorded_figures() -> Result<()> {
        let project = Project::here()?;
        let baselines = Baselines::read(&project)?;
        let read = |file: &str| fs::read_to_string(project.root.join(file));
        let evaluation = read("docs/EVALUATION.md")?;
        assert!(
            replaced(&evaluation, |_| Ok(figures_table(&baselines)))? == evaluation,
            "docs/EVALUATION.md"
        );
        let card = read("models/en.card.md")?;
        let size = network_bytes(&project.root.join("models/en.pack")).map(|bytes| bytes.to_string());
        let cells = |row: &CardRow| {
            let recorded: BTreeMap<String, f64> = baselines.recorded(row.measure).into_iter().collect();
            cell(row, |figure| recorded.get(figure).copied())
        };
        let again = replaced(&card, |old| card_table(old, OURS, size.as_deref(), cells))?;
        assert!(again == card, "models/en.card.md: `cargo xtask eval --record` writes it");
        Ok(())
    }
}
