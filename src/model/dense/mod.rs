//! Layers over rows of whole numbers: the inner loops of the network.
//!
//! Two inputs of four outputs are multiplied and added at a time: processors and wasm have one instruction for
//! it, which [`wide`] reaches without `unsafe`. Weights lie in the order in which they are used: for every
//! sixteen outputs, for every two inputs, 32 numbers.

mod eight;
#[cfg(target_arch = "x86_64")]
mod sixteen;

use wide::{i16x8, i32x4, i32x8};

use eight::{Eight, TALL};

/// Bits after the point of the network's values: they lie between -32 and 32.
pub const SCALE: u32 = 10;
/// Numbers that are multiplied at a time: rows are as wide as a multiple of it.
pub const LANES: usize = 8;
/// Outputs that share a shift and lie in one vector.
pub const TOGETHER: usize = 4;
/// Vectors of outputs that are computed at a time.
const VECTORS: usize = 4;
/// Outputs that are computed at a time.
const OUTPUTS: usize = TOGETHER * VECTORS;
/// Inputs that are multiplied at a time.
const PAIR: usize = 2;
/// Weights of as many outputs and inputs as are multiplied at a time.
const BLOCK: usize = OUTPUTS * PAIR;

/// A layer: each output is a weighted sum of all inputs and a bias.
///
/// Rows of outputs are [`width`](Self::width) numbers wide: outputs are filled up to a multiple of sixteen.
#[derive(Clone, Debug, Default)]
pub struct Dense {
    inputs: usize,
    outputs: usize,
    weights: Vec<[i16; BLOCK]>,
    scales: Vec<Scales>,
}

/// How the sums of the outputs that are computed at a time come to the network's scale.
#[derive(Clone, Copy, Debug, Default)]
struct Scales {
    /// At the scale of the sums: [`SCALE`] and the shift.
    biases: [i32; OUTPUTS],
    /// What is added before the shift, that it goes to the nearest.
    halves: [i32; OUTPUTS],
    /// That and the biases.
    rounding: [i32; OUTPUTS],
    /// One for each output; the same for all of a vector.
    shifts: [u32; OUTPUTS],
}

impl Scales {
    /// The next outputs of these biases and of a shift for every four of them.
    fn new(biases: &[i32], shifts: &[u8]) -> Self {
        let mut scales = Self::default();
        let shifts = shifts.iter().flat_map(|shift| [*shift; TOGETHER]);
        for (to, shift) in scales.shifts.iter_mut().zip(shifts) {
            *to = u32::from(shift);
        }
        scales.biases.iter_mut().zip(biases).for_each(|(to, bias)| *to = *bias);
        scales.halves = scales.shifts.map(half);
        let both = scales.rounding.iter_mut().zip(scales.biases).zip(scales.halves);
        both.for_each(|((to, bias), half)| *to = bias.wrapping_add(half));
        scales
    }
}

/// Half of what a shift leaves out.
#[inline(always)]
const fn half(shift: u32) -> i32 {
    if shift == 0 { 0 } else { 1 << (shift - 1) }
}

impl Dense {
    /// A layer of these parts, output by output: weights, biases at the scale of the sums; and a shift for every
    /// four outputs.
    pub fn new(inputs: usize, weights: &[i8], biases: &[i32], shifts: &[u8]) -> Self {
        let outputs = biases.len();
        let columns: Vec<&[i8]> = weights.chunks_exact(inputs.max(1)).collect();
        let mut blocks = Vec::new();
        for columns in columns.chunks(OUTPUTS) {
            for at in (0..inputs).step_by(PAIR) {
                let mut block = [0i16; BLOCK];
                for (part, column) in block.chunks_exact_mut(PAIR).zip(columns) {
                    let from = column.get(at..).unwrap_or(&[]);
                    part.iter_mut().zip(from).for_each(|(to, from)| *to = i16::from(*from));
                }
                blocks.push(block);
            }
        }
        let scales = biases.chunks(OUTPUTS).zip(shifts.chunks(VECTORS));
        let scales = scales.map(|(biases, shifts)| Scales::new(biases, shifts)).collect();
        Self { inputs, outputs, weights: blocks, scales }
    }

    /// Makes it a layer without biases whose weights are these rows, so wide as it has inputs; each row is what an
    /// output asks for. Sums are shifted to the right by `shift`.
    pub fn fill(&mut self, inputs: usize, rows: &[i16], shift: u32) {
        self.inputs = inputs;
        self.outputs = rows.len() / inputs.max(1);
        let blocks = self.blocks();
        self.scales.clear();
        let scales = Scales::new(&[0; OUTPUTS], &[shift as u8; VECTORS]);
        self.scales.resize(self.outputs.div_ceil(OUTPUTS), scales);
        self.weights.clear();
        self.weights.resize(self.scales.len() * blocks, [0; BLOCK]);
        let blocks = self.weights.chunks_exact_mut(blocks.max(1));
        for (blocks, rows) in blocks.zip(rows.chunks(inputs.max(1) * OUTPUTS)) {
            for (output, row) in rows.chunks_exact(inputs.max(1)).enumerate() {
                for (block, pair) in blocks.iter_mut().zip(row.as_chunks::<PAIR>().0) {
                    if let Some(to) = block.as_chunks_mut::<PAIR>().0.get_mut(output) {
                        *to = *pair;
                    }
                }
            }
        }
    }

    /// Two layers of the same inputs as one: the outputs of the first, filled up to whole vectors, then those of the
    /// second.
    pub(super) fn beside(mut self, other: Self) -> Self {
        self.outputs = self.width() + other.outputs;
        self.weights.extend(other.weights);
        self.scales.extend(other.scales);
        self
    }

    /// Number of inputs.
    pub const fn inputs(&self) -> usize {
        self.inputs
    }

    /// Number of outputs.
    pub const fn outputs(&self) -> usize {
        self.outputs
    }

    /// Width of a row of outputs.
    pub const fn width(&self) -> usize {
        self.scales.len() * OUTPUTS
    }

    /// What each output is without any input, at the network's scale.
    pub fn scaled_biases(&self) -> impl Iterator<Item = i32> {
        let all = self.scales.iter().flat_map(|scales| scales.biases.into_iter().zip(scales.shifts));
        all.map(|(bias, shift)| rounded(bias, shift))
    }

    /// Puts the outputs for each row of inputs into `out`, at the network's scale.
    pub fn apply(&self, rows: &[i16], out: &mut Vec<i16>) {
        out.resize(self.count(rows) * self.width(), 0);
        self.run(rows, out, |scales| &scales.rounding, narrowed);
    }

    /// Puts the outputs without the biases into `out`: for parts of a sum.
    pub fn apply_unbiased(&self, rows: &[i16], out: &mut Vec<i16>) {
        out.resize(self.count(rows) * self.width(), 0);
        self.run(rows, out, |scales| &scales.halves, narrowed);
    }

    /// The same as [`apply`](Self::apply), without loss of large values: for scores.
    pub fn apply_wide(&self, rows: &[i16], out: &mut Vec<i32>) {
        out.resize(self.count(rows) * self.width(), 0);
        self.run(rows, out, |scales| &scales.rounding, bytemuck::cast);
    }

    fn count(&self, rows: &[i16]) -> usize {
        rows.len() / self.inputs.max(1)
    }

    /// Gives every output of every row what `give` makes of its sum, with the widest products of this machine; what is
    /// added to the sum is asked of `added`.
    fn run<T>(&self, rows: &[i16], out: &mut [T], added: impl Added, give: impl Give<T>) {
        #[cfg(target_arch = "x86_64")]
        if let Some(wide) = sixteen::Sixteen::of_this_machine() {
            return wide.run(self, rows, out, added, give);
        }
        self.run_with::<TALL, T>(Eight, rows, out, added, give);
    }

    /// The same with a kernel, so many rows at a time and those that are left one by one.
    #[inline(always)]
    fn run_with<const ROWS: usize, T>(
        &self,
        kernel: impl Kernel,
        rows: &[i16],
        out: &mut [T],
        added: impl Added,
        give: impl Give<T>,
    ) {
        let (inputs, width) = (self.inputs.max(1), self.width().max(1));
        let mut tall = rows.chunks_exact(inputs * ROWS);
        let mut outs = out.chunks_exact_mut(width * ROWS);
        for (rows, out) in (&mut tall).zip(&mut outs) {
            self.rows::<ROWS, T>(kernel, rows, out, &added, &give);
        }
        let left = tall.remainder().chunks_exact(inputs);
        for (row, out) in left.zip(outs.into_remainder().chunks_exact_mut(width)) {
            self.rows::<1, T>(kernel, row, out, &added, &give);
        }
    }

    /// Pairs of inputs.
    const fn blocks(&self) -> usize {
        self.inputs.div_ceil(PAIR)
    }

    /// The outputs of exactly `ROWS` rows.
    #[inline(always)]
    fn rows<const ROWS: usize, T>(
        &self,
        kernel: impl Kernel,
        rows: &[i16],
        out: &mut [T],
        added: &impl Added,
        give: &impl Give<T>,
    ) {
        let mut rows = rows.chunks_exact(self.inputs.max(1));
        let rows = [(); ROWS].map(|()| rows.next().unwrap_or(&[]).as_chunks::<PAIR>().0);
        let mut each = out.chunks_exact_mut(self.width().max(1));
        let mut outs =
            [(); ROWS].map(|()| each.next().unwrap_or(&mut []).as_chunks_mut::<OUTPUTS>().0.iter_mut());
        for (scales, weights) in self.scales.iter().zip(self.weights.chunks_exact(self.blocks().max(1))) {
            for (sums, out) in kernel.products(rows, weights).into_iter().zip(&mut outs) {
                let Some(out) = out.next() else { continue };
                *out = give(kernel.shifted(sums, added(scales), &scales.shifts));
            }
        }
    }
}

/// Gives `step` every block of weights with the pairs of inputs of all rows that belong to it.
///
/// One index runs over the weights and all rows, without a check for each, as their iterators are in step: so for the numbers
/// of rows that are taken at a time, which are known when this is compiled.
#[inline(always)]
fn each_block<const ROWS: usize>(
    rows: [&[[i16; PAIR]]; ROWS],
    weights: &[[i16; BLOCK]],
    mut step: impl FnMut(&[i16; BLOCK], &[[i16; PAIR]]),
) {
    match rows.as_slice() {
        [a] => {
            for (block, a) in weights.iter().zip(*a) {
                step(block, &[*a]);
            }
        }
        [a, b] => {
            for ((block, a), b) in weights.iter().zip(*a).zip(*b) {
                step(block, &[*a, *b]);
            }
        }
        [a, b, c, d] => {
            for ((((block, a), b), c), d) in weights.iter().zip(*a).zip(*b).zip(*c).zip(*d) {
                step(block, &[*a, *b, *c, *d]);
            }
        }
        _ => {}
    }
}

/// Multiplies rows with the weights of sixteen outputs. All kernels give the same sums.
trait Kernel: Copy {
    /// The sums of each row.
    fn products<const ROWS: usize>(
        self,
        rows: [&[[i16; PAIR]]; ROWS],
        weights: &[[i16; BLOCK]],
    ) -> [[i32x4; VECTORS]; ROWS];

    /// The sums and what is added to them, shifted to the right.
    fn shifted(
        self,
        sums: [i32x4; VECTORS],
        added: &[i32; OUTPUTS],
        shifts: &[u32; OUTPUTS],
    ) -> [i32x4; VECTORS];
}

/// What is added to the sums of sixteen outputs before they are shifted.
trait Added: Fn(&Scales) -> &[i32; OUTPUTS] {}

impl<F: Fn(&Scales) -> &[i32; OUTPUTS]> Added for F {}

/// Makes sixteen outputs of what is at the network's scale.
trait Give<T>: Fn([i32x4; VECTORS]) -> [T; OUTPUTS] {}

impl<T, F: Fn([i32x4; VECTORS]) -> [T; OUTPUTS]> Give<T> for F {}

/// Outputs within the range of the network's rows.
#[inline(always)]
fn narrowed(values: [i32x4; VECTORS]) -> [i16; OUTPUTS] {
    let halves: [i32x8; VECTORS / 2] = bytemuck::cast(values);
    bytemuck::cast(halves.map(i16x8::from_i32x8_saturate))
}

/// Runs work with the widest vectors of this machine: loops over numbers in it are compiled for them if it and what
/// it calls is always inlined.
#[inline]
pub fn widely<R>(work: impl FnOnce() -> R) -> R {
    #[cfg(target_arch = "x86_64")]
    if let Some(wide) = sixteen::Sixteen::of_this_machine() {
        return wide.vectorize(work);
    }
    work()
}

/// Shifts to the right, to the nearest.
#[inline(always)]
pub const fn rounded(value: i32, shift: u32) -> i32 {
    value.wrapping_add(half(shift)) >> shift
}

/// A value within the range of the network's rows.
#[inline(always)]
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
    fn outputs_are_those_of_the_schoolbook() {
        let (inputs, outputs, rows) = (24, 7, 3);
        let row: Vec<i16> = (0..inputs * rows).map(|i| (i * 7 % 50) as i16 * 20 - 400).collect();
        let weights: Vec<i8> = (0..inputs * outputs).map(|i| (i * 13 % 60) as i8 - 30).collect();
        let biases: Vec<i32> = (0..outputs as i32).map(|i| i * 1000 - 3000).collect();
        let layer = Dense::new(inputs, &weights, &biases, &[3, 5]);
        assert_eq!((layer.outputs(), layer.width()), (7, 16));
        let mut found = Vec::new();
        layer.apply_wide(&row, &mut found);
        let mut narrow_found = Vec::new();
        layer.apply(&row, &mut narrow_found);
        for (at, row) in row.chunks_exact(inputs).enumerate() {
            for (output, column) in weights.chunks_exact(inputs).enumerate() {
                let sum: i32 = row.iter().zip(column).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
                let expected = rounded(sum + biases[output], if output < 4 { 3 } else { 5 });
                assert_eq!(found[at * 16 + output], expected);
                assert_eq!(narrow_found[at * 16 + output], narrow(expected));
            }
        }

        // Rows as weights, as the heads of a sentence are; first another layer, of which nothing may stay.
        let mut filled = layer;
        let asked: Vec<i16> = (0..inputs as i16 * 20).map(|i| i * 31 % 700 - 350).collect();
        filled.fill(inputs, &asked, 4);
        assert_eq!((filled.outputs(), filled.width()), (20, 32));
        filled.apply_wide(&row, &mut found);
        for (at, row) in row.chunks_exact(inputs).enumerate() {
            for (output, asked) in asked.chunks_exact(inputs).enumerate() {
                let sum: i32 = row.iter().zip(asked).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
                assert_eq!(found[at * 32 + output], rounded(sum, 4));
            }
        }
    }

    #[test]
    fn shifts_round_to_the_nearest() {
        assert_eq!([rounded(5, 1), rounded(-5, 1), rounded(7, 0)], [3, -2, 7]);
    }
}
