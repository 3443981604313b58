//! The learned network as the bytes of its section: weights become small whole numbers here, once.

use whosaid::labels::{Upos, Xpos};
use whosaid::model::SCALE;

use super::model::Model;
use crate::neural::export::{dense, embedding, layer, number, words};
use crate::neural::params::Params;

/// The bytes of the section that `whosaid::model::Network::read` reads.
pub fn section(model: &Model, params: &Params, vocabulary: &[u32], tags: &[(Upos, Xpos)]) -> Vec<u8> {
    let mut out = Vec::new();
    words(&mut out, vocabulary);
    number(&mut out, tags.len());
    for (upos, xpos) in tags {
        for name in [upos.name(), xpos.name()] {
            out.push(name.len() as u8);
            out.extend_from_slice(name.as_bytes());
        }
    }
    for table in model.tables() {
        embedding(&mut out, params.get(table));
    }
    let [window, bias] = model.window();
    let param = params.get(window);
    let inputs = param.rows / 3;
    for part in 0..3 {
        let values = &param.values[part * inputs * param.columns..(part + 1) * inputs * param.columns];
        let bias = (part == 1).then(|| params.get(bias));
        dense(&mut out, inputs, param.columns, values, bias);
    }
    number(&mut out, model.layers().len());
    for parts in model.layers() {
        for [weights, bias] in parts {
            layer(&mut out, params, weights, Some(bias));
        }
    }
    for (weights, bias) in model.heads() {
        layer(&mut out, params, weights, bias);
    }
    let (root, distances) = model.root_and_distances();
    for id in [root, distances] {
        let param = params.get(id);
        number(&mut out, param.values.len());
        for value in &param.values {
            out.extend_from_slice(&((value * (1 << SCALE) as f32).round() as i32).to_le_bytes());
        }
    }
    out
}
