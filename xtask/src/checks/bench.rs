//! The bench for the browser: it builds and times every stage. How fast they are is not judged.

use anyhow::{Context, Result};

use super::{Check, Outcome, Verdict, Workshop};
use crate::process::{captured, tail};
use crate::wasm_bench;

/// In the order they run.
pub const CHECKS: &[Check] = &[Check {
    name: "bench",
    about: "the bench times every stage in headless Chromium",
    needs: wasm_bench::QUICK,
    run: bench,
}];

/// The rows that the table must have.
const ROWS: [&str; 11] = [
    "input",
    "blocks",
    "segment",
    "reading",
    "syntax",
    "mentions",
    "coref",
    "quotes",
    "document",
    "learned stages",
    "analyze",
];

fn bench(shop: &Workshop) -> Result<Verdict> {
    let Workshop { project, tools } = shop;
    let built = wasm_bench::build(project, tools, true)?;
    let run = wasm_bench::run(project, tools, &built.to_string_lossy(), "1", "seeds/articles")?;
    let finished = captured(&run, super::HALF_AN_HOUR)?;
    let shown = tail(&finished.output, super::LINES_SHOWN);
    Ok(Verdict::One(match fault(&finished.output) {
        _ if !finished.success => Outcome::Failed(shown),
        Some(fault) => Outcome::Failed(format!("{shown}\n{fault}")),
        None => Outcome::Passed,
    }))
}

/// What is wrong with a table of the bench, if anything.
fn fault(table: &str) -> Option<String> {
    // What others print on standard error may come first.
    let mut rows = table.lines().skip_while(|line| !line.starts_with("stage,")).skip(1);
    for name in ROWS {
        let row = rows.next().unwrap_or_default();
        let took_time =
            || row_times(row).is_ok_and(|(tokens, milliseconds)| tokens > 0.0 && milliseconds > 0.0);
        if row.split(',').next() != Some(name) || !took_time() {
            return Some(format!("expected a row of {name} with its time, found \"{row}\""));
        }
    }
    rows.next().map(|row| format!("expected no more rows, found \"{row}\""))
}

/// Tokens and milliseconds of `stage,texts,tokens,milliseconds,…`.
fn row_times(row: &str) -> Result<(f64, f64)> {
    let mut cells = row.split(',').skip(2);
    let mut number = || -> Result<f64> { Ok(cells.next().context("a cell is missing")?.parse()?) };
    Ok((number()?, number()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(row: impl Fn(&str) -> String) -> String {
        let rows: Vec<String> = ROWS.iter().map(|name| row(name)).collect();
        format!("stage,texts,tokens,milliseconds\n{}\n", rows.join("\n"))
    }

    #[test]
    fn a_table_needs_every_stage_and_its_time() {
        let good = table(|name| format!("{name},8,4000,1.50"));
        assert_eq!(fault(&good), None);
        assert!(fault(&good.replace("reading", "tagging")).is_some());
        assert!(fault(&table(|name| format!("{name},8,4000,0.00"))).is_some());
        assert!(fault(&table(|name| format!("{name},8,0,1.50"))).is_some());
        assert!(fault("").is_some());
        assert_eq!(fault(&format!("a warning\n{good}")), None);
        assert!(fault(&format!("{good}analyze,8,4000,1.50\n")).is_some());
    }
}
