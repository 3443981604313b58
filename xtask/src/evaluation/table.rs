//! The table of scores that `cargo xtask eval` prints.

use std::fmt::Write as _;

use super::{Measure, STAGES};
use crate::baselines::Standing;

/// A figure with its place in the table.
pub struct Row {
    /// Of which measure.
    pub measure: &'static Measure,
    /// How it stands.
    pub standing: Standing,
    /// What else is known of it.
    pub detail: String,
}

/// The rows by stage, in the order given within each.
pub fn table(rows: &[Row]) -> String {
    let mut table = format!(
        "{:8} {:19} {:21} {:>7} {:>8} {:>7}  {:9} \n",
        "stage", "measure", "figure", "score", "recorded", "change", "limit"
    );
    for stage in STAGES {
        for Row { measure, standing, detail } in rows {
            let Standing { figure, now, recorded, limit, fault } = standing;
            if measure.stage(figure) != stage {
                continue;
            }
            let recorded_text = recorded.map_or("-".to_owned(), |recorded| format!("{recorded:.2}"));
            let change = recorded.map(|recorded| now - recorded).filter(|change| change.abs() >= 0.005);
            let change = change.map_or(String::new(), |change| format!("{change:+.2}"));
            let sign = if fault.is_some() { "MISSED " } else { "" };
            let line = format!(
                "{stage:8} {:19} {figure:21} {now:7.2} {recorded_text:>8} {change:>7}  {:9} {sign}{detail}",
                measure.name,
                limit.as_deref().unwrap_or(""),
            );
            let _ = writeln!(table, "{}", line.trim_end());
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use anyhow::{Context, Result};

    use super::*;

    #[test]
    fn rows_stand_by_stage_with_their_change() -> Result<()> {
        let row = |name: &str, figure: &str, now, recorded, fault: Option<&str>| -> Result<Row> {
            let measure = Measure::named(name).context("a measure")?;
            let limit = Some("≥ 80".to_owned());
            let fault = fault.map(str::to_owned);
            let standing = Standing { figure: figure.to_owned(), now, recorded, limit, fault };
            Ok(Row { measure, standing, detail: "of 9".to_owned() })
        };
        let rows = [
            row("ud-gum", "las", 79.0, Some(82.09), Some("too low"))?,
            row("ud-gum", "words", 99.9, Some(99.9), None)?,
            row("quotes", "full", 50.0, None, None)?,
        ];
        let table = table(&rows);
        let words: Vec<Vec<&str>> =
            table.lines().skip(1).map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(
            words,
            [
                vec!["segment", "ud-gum", "words", "99.90", "99.90", "≥", "80", "of", "9"],
                vec!["syntax", "ud-gum", "las", "79.00", "82.09", "-3.09", "≥", "80", "MISSED", "of", "9"],
                vec!["quotes", "quotes", "full", "50.00", "-", "≥", "80", "of", "9"],
            ]
        );
        Ok(())
    }
}
