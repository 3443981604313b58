//! Layers over rows of whole numbers: the inner loops of the network.
//!
//! Rows are multiplied eight numbers at a time; processors and wasm have one instruction for it, which [`wide`]
//! reaches without `unsafe`.

use wide::{i16x8, i32x4};

/// Bits after the point of the network's values: they lie between -32 and 32.
pub const SCALE: u32 = 10;
/// Numbers that are multiplied at a time: rows are as wide as a multiple of it.
pub const LANES: usize = 8;
/// Outputs that are computed at a time.
const OUTPUTS: usize = 4;

/// A layer: each output is a weighted sum of all inputs and a bias.
#[derive(Clone, Debug, Default)]
pub struct Dense {
    inputs: usize,
    /// Output by output.
    weights: Vec<i16>,
    /// At the scale of the sums: [`SCALE`] and the output's shift.
    biases: Vec<i32>,
    shifts: Vec<u8>,
}

impl Dense {
    /// A layer of these parts: weights and biases output by output.
    pub const fn new(inputs: usize, weights: Vec<i16>, biases: Vec<i32>, shifts: Vec<u8>) -> Self {
        Self { inputs, weights, biases, shifts }
    }

    /// Number of inputs.
    pub const fn inputs(&self) -> usize {
        self.inputs
    }

    /// Number of outputs.
    pub fn outputs(&self) -> usize {
        self.shifts.len()
    }

    /// What each output is without any input, at the network's scale.
    pub fn scaled_biases(&self) -> impl Iterator<Item = i32> {
        self.biases.iter().zip(&self.shifts).map(|(bias, shift)| rounded(*bias, u32::from(*shift)))
    }

    /// Appends the outputs for each row of inputs, at the network's scale.
    pub fn apply(&self, rows: &[i16], out: &mut Vec<i16>) {
        self.each_row(rows, true, |sums| out.extend(sums.iter().map(|sum| narrow(*sum))));
    }

    /// The same without the biases: for parts of a sum.
    pub fn apply_unbiased(&self, rows: &[i16], out: &mut Vec<i16>) {
        self.each_row(rows, false, |sums| out.extend(sums.iter().map(|sum| narrow(*sum))));
    }

    /// The same as [`apply`](Self::apply), without loss of large values: for scores.
    pub fn apply_wide(&self, rows: &[i16], out: &mut Vec<i32>) {
        self.each_row(rows, true, |sums| out.extend_from_slice(sums));
    }

    fn each_row(&self, rows: &[i16], biased: bool, mut give: impl FnMut(&[i32])) {
        let mut sums = vec![0i32; self.outputs()];
        for row in rows.chunks_exact(self.inputs.max(1)) {
            products(row, &self.weights, &mut sums);
            for ((sum, bias), shift) in sums.iter_mut().zip(&self.biases).zip(&self.shifts) {
                let bias = if biased { *bias } else { 0 };
                *sum = rounded(sum.wrapping_add(bias), u32::from(*shift));
            }
            give(&sums);
        }
    }
}

/// Sets each sum to the product of the row with one column of weights, which lie one behind the other.
pub fn products(row: &[i16], weights: &[i16], sums: &mut [i32]) {
    let stride = row.len();
    let mut outputs = sums.chunks_exact_mut(OUTPUTS);
    let mut columns = weights.chunks_exact(stride.max(1) * OUTPUTS);
    for (sums, block) in (&mut outputs).zip(&mut columns) {
        sums.copy_from_slice(&four(row, block, stride));
    }
    let rest = columns.remainder().chunks_exact(stride.max(1));
    for (sum, column) in outputs.into_remainder().iter_mut().zip(rest) {
        *sum = dot(row, column);
    }
}

/// The products of a row with four columns that lie one behind the other.
fn four(row: &[i16], block: &[i16], stride: usize) -> [i32; OUTPUTS] {
    let (upper, lower) = block.split_at((stride * 2).min(block.len()));
    let ((a, b), (c, d)) = (upper.split_at(stride.min(upper.len())), lower.split_at(stride.min(lower.len())));
    let mut sums = [i32x4::ZERO; OUTPUTS];
    let columns = chunks(a).zip(chunks(b)).zip(chunks(c).zip(chunks(d)));
    for (x, ((a, b), (c, d))) in chunks(row).zip(columns) {
        let x = i16x8::new(*x);
        for (sum, column) in sums.iter_mut().zip([a, b, c, d]) {
            *sum += x.dot(i16x8::new(*column));
        }
    }
    sums.map(|sum| sum.reduce_add())
}

fn chunks(row: &[i16]) -> impl Iterator<Item = &[i16; LANES]> {
    row.as_chunks::<LANES>().0.iter()
}

/// The sum of the products of two rows; their width is a multiple of eight.
pub fn dot(a: &[i16], b: &[i16]) -> i32 {
    let products = chunks(a).zip(chunks(b)).map(|(a, b)| i16x8::new(*a).dot(i16x8::new(*b)));
    products.fold(i32x4::ZERO, |sum, product| sum + product).reduce_add()
}

/// Shifts to the right, to the nearest.
pub const fn rounded(value: i32, shift: u32) -> i32 {
    if shift == 0 { value } else { value.wrapping_add(1 << (shift - 1)) >> shift }
}

/// A value within the range of the network's rows.
pub const fn narrow(value: i32) -> i16 {
    if value > i16::MAX as i32 {
        i16::MAX
    } else if value < i16::MIN as i32 {
        i16::MIN
    } else {
        value as i16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_the_schoolbook() {
        let row: Vec<i16> = (0..24).map(|i| i * 7 % 50 - 20).collect();
        let weights: Vec<i16> = (0..24 * 7).map(|i| i * 13 % 60 - 30).collect();
        let mut sums = vec![0; 7];
        products(&row, &weights, &mut sums);
        for (sum, column) in sums.iter().zip(weights.chunks_exact(24)) {
            let expected: i32 = row.iter().zip(column).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
            assert_eq!(*sum, expected);
        }
    }

    #[test]
    fn shifts_round_to_the_nearest() {
        assert_eq!([rounded(5, 1), rounded(-5, 1), rounded(7, 0)], [3, -2, 7]);
    }
}
