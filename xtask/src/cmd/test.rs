//! `cargo xtask test`: runs the checks, one line each and a summary at the end.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::Args;

use crate::checks::{self, Check, Outcome, Verdict, Workshop};
use crate::project::Project;
use crate::setup::Tools;

/// Run every check, or some of them
#[derive(Args)]
pub struct Test {
    /// Only this check, or those with NAME in their names (may be given more than once)
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// List the checks and run none
    #[arg(long)]
    list: bool,
}

/// What has been counted so far.
#[derive(Default)]
struct Tally {
    passed: u32,
    failed: Vec<String>,
    skipped: u32,
}

impl Test {
    /// Runs the command; an error if a check failed.
    pub fn run(&self, project: &Project) -> Result<()> {
        let checks: Vec<&Check> = checks::all().filter(|check| self.wants(check)).collect();
        if checks.is_empty() {
            bail!("no check has {} in its name; --list shows all", self.only.join(" or "));
        }
        if self.list {
            for check in checks {
                println!("{:14} {}", check.name, check.about);
            }
            return Ok(());
        }
        let begin = Instant::now();
        let tools = Tools::prepare(project, checks.iter().flat_map(|check| check.needs).copied())?;
        let shop = Workshop { project, tools: &tools };
        let mut tally = Tally::default();
        for check in checks {
            tally.run(check, &shop);
        }
        tally.conclude(begin.elapsed())
    }
}

impl Test {
    /// A whole name means that check alone: `clippy` is not `clippy-wasm`.
    fn wants(&self, check: &Check) -> bool {
        let is_whole = |only: &String| checks::all().any(|check| check.name == only);
        let fits = |only: &String| {
            if is_whole(only) { check.name == only } else { check.name.contains(only.as_str()) }
        };
        self.only.is_empty() || self.only.iter().any(fits)
    }
}

impl Tally {
    fn run(&mut self, check: &Check, shop: &Workshop) {
        let begin = Instant::now();
        match (check.run)(shop) {
            Ok(Verdict::One(outcome)) => self.count(check.name, begin.elapsed(), outcome),
            Ok(Verdict::Parts(parts)) => {
                for part in parts {
                    self.count(&format!("{}/{}", check.name, part.name), part.elapsed, part.outcome);
                }
            }
            Err(error) => self.count(check.name, begin.elapsed(), Outcome::Failed(format!("{error:#}"))),
        }
    }

    fn count(&mut self, name: &str, elapsed: Duration, outcome: Outcome) {
        let seconds = elapsed.as_secs_f64();
        match outcome {
            Outcome::Passed => {
                self.passed += 1;
                println!("ok      {seconds:7.1} s  {name}");
            }
            Outcome::Skipped(why) => {
                self.skipped += 1;
                println!("skipped {seconds:7.1} s  {name}: {why}");
            }
            Outcome::Failed(output) => {
                println!("FAILED  {seconds:7.1} s  {name}");
                for line in output.trim_end().lines() {
                    println!("        | {line}");
                }
                self.failed.push(name.to_owned());
            }
        }
    }

    fn conclude(self, elapsed: Duration) -> Result<()> {
        let Self { passed, failed, skipped } = self;
        println!("\nall checks: {} min {:02} s", elapsed.as_secs() / 60, elapsed.as_secs() % 60);
        for name in &failed {
            println!("failed: {name}");
        }
        println!("{passed} passed, {} failed, {skipped} skipped", failed.len());
        if !failed.is_empty() {
            std::process::exit(1);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(only: &str) -> Vec<&'static str> {
        let test = Test { only: vec![only.to_owned()], list: false };
        checks::all().filter(|check| test.wants(check)).map(|check| check.name).collect()
    }

    #[test]
    fn a_whole_name_means_one_check_and_a_part_several() {
        assert_eq!(wanted("clippy"), ["clippy"]);
        assert_eq!(
            wanted("wasm-"),
            ["wasm-golden", "wasm-options", "wasm-corrections", "wasm-packs", "wasm-junk"]
        );
        assert!(wanted("no such check").is_empty());
    }
}
