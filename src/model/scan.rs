//! Layers that read a sentence from both sides, each cell with a gate that lets the new in.

use super::dense::{Dense, SCALE, narrow, rounded, widely};
use super::parts::even;

/// A layer that reads a sentence from one side: a gate and a candidate for each cell, side by side, since both see the
/// same.
#[derive(Clone, Debug, Default)]
pub struct Scan(Dense);

impl Scan {
    /// A layer of these parts: how far each cell opens, and what it takes in. They are as wide as each other.
    pub(super) fn new(gate: Dense, candidate: Dense) -> Option<Self> {
        let fits = even(gate.outputs())
            && (gate.outputs(), gate.inputs()) == (candidate.outputs(), candidate.inputs());
        fits.then(|| Self(gate.beside(candidate)))
    }
}

/// Whether each pair of scans takes and gives rows of this width.
pub(super) fn layers_fit(layers: &[[Scan; 2]], wide: usize) -> bool {
    // A gate and a candidate for each of the cells, which fill half of a row.
    layers.iter().flatten().all(|Scan(both)| both.inputs() == wide && both.outputs() == wide)
}

/// Rows that go through all layers at a time, about: with what the layers make of them they stay near the processor.
const BATCH: usize = 384;

/// Runs pairs of scans; keeps its buffers from one run to the next.
#[derive(Clone, Debug, Default)]
pub struct Scanner {
    /// What each side makes of all rows before it reads them one after the other.
    sides: [Vec<i16>; 2],
    state: Vec<i32>,
}

impl Scanner {
    /// Runs the rows of some sentences through all layers; `lengths` are those of the sentences. What a layer
    /// remembers is added to what it was given.
    pub fn run(&mut self, layers: &[[Scan; 2]], rows: &mut [i16], lengths: &[usize]) {
        let wide = layers.first().map_or(0, |[Scan(both), _]| both.inputs());
        let (mut rows, mut lengths) = (rows, lengths);
        while !lengths.is_empty() {
            let mut count = 0;
            let enough = lengths.iter().position(|length| {
                count += length;
                count >= BATCH
            });
            let (batch, others) = lengths.split_at(enough.map_or(lengths.len(), |last| last + 1));
            let Some((own, left)) = rows.split_at_mut_checked(count * wide) else { break };
            for layer in layers {
                self.layer(layer, own, batch, wide);
            }
            (rows, lengths) = (left, others);
        }
    }

    /// One layer: both sides see what it was given, each adds to its half of the rows.
    fn layer(&mut self, layer: &[Scan; 2], rows: &mut [i16], lengths: &[usize], wide: usize) {
        for (side, Scan(both)) in self.sides.iter_mut().zip(layer) {
            both.apply(rows, side);
        }
        let ([left, right], state) = (&self.sides, &mut self.state);
        widely(
            #[inline(always)]
            || {
                read(left, rows, lengths, wide, state, false);
                read(right, rows, lengths, wide, state, true);
            },
        );
    }
}

/// Reads sentences from one side and adds what is remembered at each token to that side's half of its row. In both,
/// rows are so wide.
#[inline(always)]
fn read(side: &[i16], rows: &mut [i16], lengths: &[usize], wide: usize, state: &mut Vec<i32>, reverse: bool) {
    let (half, mut start) = (wide / 2, 0);
    let from = if reverse { half } else { 0 };
    for length in lengths {
        let cells = start * wide..(start + length) * wide;
        let side = side.get(cells.clone()).unwrap_or(&[]).chunks_exact(wide.max(1));
        let rows = rows.get_mut(cells).unwrap_or(&mut []).chunks_exact_mut(wide.max(1));
        let mut both = side.zip(rows);
        state.clear();
        state.resize(half, 0);
        while let Some((side, row)) = if reverse { both.next_back() } else { both.next() } {
            let (gates, candidates) = side.split_at(half);
            step(gates, candidates, state, row.get_mut(from..from + half).unwrap_or(&mut []));
        }
        start += length;
    }
}

#[inline(always)]
fn step(gates: &[i16], candidates: &[i16], state: &mut [i32], row: &mut [i16]) {
    for (((gate, candidate), state), cell) in gates.iter().zip(candidates).zip(state).zip(row) {
        *state += rounded(opening(*gate) * (i32::from(*candidate) - *state), SCALE);
        *cell = narrow(i32::from(*cell) + *state);
    }
}

/// How far a gate opens: a straight line from 0 at -2 to one at 2, at the network's scale.
#[inline(always)]
fn opening(z: i16) -> i32 {
    ((i32::from(z) >> 2) + (1 << (SCALE - 1))).clamp(0, 1 << SCALE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gates_are_straight_lines() {
        let one = 1 << SCALE;
        assert_eq!([0, one, 3 * one, -3 * one].map(opening), [512, 768, 1024, 0]);
    }

    #[test]
    fn an_open_gate_takes_the_candidate_and_a_closed_one_keeps_the_state() {
        let mut state = [100, 100];
        let mut row = [7, 7];
        step(&[i16::MAX, i16::MIN], &[300, 300], &mut state, &mut row);
        assert_eq!((state, row), ([300, 100], [307, 107]));
    }
}
