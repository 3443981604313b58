//! The loop of learning: batches, epochs, scores on dev.

use std::path::Path;
use std::time::Instant;

use whosaid::Models;
use whosaid::labels::{Deprel, EntityType};
use whosaid::labels::bioes::{LABELS, NAME_TYPES, OUTSIDE, Place, label};
use whosaid::mentions::bioes::best_names;

use super::data::{Example, Reader, Tags, assign, trees, vocabulary};
use super::names;
use super::model::{Dropout, Model, Shape, Sizes};
use crate::conllu;
use crate::neural::adam::Adam;
use crate::neural::params::{Grads, Params};
use crate::neural::random::Random;
use crate::neural::tape::{Tape, Target};

/// Shares of a batch that are computed side by side, whatever the number of processors.
const SHARES: usize = 2;

pub struct Plan {
    pub epochs: usize,
    pub batch_tokens: usize,
    pub rate: f32,
    pub drop: Dropout,
    pub weights: [f32; 4],
}

pub fn run(arguments: &[String]) -> Result<(), String> {
    let option = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    let number = |name: &str, usual: f32| option(name).and_then(|v| v.parse().ok()).unwrap_or(usual);
    let data = option("--data").ok_or("--data FOLDER")?;
    let data = Path::new(&data).join("data");
    let pack = std::fs::read("models/en.pack").map_err(|error| format!("models/en.pack: {error}"))?;
    let pack = whosaid::model::Pack::read(&pack).map_err(|error| error.to_string())?;
    let models = Models::without_network(&pack).map_err(|error| error.to_string())?;
    let mut reader = Reader::new(&models);
    let train_files = ["ud-ewt", "ud-gum"].map(|name| data.join(name).join("train.conllu"));
    let mut words = Vec::new();
    for file in &train_files {
        words.extend(conllu::read(file)?.into_iter().flatten());
    }
    let tags = Tags::count(words.iter());
    let mut examples = Vec::new();
    for file in &train_files {
        examples.extend(trees(file, &tags, &mut reader, true)?);
    }
    let mut name_devs = Vec::new();
    if number("--names", 1.0) > 0.0 {
        let corpora = [
            ("newswire", "research-only/worldwide-newswire/train.ner.tsv", "research-only/worldwide-newswire/dev.ner.tsv", 1.0, 1),
            ("uner-ewt", "uner-ewt/train.ner.tsv", "uner-ewt/dev.ner.tsv", 1.0, 1),
            ("gum", "ud-gum/train.ner.tsv", "ud-gum/dev.ner.tsv", 1.0, 1),
            ("crossner", "crossner-politics/train.ner.tsv", "crossner-politics/dev.ner.tsv", 1.0, 2),
        ];
        for (corpus, train, dev, weight, times) in corpora {
            let documents = names::documents(&data.join(train))?;
            for _ in 0..times {
                examples.extend(names::names(corpus, &documents, &models, &mut reader, weight, true));
            }
            let documents = names::documents(&data.join(dev))?;
            name_devs.push((corpus, names::names(corpus, &documents, &models, &mut reader, 1.0, false)));
        }
    }
    let (known, counts) = vocabulary(&examples, 2, number("--vocabulary", 16000.0) as usize);
    assign(&mut examples, &known);
    let mut devs = Vec::new();
    for name in ["ud-ewt", "ud-gum"] {
        let mut dev = trees(&data.join(name).join("dev.conllu"), &tags, &mut reader, false)?;
        assign(&mut dev, &known);
        devs.push((name, dev));
    }
    for (_, dev) in &mut name_devs {
        assign(dev, &known);
    }
    let shape = Shape {
        word: number("--word", 48.0) as usize,
        prefix: 16,
        short_suffix: 8,
        long_suffix: 24,
        shape: 8,
        flags: 24,
        scan: number("--scan", 64.0) as usize,
        layers: number("--layers", 2.0) as usize,
        arcs: number("--arcs", 48.0) as usize,
        relations: number("--relations", 64.0) as usize,
    };
    let sizes = Sizes { words: known.len() + 1, tags: tags.0.len(), relations: Deprel::ALL.len(), names: LABELS };
    let mut random = Random::new(1);
    let (model, mut params) = Model::new(&shape, &sizes, &mut random);
    let plan = Plan {
        epochs: number("--epochs", 20.0) as usize,
        batch_tokens: number("--batch", 800.0) as usize,
        rate: number("--rate", 0.002),
        drop: Dropout { input: number("--drop-input", 0.2), hidden: number("--drop-hidden", 0.3), head: number("--drop-head", 0.2) },
        weights: [number("--tree-weight", 2.0), number("--tree-weight", 2.0), number("--tree-weight", 2.0), number("--name-weight", 1.0)],
    };
    eprintln!("{} examples, {} words, {} tags, {} weights", examples.len(), known.len(), tags.0.len(), params.table.iter().map(|p| p.values.len()).sum::<usize>());
    learn(&model, &mut params, &examples, &counts, &plan, &mut random, |epoch, params, line| {
        eprint!("{epoch:>3} {line}");
        for (name, dev) in &devs {
            let score = score(&model, params, dev, &tags);
            eprint!("  {name} UPOS {:.2} tag {:.2} UAS {:.2} LAS {:.2}", score[0], score[1], score[2], score[3]);
        }
        eprintln!();
        for (name, dev) in &name_devs {
            let [precision, recall, f, all] = score_names(&model, params, dev);
            eprint!("   {name} P {precision:.1} R {recall:.1} F {f:.2} all types {all:.2}");
        }
        eprintln!();
        if let Some(out) = option("--out") {
            let bytes = super::export::section(&model, params, &known, &tags.0);
            std::fs::write(&out, bytes).expect("a file that can be written");
        }
    });
    Ok(())
}

/// Learns from the examples; `report` is called after each epoch.
pub fn learn(
    model: &Model,
    params: &mut Params,
    examples: &[Example],
    counts: &[u32],
    plan: &Plan,
    random: &mut Random,
    mut report: impl FnMut(usize, &Params, String),
) {
    let mut adam = Adam::new(params);
    let mut grads: Vec<Grads> = (0..SHARES).map(|_| Grads::new(params)).collect();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let tokens: usize = examples.iter().map(|e| e.tokens.len()).sum();
    let all_steps = (plan.epochs * tokens).div_ceil(plan.batch_tokens) as f32;
    let mut step = 0.0f32;
    for epoch in 1..=plan.epochs {
        let started = Instant::now();
        random.shuffle(&mut order);
        let mut losses = [0.0f32; 4];
        let mut at = 0;
        while at < order.len() {
            let mut batch: [Vec<&Example>; SHARES] = Default::default();
            let mut filled = [0usize; SHARES];
            while at < order.len() && filled.iter().sum::<usize>() < plan.batch_tokens {
                let least = (0..SHARES).min_by_key(|share| filled[*share]).unwrap_or(0);
                let example = &examples[order[at]];
                filled[least] += example.tokens.len();
                batch[least].push(example);
                at += 1;
            }
            let divide = filled.iter().sum::<usize>() as f32;
            let seeds: [u64; SHARES] = std::array::from_fn(|_| random.next());
            let shared: &Params = params;
            let results: Vec<[f32; 4]> = std::thread::scope(|scope| {
                let workers: Vec<_> = grads
                    .iter_mut()
                    .zip(&batch)
                    .zip(seeds)
                    .map(|((grads, batch), seed)| {
                        scope.spawn(move || {
                            let mut random = Random::new(seed);
                            let lengths: Vec<usize> = batch.iter().map(|e| e.tokens.len()).collect();
                            let mut tape = Tape::new(shared, grads, &lengths);
                            let outputs = model.forward(&mut tape, batch, plan.drop, &mut random, |word, random| {
                                random.chance(0.3 / (0.3 + counts[word as usize] as f32) + 0.02)
                            });
                            let losses = model.losses(&mut tape, &outputs, batch, plan.weights, plan.drop, &mut random, divide);
                            tape.backward();
                            losses
                        })
                    })
                    .collect();
                workers.into_iter().map(|worker| worker.join().expect("a worker that ends")).collect()
            });
            for result in results {
                losses.iter_mut().zip(result).for_each(|(sum, loss)| *sum += loss);
            }
            let (first, others) = grads.split_at_mut(1);
            for other in others.iter_mut() {
                first[0].add(other, params);
                other.clear(params);
            }
            step += 1.0;
            let warm = (step / 200.0).min(1.0);
            let left = 1.0 - (step / all_steps).min(1.0);
            adam.step(params, &first[0], plan.rate * warm * (0.02 + 0.98 * left), 1e-4);
            first[0].clear(params);
        }
        let seconds = started.elapsed().as_secs_f32();
        let loss = losses.map(|loss| format!("{:.3}", loss / tokens as f32)).join(" ");
        report(epoch, params, format!("{seconds:.0} s, {:.0} tokens/s, loss {loss}", tokens as f32 / seconds));
    }
}

/// UPOS, pair of tags, UAS, LAS in percent, given words and sentences.
pub fn score(model: &Model, params: &Params, examples: &[Example], tags: &Tags) -> [f32; 4] {
    let mut grads = Grads::new(params);
    let mut random = Random::new(0);
    let mut right = [0usize; 4];
    let mut all = 0;
    for batch in examples.chunks(32) {
        let batch: Vec<&Example> = batch.iter().collect();
        let lengths: Vec<usize> = batch.iter().map(|e| e.tokens.len()).collect();
        let mut tape = Tape::new(params, &mut grads, &lengths);
        let outputs = model.forward(&mut tape, &batch, Dropout::NONE, &mut random, |_, _| false);
        let heads = model.best_heads(&tape, &outputs, params, &lengths);
        let mut from = Vec::new();
        let mut start = 0;
        for length in &lengths {
            for at in 0..*length {
                let head = heads[start + at];
                from.push((start + if head < *length { head } else { at }) as u32);
            }
            start += length;
        }
        let relations = model.relation_scores(&mut tape, &outputs, from, Dropout::NONE, &mut random);
        let best = |row: &[f32]| (0..row.len()).max_by(|a, b| row[*a].total_cmp(&row[*b])).unwrap_or(0);
        let tag_rows = tape.data(outputs.tags).chunks_exact(tape.columns(outputs.tags));
        let relation_rows = tape.data(relations).chunks_exact(tape.columns(relations));
        let gold_tags = batch.iter().flat_map(|e| &e.tags);
        let gold = batch.iter().flat_map(|e| e.heads.iter().zip(&e.relations).map(|row| (row, e.tokens.len())));
        for ((((tag, relation), gold_tag), ((gold_head, gold_relation), length)), head) in
            tag_rows.zip(relation_rows).zip(gold_tags).zip(gold).zip(&heads)
        {
            all += 1;
            let tag = best(tag);
            if let Target::One(gold, _) = gold_tag {
                right[0] += usize::from(tags.0[*gold as usize].0 == tags.0[tag].0);
                right[1] += usize::from(*gold as usize == tag);
            }
            if *gold_head == Some(*head as u32) {
                right[2] += 1;
                let name = |index: usize| Deprel::ALL[index].name().split(':').next();
                let same = match gold_relation {
                    Target::One(gold, _) => name(*gold as usize) == name(best(relation)),
                    _ => false,
                };
                right[3] += usize::from(*head == length || same);
            }
        }
    }
    right.map(|right| 100.0 * right as f32 / all as f32)
}

/// Precision, recall and F of persons, organisations and places; F of all types.
pub fn score_names(model: &Model, params: &Params, examples: &[Example]) -> [f32; 4] {
    let mut grads = Grads::new(params);
    let mut random = Random::new(0);
    let (mut found, mut gold, mut right) = ([0usize; 2], [0usize; 2], [0usize; 2]);
    for batch in examples.chunks(32) {
        let batch: Vec<&Example> = batch.iter().collect();
        let lengths: Vec<usize> = batch.iter().map(|e| e.tokens.len()).collect();
        let mut tape = Tape::new(params, &mut grads, &lengths);
        let outputs = model.forward(&mut tape, &batch, Dropout::NONE, &mut random, |_, _| false);
        let mut rows = tape.data(outputs.names).chunks_exact(LABELS);
        for example in &batch {
            let scores: Vec<[i32; LABELS]> = rows
                .by_ref()
                .take(example.tokens.len())
                .map(|row| std::array::from_fn(|label| (row[label] * 256.0) as i32))
                .collect();
            let names = best_names(&scores);
            let golden = gold_names(&example.names);
            for (kind, of_interest) in [main_type as fn(usize) -> bool, |_| true].into_iter().enumerate() {
                found[kind] += names.iter().filter(|name| of_interest(name.name_type)).count();
                let golden: Vec<_> = golden
                    .iter()
                    .filter(|name| (0..NAME_TYPES.len()).any(|t| name.2 >> t & 1 == 1 && of_interest(t)))
                    .collect();
                gold[kind] += golden.len();
                right[kind] += names
                    .iter()
                    .filter(|name| {
                        of_interest(name.name_type)
                            && golden.iter().any(|g| (g.0, g.1) == (name.start, name.end) && g.2 >> name.name_type & 1 == 1)
                    })
                    .count();
            }
        }
    }
    let f = |kind: usize| 200.0 * right[kind] as f32 / (found[kind] + gold[kind]).max(1) as f32;
    [100.0 * right[0] as f32 / found[0].max(1) as f32, 100.0 * right[0] as f32 / gold[0].max(1) as f32, f(0), f(1)]
}

fn main_type(name_type: usize) -> bool {
    matches!(NAME_TYPES[name_type], EntityType::Person | EntityType::Org | EntityType::Gpe | EntityType::Loc)
}

/// Start, end and possible types of the names that targets mark.
fn gold_names(targets: &[Target]) -> Vec<(usize, usize, u16)> {
    let types_at = |target: &Target, place: Place| -> u16 {
        let set: u64 = match *target {
            Target::One(label, _) if label as usize != OUTSIDE => 1 << label,
            Target::Any(set, _) => set,
            _ => 0,
        };
        (0..NAME_TYPES.len()).filter(|t| set >> label(*t, place) & 1 == 1).fold(0, |types, t| types | 1 << t)
    };
    let mut names = Vec::new();
    let mut start = 0;
    for (at, target) in targets.iter().enumerate() {
        if types_at(target, Place::Single) > 0 {
            names.push((at, at + 1, types_at(target, Place::Single)));
        } else if types_at(target, Place::Begin) > 0 {
            start = at;
        } else if types_at(target, Place::End) > 0 {
            names.push((start, at + 1, types_at(target, Place::End)));
        }
    }
    names
}
