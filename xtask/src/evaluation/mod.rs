//! What is measured of the analysis: every measure with its stage, who takes it, and the figures it gives.

pub mod exams;
pub mod pages;
pub mod table;
pub mod trainer;

use std::time::Duration;

use exams::{Exam, Figure};

/// The stages in their order, as tables show them; `whole` is what only the end of the pipeline can show.
pub const STAGES: [&str; 8] = ["blocks", "segment", "syntax", "names", "values", "coref", "quotes", "whole"];

/// One measure.
pub struct Measure {
    /// Its name here and in xtask/baselines.toml.
    pub name: &'static str,
    /// What is measured, for people.
    pub about: &'static str,
    /// Who takes it.
    pub by: By,
}

/// Who takes a measure.
pub enum By {
    /// The exam program of the data folder, from raw text through the command.
    Exam(Exam),
    /// `whosaid-train evaluate`; all its figures are of one stage.
    Trainer(&'static str),
}

/// A figure that was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The figure.
    pub figure: String,
    /// How much.
    pub score: f64,
    /// What else is known of it.
    pub detail: String,
}

/// What a measure found.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// The figures in order.
    pub figures: Vec<Taken>,
    /// How long it took, where it was timed by itself.
    pub elapsed: Option<Duration>,
}

impl Measure {
    /// The measure of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        MEASURES.iter().find(|measure| measure.name == name)
    }

    /// The stage that a figure tells of.
    pub fn stage(&self, figure: &str) -> &'static str {
        match &self.by {
            By::Trainer(stage) => stage,
            By::Exam(exam) => {
                exam.figures.iter().find(|known| known.name == figure).map_or("whole", |known| known.stage)
            }
        }
    }

    /// Whether `--only` means this measure: by a stage, or by part of its name.
    pub fn is_meant(&self, only: &str) -> bool {
        let stage = match &self.by {
            By::Trainer(stage) => *stage == only,
            By::Exam(exam) => exam.figures.iter().any(|figure| figure.stage == only),
        };
        stage || self.name.contains(only)
    }
}

const fn figure(stage: &'static str, name: &'static str, line: &'static str, place: usize) -> Figure {
    Figure { stage, name, line, place }
}

/// UD from raw text: the first two depend on nothing but the words before them; trees suffer from both.
const UD: &[Figure] = &[
    figure("segment", "words", "words F", 0),
    figure("segment", "sentences", "words F", 1),
    figure("syntax", "upos", "words F", 2),
    figure("syntax", "uas", "words F", 3),
    figure("syntax", "las", "words F", 4),
];

const NAMES: &[Figure] = &[
    figure("names", "strict", "STRICT", 0),
    figure("names", "person", "PERSON", 4),
    figure("names", "org", "ORG", 4),
    figure("names", "loc", "LOC", 4),
];

const GAP: &[Figure] = &[
    figure("coref", "all", "GAP F", 0),
    figure("coref", "feminine", "GAP F", 1),
    figure("coref", "masculine", "GAP F", 2),
];

const fn exam(
    name: &'static str,
    about: &'static str,
    arguments: &'static [&'static str],
    figures: &'static [Figure],
) -> Measure {
    Measure { name, about, by: By::Exam(Exam { arguments, figures }) }
}

const fn trainer(name: &'static str, stage: &'static str, about: &'static str) -> Measure {
    Measure { name, about, by: By::Trainer(stage) }
}

/// All measures, in the order of xtask/baselines.toml.
pub const MEASURES: &[Measure] = &[
    exam(
        "quotes",
        "PolNeAR dev, F",
        &["quotes", "data/polnear/dev.jsonl"],
        &[
            figure("quotes", "full", "FULL ", 0),
            figure("quotes", "direct", "direct ", 14),
            figure("quotes", "mixed", "mixed ", 14),
            figure("quotes", "indirect", "indirect ", 14),
            figure("quotes", "found", "all ", 7),
            figure("quotes", "exact", "all ", 4),
            figure("quotes", "token", "all ", 10),
            figure("quotes", "source_head", "all ", 11),
        ],
    ),
    exam(
        "seed",
        "the article the project began with: attributions of 18 with the right speaker, other faults",
        &["seed", "seeds/000_56cc6b63856f17d6.txt", "seeds/000_56cc6b63856f17d6.gold.json"],
        &[figure("whole", "right", "SEED", 0), figure("whole", "faults", "SEED", 2)],
    ),
    exam(
        "speakers",
        "14 articles of PolNeAR train, % right",
        &["speakers", "data/polnear/train.jsonl", "data/speakers/train.jsonl"],
        &[
            figure("whole", "of_found", "SPEAKER", 0),
            figure("whole", "of_all", "SPEAKER", 1),
            figure("whole", "name", "name ", 2),
            figure("whole", "pronoun", "pronoun ", 2),
            figure("whole", "nominal", "nominal ", 2),
            figure("quotes", "class", "class:", 0),
            figure("quotes", "polarity", "polarity:", 0),
        ],
    ),
    exam(
        "names-newswire",
        "worldwide-newswire dev, strict F of persons, organisations and places",
        &["names", "data/research-only/worldwide-newswire/dev.ner.tsv"],
        NAMES,
    ),
    exam(
        "names-ewt",
        "UNER EWT dev, strict F of persons, organisations and places",
        &["names", "data/uner-ewt/dev.ner.tsv"],
        NAMES,
    ),
    trainer("all-names-newswire", "names", "worldwide-newswire dev, strict F of each class"),
    trainer("all-names-gum", "names", "GUM dev, strict F of each class"),
    trainer("all-names-politics", "names", "CrossNER politics dev, strict F of each class"),
    trainer("confidence-newswire", "names", "worldwide-newswire dev, %"),
    trainer("confidence-ewt", "names", "UNER EWT dev, %"),
    trainer("confidence-politics", "names", "CrossNER politics dev, %"),
    trainer("confidence-quotes", "quotes", "PolNeAR dev, all that may be an attribution, %"),
    exam("ud-ewt", "EWT dev, F from raw text", &["ud", "data/ud-ewt/dev.conllu"], UD),
    exam("ud-gum", "GUM dev, F from raw text", &["ud", "data/ud-gum/dev.conllu"], UD),
    trainer("syntax-ewt", "syntax", "EWT dev, words and sentences given, %"),
    trainer("syntax-gum", "syntax", "GUM dev, words and sentences given, %"),
    trainer("values-fixtures", "values", "the grammar's fixtures, % of texts right, meanings included"),
    trainer("values-silver", "values", "PolNeAR dev against silver labels, F of each group"),
    trainer("values-gmb", "values", "GMB dev, F of dates"),
    trainer("values-messy", "values", "the texts of messy, F of each group"),
    trainer("coref-gum", "coref", "GUM dev, CoNLL F and its parts, heads of mentions"),
    exam("gap", "GAP validation, F", &["gap", "data/gap/validation.tsv"], GAP),
    exam("gap-development", "GAP development, F", &["gap", "data/gap/development.tsv"], GAP),
    exam(
        "messy",
        "12 articles as people paste them",
        &["messy", "data/messy"],
        &[
            figure("blocks", "blocks", "MESSY", 0),
            figure("blocks", "boilerplate_precision", "text: block", 1),
            figure("blocks", "boilerplate_recall", "text: block", 2),
            figure("segment", "sentences", "text: block", 3),
            figure("blocks", "html_unwanted", "html:", 0),
            figure("blocks", "html_words", "html:", 2),
            figure("segment", "html_sentences", "html:", 3),
            figure("whole", "quotes", "MESSY", 1),
            figure("whole", "html_quotes_found", "html:", 4),
            figure("whole", "html_speakers", "html:", 5),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn measures_and_their_figures_have_names_of_their_own_and_known_stages() {
        let names: BTreeSet<&str> = MEASURES.iter().map(|measure| measure.name).collect();
        assert_eq!(names.len(), MEASURES.len());
        for measure in MEASURES {
            match &measure.by {
                By::Trainer(stage) => assert!(STAGES.contains(stage), "{}", measure.name),
                By::Exam(exam) => {
                    let figures: BTreeSet<&str> = exam.figures.iter().map(|figure| figure.name).collect();
                    assert_eq!(figures.len(), exam.figures.len(), "{}", measure.name);
                    assert!(exam.figures.iter().all(|figure| STAGES.contains(&figure.stage)));
                }
            }
        }
    }

    #[test]
    fn only_takes_a_stage_or_a_part_of_a_name() {
        let chosen = |only: &str| -> Vec<&str> {
            MEASURES.iter().filter(|measure| measure.is_meant(only)).map(|measure| measure.name).collect()
        };
        assert_eq!(chosen("segment"), ["ud-ewt", "ud-gum", "messy"]);
        assert_eq!(chosen("gap"), ["gap", "gap-development"]);
        assert_eq!(chosen("nothing"), [""; 0]);
    }
}
