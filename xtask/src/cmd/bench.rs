//! `cargo xtask bench`: measures bytes and speed, and adds the figures to bench/results.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use super::build::trunk_build;
use crate::budget::Budget;
use crate::packages;
use crate::process::{in_front, program};
use crate::project::Project;
use crate::setup::{FOR_PAGE, Need, Tools};
use crate::wasm_bench;

/// Measure bytes, speed and time to the first analysed article; add them to bench/results
#[derive(Args)]
pub struct Bench {
    /// Only this measure (may be given more than once)
    #[arg(long, value_name = "NAME")]
    only: Vec<Measure>,
    /// How often articles are analysed and the page is opened
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// Print the figures and leave bench/results as it is
    #[arg(long)]
    dry_run: bool,
}

/// What can be measured, quick ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Measure {
    /// Bytes of the model pack and its sections
    Pack,
    /// Speed of each stage natively, on one core
    Native,
    /// Speed of each stage in WebAssembly, in Chromium
    Wasm,
    /// Bytes of the built page
    Sizes,
    /// Time from opening the page to the first analysed article
    FirstArticle,
    /// What a text of 100,000 words takes of the page: time, stops, memory
    LongText,
    /// Bytes of the element for other people's pages
    Widget,
    /// The main thread's longest tasks on a page of 50,000 words with the element
    WidgetTasks,
    /// What Lighthouse says of the page on a slow phone
    Lighthouse,
}

impl Measure {
    /// What `--only` and bench/budget.toml call it.
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    fn needs(self) -> Vec<Need> {
        match self {
            Self::Pack => vec![Need::Node],
            Self::Native => Vec::new(),
            Self::Wasm => [wasm_bench::QUICK, &[Need::WasmOpt]].concat(),
            Self::Sizes => FOR_PAGE.to_vec(),
            Self::Widget => packages::NEEDS.to_vec(),
            Self::WidgetTasks => [packages::NEEDS, &[Need::Chromium]].concat(),
            Self::FirstArticle | Self::LongText | Self::Lighthouse => {
                [FOR_PAGE, &[Need::Chromium, Need::E2ePackages]].concat()
            }
        }
    }

    fn needs_package(self) -> bool {
        matches!(self, Self::Widget | Self::WidgetTasks)
    }

    fn needs_page(self) -> bool {
        matches!(self, Self::Sizes | Self::FirstArticle | Self::LongText | Self::Lighthouse)
    }
}

/// A table, and where its rows are kept.
struct Taken {
    file: &'static str,
    /// Name and value of cells that every row gets.
    cells: Vec<(&'static str, &'static str)>,
    table: String,
}

impl Bench {
    /// Runs the command: every measure is taken and kept before one that is over its budget makes it fail.
    pub fn run(&self, project: &Project) -> Result<()> {
        let mut measures = Measure::value_variants().to_vec();
        measures.retain(|measure| self.only.is_empty() || self.only.contains(measure));
        let budget = Budget::read(project)?;
        let tools = Tools::prepare(project, measures.iter().flat_map(|measure| measure.needs()))?;
        if measures.iter().any(|measure| measure.needs_page()) {
            eprintln!("Building the page …");
            in_front(&trunk_build(project, &tools, false)?)?;
        }
        if measures.iter().any(|measure| measure.needs_package()) {
            eprintln!("Building the packages …");
            packages::make(project, &tools, false)?;
        }
        let mut faults = Vec::new();
        for measure in measures {
            let taken = self.take(measure, project, &tools)?;
            let name = measure.name();
            println!("\n{name}\n{}", taken.table);
            self.keep(project, &taken)?;
            for standing in budget.judge(&name, &taken.table)? {
                println!("{}", standing.told);
                if standing.is_fault {
                    faults.push(format!("{name}: {}", standing.told));
                }
            }
        }
        if faults.is_empty() {
            return Ok(());
        }
        bail!("over the budget of bench/budget.toml:\n  {}", faults.join("\n  "));
    }

    fn take(&self, measure: Measure, project: &Project, tools: &Tools) -> Result<Taken> {
        let rounds = self.rounds.to_string();
        let node = |arguments: &[&str]| -> Result<String> {
            output(&tools.program(project, "node", arguments.iter().copied())?)
        };
        let dist = project.dist.to_string_lossy();
        let widget = project.packages.join("widget");
        let widget = widget.to_string_lossy();
        let (source, texts) = texts(project);
        let texts = texts.to_string_lossy();
        let (file, cells, table) = match measure {
            Measure::Pack => ("pack.csv", vec![], node(&["bench/pack.mjs", "models/en.pack"])?),
            Measure::Sizes => ("sizes.csv", vec![], node(&["bench/sizes.mjs", &dist])?),
            Measure::FirstArticle => {
                eprintln!("Opening the page {rounds} times …");
                let article = first_article(project)?;
                let article = article.to_string_lossy();
                let table = node(&["bench/first_article.mjs", &article, &rounds, &dist])?;
                ("first-article.csv", vec![], table)
            }
            Measure::LongText => {
                eprintln!("Reading a long text {rounds} times: a minute each …");
                let table = node(&["bench/long_text.mjs", &texts, &rounds, &dist])?;
                ("long-text.csv", vec![("source", source)], table)
            }
            Measure::Widget => ("widget.csv", vec![], node(&["bench/widget_sizes.mjs", &widget])?),
            Measure::WidgetTasks => {
                eprintln!("Opening a page of 50,000 words {rounds} times …");
                ("widget-tasks.csv", vec![], node(&["bench/widget_tasks.mjs", &rounds, &widget])?)
            }
            Measure::Lighthouse => {
                eprintln!("Asking Lighthouse {rounds} times …");
                ("lighthouse.csv", vec![], node(&["bench/lighthouse.mjs", &dist, &rounds])?)
            }
            Measure::Native => {
                eprintln!("Building and running the native bench …");
                let bench = ["run", "--quiet", "--release", "-p", "whosaid-bench", "--"];
                let arguments = [bench.as_slice(), &["models/en.pack", &rounds, &texts]].concat();
                let table = output(&tools.program(project, "cargo", arguments)?)?;
                ("speed.csv", vec![("engine", "native"), ("source", source)], table)
            }
            Measure::Wasm => {
                eprintln!("Building the bench for the browser and running it: about 3 minutes …");
                let built = wasm_bench::build(project, tools, false)?;
                let run = wasm_bench::run(project, tools, &built.to_string_lossy(), &rounds, &texts)?;
                ("speed.csv", vec![("engine", "chromium"), ("source", source)], output(&run)?)
            }
        };
        Ok(Taken { file, cells, table })
    }

    /// Adds the rows to a file of bench/results, with the commit they belong to.
    fn keep(&self, project: &Project, taken: &Taken) -> Result<()> {
        if self.dry_run {
            return Ok(());
        }
        let rows = with_commit(&commit(project)?, &taken.cells, &taken.table);
        add_rows(&project.root.join("bench/results").join(taken.file), &rows)
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

/// The table with cells for the commit, and perhaps others, before each row.
fn with_commit(commit: &str, cells: &[(&str, &str)], table: &str) -> String {
    let (mut names, mut values) = ("date,commit".to_owned(), commit.to_owned());
    for (name, value) in cells {
        names = format!("{names},{name}");
        values = format!("{values},{value}");
    }
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

/// What the benches of speed read: a name for the table, and the place.
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
        let cells = [("engine", "native"), ("source", "seeds")];
        let rows = with_commit("2026-01-31,abc", &cells, "a,b\n1,2\n3,4\n");
        let (names, values) = ("date,commit,engine,source", "2026-01-31,abc,native,seeds");
        assert_eq!(rows, format!("{names},a,b\n{values},1,2\n{values},3,4\n"));
        assert!(with_commit("d,c", &[], "a\n1\n").starts_with("date,commit,a\nd,c,1"));
    }

    #[test]
    fn every_budget_is_for_a_measure() {
        let budget = include_str!("../../../bench/budget.toml");
        let names: Vec<String> = Measure::value_variants().iter().map(|measure| measure.name()).collect();
        let mut found = 0;
        for line in budget.lines().filter_map(|line| line.strip_prefix("measure = ")) {
            assert!(names.iter().any(|name| line == format!("\"{name}\"")), "{line} is none of {names:?}");
            found += 1;
        }
        assert!(found > 0);
    }
}
