//! Learns the network that finds attributions, on articles whose attributions are marked: which words are cues, and
//! for each cue which words near it are its content and its source.

pub mod confidence;
mod data;
mod export;
mod fit;
mod model;
mod score;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use whosaid::model::{AttributionNetwork, SCALE};
use whosaid::quotes::passage::FAMILIES;
use whosaid::{Models, Strictness};

use self::data::{Corpus, Lemmas};
use self::fit::{learn, take_mean};
use self::model::Model;
use crate::network::recipe::Recipe;
use crate::network::run::append;
use crate::neural::params::Params;
use crate::neural::random::Random;

/// Learns the network of a recipe on what the models say of its articles; `data` is the folder of the corpora, `work`
/// that of checkpoints and log. Gives the bytes of its section; `None` if it stopped before the end, or if the recipe
/// has no such network.
pub fn follow(
    recipe: &Recipe,
    data: &Path,
    work: &Path,
    models: &Models,
    stop_after: &mut Option<usize>,
) -> Result<Option<Vec<u8>>, String> {
    let Some(plan) = &recipe.attributions else { return Ok(None) };
    let paths = |files: &[String]| -> Vec<PathBuf> { files.iter().map(|file| data.join(file)).collect() };
    if let Some(name) = plan.without.iter().find(|name| !FAMILIES.iter().any(|family| family.name == **name))
    {
        return Err(format!(
            "there is no family of facts {name}; there are {}",
            FAMILIES.map(|f| f.name).join(", ")
        ));
    }
    let mut held_out = HashSet::new();
    for file in paths(&plan.held_out) {
        held_out.extend(data::ids_of(&file)?);
    }
    let train = Corpus::read(&paths(&plan.files), &held_out, models)?;
    let dev = Corpus::read(&paths(&plan.dev), &HashSet::new(), models)?;
    let lemmas = Lemmas::count(&train, plan.least);
    let (train, dev) = (train.examples(&lemmas), dev.examples(&lemmas));
    let mut random = Random::new(recipe.seed);
    let (model, mut params) = Model::new(plan, lemmas.known.len() + 2, &mut random);
    let weights: usize = params.table.iter().map(|param| param.values.len()).sum();
    let attributions: usize = train.iter().map(|example| example.marked.gold.len()).sum();
    eprintln!("attributions: {weights} weights, {attributions} attributions, {} lemmas", lemmas.known.len());
    let saved = work.join("attributions.checkpoint");
    let report = |epoch: usize, params: &Params, line: String| {
        let scores = score::score(&model, params, &dev);
        let lines = format!("attributions {epoch} of {}: {line}\n  dev: {scores}\n", plan.epochs);
        eprint!("{lines}");
        append(&work.join("log.txt"), &lines)
    };
    let random = &mut random;
    if !learn(&model, &mut params, &train, &lemmas.counts, plan, random, &saved, stop_after, report)? {
        return Ok(None);
    }
    take_mean(&mut params, plan, &saved)?;
    let scores = format!(
        "attributions, mean of {} epochs\n  dev: {}\n",
        plan.average,
        score::score(&model, &params, &dev)
    );
    eprint!("{scores}");
    append(&work.join("log.txt"), &scores)?;
    // Until it is known how sure it is, the verdict counts alone.
    let plain = [0, 1 << SCALE, 0, 0, 0, 0, 0, 0, 0, 0];
    let learned = AttributionNetwork::read(&export::section(&model, &params, &lemmas.known, &plain));
    let models = Models { attribution: learned.map_err(|error| error.to_string())?, ..models.clone() };
    let judged = confidence::judged(&paths(&plan.dev), &models, Strictness::Everything)?;
    let (weights, line) = confidence::fit(&judged);
    eprintln!("confidence: {line}");
    append(&work.join("log.txt"), &format!("confidence: {line}\n"))?;
    Ok(Some(export::section(&model, &params, &lemmas.known, &weights)))
}
