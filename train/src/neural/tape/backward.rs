//! The way back: from the gradients of the losses to those of the weights.

use super::{Node, Step, Tape, add_to, gate};
use crate::neural::matrix::{Matrix, multiply_add};
use crate::neural::params::ParamId;

impl Tape<'_> {
    /// Carries the gradients of the losses back to the weights.
    pub fn backward(&mut self) {
        for index in (0..self.values.len()).rev() {
            if self.values[index].grad.is_empty() {
                continue;
            }
            let columns = self.values[index].columns;
            let grad = std::mem::take(&mut self.values[index].grad);
            let step = std::mem::replace(&mut self.values[index].step, Step::Concat(Vec::new()));
            match &step {
                Step::Lookup { table, rows } => {
                    for (grad, row) in grad.chunks_exact(columns).zip(rows) {
                        add_to(self.grads.row(*table, *row as usize, columns), grad);
                    }
                }
                Step::Bag { table, rows, ends } => {
                    let mut start = 0;
                    for (grad, end) in grad.chunks_exact(columns).zip(ends) {
                        for row in &rows[start..*end as usize] {
                            add_to(self.grads.row(*table, *row as usize, columns), grad);
                        }
                        start = *end as usize;
                    }
                }
                Step::Concat(nodes) => {
                    let mut from = 0;
                    for node in nodes {
                        let wide = self.columns(*node);
                        for (to, row) in
                            self.grad(*node).chunks_exact_mut(wide).zip(grad.chunks_exact(columns))
                        {
                            add_to(to, &row[from..from + wide]);
                        }
                        from += wide;
                    }
                }
                Step::Linear { x, weights, bias } => self.linear_back(*x, *weights, *bias, &grad),
                Step::Window { x, lengths } => {
                    let wide = columns / 3;
                    let to = self.grad(*x);
                    let mut start = 0;
                    for length in lengths.iter() {
                        for at in start..start + length {
                            let to = &mut to[at * wide..(at + 1) * wide];
                            if at > start {
                                add_to(to, &grad[((at - 1) * 3 + 2) * wide..][..wide]);
                            }
                            add_to(to, &grad[(at * 3 + 1) * wide..][..wide]);
                            if at + 1 < start + length {
                                add_to(to, &grad[((at + 1) * 3) * wide..][..wide]);
                            }
                        }
                        start += length;
                    }
                }
                Step::Relu(x) => {
                    self.grad(*x);
                    let value = &mut self.values[x.0];
                    for ((to, from), data) in value.grad.iter_mut().zip(&grad).zip(&value.data) {
                        *to += if *data > 0.0 { *from } else { 0.0 };
                    }
                }
                Step::Dropout { x, keep } => {
                    let to = self.grad(*x);
                    to.iter_mut()
                        .zip(grad.iter().zip(keep))
                        .for_each(|(to, (grad, keep))| *to += grad * keep);
                }
                Step::Add(a, b) => {
                    add_to(self.grad(*a), &grad);
                    add_to(self.grad(*b), &grad);
                }
                Step::Scan { gate: z, candidate, reverse, lengths } => {
                    self.scan_back(index, *z, *candidate, *reverse, lengths, grad)
                }
                Step::Pair { a, b, from } => {
                    add_to(self.grad(*b), &grad);
                    let to = self.grad(*a);
                    for (row, from) in grad.chunks_exact(columns).zip(from) {
                        add_to(&mut to[*from as usize * columns..][..columns], row);
                    }
                }
            }
        }
    }

    fn linear_back(&mut self, x: Node, weights: ParamId, bias: Option<ParamId>, grad: &[f32]) {
        let param = self.params.get(weights);
        let (inner, outer) = (param.rows, param.columns);
        let rows = grad.len() / outer;
        let given = Matrix::turned(&self.values[x.0].data, inner);
        let wanted = Matrix::rows(grad, outer);
        multiply_add(inner, outer, rows, given, wanted, &mut self.grads.values[weights.0]);
        if let Some(bias) = bias {
            for row in grad.chunks_exact(outer) {
                add_to(&mut self.grads.values[bias.0], row);
            }
        }
        let turned = Matrix::turned(&param.values, outer);
        let to = self.grad(x);
        multiply_add(rows, inner, outer, wanted, turned, to);
    }

    fn scan_back(
        &mut self,
        index: usize,
        z: Node,
        candidate: Node,
        reverse: bool,
        lengths: &[usize],
        mut grad: Vec<f32>,
    ) {
        let columns = self.values[index].columns;
        self.grad(z);
        self.grad(candidate);
        let mut gate_grad = std::mem::take(&mut self.values[z.0].grad);
        let mut candidate_grad = std::mem::take(&mut self.values[candidate.0].grad);
        let (zs, cs) = (&self.values[z.0].data, &self.values[candidate.0].data);
        let hs = &self.values[index].data;
        let none = vec![0.0; columns];
        // The gradients run against the direction of the scan.
        for_sentences_backwards(lengths, reverse, |first, at, before| {
            let row = at * columns..(at + 1) * columns;
            let last = if first { &none[..] } else { &hs[before * columns..(before + 1) * columns] };
            for q in 0..columns {
                let cell = row.start + q;
                let (dh, open) = (grad[cell], gate(zs[cell]));
                candidate_grad[cell] += dh * open;
                if open > 0.0 && open < 1.0 {
                    gate_grad[cell] += dh * (cs[cell] - last[q]) * 0.25;
                }
                if !first {
                    grad[before * columns + q] += dh * (1.0 - open);
                }
            }
        });
        self.values[z.0].grad = gate_grad;
        self.values[candidate.0].grad = candidate_grad;
    }
}

/// The same tokens, last first.
fn for_sentences_backwards(lengths: &[usize], reverse: bool, mut visit: impl FnMut(bool, usize, usize)) {
    let mut start = 0;
    for length in lengths {
        for step in (0..*length).rev() {
            let at = if reverse { start + length - 1 - step } else { start + step };
            let before = if reverse { at + 1 } else { at.wrapping_sub(1) };
            visit(step == 0, at, before);
        }
        start += length;
    }
}
