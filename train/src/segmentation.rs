//! The weights by which `segment` judges where sentences end, counted on treebanks.
//!
//! The raw text of each document is put together again as its editors saw it, with an empty line between
//! paragraphs, and goes through the stages; every place where a sentence could end is an example. The weights are
//! those of a logistic regression (AdaGrad, fixed order); the largest are kept, learned once more without the
//! others, and rounded at the end.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::path::Path;

use whosaid::blocks::find_blocks;
use whosaid::input::clean;
use whosaid::segment::{FEATURES, boundaries};
use whosaid::{Input, Models, Options};

/// Features seen less often say more about single texts than about language.
const MIN_COUNT: u32 = 3;
/// Features kept: about 50 kB.
const MOST_FEATURES: usize = 2600;
const EPOCHS: usize = 12;
const LEARNING_RATE: f64 = 0.2;
const L2: f64 = 2e-4;
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
    doc: usize, rule: bool, mark: String,
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
    for (doc, document) in documents.iter().enumerate() {
        let text =
            clean(&Input::text(&document.text), &Options::default()).map_err(|error| error.to_string())?;
        boundaries(&text, &find_blocks(&text, &models), &models, &mut |boundary| {
            let at = whosaid::text::TextSpan::new(boundary.at, boundary.at);
            let ends = document.ends.contains(&text.map.to_source(at).start());
            rule_right += usize::from(ends == boundary.rule);
            let rule = boundary.rule; let mark = boundary.features[0].1.clone();
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
            examples.push(Example { features, ends, weight: document.weight, doc, rule, mark });
            ends
        });
    }
    eprintln!("{} examples, rules right at {rule_right}, {} features", examples.len(), counts.len());
    let held: Vec<Example> = if std::env::var("HOLD").is_ok() { let (h, e): (Vec<_>, Vec<_>) = std::mem::take(&mut examples).into_iter().partition(|e| e.doc % 5 == 0); examples = e; h } else { Vec::new() };
    keep(&mut examples, |number| counts[number as usize] >= MIN_COUNT);
    let first = learn(&examples, counts.len());
    let mut order: Vec<u32> = (0..counts.len() as u32).filter(|n| counts[*n as usize] >= MIN_COUNT).collect();
    // what a feature decides: its weight, and how often it is asked
    let worth = |n: u32| first[n as usize].abs() * f64::from(counts[n as usize]).powf(0.3);
    order.sort_by(|a, b| worth(*b).total_cmp(&worth(*a)).then(a.cmp(b)));
    order.truncate(MOST_FEATURES);
    let kept: HashSet<u32> = order.into_iter().collect();
    keep(&mut examples, |number| kept.contains(&number));
    let weights = learn(&examples, counts.len());
    for (title, w) in [("all", &first), ("kept", &weights)] { let mut t: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
      for e in &held { let sum: f64 = e.features.iter().map(|n| (w[*n as usize]*100.0).round()).sum(); let m = e.mark.as_str();
        for m in ["total", m] { let r = t.entry(m).or_default(); r[0]+=1; r[1]+=usize::from(e.rule!=e.ends); r[2]+=usize::from(sum>0.0 && !e.ends); r[3]+=usize::from(sum<=0.0 && e.ends); } }
      for (m, r) in t { if r[1] > 20 || m=="total" { eprintln!("{title} {m}: n, rule wrong, false, missed {r:?}"); } } }
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
        eprintln!("epoch {}: {wrong} wrong", epoch + 1);
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
