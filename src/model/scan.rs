//! Layers that read a sentence from both sides, each cell with a gate that lets the new in.

use super::dense::{Dense, SCALE, narrow, rounded, widely};
use super::parts::even;

/// A layer that reads a sentence from one side: a gate and a candidate for each cell.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// How far each cell opens.
    pub gate: Dense,
    /// What it takes in.
    pub candidate: Dense,
}

/// Whether each pair of scans takes and gives rows of this width.
pub(super) fn layers_fit(layers: &[[Scan; 2]], wide: usize) -> bool {
    layers
        .iter()
        .flatten()
        .flat_map(|scan| [&scan.gate, &scan.candidate])
        .all(|part| part.inputs() == wide && part.outputs() * 2 == wide && even(part.outputs()))
}

/// Runs pairs of scans; keeps its buffers from one run to the next.
#[derive(Clone, Debug, Default)]
pub struct Scanner {
    output: Vec<i16>,
    gates: Vec<i16>,
    candidates: Vec<i16>,
    state: Vec<i32>,
}

impl Scanner {
    /// Runs the rows of some sentences through all layers; `lengths` are those of the sentences. What a layer
    /// remembers is added to what it was given.
    pub fn run(&mut self, layers: &[[Scan; 2]], rows: &mut Vec<i16>, lengths: &[usize]) {
        for [left, right] in layers {
            self.output.clone_from(rows);
            self.scan(left, rows, lengths, false);
            self.scan(right, rows, lengths, true);
            std::mem::swap(rows, &mut self.output);
        }
    }

    /// Adds what a scan remembers at each token to its half of the output.
    fn scan(&mut self, scan: &Scan, input: &[i16], lengths: &[usize], reverse: bool) {
        scan.gate.apply(input, &mut self.gates);
        scan.candidate.apply(input, &mut self.candidates);
        let half = scan.gate.outputs().max(1);
        let from = if reverse { half } else { 0 };
        let (gates, candidates) = (&self.gates, &self.candidates);
        let (state, output) = (&mut self.state, &mut self.output);
        widely(
            #[inline(always)]
            || {
                let mut start = 0;
                for length in lengths {
                    let cells = start * half..(start + length) * half;
                    let gates = gates.get(cells.clone()).unwrap_or(&[]).chunks_exact(half);
                    let candidates = candidates.get(cells.clone()).unwrap_or(&[]).chunks_exact(half);
                    let output = output.get_mut(cells.start * 2..cells.end * 2).unwrap_or(&mut []);
                    let mut rows = gates.zip(candidates).zip(output.chunks_exact_mut(half * 2));
                    state.clear();
                    state.resize(half, 0);
                    while let Some(((gates, candidates), row)) =
                        if reverse { rows.next_back() } else { rows.next() }
                    {
                        step(gates, candidates, state, row.get_mut(from..from + half).unwrap_or(&mut []));
                    }
                    start += length;
                }
            },
        );
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
