//! `xtask/baselines.toml`: the scores that must be reached, and the scores last recorded.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use toml_edit::{DocumentMut, InlineTable, Item, Table, Value};

use crate::evaluation::{MEASURES, Score};
use crate::project::Project;

/// A score this far behind the recorded one is a step back; less is what a harmless change may cost. A figure taken on so
/// few items that one of them weighs more has a `slack` of its own.
const SLACK: f64 = 0.5;

/// The file, read.
pub struct Baselines {
    path: PathBuf,
    document: DocumentMut,
}

/// How one figure stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The figure.
    pub figure: String,
    /// What it is now.
    pub now: f64,
    /// What it was when it was last recorded.
    pub recorded: Option<f64>,
    /// What it must be, for people.
    pub limit: Option<String>,
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

    /// Baselines written in a test.
    #[cfg(test)]
    pub fn of(text: &str) -> Result<Self> {
        Ok(Self { path: PathBuf::new(), document: text.parse()? })
    }

    /// How the figures of a measure stand.
    pub fn judge(&self, measure: &str, score: &Score) -> Vec<Standing> {
        score.figures.iter().map(|taken| self.standing(measure, &taken.figure, taken.score)).collect()
    }

    /// All that is not good enough in a score, a figure that is recorded and was not taken among it.
    pub fn faults(&self, measure: &str, score: &Score) -> Vec<String> {
        let taken = |name: &str| score.figures.iter().any(|taken| taken.figure == name);
        let recorded = self.recorded(measure).into_iter();
        let gone = recorded
            .filter(|(figure, _)| !taken(figure))
            .map(|(figure, _)| format!("{figure} is recorded and was not taken"));
        self.judge(measure, score).into_iter().filter_map(|standing| standing.fault).chain(gone).collect()
    }

    /// The figures recorded of a measure, in order.
    pub fn recorded(&self, measure: &str) -> Vec<(String, f64)> {
        let table = self.document.get(measure).and_then(Item::as_table);
        let figures = table.into_iter().flat_map(Table::iter);
        figures
            .filter_map(|(figure, entry)| Some((figure.to_owned(), as_number(entry.get("recorded")?)?)))
            .collect()
    }

    fn standing(&self, measure: &str, figure: &str, now: f64) -> Standing {
        let entry = self.document.get(measure).and_then(|measure| measure.get(figure));
        let number = |key: &str| entry.and_then(|entry| entry.get(key)).and_then(as_number);
        let (recorded, floor, ceiling) = (number("recorded"), number("floor"), number("ceiling"));
        let slack = number("slack").unwrap_or(SLACK);
        // A figure with a ceiling is one of faults: there more is worse.
        let worse = |recorded: f64| if ceiling.is_some() { now - recorded } else { recorded - now };
        let fault = match (floor, ceiling, recorded) {
            (Some(floor), ..) if now < floor => {
                Some(format!("{figure} is {now}, and {floor} is the least allowed"))
            }
            (_, Some(ceiling), _) if now > ceiling => {
                Some(format!("{figure} is {now}, and {ceiling} is the most allowed"))
            }
            (.., Some(recorded)) if worse(recorded) > slack => {
                Some(format!("{figure} is {now} and was {recorded}: a step back of more than {slack}"))
            }
            _ => None,
        };
        let limit = floor.map(|floor| format!("≥ {floor}"));
        let limit = limit.or_else(|| ceiling.map(|ceiling| format!("≤ {ceiling}")));
        Standing { figure: figure.to_owned(), now, recorded, limit, fault }
    }

    /// Takes the figures as the new recorded ones.
    pub fn record(&mut self, measure: &str, score: &Score) {
        for taken in &score.figures {
            if self.document.get(measure).is_none() {
                self.document.insert(measure, Item::Table(Table::new()));
            }
            let entry = &mut self.document[measure][&taken.figure];
            if entry.as_inline_table().is_none() {
                *entry = Item::Value(Value::InlineTable(InlineTable::new()));
            }
            entry["recorded"] = toml_edit::value(taken.score);
            if let Some(table) = entry.as_inline_table_mut() {
                table.fmt();
            }
        }
        self.arrange(measure, score);
    }

    /// Puts measures and figures into the order in which they are taken, whenever they came into the file.
    fn arrange(&mut self, measure: &str, score: &Score) {
        let place = |name: &str| score.figures.iter().position(|taken| taken.figure == name);
        if let Some(table) = self.document.get_mut(measure).and_then(Item::as_table_mut) {
            let rank = |name: &str| place(name).unwrap_or(usize::MAX);
            table.sort_values_by(|one, _, other, _| rank(one.get()).cmp(&rank(other.get())));
        }
        for (at, measure) in MEASURES.iter().enumerate() {
            if let Some(table) = self.document.get_mut(measure.name).and_then(Item::as_table_mut) {
                table.set_position(isize::try_from(at).ok());
                // One empty line before each, above the comment if it has one.
                let before = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or("");
                if at > 0 && !before.starts_with('\n') {
                    let before = format!("\n{before}");
                    table.decor_mut().set_prefix(before);
                }
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
    use crate::evaluation::Taken;

    fn score(figures: &[(&str, f64)]) -> Score {
        let taken = |(figure, score): &(&str, f64)| Taken {
            figure: (*figure).to_owned(),
            score: *score,
            detail: String::new(),
        };
        Score { figures: figures.iter().map(taken).collect(), elapsed: None }
    }

    fn fault(text: &str, now: f64) -> Result<bool> {
        Ok(!Baselines::of(text)?.faults("seed", &score(&[("x", now)])).is_empty())
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
        assert!(!fault("[seed]\nx = { slack = 5, recorded = 20 }", 16.0)?);
        assert!(fault("[seed]\nx = { slack = 5, recorded = 20 }", 14.0)?);
        assert!(!fault("", 0.0)?);
        Ok(())
    }

    #[test]
    fn a_figure_that_is_no_longer_taken_is_a_fault() -> Result<()> {
        assert!(fault("[seed]\nx = { recorded = 1 }\ny = { recorded = 1 }", 1.0)?);
        assert!(!fault("[seed]\nx = { recorded = 1 }\ny = { floor = 1 }", 1.0)?);
        Ok(())
    }

    #[test]
    fn recording_keeps_comments_and_limits() -> Result<()> {
        let mut baselines = Baselines::of("# why\n[seed]\nx = { floor = 16 } # least\n")?;
        baselines.record("seed", &score(&[("x", 17.0), ("y", 2.5)]));
        let text = baselines.document.to_string();
        assert!(text.contains("# why") && text.contains("floor = 16"), "{text}");
        let again = Baselines::of(&text)?;
        assert_eq!(again.recorded("seed"), [("x".to_owned(), 17.0), ("y".to_owned(), 2.5)]);
        Ok(())
    }

    #[test]
    fn the_file_comes_out_the_same_whatever_was_recorded_first() -> Result<()> {
        let head = "# What this is.\n\n# About quotes.\n[quotes]\nfull = { floor = 38.0 }\n";
        let (gap, seed) = (score(&[("all", 66.4)]), score(&[("right", 16.0), ("faults", 1.0)]));
        let mut one = Baselines::of(head)?;
        one.record("seed", &score(&[("faults", 2.0)]));
        one.record("seed", &seed);
        one.record("gap", &gap);
        let mut other = Baselines::of(head)?;
        other.record("gap", &gap);
        other.record("seed", &seed);
        let text = other.document.to_string();
        assert_eq!(one.document.to_string(), text);
        let expected = format!(
            "{head}\n[seed]\nright = {{ recorded = 16.0 }}\nfaults = {{ recorded = 1.0 }}\n\n[gap]\nall = {{ recorded = 66.4 }}\n"
        );
        assert_eq!(text, expected);
        let mut again = Baselines::of(&text)?;
        again.record("gap", &gap);
        assert_eq!(again.document.to_string(), text, "recording the same twice changes nothing");
        Ok(())
    }
}
