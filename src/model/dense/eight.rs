//! The products of [`Dense`](super::Dense) with the vectors that every machine has, in wasm too, eight at a time.

use wide::{i16x8, i32x4};

use super::{BLOCK, Kernel, LANES, OUTPUTS, PAIR, TOGETHER, VECTORS, each_block};

/// Eight products at a time, as every machine knows them.
#[derive(Clone, Copy, Debug)]
pub struct Eight;

/// Rows that [`Eight`] takes at a time: their sums and the weights fill sixteen vectors.
pub const TALL: usize = 2;

impl Kernel for Eight {
    #[inline(always)]
    fn products<const ROWS: usize>(
        self,
        rows: [&[[i16; PAIR]]; ROWS],
        weights: &[[i16; BLOCK]],
    ) -> [[i32x4; VECTORS]; ROWS] {
        let mut sums = [[i32x4::ZERO; VECTORS]; ROWS];
        each_block(
            rows,
            weights,
            #[inline(always)]
            |block, inputs| {
                let block = parts(block);
                for (sums, inputs) in sums.iter_mut().zip(inputs) {
                    // The same two inputs beside the weights of each output.
                    let inputs: i16x8 = bytemuck::cast(i32x4::splat(bytemuck::cast(*inputs)));
                    for (sum, weights) in sums.iter_mut().zip(block) {
                        *sum += inputs.dot(weights);
                    }
                }
            },
        );
        sums
    }

    #[inline(always)]
    fn shifted(
        self,
        sums: [i32x4; VECTORS],
        added: &[i32; OUTPUTS],
        shifts: &[u32; OUTPUTS],
    ) -> [i32x4; VECTORS] {
        let mut out = sums;
        let parts = added.as_chunks::<TOGETHER>().0.iter().zip(shifts.iter().step_by(TOGETHER));
        for (out, (added, shift)) in out.iter_mut().zip(parts) {
            *out = (*out + i32x4::new(*added)) >> *shift;
        }
        out
    }
}

#[inline(always)]
fn parts(block: &[i16; BLOCK]) -> [i16x8; VECTORS] {
    let mut vectors = [i16x8::ZERO; VECTORS];
    for (vector, part) in vectors.iter_mut().zip(block.as_chunks::<LANES>().0) {
        *vector = i16x8::new(*part);
    }
    vectors
}
