//! Runs the exam program of the data folder and reads the figures that it prints.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::{Score, Taken};
use crate::process::{captured, program, tail};
use crate::project::Project;

/// One call of the exam program.
pub struct Exam {
    /// Its arguments; those with a slash are paths in the data folder.
    pub arguments: &'static [&'static str],
    /// The figures it prints.
    pub figures: &'static [Figure],
}

/// A figure in the output of an exam.
pub struct Figure {
    /// The stage it tells of.
    pub stage: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How its line begins; of several lines it is in the last.
    pub line: &'static str,
    /// Which of the line's numbers it is, from 0.
    pub place: usize,
}

impl Exam {
    /// Runs it with the analyzer at `command`.
    pub fn run(&self, project: &Project, command: &Path) -> Result<Score> {
        let mut arguments = vec![project.data.join("eval/exam.py").into_os_string()];
        for argument in self.arguments {
            let is_path = argument.contains('/');
            arguments.push(if is_path { project.data.join(argument).into() } else { (*argument).into() });
        }
        arguments.extend(["--bin".into(), command.as_os_str().to_owned()]);
        let python = program("python3", arguments).dir(&project.root).env("PYTHONDONTWRITEBYTECODE", "1");
        let finished = captured(&python, Duration::from_secs(30 * 60))?;
        if !finished.success {
            bail!("the exam ended with an error:\n{}", tail(&finished.output, 25));
        }
        Ok(Score { figures: read(self.figures, &finished.output)?, elapsed: Some(finished.elapsed) })
    }
}

/// The figures in an output.
fn read(figures: &[Figure], output: &str) -> Result<Vec<Taken>> {
    let take = |figure: &Figure| {
        let line = output.lines().rfind(|line| line.starts_with(figure.line));
        let line = line.with_context(|| {
            format!("the exam printed no line that begins with {:?}:\n{}", figure.line, tail(output, 10))
        })?;
        let score = numbers(line).get(figure.place).copied();
        let score = score.with_context(|| format!("no number {} in the exam's line {line}", figure.place))?;
        Ok(Taken { figure: figure.name.to_owned(), score, detail: String::new() })
    };
    figures.iter().map(take).collect()
}

/// The numbers in a line, in order.
fn numbers(line: &str) -> Vec<f64> {
    line.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|piece| piece.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{By, Measure};
    use super::*;

    fn figures(measure: &str, output: &str) -> Result<Vec<(String, f64)>> {
        let measure = Measure::named(measure).context("no such measure")?;
        let By::Exam(exam) = &measure.by else { bail!("no exam") };
        Ok(read(exam.figures, output)?.into_iter().map(|taken| (taken.figure, taken.score)).collect())
    }

    #[test]
    fn numbers_are_read_from_lines() {
        assert_eq!(
            numbers("SEED 16 of 18 attributions with the right speaker, 2 other faults"),
            [16.0, 18.0, 2.0]
        );
        assert_eq!(numbers("nothing."), [0.0; 0]);
    }

    #[test]
    fn figures_are_taken_from_their_lines() -> Result<()> {
        let output = "\
# 94 texts, 1 tokens
type      gold  pred | exact P R F        | IoU>=.5 P R F      | token P R F        | source head | FULL P R F         | cue
direct     372   512 |  57.6  79.3  66.7 |  64.3  86.0  73.6 |  98.7  90.8  94.6 |        90.0 |  57.0  77.4  65.7 |  90.3
mixed      281   305 |  42.3  45.9  44.0 |  69.2  79.0  73.8 |  83.7  85.8  84.7 |        78.4 |  55.7  61.6  58.5 |  81.5
indirect  1539  1525 |  40.1  39.8  39.9 |  57.6  56.9  57.2 |  75.1  75.5  75.3 |        84.5 |  47.5  47.1  47.3 |  90.1
all       2192  2342 |  44.2  47.3  45.7 |  60.5  64.7  62.5 |  83.5  81.8  82.6 |        84.8 |  50.6  54.1  52.3 |  88.8
FULL F, 95 % over articles: 48.6-55.3
FULL 52.3
";
        let scores: Vec<f64> = figures("quotes", output)?.into_iter().map(|(_, score)| score).collect();
        assert_eq!(scores, [52.3, 65.7, 58.5, 47.3, 62.5, 45.7, 82.6, 84.8]);
        let line = "words F 98.50  sentences F 77.00  UPOS F 1.0  UAS F 2.0  LAS F 3.0";
        assert_eq!(figures("ud-gum", line)?.get(1), Some(&("sentences".to_owned(), 77.0)));
        assert!(figures("ud-gum", "words F 98.50").is_err());
        assert!(figures("ud-gum", "").is_err());
        Ok(())
    }
}
