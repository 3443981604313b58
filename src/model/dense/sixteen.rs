//! The products of [`Dense`] with the vectors of AVX2, sixteen at a time, on machines that have them.
//!
//! [`pulp`] asks the machine once and reaches the instructions without `unsafe` here.

use pulp::x86::V3;
use wide::i32x4;

use super::{Added, BLOCK, Dense, Give, Kernel, OUTPUTS, PAIR, VECTORS, each_block};

/// A machine that multiplies sixteen numbers at a time.
#[derive(Clone, Copy, Debug)]
pub struct Sixteen(V3);

/// Vectors of sixteen weights in a block.
const HALVES: usize = 2;
/// Rows at a time: their sums fill eight vectors, which is enough to keep the multipliers busy.
const TALL: usize = 4;

impl Sixteen {
    /// This machine, if it is one.
    #[inline]
    pub fn of_this_machine() -> Option<Self> {
        V3::try_new().map(Self)
    }

    /// Runs work that is always inlined with this machine's vectors.
    #[inline]
    pub fn vectorize<R>(self, work: impl FnOnce() -> R) -> R {
        self.0.vectorize(work)
    }

    /// What [`Dense`] gives for these rows.
    pub fn run<T>(self, layer: &Dense, rows: &[i16], out: &mut [T], added: impl Added, give: impl Give<T>) {
        self.0.vectorize(
            #[inline(always)]
            || layer.run_with::<TALL, T>(self, rows, out, added, give),
        );
    }
}

impl Kernel for Sixteen {
    #[inline(always)]
    fn products<const ROWS: usize>(
        self,
        rows: [&[[i16; PAIR]]; ROWS],
        weights: &[[i16; BLOCK]],
    ) -> [[i32x4; VECTORS]; ROWS] {
        let Self(V3 { avx, avx2, .. }) = self;
        let mut sums = [[avx._mm256_setzero_si256(); HALVES]; ROWS];
        each_block(
            rows,
            weights,
            #[inline(always)]
            |block, inputs| {
                let block: [[i16; BLOCK / HALVES]; HALVES] = bytemuck::cast(*block);
                let block = block.map(bytemuck::cast);
                for (sums, inputs) in sums.iter_mut().zip(inputs) {
                    // The same two inputs beside the weights of each output.
                    let inputs = avx._mm256_set1_epi32(bytemuck::cast(*inputs));
                    for (sum, weights) in sums.iter_mut().zip(block) {
                        *sum = avx2._mm256_add_epi32(*sum, avx2._mm256_madd_epi16(inputs, weights));
                    }
                }
            },
        );
        sums.map(bytemuck::cast)
    }

    #[inline(always)]
    fn shifted(
        self,
        sums: [i32x4; VECTORS],
        added: &[i32; OUTPUTS],
        shifts: &[u32; OUTPUTS],
    ) -> [i32x4; VECTORS] {
        let Self(V3 { avx2, .. }) = self;
        let sums: [_; HALVES] = bytemuck::cast(sums);
        let added: [_; HALVES] = bytemuck::cast(*added);
        let shifts: [_; HALVES] = bytemuck::cast(*shifts);
        let mut out = sums;
        for ((out, added), shift) in out.iter_mut().zip(added).zip(shifts) {
            *out = avx2._mm256_srav_epi32(avx2._mm256_add_epi32(*out, added), shift);
        }
        bytemuck::cast(out)
    }
}
