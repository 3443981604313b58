//! Follows a recipe: reads the corpora, lets the teacher learn and mark, lets the student learn, packs.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use whosaid::Models;
use whosaid::labels::Deprel;
use whosaid::labels::bioes::LABELS;
use whosaid::model::Pack;

use super::checkpoint::Checkpoint;
use super::data::{Example, Reader, Tags, assign, text, trees, vocabulary};
use super::fit::{learn, score, score_names};
use super::model::Model;
use super::recipe::{Learning, Recipe};
use super::shape::Sizes;
use super::silver::{Teacher, Thoughts};
use super::{export, names, silver};
use crate::conllu;
use crate::neural::params::Params;
use crate::neural::random::Random;

/// Where things are.
pub struct Places {
    pub recipe: PathBuf,
    /// The folder that holds `data`.
    pub data: PathBuf,
    /// The pack whose lexicons are read.
    pub lexicons: PathBuf,
    /// Checkpoints and the log.
    pub work: PathBuf,
}

/// What the recipe's files hold.
struct Corpora {
    tags: Tags,
    trees: Vec<Example>,
    names: Vec<Example>,
    text: Vec<Example>,
    vocabulary: Vec<u32>,
    counts: Vec<u32>,
    dev_trees: Vec<(String, Vec<Example>)>,
    dev_names: Vec<(String, Vec<Example>)>,
}

/// Looks whether all is there that the recipe needs, and whether the checkpoints are its own.
pub fn prepare(recipe: &Recipe, places: &Places) -> Result<(), String> {
    let data = places.data.join("data");
    let missing: Vec<_> = recipe.files().into_iter().filter(|file| !data.join(file).is_file()).collect();
    if !missing.is_empty() {
        return Err(format!("{}: missing {}", data.display(), missing.join(", ")));
    }
    same_recipe(&places.recipe, &places.work)
}

/// Follows the recipe; gives the bytes of the network's section, or `None` if it stopped before the end, which it does
/// when the epochs that may be learned are used up.
pub fn follow(
    recipe: &Recipe,
    places: &Places,
    stop_after: &mut Option<usize>,
) -> Result<Option<Vec<u8>>, String> {
    let data = places.data.join("data");
    let pack =
        std::fs::read(&places.lexicons).map_err(|error| format!("{}: {error}", places.lexicons.display()))?;
    let pack = Pack::read(&pack).map_err(|error| error.to_string())?;
    let models = Models::without_network(&pack).map_err(|error| error.to_string())?;
    let mut corpora = corpora(recipe, &data, &models)?;
    eprintln!(
        "{} sentences with trees, {} with names, {} without marks; {} words, {} tags",
        corpora.trees.len(),
        corpora.names.len(),
        corpora.text.len(),
        corpora.vocabulary.len(),
        corpora.tags.0.len()
    );
    let text = std::mem::take(&mut corpora.text);
    let mut examples = std::mem::take(&mut corpora.trees);
    examples.append(&mut corpora.names);
    if let Some(learning) = &recipe.teacher {
        let mut teachers = Vec::new();
        for number in 1..=learning.count {
            let who = format!("teacher-{number}");
            let seed = recipe.seed + number as u64;
            let work = &places.work;
            let Some(taught) = teach(&who, seed, learning, &examples, &corpora, work, stop_after)? else {
                return Ok(None);
            };
            teachers.push(taught);
        }
        examples.extend(text);
        eprintln!("the teachers read {} sentences", examples.len());
        let thoughts = Thoughts { names: learning.treeless > 0.0, weight: recipe.student.silver };
        silver::mark(&teachers, &mut examples, thoughts);
    }
    let taught =
        teach("student", recipe.seed, &recipe.student, &examples, &corpora, &places.work, stop_after)?;
    Ok(taught.map(|Teacher { model, params }| {
        export::section(&model, &params, &corpora.vocabulary, &corpora.tags.0)
    }))
}

fn corpora(recipe: &Recipe, data: &Path, models: &Models) -> Result<Corpora, String> {
    let mut reader = Reader::new(models);
    let mut words = Vec::new();
    for source in &recipe.trees {
        words.extend(conllu::read(&data.join(&source.file))?.into_iter().flatten());
    }
    let tags = Tags::count(words.iter(), recipe.vocabulary.least_tags);
    let mut tree_examples = Vec::new();
    for source in &recipe.trees {
        for _ in 0..source.times {
            tree_examples.extend(trees(&data.join(&source.file), &tags, &mut reader, true)?);
        }
    }
    let mut name_examples = Vec::new();
    for source in &recipe.names {
        let documents = names::documents(&data.join(&source.file))?;
        for _ in 0..source.times {
            name_examples.extend(names::names(&documents, models, &mut reader, source.weight, true));
        }
    }
    let mut text_examples = Vec::new();
    for source in &recipe.text {
        text_examples.extend(text(&data.join(&source.file), models, &mut reader)?);
    }
    let all = tree_examples.iter().chain(&name_examples).chain(&text_examples);
    let (known, counts) = vocabulary(all, recipe.vocabulary.least, recipe.vocabulary.most);
    for examples in [&mut tree_examples, &mut name_examples, &mut text_examples] {
        assign(examples, &known);
    }
    let mut corpora = Corpora {
        tags,
        trees: tree_examples,
        names: name_examples,
        text: text_examples,
        vocabulary: known,
        counts,
        dev_trees: Vec::new(),
        dev_names: Vec::new(),
    };
    for file in &recipe.dev.trees {
        let mut examples = trees(&data.join(file), &corpora.tags, &mut reader, false)?;
        assign(&mut examples, &corpora.vocabulary);
        corpora.dev_trees.push((folder(file), examples));
    }
    for file in &recipe.dev.names {
        let documents = names::documents(&data.join(file))?;
        let mut examples = names::names(&documents, models, &mut reader, 1.0, false);
        assign(&mut examples, &corpora.vocabulary);
        corpora.dev_names.push((folder(file), examples));
    }
    Ok(corpora)
}

/// The folder of a corpus, which is its name.
fn folder(file: &str) -> String {
    file.rsplit('/').nth(1).unwrap_or(file).to_owned()
}

fn teach(
    who: &str,
    seed: u64,
    learning: &Learning,
    examples: &[Example],
    corpora: &Corpora,
    work: &Path,
    stop_after: &mut Option<usize>,
) -> Result<Option<Teacher>, String> {
    let sizes = Sizes {
        words: corpora.vocabulary.len() + 1,
        tags: corpora.tags.0.len(),
        relations: Deprel::ALL.len(),
        names: LABELS,
    };
    let mut random = Random::new(seed);
    let (model, mut params) = Model::new(&learning.shape(), &sizes, &mut random);
    let weights: usize = params.table.iter().map(|param| param.values.len()).sum();
    let tokens: usize = examples.iter().map(|example| example.tokens.len()).sum();
    eprintln!("{who}: {weights} weights, {tokens} tokens an epoch, {} epochs", learning.epochs);
    let saved = work.join(format!("{who}.checkpoint"));
    let report = |epoch: usize, params: &Params, line: String| {
        let mut lines = format!("{who} {epoch} of {}: {line}\n", learning.epochs);
        for (name, dev) in &corpora.dev_trees {
            let [upos, tag, uas, las] = score(&model, params, dev, &corpora.tags);
            let _ = writeln!(lines, "  {name}: UPOS {upos:.2}, tag {tag:.2}, UAS {uas:.2}, LAS {las:.2}");
        }
        for (name, dev) in corpora.dev_names.iter().filter(|_| learning.treeless > 0.0) {
            let [precision, recall, f, all] = score_names(&model, params, dev);
            let _ = writeln!(
                lines,
                "  {name}: names P {precision:.1}, R {recall:.1}, F {f:.2}; all types F {all:.2}"
            );
        }
        eprint!("{lines}");
        append(&work.join("log.txt"), &lines)
    };
    let (counts, random) = (&corpora.counts, &mut random);
    if !learn(&model, &mut params, examples, counts, learning, random, &saved, stop_after, report)? {
        return Ok(None);
    }
    if let Some(checkpoint) = Checkpoint::read(&saved)? {
        checkpoint.weights(&mut params);
    }
    Ok(Some(Teacher { model, params }))
}

/// Makes the folder of the checkpoints, and sees that those in it come from this recipe: going on with another one
/// would give a network that no recipe gives.
fn same_recipe(recipe: &Path, work: &Path) -> Result<(), String> {
    let told = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    std::fs::create_dir_all(work).map_err(|error| told(work, error))?;
    let copy = work.join("recipe.toml");
    let now = std::fs::read_to_string(recipe).map_err(|error| told(recipe, error))?;
    // Comments make no other recipe.
    let content = |text: &str| text.parse::<toml::Table>().ok();
    match std::fs::read_to_string(&copy) {
        Ok(before) if content(&before) == content(&now) => Ok(()),
        Ok(_) => Err(format!(
            "{} was begun with another recipe, kept there: put that one back, or remove the folder to begin anew",
            work.display()
        )),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            std::fs::write(&copy, now).map_err(|error| told(&copy, error))
        }
        Err(error) => Err(told(&copy, error)),
    }
}

/// Adds lines to a file.
pub fn append(path: &Path, lines: &str) -> Result<(), String> {
    let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
    file.and_then(|mut file| file.write_all(lines.as_bytes()))
        .map_err(|error| format!("{}: {error}", path.display()))
}
