//! `cargo xtask eval`: takes every measure and compares the scores with the recorded ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;

use crate::baselines::Baselines;
use crate::data::exam_program;
use crate::evaluation::table::{Row, table};
use crate::evaluation::{By, MEASURES, Measure, Score, pages, trainer};
use crate::process::{captured, program, tail};
use crate::project::Project;

const AFTER_HELP: &str = "\
Takes the measures of every stage on the development parts, prints each figure with the recorded one, the change and the
limit, and fails if a limit of xtask/baselines.toml is missed or a figure fell behind the recorded one. With --record the
figures go into xtask/baselines.toml, docs/EVALUATION.md and the column `en` of models/en.card.md.

A pack given with --model is scored by the same measures and compared with what is recorded, but not judged: the limits
are those of models/en.pack. With --record its figures go into the column of the card that has its name.

  cargo xtask eval --only names
  cargo xtask eval --record
  cargo xtask eval --record --model models/en-open.pack";

/// Take every stage's measures and compare the scores with xtask/baselines.toml
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Eval {
    /// Only measures of this stage, or with this in their name
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
    /// Write the scores down as the new recorded ones
    #[arg(long)]
    record: bool,
    /// Score this pack instead of models/en.pack
    #[arg(long, value_name = "PACK")]
    model: Option<PathBuf>,
}

impl Eval {
    /// Runs the command.
    pub fn run(&self, project: &Project) -> Result<()> {
        exam_program(project).map_err(|missing| anyhow!(missing))?;
        let wanted = |measure: &&Measure| self.only.as_deref().is_none_or(|only| measure.is_meant(only));
        let measures: Vec<&'static Measure> = MEASURES.iter().filter(wanted).collect();
        if measures.is_empty() {
            let names: Vec<&str> = MEASURES.iter().map(|measure| measure.name).collect();
            bail!("no measure is of this stage or has this in its name; there are {}", names.join(", "));
        }
        let model = self.model.as_deref().map(given_pack).transpose()?;
        let (scores, mut faults) = take(project, model.as_deref(), &measures)?;

        let mut baselines = Baselines::read(project)?;
        println!("{}", table(&rows(&baselines, &measures, &scores)));
        if model.is_none() {
            faults.extend(missed(&baselines, &scores));
        }
        if self.record && model.is_some() && !faults.is_empty() {
            eprintln!("Nothing was written down.");
        } else if self.record {
            if model.is_none() {
                for (name, score) in &scores {
                    baselines.record(name, score);
                }
                baselines.write()?;
                pages::write_evaluation(project, &baselines)?;
            }
            let pack = model.unwrap_or_else(|| project.root.join("models/en.pack"));
            pages::write_card(project, &name_of(&pack)?, &scores, pages::network_bytes(&pack))?;
        }
        verdict(&faults)
    }
}

/// What falls short of the baselines.
fn missed(baselines: &Baselines, scores: &BTreeMap<&str, Score>) -> Vec<String> {
    let faults = scores.iter().map(|(name, score)| (name, baselines.faults(name, score)));
    faults
        .flat_map(|(name, faults)| faults.into_iter().map(move |fault| format!("{name}: {fault}")))
        .collect()
}

/// An error that lists the faults, if there are any: the command then ends with a status other than 0.
fn verdict(faults: &[String]) -> Result<()> {
    if !faults.is_empty() {
        bail!("not good enough:\n  {}", faults.join("\n  "));
    }
    Ok(())
}

/// The pack to score, where it is another than the one in the tree.
fn given_pack(path: &Path) -> Result<PathBuf> {
    if !path.is_file() {
        bail!("there is no pack {}", path.display());
    }
    if name_of(path)? == pages::OURS {
        bail!("models/en.pack is scored without --model; a pack to compare with it needs another name");
    }
    std::path::absolute(path).with_context(|| format!("no path: {}", path.display()))
}

fn name_of(pack: &Path) -> Result<String> {
    let name = pack.file_stem().and_then(|name| name.to_str());
    name.map(str::to_owned).with_context(|| format!("a pack needs a name: {}", pack.display()))
}

/// What is wrong with the name of a pack's file: the card has a column by it, so it must be the one that the pack has.
fn misnamed(model: Option<&Path>, models: Option<&str>) -> Option<String> {
    let name = name_of(model?).ok()?;
    let (own, _) = models?.rsplit_once('-')?;
    (own != name).then(|| format!("the pack in {name}.pack calls itself {own}"))
}

/// Takes the measures; those that could not be taken are faults.
fn take(
    project: &Project,
    model: Option<&Path>,
    measures: &[&'static Measure],
) -> Result<(BTreeMap<&'static str, Score>, Vec<String>)> {
    let mut scores = BTreeMap::new();
    let mut faults = Vec::new();
    let trained: Vec<&'static str> = measures
        .iter()
        .filter(|measure| matches!(measure.by, By::Trainer(_)))
        .map(|measure| measure.name)
        .collect();
    let exams: Vec<_> = measures
        .iter()
        .filter_map(|measure| match &measure.by {
            By::Exam(exam) => Some((measure, exam)),
            By::Trainer(_) => None,
        })
        .collect();
    eprintln!("Building …");
    let command = if exams.is_empty() { PathBuf::new() } else { analyzer(project, model)? };
    if !trained.is_empty() {
        let program = build(project, "whosaid-train", "checks")?;
        eprintln!("scores of stages …");
        match trainer::run(project, &program, model, &trained) {
            Ok(mut report) => {
                faults.extend(misnamed(model, report.models.as_deref()));
                for name in trained {
                    match report.scores.remove(name) {
                        Some(score) => _ = scores.insert(name, score),
                        None => faults.push(format!("{name}: the trainer gave no score")),
                    }
                }
            }
            Err(error) => faults.push(format!("{}: {error:#}", trained.join(", "))),
        }
    }
    for (measure, exam) in exams {
        match exam.run(project, &command) {
            Ok(score) => {
                let seconds = score.elapsed.unwrap_or_default().as_secs_f64();
                eprintln!("exam {} ({seconds:.0} s)", measure.name);
                scores.insert(measure.name, score);
            }
            Err(error) => faults.push(format!("{}: {error:#}", measure.name)),
        }
    }
    Ok((scores, faults))
}

fn rows(baselines: &Baselines, measures: &[&'static Measure], scores: &BTreeMap<&str, Score>) -> Vec<Row> {
    let mut rows = Vec::new();
    for measure in measures {
        let Some(score) = scores.get(measure.name) else { continue };
        for (standing, taken) in baselines.judge(measure.name, score).into_iter().zip(&score.figures) {
            rows.push(Row { measure, standing, detail: taken.detail.clone() });
        }
    }
    rows
}

/// The command for the exams. They know no `--model`, so for a pack it is a script that adds it.
fn analyzer(project: &Project, model: Option<&Path>) -> Result<PathBuf> {
    let command = build_command(project, "checks")?;
    let Some(model) = model else { return Ok(command) };
    if !cfg!(unix) {
        bail!("another pack than models/en.pack can be scored where there is a shell, /bin/sh");
    }
    let quoted = |path: &Path| format!("'{}'", path.display().to_string().replace('\'', r"'\''"));
    let script = format!("#!/bin/sh\nexec {} \"$@\" --model {}\n", quoted(&command), quoted(model));
    let path = project.target.join("whosaid-with-model.sh");
    fs::write(&path, script).with_context(|| format!("cannot write {}", path.display()))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(path)
}

/// Builds the command whosaid in a profile and gives its place.
pub fn build_command(project: &Project, profile: &str) -> Result<PathBuf> {
    build(project, "whosaid-cli", profile)
        .map(|built| built.with_file_name(format!("whosaid{}", std::env::consts::EXE_SUFFIX)))
}

/// Builds the program of a package in a profile and gives its place.
fn build(project: &Project, package: &str, profile: &str) -> Result<PathBuf> {
    let build = program("cargo", ["build", "--quiet", "--profile", profile, "-p", package])
        .dir(&project.root)
        .env("CARGO_TARGET_DIR", &project.target);
    let finished = captured(&build, Duration::from_secs(30 * 60))?;
    if !finished.success {
        bail!("{package} could not be built:\n{}", tail(&finished.output, 60));
    }
    Ok(project.target.join(profile).join(format!("{package}{}", std::env::consts::EXE_SUFFIX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::Taken;

    #[test]
    fn a_missed_baseline_fails_and_is_named() -> Result<()> {
        let taken = |figure: &str, score| Taken { figure: figure.to_owned(), score, detail: String::new() };
        let score = |las| Score { figures: vec![taken("upos", 96.5), taken("las", las)], elapsed: None };
        let baselines = Baselines::of("[ud-gum]\nupos = { recorded = 96.5 }\nlas = { floor = 82.0 }")?;
        let judged = |las| verdict(&missed(&baselines, &BTreeMap::from([("ud-gum", score(las))])));
        judged(82.0)?;
        let error = judged(81.9).expect_err("less than the floor").to_string();
        assert_eq!(error, "not good enough:\n  ud-gum: las is 81.9, and 82 is the least allowed");
        Ok(())
    }

    #[test]
    fn the_pack_in_the_tree_is_not_given_by_name() -> Result<()> {
        let project = Project::here()?;
        assert!(given_pack(&project.root.join("models/en.pack")).is_err());
        assert!(given_pack(&project.root.join("models/no.pack")).is_err());
        let open = Path::new("models/en-open.pack");
        assert_eq!(name_of(open)?, "en-open");
        assert_eq!(misnamed(Some(open), Some("en-open-0.1")), None);
        assert!(misnamed(Some(open), Some("en-0.1")).is_some());
        assert_eq!(misnamed(None, Some("en-0.1")), None);
        Ok(())
    }
}
