//! What a tape ends in: losses of classes and of heads, with their gradients.

use std::rc::Rc;

use super::{Node, Tape, add_to};
use crate::neural::matrix::{Matrix, multiply_add, softmax};
use crate::neural::params::ParamId;
use crate::neural::target::Target;

impl Tape<'_> {
    /// Adds the cross-entropy of rows against their targets, divided by `divide`; gives the undivided loss.
    pub fn classes(&mut self, scores: Node, targets: &[Target], divide: f32) -> f32 {
        let columns = self.columns(scores);
        self.grad(scores);
        let value = &mut self.values[scores.0];
        let mut loss = 0.0;
        let mut shares = vec![0.0; columns];
        let rows = value.data.chunks_exact(columns).zip(value.grad.chunks_exact_mut(columns));
        for ((row, grad), target) in rows.zip(targets) {
            if *target == Target::Nothing {
                continue;
            }
            shares.copy_from_slice(row);
            softmax(&mut shares);
            loss += target.loss(&mut shares, divide);
            add_to(grad, &shares);
        }
        loss
    }

    /// Adds the cross-entropy of each token's head. A head's score is `dependents[t] · heads[h]` and a weight for
    /// the distance; `root` takes the place of the head's row for the root. `targets[t]` is the head's row in its
    /// sentence, or the sentence's length for the root.
    #[allow(clippy::too_many_arguments, reason = "the parts of one score")]
    pub fn heads(
        &mut self,
        dependents: Node,
        heads: Node,
        root: ParamId,
        distances: ParamId,
        bucket: impl Fn(usize, usize) -> usize,
        targets: &[Target],
        divide: f32,
    ) -> f32 {
        let columns = self.columns(dependents);
        self.grad(dependents);
        self.grad(heads);
        let (mut dependents_value, mut heads_value) = (
            std::mem::take(&mut self.values[dependents.0].grad),
            std::mem::take(&mut self.values[heads.0].grad),
        );
        let (dep, head) = (&self.values[dependents.0].data, &self.values[heads.0].data);
        let root_row = &self.params.get(root).values;
        let distance = &self.params.get(distances).values;
        let mut root_grad = vec![0.0; columns];
        let mut distance_grad = vec![0.0; distance.len()];
        let mut loss = 0.0;
        let mut start = 0;
        for n in Rc::clone(&self.lengths).iter().copied() {
            let mut candidates = head[start * columns..(start + n) * columns].to_vec();
            candidates.extend_from_slice(root_row);
            let tokens = &dep[start * columns..(start + n) * columns];
            let mut scores = vec![0.0; n * (n + 1)];
            let (left, right) = (Matrix::rows(tokens, columns), Matrix::turned(&candidates, columns));
            multiply_add(n, n + 1, columns, left, right, &mut scores);
            let mut used = false;
            for at in 0..n {
                let row = &mut scores[at * (n + 1)..(at + 1) * (n + 1)];
                let target = &targets[start + at];
                if *target == Target::Nothing {
                    row.fill(0.0);
                    continue;
                }
                used = true;
                for (to, score) in row.iter_mut().enumerate() {
                    *score += if to == n { distance[0] } else { distance[bucket(at, to)] };
                }
                row[at] = -1e9;
                softmax(row);
                loss += target.loss(row, divide);
                for (to, share) in row.iter().enumerate() {
                    distance_grad[if to == n { 0 } else { bucket(at, to) }] += *share;
                }
            }
            if used {
                let to = &mut dependents_value[start * columns..(start + n) * columns];
                let (left, right) = (Matrix::rows(&scores, n + 1), Matrix::rows(&candidates, columns));
                multiply_add(n, columns, n + 1, left, right, to);
                let mut grad = vec![0.0; (n + 1) * columns];
                let (left, right) = (Matrix::turned(&scores, n + 1), Matrix::rows(tokens, columns));
                multiply_add(n + 1, columns, n, left, right, &mut grad);
                let to = &mut heads_value[start * columns..(start + n) * columns];
                to.iter_mut().zip(&grad).for_each(|(to, from)| *to += from);
                root_grad.iter_mut().zip(&grad[n * columns..]).for_each(|(to, from)| *to += from);
            }
            start += n;
        }
        self.values[dependents.0].grad = dependents_value;
        self.values[heads.0].grad = heads_value;
        add_to(&mut self.grads.values[root.0], &root_grad);
        add_to(&mut self.grads.values[distances.0], &distance_grad);
        loss
    }
}
