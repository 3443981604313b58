//! `cargo xtask bench`: measures bytes and speed, and adds the figures to bench/results.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use super::build::trunk_build;
use crate::process::{in_front, program};
use crate::project::Project;
use crate::setup::{FOR_PAGE, Need, Tools};

/// Measure bytes, speed and time to the first analysed article; add them to bench/results
#[derive(Args)]
pub struct Bench {
    /// How often articles are analysed and the page is opened
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// Print the figures and leave bench/results as it is
    #[arg(long)]
    dry_run: bool,
}

impl Bench {
    /// Runs the command.
    pub fn run(&self, project: &Project) -> Result<()> {
        let needs = FOR_PAGE.iter().chain(&[Need::Chromium, Need::E2ePackages]);
        let tools = Tools::prepare(project, needs.copied())?;
        let rounds = self.rounds.to_string();
        let dist = project.dist.to_string_lossy();

        eprintln!("Building the page …");
        in_front(&trunk_build(project, &tools, false)?)?;
        let sizes = tools.program(project, "node", ["bench/sizes.mjs", &dist])?;
        self.keep(project, "sizes.csv", None, &output(&sizes)?)?;

        eprintln!("Opening it {rounds} times …");
        let article = first_article(project)?;
        let article = article.to_string_lossy();
        let open = tools.program(project, "node", ["bench/first_article.mjs", &article, &rounds, &dist])?;
        self.keep(project, "first-article.csv", None, &output(&open)?)?;

        eprintln!("Building and running the native bench …");
        let (source, texts) = texts(project);
        let run =
            ["run", "--quiet", "--release", "-p", "whosaid-bench", "--", &rounds, &texts.to_string_lossy()];
        let speed = tools.program(project, "cargo", run)?;
        self.keep(project, "speed.csv", Some(source), &output(&speed)?)
    }

    /// Prints a table in CSV and adds its rows to a file of bench/results, with the commit they belong to.
    fn keep(&self, project: &Project, name: &str, source: Option<&str>, table: &str) -> Result<()> {
        println!("\n{name}\n{table}");
        if self.dry_run {
            return Ok(());
        }
        let rows = with_commit(&commit(project)?, source, table);
        add_rows(&project.root.join("bench/results").join(name), &rows)
    }
}

/// Date and name of the commit, as two cells.
fn commit(project: &Project) -> Result<String> {
    let git = |arguments: &[&str]| program("git", arguments).dir(&project.root).read();
    let date = git(&["log", "-1", "--format=%cs"]).context("cannot ask git for the commit")?;
    let name =
        git(&["describe", "--always", "--dirty", "--exclude=*"]).context("cannot ask git for the commit")?;
    Ok(format!("{date},{name}"))
}

/// The table with cells for the commit, and perhaps the source, before each row.
fn with_commit(commit: &str, source: Option<&str>, table: &str) -> String {
    let (names, values) = match source {
        Some(source) => ("date,commit,source".to_owned(), format!("{commit},{source}")),
        None => ("date,commit".to_owned(), commit.to_owned()),
    };
    let line =
        |(number, row): (usize, &str)| format!("{},{row}\n", if number == 0 { &names } else { &values });
    table.trim_end().lines().enumerate().map(line).collect()
}

/// Adds rows to a file; its first line, the names of the columns, must be the same.
fn add_rows(file: &Path, rows: &str) -> Result<()> {
    let kept = fs::read_to_string(file).unwrap_or_default();
    let (names, body) = rows.split_once('\n').context("a measure gave no rows")?;
    match kept.lines().next() {
        None => fs::write(file, rows)?,
        Some(old) if old == names => {
            OpenOptions::new().append(true).open(file)?.write_all(body.as_bytes())?
        }
        Some(old) => bail!(
            "{} has the columns {old}, and the new rows {names}: move the old file away",
            file.display()
        ),
    }
    Ok(())
}

/// What the native bench reads: a name for the table, and the place.
fn texts(project: &Project) -> (&'static str, PathBuf) {
    let polnear = project.data.join("data/polnear/dev.jsonl");
    if polnear.is_file() { ("polnear-dev", polnear) } else { ("seeds", project.root.join("seeds/articles")) }
}

/// The first sample article that is plain text.
fn first_article(project: &Project) -> Result<PathBuf> {
    let folder = project.root.join("seeds/articles");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let texts = files.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.min().context("seeds/articles has no .txt file")
}

/// Standard output of a program that must end well; its standard error goes to the terminal.
fn output(expression: &duct::Expression) -> Result<String> {
    expression.read().context("a measure could not be taken")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_carry_the_commit_they_measured() {
        let rows = with_commit("2026-01-31,abc", Some("seeds"), "a,b\n1,2\n3,4\n");
        assert_eq!(rows, "date,commit,source,a,b\n2026-01-31,abc,seeds,1,2\n2026-01-31,abc,seeds,3,4\n");
        assert!(with_commit("d,c", None, "a\n1\n").starts_with("date,commit,a\nd,c,1"));
    }
}
