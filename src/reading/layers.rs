//! The layers between words and what is read from them.

use super::features::Token;
use super::forms::Forms;
use crate::model::{Network, SCALE, Scan, narrow, rounded};

/// Runs sentences through the layers; keeps its buffers from one to the next.
pub struct Layers<'a> {
    network: &'a Network,
    sums: Vec<i32>,
    rows: Vec<i16>,
    gates: Vec<i16>,
    candidates: Vec<i16>,
    state: Vec<i32>,
}

impl<'a> Layers<'a> {
    pub const fn new(network: &'a Network) -> Self {
        Self {
            network,
            sums: Vec::new(),
            rows: Vec::new(),
            gates: Vec::new(),
            candidates: Vec::new(),
            state: Vec::new(),
        }
    }

    /// The vectors of a sentence's tokens, one row each.
    pub fn run(&mut self, tokens: &[Token], forms: &Forms) -> &[i16] {
        self.window(tokens, forms);
        for [left, right] in &self.network.layers {
            let input = std::mem::take(&mut self.rows);
            let mut output = input.clone();
            self.scan(left, &input, &mut output, false);
            self.scan(right, &input, &mut output, true);
            self.rows = output;
        }
        &self.rows
    }

    /// The first layer: each word with its neighbours.
    fn window(&mut self, tokens: &[Token], forms: &Forms) {
        let wide = self.network.wide();
        let [_, centre, _] = &self.network.window;
        self.sums.clear();
        for _ in tokens {
            self.sums.extend(centre.scaled_biases());
        }
        for (at, token) in tokens.iter().enumerate() {
            self.add(at, tokens.len(), forms.windows(token.row), wide);
            let mut facts = token.flags & !token.form.flags;
            while facts != 0 {
                let fact = facts.trailing_zeros() as usize;
                facts &= facts - 1;
                let windows = self.network.fact_windows.get(fact * wide * 3..(fact + 1) * wide * 3);
                self.add(at, tokens.len(), windows.unwrap_or(&[]), wide);
            }
        }
        self.rows.clear();
        self.rows.extend(self.sums.iter().map(|sum| narrow((*sum).max(0))));
    }

    /// Adds what a token gives: the first third to the next token, the second to itself, the last to the one
    /// before.
    fn add(&mut self, at: usize, count: usize, windows: &[i16], wide: usize) {
        for (part, from) in windows.chunks_exact(wide).enumerate() {
            let Some(to) = (at + 1).checked_sub(part).filter(|to| *to < count) else { continue };
            let Some(sums) = self.sums.get_mut(to * wide..(to + 1) * wide) else { continue };
            for (sum, value) in sums.iter_mut().zip(from) {
                *sum += i32::from(*value);
            }
        }
    }

    /// Adds what a scan remembers at each token to its half of the output.
    fn scan(&mut self, scan: &Scan, input: &[i16], output: &mut [i16], reverse: bool) {
        scan.gate.apply(input, &mut self.gates);
        scan.candidate.apply(input, &mut self.candidates);
        let half = scan.gate.outputs().max(1);
        self.state.clear();
        self.state.resize(half, 0);
        let rows = self.gates.chunks_exact(half).zip(self.candidates.chunks_exact(half));
        let rows = rows.zip(output.chunks_exact_mut(half * 2));
        if reverse {
            rows.rev().for_each(|((gates, candidates), row)| {
                step(gates, candidates, &mut self.state, row.get_mut(half..).unwrap_or(&mut []));
            });
        } else {
            rows.for_each(|((gates, candidates), row)| {
                step(gates, candidates, &mut self.state, row.get_mut(..half).unwrap_or(&mut []));
            });
        }
    }
}

fn step(gates: &[i16], candidates: &[i16], state: &mut [i32], row: &mut [i16]) {
    for (((gate, candidate), state), cell) in gates.iter().zip(candidates).zip(state).zip(row) {
        *state += rounded(opening(*gate) * (i32::from(*candidate) - *state), SCALE);
        *cell = narrow(i32::from(*cell) + *state);
    }
}

/// How far a gate opens: a straight line from 0 at -2 to one at 2, at the network's scale.
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
