//! The learned network as the bytes of the section that `whosaid::model::AttributionNetwork::read` reads.

use super::model::Model;
use crate::neural::export::{embedding, layer, number, words};
use crate::neural::params::{ParamId, Params};

pub fn section(model: &Model, params: &Params, lemmas: &[u32], confidence: &[i32]) -> Vec<u8> {
    let mut out = Vec::new();
    words(&mut out, lemmas);
    let biased = |out: &mut Vec<u8>, [weights, bias]: [ParamId; 2]| layer(out, params, weights, Some(bias));
    let layers = |out: &mut Vec<u8>, layers: &[[[ParamId; 2]; 4]]| {
        number(out, layers.len());
        layers.iter().flatten().for_each(|part| biased(out, *part));
    };
    embedding(&mut out, params.get(model.lemma));
    biased(&mut out, model.input);
    embedding(&mut out, params.get(model.facts));
    layers(&mut out, &model.layers);
    biased(&mut out, model.cue);
    layer(&mut out, params, model.token, None);
    biased(&mut out, model.cue_token);
    embedding(&mut out, params.get(model.pair_facts));
    layers(&mut out, &model.pair_layers);
    biased(&mut out, model.label);
    biased(&mut out, model.verdict);
    number(&mut out, confidence.len());
    confidence.iter().for_each(|weight| out.extend_from_slice(&weight.to_le_bytes()));
    out
}
