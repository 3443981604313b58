//! `xtask/baselines.toml`: the scores that must be reached, and the scores last recorded.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use toml_edit::{DocumentMut, InlineTable, Item, Value};

use crate::exams::Score;
use crate::project::Project;

/// A score this far behind the recorded one is a step back; less is what a harmless change may cost.
const SLACK: f64 = 0.5;

/// The file, read.
pub struct Baselines {
    path: PathBuf,
    document: DocumentMut,
}

/// How one figure stands.
#[derive(Debug, PartialEq)]
pub struct Standing {
    /// The measure.
    pub measure: String,
    /// The figure now.
    pub now: f64,
    /// The figure last recorded.
    pub recorded: Option<f64>,
    /// Why it is not good enough, if so.
    pub fault: Option<String>,
}

impl Baselines {
    /// Reads the file.
    pub fn read(project: &Project) -> Result<Self> {
        let path = project.root.join("xtask/baselines.toml");
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let document = text.parse().with_context(|| format!("{} is no valid TOML", path.display()))?;
        Ok(Self { path, document })
    }

    /// How the figures of an exam stand.
    pub fn judge(&self, exam: &str, score: &Score) -> Vec<Standing> {
        score.figures.iter().map(|&(measure, now)| self.standing(exam, measure, now)).collect()
    }

    fn standing(&self, exam: &str, measure: &str, now: f64) -> Standing {
        let entry = self.document.get(exam).and_then(|exam| exam.get(measure));
        let number = |key: &str| entry.and_then(|entry| entry.get(key)).and_then(as_number);
        let recorded = number("recorded");
        let low = number("floor").filter(|&floor| now < floor);
        let high = number("ceiling").filter(|&ceiling| now > ceiling);
        // A measure with a ceiling is one of faults: there more is worse.
        let worse = |recorded: f64| if number("ceiling").is_some() { now - recorded } else { recorded - now };
        let fault = match (low, high, recorded) {
            (Some(floor), _, _) => Some(format!("{measure} is {now}, and {floor} is the least allowed")),
            (_, Some(ceiling), _) => Some(format!("{measure} is {now}, and {ceiling} is the most allowed")),
            (_, _, Some(recorded)) if worse(recorded) > SLACK => {
                Some(format!("{measure} is {now} and was {recorded}: a step back of more than {SLACK}"))
            }
            _ => None,
        };
        Standing { measure: measure.to_owned(), now, recorded, fault }
    }

    /// Takes the figures as the new recorded ones.
    pub fn record(&mut self, exam: &str, score: &Score) {
        for &(measure, now) in &score.figures {
            let entry = &mut self.document[exam][measure];
            if entry.as_inline_table().is_none() {
                *entry = Item::Value(Value::InlineTable(InlineTable::new()));
            }
            entry["recorded"] = toml_edit::value(now);
            if let Some(table) = entry.as_inline_table_mut() {
                table.fmt();
            }
        }
    }

    /// Writes the file, with its comments as they were.
    pub fn write(&self) -> Result<()> {
        fs::write(&self.path, self.document.to_string())
            .with_context(|| format!("cannot write {}", self.path.display()))
    }
}

fn as_number(item: &Item) -> Option<f64> {
    item.as_float().or_else(|| item.as_integer().map(|whole| whole as f64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn baselines(text: &str) -> Result<Baselines> {
        Ok(Baselines { path: PathBuf::new(), document: text.parse()? })
    }

    fn fault(text: &str, now: f64) -> Result<bool> {
        Ok(baselines(text)?.standing("seed", "x", now).fault.is_some())
    }

    #[test]
    fn floors_ceilings_and_steps_back_are_faults() -> Result<()> {
        assert!(fault("[seed]\nx = { floor = 16 }", 15.0)?);
        assert!(!fault("[seed]\nx = { floor = 16 }", 16.0)?);
        assert!(fault("[seed]\nx = { ceiling = 3 }", 4.0)?);
        assert!(!fault("[seed]\nx = { ceiling = 3 }", 3.0)?);
        assert!(fault("[seed]\nx = { floor = 10, recorded = 20.0 }", 19.0)?);
        assert!(!fault("[seed]\nx = { floor = 10, recorded = 20.0 }", 19.6)?);
        assert!(fault("[seed]\nx = { ceiling = 3, recorded = 1 }", 2.0)?);
        assert!(!fault("", 0.0)?);
        Ok(())
    }

    #[test]
    fn recording_keeps_comments_and_limits() -> Result<()> {
        let mut baselines = baselines("# why\n[seed]\nx = { floor = 16 } # least\n")?;
        let score =
            Score { line: String::new(), figures: vec![("x", 17.0), ("y", 2.5)], elapsed: Duration::ZERO };
        baselines.record("seed", &score);
        let text = baselines.document.to_string();
        assert!(text.contains("# why") && text.contains("floor = 16"), "{text}");
        let again = super::tests::baselines(&text)?;
        assert_eq!(again.standing("seed", "x", 17.0).recorded, Some(17.0));
        assert_eq!(again.standing("seed", "y", 2.5).recorded, Some(2.5));
        Ok(())
    }
}
