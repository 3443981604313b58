//! `cargo xtask eval`: runs the exams and compares the scores with the recorded ones.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use clap::Args;

use crate::baselines::{Baselines, Standing};
use crate::data::exam_program;
use crate::exams::{EXAMS, Exam, Score};
use crate::process::{captured, program, tail};
use crate::project::Project;

/// Run the exams and compare the scores with xtask/baselines.toml
#[derive(Args)]
pub struct Eval {
    /// Only exams with this in their name
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
    /// Write the scores into xtask/baselines.toml as the new recorded ones
    #[arg(long)]
    record: bool,
}

impl Eval {
    /// Runs the command.
    pub fn run(&self, project: &Project) -> Result<()> {
        exam_program(project).map_err(|missing| anyhow!(missing))?;
        let wanted = |exam: &&Exam| self.only.as_deref().is_none_or(|only| exam.name.contains(only));
        let exams: Vec<&Exam> = EXAMS.iter().filter(wanted).collect();
        if exams.is_empty() {
            let names: Vec<&str> = EXAMS.iter().map(|exam| exam.name).collect();
            bail!("no exam has this in its name; there are {}", names.join(", "));
        }
        eprintln!("Building the command …");
        let command = build_command(project, "release")?;

        let mut baselines = Baselines::read(project)?;
        let mut faults = Vec::new();
        for exam in exams {
            match exam.run(project, &command) {
                Ok(score) => {
                    let standings = baselines.judge(exam.name, &score);
                    print_score(exam, &score, &standings);
                    if self.record {
                        baselines.record(exam.name, &score);
                    }
                    let missed = standings.into_iter().filter_map(|standing| standing.fault);
                    faults.extend(missed.map(|fault| format!("{}: {fault}", exam.name)));
                }
                Err(error) => {
                    println!("{:16} could not be scored", exam.name);
                    faults.push(format!("{}: {error:#}", exam.name));
                }
            }
        }
        if self.record {
            baselines.write()?;
        }
        if faults.is_empty() {
            return Ok(());
        }
        bail!("not good enough:\n  {}", faults.join("\n  "));
    }
}

fn print_score(exam: &Exam, score: &Score, standings: &[Standing]) {
    println!("{:16} {}   ({:.0} s)", exam.name, score.line, score.elapsed.as_secs_f64());
    let changes: Vec<String> = standings
        .iter()
        .filter_map(|Standing { measure, now, recorded, .. }| {
            let change = now - (*recorded)?;
            (change.abs() >= 0.005).then(|| format!("{measure} {change:+.2}"))
        })
        .collect();
    if !changes.is_empty() {
        println!("{:16} against the recorded: {}", "", changes.join(", "));
    }
}

/// Builds the command whosaid in a profile and gives its place.
pub fn build_command(project: &Project, profile: &str) -> Result<PathBuf> {
    let build = program("cargo", ["build", "--quiet", "--profile", profile, "-p", "whosaid-cli"])
        .dir(&project.root)
        .env("CARGO_TARGET_DIR", &project.target);
    let finished = captured(&build, Duration::from_secs(30 * 60))?;
    if !finished.success {
        bail!("the command could not be built:\n{}", tail(&finished.output, 60));
    }
    Ok(project.target.join(profile).join(format!("whosaid{}", std::env::consts::EXE_SUFFIX)))
}
