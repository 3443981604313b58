//! Scores of each stage on development parts, one JSON line a measure, for `cargo xtask eval` to gather.
//!
//! What the exams of the data folder score, from raw text through the command, is not scored here again.

mod all_names;
pub mod confidence;
mod coreference;
mod fixtures;
mod silver;
mod spans;
pub mod syntax;
mod values;

use std::path::{Path, PathBuf};

use serde::Serialize;
use whosaid::Models;

/// What a measure works with.
pub struct Desk {
    /// The folder that holds `data/`.
    pub data: PathBuf,
    /// The models to score.
    pub models: Models,
    /// The class whose disagreements are printed on standard error.
    pub show: Option<String>,
}

impl Desk {
    fn corpus(&self, name: &str) -> PathBuf {
        self.data.join("data").join(name)
    }

    /// Prints a line for the eye if its class is the one that was asked for.
    fn show(&self, class: &str, line: impl FnOnce() -> String) {
        if self.show.as_deref() == Some(class) {
            eprintln!("{}", line());
        }
    }
}

/// One figure of a measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// What it is of: `las`, `person`.
    pub name: String,
    /// In per cent.
    pub score: f64,
    /// Where the score is an F.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
    /// Where the score is an F.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recall: Option<f64>,
    /// How many words, names or marks it was taken on.
    pub count: usize,
}

impl Figure {
    fn share(name: &str, part: usize, count: usize) -> Self {
        let score = rounded(100.0 * part as f64 / count.max(1) as f64);
        Self { name: name.to_owned(), score, precision: None, recall: None, count }
    }
}

/// To hundredths, as they are recorded.
fn rounded(score: f64) -> f64 {
    (score * 100.0).round() / 100.0
}

/// A measure: its name, and what takes it.
pub struct Measure {
    name: &'static str,
    take: fn(&Desk) -> Result<Vec<Figure>, String>,
}

/// All measures in the order of the stages.
pub const MEASURES: &[Measure] = &[
    Measure { name: "syntax-ewt", take: |desk| syntax::treebank(desk, "ud-ewt/dev.conllu") },
    Measure { name: "syntax-gum", take: |desk| syntax::treebank(desk, "ud-gum/dev.conllu") },
    Measure { name: "all-names-newswire", take: |desk| all_names::corpus(desk, &all_names::NEWSWIRE) },
    Measure { name: "all-names-gum", take: |desk| all_names::corpus(desk, &all_names::GUM) },
    Measure { name: "all-names-politics", take: |desk| all_names::corpus(desk, &all_names::POLITICS) },
    Measure {
        name: "confidence-newswire",
        take: |desk| confidence::corpus(desk, "research-only/worldwide-newswire/dev.ner.tsv"),
    },
    Measure { name: "confidence-ewt", take: |desk| confidence::corpus(desk, "uner-ewt/dev.ner.tsv") },
    Measure {
        name: "confidence-politics",
        take: |desk| confidence::corpus(desk, "crossner-politics/dev.ner.tsv"),
    },
    Measure { name: "confidence-quotes", take: |desk| confidence::quotes(desk, "polnear/dev.jsonl") },
    Measure { name: "values-fixtures", take: fixtures::fixtures },
    Measure { name: "values-silver", take: silver::polnear },
    Measure { name: "values-gmb", take: values::gmb },
    Measure { name: "values-messy", take: values::messy },
    Measure { name: "coref-gum", take: |desk| coreference::gum(desk, "ud-gum/dev.conllu") },
];

/// A line of output.
#[derive(Serialize)]
struct Line<'a> {
    measure: &'a str,
    pack: &'a str,
    figures: Vec<Figure>,
}

/// Takes the measures of these names, all if none is named, and prints a line for each.
pub fn run(desk: &Desk, names: &[String]) -> Result<(), String> {
    for name in names {
        if !MEASURES.iter().any(|measure| measure.name == name) {
            let known: Vec<&str> = MEASURES.iter().map(|measure| measure.name).collect();
            return Err(format!("there is no measure {name}; there are {}", known.join(", ")));
        }
    }
    for Measure { name, take } in MEASURES {
        if names.is_empty() || names.iter().any(|wanted| wanted == name) {
            let figures = take(desk).map_err(|error| format!("{name}: {error}"))?;
            let line = Line { measure: name, pack: &desk.models.name, figures };
            println!("{}", serde_json::to_string(&line).map_err(|error| error.to_string())?);
        }
    }
    Ok(())
}

/// The text of a file, or which file is missing.
fn text_of(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
