//! Learns the network that finds attributions, on articles whose attributions are marked.

mod data;
mod export;
mod fit;
mod model;
mod score;

use std::path::PathBuf;

use whosaid::Models;

use self::data::{Corpus, Lemmas};
use self::fit::{Plan, learn};
use self::model::{Model, Shape};
use crate::neural::random::Random;

/// Where things are.
pub struct Places {
    /// The folder that holds `data`.
    pub data: PathBuf,
}

/// Learns the network; gives the bytes of its section.
pub fn follow(places: &Places, models: &Models) -> Result<Vec<u8>, String> {
    let data = places.data.join("data");
    let held_out = data::ids_of(&data.join("speakers/train.jsonl"))?;
    let train = Corpus::read(&[data.join("polnear/train.jsonl")], &held_out, models)?;
    let dev = Corpus::read(&[data.join("polnear/dev.jsonl")], &Default::default(), models)?;
    let lemmas = Lemmas::count(&train);
    let (train, dev) = (train.examples(&lemmas), dev.examples(&lemmas));
    let plan = Plan::default();
    let mut random = Random::new(plan.seed);
    let (model, mut params) = Model::new(&Shape::default(), lemmas.known.len() + 2, &mut random);
    let weights: usize = params.table.iter().map(|param| param.values.len()).sum();
    eprintln!("{weights} weights, {} articles, {} lemmas", train.len(), lemmas.known.len());
    learn(&model, &mut params, &train, &dev, &lemmas.counts, &plan, &mut random);
    Ok(export::section(&model, &params, &lemmas.known))
}
