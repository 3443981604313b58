//! `bench/budget.toml`: what the figures of `cargo xtask bench` are held against.

use std::fs;

use anyhow::{Context, Result, bail};
use toml_edit::{DocumentMut, Item, Table};

use crate::project::Project;

/// The file, read.
#[derive(Debug)]
pub struct Budget {
    lines: Vec<Line>,
}

/// One figure and its limit.
#[derive(Debug)]
struct Line {
    measure: String,
    row: String,
    column: String,
    limit: Limit,
}

#[derive(Clone, Copy, Debug)]
enum Limit {
    /// More is a fault.
    Most(i64),
    /// More is better, and less is only told.
    Target(i64),
}

/// How one figure stands.
#[derive(Debug, PartialEq)]
pub struct Standing {
    /// The figure beside its limit, in words.
    pub told: String,
    /// Whether it is more than allowed.
    pub is_fault: bool,
}

impl Budget {
    /// Reads the file.
    pub fn read(project: &Project) -> Result<Self> {
        let path = project.root.join("bench/budget.toml");
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text).with_context(|| format!("{} is no budget", path.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        let document: DocumentMut = text.parse()?;
        let tables =
            document.get("budget").and_then(Item::as_array_of_tables).context("it has no [[budget]]")?;
        let lines = tables.iter().map(Line::read).collect::<Result<_>>()?;
        Ok(Self { lines })
    }

    /// How the figures of a measure's table stand. A figure that the table lacks is an error: a budget that no longer
    /// finds its row would never be exceeded.
    pub fn judge(&self, measure: &str, table: &str) -> Result<Vec<Standing>> {
        let lines = self.lines.iter().filter(|line| line.measure == measure);
        lines.map(|line| line.judge(table)).collect()
    }
}

impl Line {
    fn read(table: &Table) -> Result<Self> {
        let text = |key: &str| {
            let value = table.get(key).and_then(Item::as_str);
            value.map(str::to_owned).with_context(|| format!("a [[budget]] has no {key}"))
        };
        let number = |key: &str| table.get(key).and_then(Item::as_integer);
        let limit = match (number("most"), number("target")) {
            (Some(most), None) => Limit::Most(most),
            (None, Some(target)) => Limit::Target(target),
            _ => bail!("a [[budget]] has either most or target, a whole number"),
        };
        Ok(Self { measure: text("measure")?, row: text("row")?, column: text("column")?, limit })
    }

    fn judge(&self, table: &str) -> Result<Standing> {
        let Self { measure, row, column, limit } = self;
        let now = figure(table, row, column)
            .with_context(|| format!("{measure} gave no number as {column} of {row}"))?;
        let unit = column.replace('_', " ");
        Ok(match *limit {
            Limit::Most(most) => {
                let percent = now * 100 / most.max(1);
                let told = format!("{row}: {now} {unit}, {percent} % of the {most} allowed");
                Standing { told, is_fault: now > most }
            }
            Limit::Target(target) => {
                let reached = if now >= target { "reached" } else { "not reached" };
                let told = format!("{row}: {now} {unit}, target {target} {reached}");
                Standing { told, is_fault: false }
            }
        })
    }
}

/// A whole number of a CSV table whose rows are named by their first cell.
fn figure(table: &str, row: &str, column: &str) -> Option<i64> {
    let mut lines = table.lines().map(|line| line.split(','));
    let at = lines.next()?.position(|name| name == column)?;
    let mut cells = lines.find(|cells| cells.clone().next() == Some(row))?;
    cells.nth(at)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BYTES: &str = "part,raw_bytes,brotli_bytes\npack,900,400\nall,2000,1001\n";
    const BUDGET: &str = "[[budget]]\nmeasure = \"sizes\"\nrow = \"all\"\ncolumn = \"brotli_bytes\"\nmost = 1_000\n\
        [[budget]]\nmeasure = \"native\"\nrow = \"analyze\"\ncolumn = \"tokens_per_second\"\ntarget = 500\n";

    #[test]
    fn too_many_bytes_are_a_fault_and_too_little_speed_is_told() -> Result<()> {
        let budget = Budget::parse(BUDGET)?;
        let [sizes] = &budget.judge("sizes", BYTES)?[..] else { bail!("one line is about sizes") };
        assert!(sizes.is_fault);
        assert_eq!(sizes.told, "all: 1001 brotli bytes, 100 % of the 1000 allowed");
        let [native] = &budget.judge("native", "stage,tokens_per_second\nanalyze,499\n")?[..] else {
            bail!("one line is about speed")
        };
        assert!(!native.is_fault);
        assert_eq!(native.told, "analyze: 499 tokens per second, target 500 not reached");
        assert_eq!(budget.judge("first-article", "moment,ms\n")?, []);
        Ok(())
    }

    #[test]
    fn a_budget_that_finds_no_figure_is_an_error() -> Result<()> {
        let budget = Budget::parse(BUDGET)?;
        assert!(budget.judge("sizes", "part,brotli_bytes\npack,400\n").is_err());
        assert!(budget.judge("sizes", "part,bytes\nall,400\n").is_err());
        assert!(budget.judge("sizes", "part,brotli_bytes\nall\n").is_err());
        Ok(())
    }

    #[test]
    fn a_budget_has_one_limit() {
        let without = BUDGET.replace("most = 1_000\n", "");
        assert!(Budget::parse(&without).is_err());
        let twice = BUDGET.replace("most = 1_000\n", "most = 1_000\ntarget = 1_000\n");
        assert!(Budget::parse(&twice).is_err());
        assert!(Budget::parse("").is_err());
    }
}
