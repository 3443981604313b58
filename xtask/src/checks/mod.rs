//! The checks of `cargo xtask test`: each has a name, what it needs, and a function that runs it.

mod bench;
mod e2e;
mod exams;
mod javascript;
mod packages;
mod rust;

use std::time::Duration;

use anyhow::Result;

use crate::process::{self, Finished};
use crate::project::Project;
use crate::setup::{Need, Tools};

/// How a check ended.
pub enum Outcome {
    /// All is well.
    Passed,
    /// What is wrong, in as many lines as it takes.
    Failed(String),
    /// It cannot run here, and why.
    Skipped(String),
}

/// A result of a check that is made of several parts.
pub struct Part {
    /// The part's name, after the name of its check.
    pub name: String,
    /// How it ended.
    pub outcome: Outcome,
    /// How long it took.
    pub elapsed: Duration,
}

/// What a check gives back.
pub enum Verdict {
    /// One result.
    One(Outcome),
    /// A result for each part.
    Parts(Vec<Part>),
}

/// What a check works with.
pub struct Workshop<'a> {
    /// The folders.
    pub project: &'a Project,
    /// The tools that the chosen checks need.
    pub tools: &'a Tools,
}

/// One check.
pub struct Check {
    /// What `--only` matches.
    pub name: &'static str,
    /// What it protects, for `--list`.
    pub about: &'static str,
    /// What set-up must bring in first.
    pub needs: &'static [Need],
    /// Runs it. An error means that it could not run at all.
    pub run: fn(&Workshop) -> Result<Verdict>,
}

/// All checks in the order they run: what fails fastest comes first, and what shares a build is together.
pub fn all() -> impl Iterator<Item = &'static Check> {
    rust::CHECKS
        .iter()
        .chain(javascript::CHECKS)
        .chain(packages::CHECKS)
        .chain(e2e::CHECKS)
        .chain(bench::CHECKS)
        .chain(exams::CHECKS)
}

/// The longest that anything may take.
pub const HALF_AN_HOUR: Duration = Duration::from_secs(30 * 60);
const LINES_SHOWN: usize = 120;

/// Runs a program as a check: right if it ends well, otherwise its last lines tell what is wrong.
fn program_check(expression: &duct::Expression) -> Result<Verdict> {
    let Finished { success, output, .. } = process::captured(expression, HALF_AN_HOUR)?;
    Ok(Verdict::One(if success {
        Outcome::Passed
    } else {
        Outcome::Failed(process::tail(&output, LINES_SHOWN))
    }))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn every_check_has_a_name_of_its_own() {
        let names: Vec<&str> = super::all().map(|check| check.name).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    }
}
