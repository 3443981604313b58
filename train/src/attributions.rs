//! The weights of the attribution scorer, counted on PolNeAR.
//!
//! Every candidate that the rules of `quotes` propose is an example: right where its content shares at
//! least half of its words with that of a gold attribution. The weights are those of a logistic
//! regression (AdaGrad, fixed order), rounded to thousandths at the end.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use whosaid::analyze::{Analysis, analyze_layers};
use whosaid::quotes::candidates;
use whosaid::text::Id;
use whosaid::{Input, Models, OffsetUnit, Options, text::UnitConverter};

/// Features seen less often say more about single articles than about language.
const MIN_COUNT: u32 = 5;
/// Passes over the examples: held-out loss no longer falls after some ten.
const EPOCHS: u32 = 12;
const LEARNING_RATE: f64 = 0.25;
const L2: f64 = 3e-6;

struct Example {
    features: Vec<u32>,
    right: bool,
}

/// Counts the weights on `data/polnear/train.jsonl` under `data` and writes
/// `attribution_weights.tsv` into `out`.
///
/// The articles whose speakers are labelled stay out, so that their exam means something.
pub fn write_weights(data: &Path, out: &Path) -> Result<(), String> {
    let held_out = ids_of(&data.join("data/speakers/train.jsonl"))?;
    let articles = read_articles(&data.join("data/polnear/train.jsonl"), &held_out)?;
    let models = Models::builtin().map_err(|error| error.to_string())?;
    let mut names: HashMap<String, u32> = HashMap::new();
    let mut counts: Vec<u32> = Vec::new();
    let mut examples = Vec::new();
    for (number, article) in articles.iter().enumerate() {
        if number % 100 == 0 {
            eprintln!("article {number} of {}, {} examples", articles.len(), examples.len());
        }
        read_examples(article, &models, &mut |features, right| {
            let mut ids = Vec::new();
            for feature in features {
                let next = names.len() as u32;
                let id = *names.entry(feature).or_insert(next);
                if id as usize == counts.len() {
                    counts.push(0);
                }
                counts[id as usize] += 1;
                ids.push(id);
            }
            examples.push(Example { features: ids, right });
        })?;
    }
    for example in &mut examples {
        example.features.retain(|id| counts[*id as usize] >= MIN_COUNT);
    }
    let right = examples.iter().filter(|example| example.right).count();
    eprintln!("{} examples, {right} right, {} features", examples.len(), counts.len());
    let weights = learn(&examples, counts.len());
    let mut rows = BTreeMap::new();
    for (name, id) in names {
        let weight = (weights[id as usize] * 1000.0).round() as i32;
        if weight.abs() >= 40 {
            rows.insert(name, weight);
        }
    }
    let mut tsv = String::from(
        "# Weights of the attribution scorer: feature, thousandths of log-odds.\n\
         # Counted on the training part of PolNeAR (research data, no licence stated; only these sums are kept) by\n\
         # `cargo run -p whosaid-train --release -- attributions --data FOLDER`. Sorted.\n",
    );
    for (name, weight) in rows {
        let _ = writeln!(tsv, "{name}\t{weight}");
    }
    let path = out.join("attribution_weights.tsv");
    std::fs::write(&path, tsv).map_err(|error| format!("{}: {error}", path.display()))
}

struct Article {
    text: String,
    /// Contents as code points, pieces each.
    contents: Vec<Vec<(u32, u32)>>,
    /// Passages that the annotator set aside.
    masked: Vec<(u32, u32)>,
}

fn lines(path: &Path) -> Result<Vec<Value>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display())))
        .collect()
}

fn ids_of(path: &Path) -> Result<HashSet<String>, String> {
    Ok(lines(path)?.iter().filter_map(|row| row["id"].as_str().map(str::to_owned)).collect())
}

/// The first annotator's entry of each article that is not held out.
fn read_articles(path: &Path, held_out: &HashSet<String>) -> Result<Vec<Article>, String> {
    let mut seen = HashSet::new();
    let mut articles = Vec::new();
    for row in lines(path)? {
        let id = row["id"].as_str().unwrap_or_default().to_owned();
        if held_out.contains(&id) || !seen.insert(id) {
            continue;
        }
        let contents = rows(&row["attributions"]).iter().map(|a| spans(&a["content"])).collect();
        let mut masked = spans(&row["discard"]);
        masked.extend(spans(&row["discuss"]));
        articles.push(Article {
            text: row["text"].as_str().unwrap_or_default().to_owned(),
            contents,
            masked,
        });
    }
    Ok(articles)
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// `[[start, end], …]`, also one level deeper.
fn spans(value: &Value) -> Vec<(u32, u32)> {
    let number = |value: &Value| value.as_u64().map(|n| n as u32);
    rows(value)
        .iter()
        .flat_map(|pair| match (pair.get(0).and_then(number), pair.get(1).and_then(number)) {
            (Some(start), Some(end)) => vec![(start, end)],
            _ => spans(pair),
        })
        .collect()
}

fn read_examples(
    article: &Article,
    models: &Models,
    give: &mut dyn FnMut(Vec<String>, bool),
) -> Result<(), String> {
    let options = Options::default();
    let analysis =
        analyze_layers(&Input::text(&article.text), models, &options).map_err(|error| error.to_string())?;
    let places = places(&analysis, &article.text);
    let words = |spans: &[(u32, u32)]| -> HashSet<usize> {
        spans
            .iter()
            .flat_map(|(start, end)| {
                let from = places.partition_point(|place| place.1 <= *start);
                places[from..]
                    .iter()
                    .take_while(move |place| place.0 < *end)
                    .enumerate()
                    .map(move |(n, _)| from + n)
            })
            .collect()
    };
    let gold: Vec<HashSet<usize>> = article.contents.iter().map(|content| words(content)).collect();
    let masked = words(&article.masked);
    let a = &analysis;
    for (candidate, features) in
        candidates(&a.text, &a.blocks, &a.segments, &a.syntax, &a.mentions, &a.coref, models)
    {
        if masked.contains(&candidate.head) {
            continue;
        }
        let mine: HashSet<usize> =
            candidate.content.iter().flat_map(|run| run.ids()).map(|id| id.index()).collect();
        let right = gold.iter().any(|theirs| {
            let both = mine.intersection(theirs).count();
            both * 2 >= mine.len() + theirs.len() - both
        });
        give(features, right);
    }
    Ok(())
}

/// Code points of every token.
fn places(analysis: &Analysis, text: &str) -> Vec<(u32, u32)> {
    let converter = UnitConverter::new(text, OffsetUnit::Codepoint);
    let tokens = analysis.segments.tokens.rows();
    tokens
        .iter()
        .map(|token| {
            let span = analysis.text.map.to_source(token.span);
            (converter.from_byte(span.start()), converter.from_byte(span.end()))
        })
        .collect()
}

fn learn(examples: &[Example], features: usize) -> Vec<f64> {
    let mut weights = vec![0.0_f64; features];
    let mut squares = vec![1e-2_f64; features];
    for epoch in 0..EPOCHS {
        let mut loss = 0.0;
        // A stride coprime with the number of examples visits each once, in an order that mixes articles.
        let mut at = epoch as usize;
        let stride = coprime_stride(examples.len());
        for _ in 0..examples.len() {
            at = (at + stride) % examples.len();
            let example = &examples[at];
            let sum: f64 = example.features.iter().map(|id| weights[*id as usize]).sum();
            let p = 1.0 / (1.0 + (-sum).exp());
            let target = f64::from(u8::from(example.right));
            loss -= if example.right { p.max(1e-9).ln() } else { (1.0 - p).max(1e-9).ln() };
            for id in &example.features {
                let id = *id as usize;
                let gradient = p - target + L2 * weights[id] * examples.len() as f64 / 100.0;
                squares[id] += gradient * gradient;
                weights[id] -= LEARNING_RATE * gradient / squares[id].sqrt();
            }
        }
        eprintln!("epoch {}: loss {:.4}", epoch + 1, loss / examples.len() as f64);
    }
    weights
}

fn coprime_stride(count: usize) -> usize {
    let gcd = |mut a: usize, mut b: usize| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    (7919..).find(|stride| gcd(*stride, count.max(1)) == 1).unwrap_or(1)
}
