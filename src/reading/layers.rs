//! The layers between words and what is read from them.

use super::features::Token;
use super::forms::Forms;
use crate::model::{Network, SCALE, Scan, narrow, rounded, widely};

/// Runs sentences through the layers; keeps its buffers from one to the next.
pub struct Layers<'a> {
    network: &'a Network,
    sums: Vec<i32>,
    rows: Vec<i16>,
    output: Vec<i16>,
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
            output: Vec::new(),
            gates: Vec::new(),
            candidates: Vec::new(),
            state: Vec::new(),
        }
    }

    /// The vectors of the tokens of some sentences, one row each; `lengths` are those of the sentences.
    pub fn run(&mut self, tokens: &[Token], lengths: &[usize], forms: &Forms) -> &[i16] {
        widely(
            #[inline(always)]
            || self.window(tokens, lengths, forms),
        );
        for [left, right] in &self.network.layers {
            let input = std::mem::take(&mut self.rows);
            self.output.clone_from(&input);
            self.scan(left, &input, lengths, false);
            self.scan(right, &input, lengths, true);
            self.rows = std::mem::replace(&mut self.output, input);
        }
        &self.rows
    }

    /// The first layer: each word with its neighbours.
    #[inline(always)]
    fn window(&mut self, tokens: &[Token], lengths: &[usize], forms: &Forms) {
        let wide = self.network.wide();
        let [_, centre, _] = &self.network.window;
        self.sums.clear();
        let biases: Vec<i32> = centre.scaled_biases().take(wide).collect();
        for _ in tokens {
            self.sums.extend_from_slice(&biases);
        }
        let (mut left_tokens, mut left_sums) = (tokens, &mut self.sums[..]);
        for length in lengths {
            let Some((tokens, others)) = left_tokens.split_at_checked(*length) else { break };
            let Some((sums, other_sums)) = left_sums.split_at_mut_checked(*length * wide) else { break };
            (left_tokens, left_sums) = (others, other_sums);
            for (at, token) in tokens.iter().enumerate() {
                add(sums, at, forms.windows(token.row), wide);
                let mut facts = token.flags & !token.form.flags;
                while facts != 0 {
                    let fact = facts.trailing_zeros() as usize;
                    facts &= facts - 1;
                    let windows = self.network.fact_windows.get(fact * wide * 3..(fact + 1) * wide * 3);
                    add(sums, at, windows.unwrap_or(&[]), wide);
                }
            }
        }
        self.rows.clear();
        self.rows.extend(self.sums.iter().map(|sum| narrow((*sum).max(0))));
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

/// Adds what a token gives: the first third to the next token, the second to itself, the last to the one before.
#[inline(always)]
fn add(sums: &mut [i32], at: usize, windows: &[i16], wide: usize) {
    for (part, from) in windows.chunks_exact(wide).enumerate() {
        let Some(to) = (at + 1).checked_sub(part) else { continue };
        let Some(sums) = sums.get_mut(to * wide..(to + 1) * wide) else { continue };
        for (sum, value) in sums.iter_mut().zip(from) {
            *sum += i32::from(*value);
        }
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
