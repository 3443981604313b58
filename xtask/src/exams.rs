//! The exams of the data folder: what they are called with, and the figures in their last line.

use std::time::Duration;

use anyhow::{Result, bail};

use crate::process::{captured, program, tail};
use crate::project::Project;

/// One call of the exam program.
pub struct Exam {
    /// Its name here and in xtask/baselines.toml.
    pub name: &'static str,
    /// Its arguments; those with a slash are paths in the data folder.
    arguments: &'static [&'static str],
    /// What the numbers in its last line mean, in order; a dash is a number nobody compares.
    pub measures: &'static [&'static str],
}

/// All exams, the main measures first.
pub const EXAMS: &[Exam] = &[
    Exam { name: "quotes", arguments: &["quotes", "data/polnear/dev.jsonl"], measures: &["full"] },
    Exam {
        name: "seed",
        arguments: &["seed", "seeds/000_56cc6b63856f17d6.txt", "seeds/000_56cc6b63856f17d6.gold.json"],
        measures: &["right", "-", "faults"],
    },
    Exam {
        name: "speakers",
        arguments: &["speakers", "data/polnear/train.jsonl", "data/speakers/train.jsonl"],
        measures: &["of_found", "of_all"],
    },
    Exam {
        name: "names-newswire",
        arguments: &["names", "data/research-only/worldwide-newswire/dev.ner.tsv"],
        measures: &["strict"],
    },
    Exam { name: "names-ewt", arguments: &["names", "data/uner-ewt/dev.ner.tsv"], measures: &["strict"] },
    Exam { name: "ud-ewt", arguments: &["ud", "data/ud-ewt/dev.conllu"], measures: UD },
    Exam { name: "ud-gum", arguments: &["ud", "data/ud-gum/dev.conllu"], measures: UD },
    Exam {
        name: "gap",
        arguments: &["gap", "data/gap/validation.tsv"],
        measures: &["all", "feminine", "masculine"],
    },
    Exam {
        name: "messy",
        arguments: &["messy", "data/messy"],
        measures: &["blocks", "quotes", "html_words"],
    },
];

const UD: &[&str] = &["words", "sentences", "upos", "uas", "las"];

/// What an exam found.
pub struct Score {
    /// The last line, as printed.
    pub line: String,
    /// The named figures.
    pub figures: Vec<(&'static str, f64)>,
    /// How long it took.
    pub elapsed: Duration,
}

impl Exam {
    /// The exam of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        EXAMS.iter().find(|exam| exam.name == name)
    }

    /// Runs it with the analyzer at `command`.
    pub fn run(&self, project: &Project, command: &std::path::Path) -> Result<Score> {
        let mut arguments = vec![project.data.join("eval/exam.py").into_os_string()];
        for argument in self.arguments {
            let is_path = argument.contains('/');
            arguments.push(if is_path { project.data.join(argument).into() } else { (*argument).into() });
        }
        arguments.extend(["--bin".into(), command.as_os_str().to_owned()]);
        let python = program("python3", arguments).dir(&project.root).env("PYTHONDONTWRITEBYTECODE", "1");
        let finished = captured(&python, Duration::from_secs(30 * 60))?;
        if !finished.success {
            bail!("the exam {} ended with an error:\n{}", self.name, tail(&finished.output, 25));
        }
        let Some(line) = finished.output.trim_end().lines().last() else {
            bail!("the exam {} printed nothing", self.name);
        };
        let numbers = numbers(line);
        if numbers.len() < self.measures.len() {
            bail!("the exam {} should end with {} figures: {line}", self.name, self.measures.len());
        }
        let named = self.measures.iter().copied().zip(numbers).filter(|(name, _)| *name != "-");
        Ok(Score { line: line.to_owned(), figures: named.collect(), elapsed: finished.elapsed })
    }
}

/// The numbers in a line, in order.
fn numbers(line: &str) -> Vec<f64> {
    line.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|piece| piece.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_from_last_lines() {
        assert_eq!(
            numbers("SEED 16 of 18 attributions with the right speaker, 2 other faults"),
            [16.0, 18.0, 2.0]
        );
        assert_eq!(numbers("words F 98.50  sentences F 77.00"), [98.5, 77.0]);
        assert_eq!(numbers("nothing."), [0.0; 0]);
    }
}
