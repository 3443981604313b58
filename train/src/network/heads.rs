//! The heads that a network sees, for scores and for marking.

use whosaid::reading::trees::distance;

use super::model::{Model, Outputs};
use crate::neural::params::Params;
use crate::neural::tape::Tape;

impl Model {
    /// The heads of each sentence as rows of the batch; a root stands for itself.
    pub fn head_rows(&self, heads: &[usize], lengths: &[usize]) -> Vec<u32> {
        let mut from = Vec::with_capacity(heads.len());
        let mut start = 0;
        for length in lengths {
            for at in 0..*length {
                let head = heads[start + at];
                from.push((start + if head < *length { head } else { at }) as u32);
            }
            start += length;
        }
        from
    }

    /// The best head of each token by itself: its place in the sentence, the sentence's length for the root.
    pub fn best_heads(
        &self,
        tape: &Tape,
        outputs: &Outputs,
        params: &Params,
        lengths: &[usize],
    ) -> Vec<usize> {
        let columns = tape.columns(outputs.head);
        let (dependent, head) = (tape.data(outputs.dependent), tape.data(outputs.head));
        let (root, distances) = (&params.get(self.root).values, &params.get(self.distances).values);
        let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
        let mut best = Vec::new();
        let mut start = 0;
        for length in lengths {
            let row = |data, at: usize| -> &[f32] {
                let data: &[f32] = data;
                &data[(start + at) * columns..][..columns]
            };
            for at in 0..*length {
                let token = row(dependent, at);
                let mut winner = (*length, dot(token, root) + distances[0]);
                for to in (0..*length).filter(|to| *to != at) {
                    let score = dot(token, row(head, to)) + distances[distance(at, to)];
                    if score > winner.1 {
                        winner = (to, score);
                    }
                }
                best.push(winner.0);
            }
            start += length;
        }
        best
    }
}
