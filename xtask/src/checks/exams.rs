//! The exams whose limits every change must keep; skipped where the data folder is missing.

use anyhow::{Context, Result};

use super::{Check, Outcome, Verdict, Workshop};
use crate::baselines::Baselines;
use crate::cmd::eval::build_command;
use crate::data::exam_program;
use crate::exams::Exam;

/// In the order they run.
pub const CHECKS: &[Check] = &[
    Check {
        name: "exam-seed",
        about: "the first article keeps its speakers",
        needs: &[],
        run: |shop| exam(shop, "seed"),
    },
    Check {
        name: "exam-quotes",
        about: "quotations of 84 articles",
        needs: &[],
        run: |shop| exam(shop, "quotes"),
    },
];

fn exam(shop: &Workshop, name: &str) -> Result<Verdict> {
    let Workshop { project, .. } = shop;
    if let Err(missing) = exam_program(project) {
        return Ok(Verdict::One(Outcome::Skipped(missing)));
    }
    let exam = Exam::named(name).context("there is no such exam")?;
    let command = build_command(project, "checks")?;
    let score = exam.run(project, &command)?;
    let faults: Vec<String> = Baselines::read(project)?
        .judge(name, &score)
        .into_iter()
        .filter_map(|standing| standing.fault)
        .collect();
    Ok(Verdict::One(match faults.as_slice() {
        [] => Outcome::Passed,
        faults => Outcome::Failed(format!("{}\n{}", score.line, faults.join("\n"))),
    }))
}
