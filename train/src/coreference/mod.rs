//! The weights of coreference, learned from UD English-GUM, LitBank and GAP.
//!
//! The texts are read as the analysis reads them, mentions and trees with their faults. Each decision of the walk is an
//! example; the walk follows first what people marked, then, again and again, the weights learned so far, so that they
//! learn to live with their own mistakes (S. Ross, G. Gordon and D. Bagnell, 2011).

pub mod aligned;
pub mod corpora;
pub mod examples;
mod learn;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use whosaid::Models;
use whosaid::model::coreference_questions::PRONOUNS;
use whosaid::model::{CoreferenceWeights, FeatureSpace, entries};

use aligned::Aligned;
use examples::{Example, Steering, pair_found, walk};
use learn::{Settings, learn};

/// How often examples are taken and weights learned.
const ROUNDS: usize = 3;
/// Parts of the texts when some are held out.
const FOLDS: usize = 5;
/// Features seen in fewer decisions say more about single texts than about language.
const MIN_COUNT: u32 = 4;
/// Weights smaller than this, in thousandths, are left out.
const LEAST_WEIGHT: i32 = 20;

/// How to learn. 8 to 20 passes can hardly be told apart on held-out fifths; the decay was best on the mean of all five
/// (73.2, with 0.03 72.6).
const SETTINGS: Settings = Settings { epochs: 12, rate: 0.05, decay: 0.05 };

/// How much an example of a text counts: news is what the analysis is for, and novels are furthest from it.
fn weight_of(id: &str) -> f64 {
    match id {
        _ if id.starts_with("GUM_news") => 3.0,
        _ if id.starts_with("GUM_") => 1.5,
        _ if id.starts_with("development-") => 2.0,
        _ => 0.4,
    }
}

/// Learns the weights on the training parts under `data` and writes `coreference_weights.tsv` into `out`.
///
/// With `hold_out` each fifth of the texts is held out in turn instead: what was learned from the others is tried on it,
/// and nothing is written.
pub fn write_weights(data: &Path, out: &Path, hold_out: bool) -> Result<(), String> {
    let models = Models::builtin().map_err(|error| error.to_string())?;
    let data = data.join("data");
    let mut texts = corpora::gum(&data.join("ud-gum/train.conllu"))?;
    texts.extend(corpora::gap(&data.join("gap/development.tsv"))?);
    texts.extend(corpora::litbank(&data.join("litbank/train.jsonl"))?);
    let texts: Vec<Aligned> =
        texts.into_iter().map(|text| Aligned::new(text, &models)).collect::<Result<_, _>>()?;
    eprintln!("{} texts", texts.len());
    if hold_out {
        for fold in 0..FOLDS {
            eprintln!("fold {} of {FOLDS}", fold + 1);
            let part = |held: bool| -> Vec<&Aligned> {
                let texts = texts.iter().enumerate().filter(|(at, _)| (at % FOLDS == fold) == held);
                texts.map(|(_, text)| text).collect()
            };
            let tsv = in_rounds(&part(false), &models)?;
            report(&part(true), &Models { coreference: read(&tsv)?, ..models.clone() });
        }
        return Ok(());
    }
    let tsv = in_rounds(&texts.iter().collect::<Vec<_>>(), &models)?;
    let head = "# Weights of coreference: decision, feature, thousandths of log-odds.\n\
         # Learned on the training part of UD English-GUM (annotation CC BY 4.0), the development part of GAP\n\
         # (Apache 2.0) and LitBank (CC BY 4.0). This file: CC BY-SA 4.0. Made by\n\
         # `cargo run -p whosaid-train --release -- coreference --data FOLDER`. Sorted.\n";
    let path = out.join("coreference_weights.tsv");
    std::fs::write(&path, format!("{head}{tsv}")).map_err(|error| format!("{}: {error}", path.display()))
}

/// The rows of the file, learned in rounds.
fn in_rounds(texts: &[&Aligned], models: &Models) -> Result<String, String> {
    let mut tsv = String::new();
    for round in 0..ROUNDS {
        let steering = if round == 0 { Steering::Marked } else { Steering::Weights };
        tsv = learned(texts, &Models { coreference: read(&tsv)?, ..models.clone() }, steering);
    }
    Ok(tsv)
}

fn read(tsv: &str) -> Result<CoreferenceWeights, String> {
    CoreferenceWeights::read(entries("coreference_weights", tsv)).map_err(|error| error.to_string())
}

/// One round: the rows of the file.
fn learned(texts: &[&Aligned], models: &Models, steering: Steering) -> String {
    let mut examples: Vec<Example> = Vec::new();
    for text in texts {
        let weight = weight_of(&text.document.id);
        walk(text, models, steering, &mut |decision, right| {
            let features = |answers: &[u8]| decision.space.features(answers).map(|id| id as u32).collect();
            let rows = decision.rows.iter().map(|row| features(&row.answers)).collect();
            examples.push(Example { rows, right, weight });
        });
    }
    let mut lines = rows_of(&PRONOUNS, &mut examples);
    lines.sort_unstable();
    lines.concat()
}

fn rows_of(space: &FeatureSpace, examples: &mut [Example]) -> Vec<String> {
    let mut counts = vec![0_u32; space.len()];
    for example in &*examples {
        let mut seen: Vec<u32> = example.rows.iter().flatten().copied().collect();
        seen.sort_unstable();
        seen.dedup();
        seen.iter().for_each(|id| counts[*id as usize] += 1);
    }
    for row in examples.iter_mut().flat_map(|example| &mut example.rows) {
        row.retain(|id| counts[*id as usize] >= MIN_COUNT);
    }
    eprintln!("{} decisions: {}", examples.len(), space.name);
    let weights = learn(examples, space.len(), SETTINGS);
    let mut lines = Vec::new();
    for (id, weight) in weights.iter().enumerate() {
        let thousandths = (weight * 1000.0).round() as i32;
        if thousandths.abs() >= LEAST_WEIGHT
            && let Some(name) = space.name_of(id)
        {
            let mut line = String::new();
            let _ = writeln!(line, "{}\t{name}\t{thousandths}", space.name);
            lines.push(line);
        }
    }
    eprintln!("{} weights", lines.len());
    lines
}

/// Prints how often the weights choose right on texts that they did not learn from.
fn report(texts: &[&Aligned], models: &Models) {
    let mut tally: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    let mut pairs = [0_usize; 3];
    for text in texts {
        let corpus = text.document.id.split(['_', '-']).next().unwrap_or("");
        let corpus = if corpus.chars().all(|c| c.is_ascii_digit()) { "litbank" } else { corpus };
        let news = if text.document.id.starts_with("GUM_news") { " news" } else { "" };
        let coref = walk(text, models, Steering::Weights, &mut |decision, right| {
            let word = examples::words(text, decision.mention).to_lowercase();
            let form = match word.as_str() {
                "it" | "its" | "itself" => "it",
                "they" | "them" | "their" | "theirs" | "themselves" => "they",
                _ => "he",
            };
            let row = tally.entry(format!("{corpus}{news} {form}")).or_default();
            row[0] += 1;
            row[1] += usize::from(right[decision.chosen]);
        });
        for (truth, found) in pair_found(text, &coref).into_iter().flatten() {
            pairs[0] += usize::from(truth && found);
            pairs[1] += usize::from(truth);
            pairs[2] += usize::from(found);
        }
    }
    for (name, [all, right]) in tally {
        eprintln!("  {name:24} {right:5} of {all:5} {:5.1}", 100.0 * right as f64 / all.max(1) as f64);
    }
    let [both, truth, found] = pairs;
    eprintln!(
        "  GAP P {:.1} R {:.1} F {:.1}",
        100.0 * both as f64 / found.max(1) as f64,
        100.0 * both as f64 / truth.max(1) as f64,
        200.0 * both as f64 / (truth + found).max(1) as f64
    );
}
