//! The exams whose limits every change must keep; skipped where the data folder is missing.

use anyhow::{Result, bail};

use super::{Check, Outcome, Verdict, Workshop};
use crate::baselines::Baselines;
use crate::cmd::eval::build_command;
use crate::data::exam_program;
use crate::evaluation::{By, Measure};

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
    let Some(By::Exam(exam)) = Measure::named(name).map(|measure| &measure.by) else {
        bail!("there is no exam {name}");
    };
    let command = build_command(project, "checks")?;
    let score = exam.run(project, &command)?;
    let faults = Baselines::read(project)?.faults(name, &score);
    Ok(Verdict::One(if faults.is_empty() { Outcome::Passed } else { Outcome::Failed(faults.join("\n")) }))
}
