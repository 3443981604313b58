//! The layers between words and what is read from them.

use super::features::Token;
use super::forms::Forms;
use crate::model::{Network, Scanner, narrow, widely};

/// Runs sentences through the layers; keeps its buffers from one to the next.
pub struct Layers<'a> {
    network: &'a Network,
    sums: Vec<i32>,
    rows: Vec<i16>,
    scanner: Scanner,
}

impl<'a> Layers<'a> {
    pub fn new(network: &'a Network) -> Self {
        Self { network, sums: Vec::new(), rows: Vec::new(), scanner: Scanner::default() }
    }

    /// The vectors of the tokens of some sentences, one row each; `lengths` are those of the sentences.
    pub fn run(&mut self, tokens: &[Token], lengths: &[usize], forms: &Forms) -> &[i16] {
        widely(
            #[inline(always)]
            || self.window(tokens, lengths, forms),
        );
        self.scanner.run(&self.network.layers, &mut self.rows, lengths);
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
