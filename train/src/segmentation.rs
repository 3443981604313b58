//! The weights by which `segment` judges where sentences end, counted on treebanks.
//!
//! The raw text of each document is put together again as its editors saw it, with an empty line between
//! paragraphs, and goes through the stages; every place where a sentence could end is an example. The weights are
//! those of a logistic regression (AdaGrad, fixed order); again and again the better half of the features is kept and
//! learned without the others, and the last weights are rounded.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::path::Path;

use whosaid::blocks::find_blocks;
use whosaid::input::clean;
use whosaid::segment::{FEATURES, boundaries};
use whosaid::{Input, Models, Options};

/// Features seen less often say more about single texts than about language.
const MIN_COUNT: u32 = 3;
/// Features kept: a file just below 60 kB. When this was chosen, five-fold on train, 1,503 of 33,860 places were wrong by
/// the rules, 1,120 by 4,000 features, 1,076 by 5,000, 1,034 by all 156,000.
const MOST_FEATURES: usize = 3900;
/// Passes over the examples; the weights are the mean of those after each pass of the second half.
const EPOCHS: usize = 12;
const LEARNING_RATE: f64 = 0.1;
const L2: f64 = 0.002;
/// A feature is kept for its weight times how often it is asked, to this power: 0.15 and 0.5 were worse.
const ASKED: f64 = 0.3;
/// News is what the analysis is for.
const NEWS: f64 = 2.0;

/// A document of a treebank: its text, and where sentences end in it, in bytes.
struct Document {
    text: String,
    ends: HashSet<u32>,
    weight: f64,
}

struct Example {
    features: Vec<u32>,
    ends: bool,
    weight: f64,
}

/// Counts the weights on the treebanks under `data` and writes `sentence_weights.tsv` into `out`.
pub fn write_weights(data: &Path, out: &Path) -> Result<(), String> {
    let models = Models::builtin().map_err(|error| error.to_string())?;
    let mut documents = read_documents(&data.join("data/ud-ewt/train.conllu"))?;
    documents.extend(read_documents(&data.join("data/ud-gum/train.conllu"))?);
    let mut numbers: HashMap<(u8, String), u32> = HashMap::new();
    let mut counts: Vec<u32> = Vec::new();
    let mut examples = Vec::new();
    let mut rule_right = 0;
    for document in &documents {
        let text =
            clean(&Input::text(&document.text), &Options::default()).map_err(|error| error.to_string())?;
        boundaries(&text, &find_blocks(&text, &models), &models, &mut |boundary| {
            let at = whosaid::text::TextSpan::new(boundary.at, boundary.at);
            let ends = document.ends.contains(&text.map.to_source(at).start());
            rule_right += usize::from(ends == boundary.rule);
            let mut features = Vec::with_capacity(boundary.features.len());
            for feature in boundary.features {
                let next = counts.len() as u32;
                let number = *numbers.entry(feature).or_insert(next);
                if number == next {
                    counts.push(0);
                }
                counts[number as usize] += 1;
                features.push(number);
            }
            examples.push(Example { features, ends, weight: document.weight });
            ends
        });
    }
    eprintln!("{} examples, rules right at {rule_right}, {} features", examples.len(), counts.len());
    keep(&mut examples, |number| counts[number as usize] >= MIN_COUNT);
    let mut weights = learn(&examples, counts.len());
    for most in [16, 8, 4, 2, 1].map(|times| times * MOST_FEATURES) {
        let mut order: Vec<u32> =
            (0..counts.len() as u32).filter(|n| weights[*n as usize].abs() >= 0.01).collect();
        // what a feature decides: its weight, and how often it is asked
        let worth = |n: u32| weights[n as usize].abs() * f64::from(counts[n as usize]).powf(ASKED);
        order.sort_by(|a, b| worth(*b).total_cmp(&worth(*a)).then(a.cmp(b)));
        order.truncate(most);
        let kept: HashSet<u32> = order.into_iter().collect();
        keep(&mut examples, |number| kept.contains(&number));
        weights = learn(&examples, counts.len());
    }
    let mut rows = BTreeMap::new();
    for ((template, fields), number) in numbers {
        let weight = (weights[number as usize] * 100.0).round() as i32;
        if weight != 0 {
            rows.insert(format!("{template}\t{fields}"), weight);
        }
    }
    let mut tsv = format!(
        "# Weights of what speaks for the end of a sentence: template, fields, hundredths of log-odds. Features {FEATURES}.\n\
         # Counted on the training parts of UD English EWT and GUM (open genres), CC BY-SA 4.0, by\n\
         # `cargo run -p whosaid-train --release -- segmentation --data FOLDER`. Sorted.\n",
    );
    for (name, weight) in rows {
        let _ = writeln!(tsv, "{name}\t{weight}");
    }
    let path = out.join("sentence_weights.tsv");
    std::fs::write(&path, tsv).map_err(|error| format!("{}: {error}", path.display()))
}

fn keep(examples: &mut [Example], wanted: impl Fn(u32) -> bool) {
    for example in examples {
        example.features.retain(|number| wanted(*number));
    }
}

fn learn(examples: &[Example], features: usize) -> Vec<f64> {
    let mut weights = vec![0.0_f64; features];
    let mut squares = vec![1e-2_f64; features];
    let mut mean = vec![0.0_f64; features];
    let stride = coprime_stride(examples.len());
    for epoch in 0..EPOCHS {
        let (mut at, mut wrong) = (epoch, 0);
        for _ in 0..examples.len() {
            // visits each once, in an order that mixes documents
            at = (at + stride) % examples.len();
            let example = &examples[at];
            let sum: f64 = example.features.iter().map(|n| weights[*n as usize]).sum();
            let error = (1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(example.ends))) * example.weight;
            wrong += usize::from((sum > 0.0) != example.ends);
            for number in &example.features {
                let number = *number as usize;
                let gradient = error + L2 * weights[number];
                squares[number] += gradient * gradient;
                weights[number] -= LEARNING_RATE * gradient / squares[number].sqrt();
            }
        }
        eprintln!("pass {}: {wrong} wrong", epoch + 1);
        if epoch >= EPOCHS / 2 {
            for (m, w) in mean.iter_mut().zip(&weights) {
                *m += w;
            }
        }
    }
    let n = (EPOCHS - EPOCHS / 2) as f64;
    mean.iter().map(|m| m / n).collect()
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

/// The documents of a CoNLL-U file.
fn read_documents(path: &Path) -> Result<Vec<Document>, String> {
    let file = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut documents: Vec<Document> = Vec::new();
    let mut paragraph = false;
    let mut open = false;
    // the last word of a multiword token, whose form was taken already
    let mut inside = 0_usize;
    for line in file.lines() {
        if let Some(name) = line.strip_prefix("# newdoc") {
            let news = name.contains("weblog") || name.contains("_news_");
            let weight = if news { NEWS } else { 1.0 };
            documents.push(Document { text: String::new(), ends: HashSet::new(), weight });
        } else if line.starts_with("# newpar") {
            paragraph = true;
        }
        let Some(document) = documents.last_mut() else { continue };
        if line.is_empty() && open {
            document.ends.insert(document.text.trim_end().len() as u32);
            open = false;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, .., misc] = columns[..] else { continue };
        if id.contains('.') {
            continue;
        }
        if !open {
            if paragraph && !document.text.is_empty() {
                document.text.truncate(document.text.trim_end().len());
                document.text.push_str("\n\n");
            }
            (open, paragraph, inside) = (true, false, 0);
        }
        if let Some((_, last)) = id.split_once('-') {
            inside = last.parse().unwrap_or(0);
        } else if id.parse::<usize>().is_ok_and(|id| id <= inside) {
            continue;
        }
        document.text.push_str(form);
        if !misc.contains("SpaceAfter=No") {
            document.text.push(' ');
        }
    }
    Ok(documents)
}
