//! Learned matrices as the bytes of a section: weights become small whole numbers here, once. `whosaid::model` reads
//! them.

use whosaid::model::{SCALE, TOGETHER};

use super::params::{Param, ParamId, Params};

/// Sorted fingerprints of words, each as the distance from the one before.
pub fn words(out: &mut Vec<u8>, vocabulary: &[u32]) {
    number(out, vocabulary.len());
    let mut last = 0;
    for word in vocabulary {
        let mut distance = word - last;
        last = *word;
        while distance >= 0x80 {
            out.push(distance as u8 | 0x80);
            distance >>= 7;
        }
        out.push(distance as u8);
    }
}

/// A number of four bytes.
pub fn number(out: &mut Vec<u8>, value: usize) {
    out.extend_from_slice(&(value as u32).to_le_bytes());
}

/// The largest shift at which all values fit into a byte.
fn shift_for(most: f32, limit: u32) -> u32 {
    (0..=limit).rev().find(|shift| most * (1u32 << shift) as f32 <= 127.0).unwrap_or(0)
}

fn byte(value: f32, shift: u32) -> u8 {
    (value * (1u32 << shift) as f32).round().clamp(-127.0, 127.0) as i8 as u8
}

/// A table.
pub fn embedding(out: &mut Vec<u8>, param: &Param) {
    let most = param.values.iter().fold(0.0f32, |most, value| most.max(value.abs()));
    let shift = shift_for(most, SCALE);
    number(out, param.rows);
    number(out, param.columns);
    out.push(shift as u8);
    out.extend(param.values.iter().map(|value| byte(*value, shift)));
}

/// A layer with its bias.
pub fn layer(out: &mut Vec<u8>, params: &Params, weights: ParamId, bias: Option<ParamId>) {
    let param = params.get(weights);
    dense(out, param.rows, param.columns, &param.values, bias.map(|bias| params.get(bias)));
}

/// A layer, output by output; `values` are by input.
pub fn dense(out: &mut Vec<u8>, inputs: usize, outputs: usize, values: &[f32], bias: Option<&Param>) {
    number(out, inputs);
    number(out, outputs);
    let column = |output: usize| (0..inputs).map(move |input| values[input * outputs + output]);
    let most = |outputs: std::ops::Range<usize>| {
        outputs.flat_map(column).fold(0.0f32, |most, value| most.max(value.abs()))
    };
    let groups = (0..outputs).step_by(TOGETHER).map(|first| first..(first + TOGETHER).min(outputs));
    let shifts: Vec<u32> = groups.map(|group| shift_for(most(group), 14)).collect();
    out.extend(shifts.iter().map(|shift| *shift as u8));
    let shift = |output: usize| shifts[output / TOGETHER];
    for output in 0..outputs {
        let bias = bias.map_or(0.0, |bias| bias.values[output]);
        let scaled = f64::from(bias) * f64::from(1u32 << (SCALE + shift(output)));
        out.extend_from_slice(&(scaled.round() as i32).to_le_bytes());
    }
    for output in 0..outputs {
        out.extend(column(output).map(|value| byte(value, shift(output))));
    }
}
