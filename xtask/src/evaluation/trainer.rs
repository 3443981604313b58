//! Runs `whosaid-train evaluate` and reads the lines that it prints.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::{Score, Taken};
use crate::process::{captured, program, tail};
use crate::project::Project;

/// What the trainer said.
#[derive(Debug, Default)]
pub struct Report {
    /// Name and version of the models, as their pack has them: "en-0.1".
    pub models: Option<String>,
    /// The scores by measure.
    pub scores: BTreeMap<String, Score>,
}

/// Takes these measures with the program at `trainer`; of the models in it, or of a pack.
pub fn run(project: &Project, trainer: &Path, model: Option<&Path>, measures: &[&str]) -> Result<Report> {
    let mut arguments = vec!["evaluate".into(), "--data".into(), project.data.clone().into_os_string()];
    if let Some(model) = model {
        arguments.extend(["--model".into(), model.as_os_str().to_owned()]);
    }
    arguments.extend(measures.iter().map(|measure| (*measure).into()));
    let finished = captured(&program(trainer, arguments), Duration::from_secs(30 * 60))?;
    if !finished.success {
        bail!("{}", tail(&finished.output, 25));
    }
    read(&finished.output)
}

/// The scores in an output, by measure.
fn read(output: &str) -> Result<Report> {
    let mut report = Report::default();
    for line in output.lines().filter(|line| line.starts_with('{')) {
        let told = || format!("not a line of scores: {line}");
        let record: Value = serde_json::from_str(line).with_context(told)?;
        let measure = record["measure"].as_str().with_context(told)?;
        let figures = record["figures"].as_array().with_context(told)?;
        let figures: Option<Vec<Taken>> = figures.iter().map(taken).collect();
        report.models = record["pack"].as_str().map(str::to_owned);
        report
            .scores
            .insert(measure.to_owned(), Score { figures: figures.with_context(told)?, elapsed: None });
    }
    Ok(report)
}

fn taken(figure: &Value) -> Option<Taken> {
    let mut detail = format!("of {}", figure["count"].as_u64()?);
    if let (Some(precision), Some(recall)) = (figure["precision"].as_f64(), figure["recall"].as_f64()) {
        detail = format!("P {precision:.1} R {recall:.1} {detail}");
    }
    Some(Taken { figure: figure["name"].as_str()?.to_owned(), score: figure["score"].as_f64()?, detail })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_scores_are_read_and_others_passed_over() -> Result<()> {
        let output = r#"- of [Mr. Brown] said
{"measure":"all-names-gum","pack":"en-0.1","figures":[{"name":"person","score":70.59,"precision":68.0,"recall":73.38,"count":139},{"name":"macro","score":54.5,"count":539}]}"#;
        let report = read(output)?;
        assert_eq!(report.models.as_deref(), Some("en-0.1"));
        let score = report.scores.get("all-names-gum").context("the measure")?;
        let detail = "P 68.0 R 73.4 of 139".to_owned();
        let person = Taken { figure: "person".to_owned(), score: 70.59, detail };
        assert_eq!(score.figures.first(), Some(&person));
        assert_eq!(score.figures.get(1).map(|taken| taken.detail.as_str()), Some("of 539"));
        assert!(read("{\"measure\":1}").is_err());
        Ok(())
    }
}
