//! A tape: every step of a forward computation with what it was made from, so that the gradients can be carried
//! back.
//!
//! Values are matrices with a row for each token of a batch; `lengths` tells where one sentence ends and the next
//! begins.

mod backward;
mod losses;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::matrix::{Matrix, multiply_add};
use super::params::{Grads, ParamId, Params};
use super::random::Random;

/// A value on the tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node(usize);

enum Step {
    /// Rows of a table.
    Lookup {
        table: ParamId,
        rows: Vec<u32>,
    },
    /// Sums of rows of a table; the rows of token `t` end at `ends[t]`.
    Bag {
        table: ParamId,
        rows: Vec<u32>,
        ends: Vec<u32>,
    },
    Concat(Vec<Node>),
    /// `x · w + b`
    Linear {
        x: Node,
        weights: ParamId,
        bias: Option<ParamId>,
    },
    /// A token's row between those of its neighbours; zeros outside the sentence.
    Window {
        x: Node,
        lengths: Rc<[usize]>,
    },
    Relu(Node),
    Dropout {
        x: Node,
        keep: Vec<f32>,
    },
    Add(Node, Node),
    /// `h = h + gate(z) (c - h)`, from the left or from the right.
    Scan {
        gate: Node,
        candidate: Node,
        reverse: bool,
        lengths: Rc<[usize]>,
    },
    /// `a[from[t]] + b[t]`
    Pair {
        a: Node,
        b: Node,
        from: Vec<u32>,
    },
}

struct Value {
    step: Step,
    columns: usize,
    data: Vec<f32>,
    grad: Vec<f32>,
}

/// The tape of one batch.
pub struct Tape<'a> {
    params: &'a Params,
    pub grads: &'a mut Grads,
    lengths: Rc<[usize]>,
    values: Vec<Value>,
}

/// A gate that opens in a straight line: 0 below -2, 1 above 2.
pub fn gate(z: f32) -> f32 {
    (z * 0.25 + 0.5).clamp(0.0, 1.0)
}

impl<'a> Tape<'a> {
    pub fn new(params: &'a Params, grads: &'a mut Grads, lengths: &[usize]) -> Self {
        Self { params, grads, lengths: lengths.into(), values: Vec::new() }
    }

    /// From here on the rows are those of other runs, so long.
    pub fn set_lengths(&mut self, lengths: &[usize]) {
        self.lengths = lengths.into();
    }

    fn push(&mut self, step: Step, columns: usize, data: Vec<f32>) -> Node {
        self.values.push(Value { step, columns, data, grad: Vec::new() });
        Node(self.values.len() - 1)
    }

    pub fn data(&self, node: Node) -> &[f32] {
        &self.values[node.0].data
    }

    pub fn columns(&self, node: Node) -> usize {
        self.values[node.0].columns
    }

    pub fn lookup(&mut self, table: ParamId, rows: Vec<u32>) -> Node {
        let param = self.params.get(table);
        let mut data = Vec::with_capacity(rows.len() * param.columns);
        for row in &rows {
            let at = *row as usize * param.columns;
            data.extend_from_slice(&param.values[at..at + param.columns]);
        }
        self.push(Step::Lookup { table, rows }, param.columns, data)
    }

    pub fn bag(&mut self, table: ParamId, rows: Vec<u32>, ends: Vec<u32>) -> Node {
        let param = self.params.get(table);
        let columns = param.columns;
        let mut data = vec![0.0; ends.len() * columns];
        let mut start = 0;
        for (sum, end) in data.chunks_exact_mut(columns).zip(&ends) {
            for row in &rows[start..*end as usize] {
                let at = *row as usize * columns;
                sum.iter_mut().zip(&param.values[at..at + columns]).for_each(|(sum, value)| *sum += value);
            }
            start = *end as usize;
        }
        self.push(Step::Bag { table, rows, ends }, columns, data)
    }

    pub fn concat(&mut self, nodes: &[Node]) -> Node {
        let columns = nodes.iter().map(|node| self.columns(*node)).sum();
        let rows = nodes.first().map_or(0, |node| self.data(*node).len() / self.columns(*node).max(1));
        let mut data = Vec::with_capacity(rows * columns);
        for row in 0..rows {
            for node in nodes {
                let value = &self.values[node.0];
                data.extend_from_slice(&value.data[row * value.columns..(row + 1) * value.columns]);
            }
        }
        self.push(Step::Concat(nodes.to_vec()), columns, data)
    }

    pub fn linear(&mut self, x: Node, weights: ParamId, bias: Option<ParamId>) -> Node {
        let (param, value) = (self.params.get(weights), &self.values[x.0]);
        assert_eq!(param.rows, value.columns, "{}", param.name);
        let rows = value.data.len() / value.columns;
        let mut data = match bias {
            Some(bias) => self.params.get(bias).values.repeat(rows),
            None => vec![0.0; rows * param.columns],
        };
        let (left, right) =
            (Matrix::rows(&value.data, param.rows), Matrix::rows(&param.values, param.columns));
        multiply_add(rows, param.columns, param.rows, left, right, &mut data);
        let columns = param.columns;
        self.push(Step::Linear { x, weights, bias }, columns, data)
    }

    pub fn window(&mut self, x: Node) -> Node {
        let value = &self.values[x.0];
        let columns = value.columns;
        let mut data = vec![0.0; value.data.len() * 3];
        let mut start = 0;
        for length in self.lengths.iter() {
            for at in start..start + length {
                let from = &value.data[at * columns..(at + 1) * columns];
                if at > start {
                    data[((at - 1) * 3 + 2) * columns..][..columns].copy_from_slice(from);
                }
                data[(at * 3 + 1) * columns..][..columns].copy_from_slice(from);
                if at + 1 < start + length {
                    data[((at + 1) * 3) * columns..][..columns].copy_from_slice(from);
                }
            }
            start += length;
        }
        let lengths = Rc::clone(&self.lengths);
        self.push(Step::Window { x, lengths }, columns * 3, data)
    }

    pub fn relu(&mut self, x: Node) -> Node {
        let value = &self.values[x.0];
        let data = value.data.iter().map(|v| v.max(0.0)).collect();
        let columns = value.columns;
        self.push(Step::Relu(x), columns, data)
    }

    /// Leaves out each cell with this probability and strengthens the others, so that the sum stays.
    pub fn dropout(&mut self, x: Node, probability: f32, random: &mut Random) -> Node {
        if probability == 0.0 {
            return x;
        }
        let value = &self.values[x.0];
        let kept = 1.0 / (1.0 - probability);
        let keep: Vec<f32> =
            value.data.iter().map(|_| if random.chance(probability) { 0.0 } else { kept }).collect();
        let data = value.data.iter().zip(&keep).map(|(v, keep)| v * keep).collect();
        let columns = value.columns;
        self.push(Step::Dropout { x, keep }, columns, data)
    }

    pub fn add(&mut self, a: Node, b: Node) -> Node {
        let data = self.data(a).iter().zip(self.data(b)).map(|(a, b)| a + b).collect();
        let columns = self.columns(a);
        self.push(Step::Add(a, b), columns, data)
    }

    pub fn scan(&mut self, gates: Node, candidate: Node, reverse: bool) -> Node {
        let columns = self.columns(gates);
        let (z, c) = (&self.values[gates.0].data, &self.values[candidate.0].data);
        let mut data = vec![0.0; z.len()];
        for_sentences(&self.lengths, reverse, |first, at, before| {
            let mut state = vec![0.0; columns];
            if !first {
                state.copy_from_slice(&data[before * columns..(before + 1) * columns]);
            }
            let row = at * columns..(at + 1) * columns;
            for (((h, z), c), last) in
                data[row.clone()].iter_mut().zip(&z[row.clone()]).zip(&c[row]).zip(&state)
            {
                *h = last + gate(*z) * (c - last);
            }
        });
        let lengths = Rc::clone(&self.lengths);
        self.push(Step::Scan { gate: gates, candidate, reverse, lengths }, columns, data)
    }

    pub fn pair(&mut self, a: Node, b: Node, from: Vec<u32>) -> Node {
        let columns = self.columns(a);
        let (left, right) = (self.data(a), self.data(b));
        let mut data = right.to_vec();
        for (row, from) in data.chunks_exact_mut(columns).zip(&from) {
            let from = &left[*from as usize * columns..][..columns];
            row.iter_mut().zip(from).for_each(|(to, from)| *to += from);
        }
        self.push(Step::Pair { a, b, from }, columns, data)
    }

    fn grad(&mut self, node: Node) -> &mut Vec<f32> {
        let value = &mut self.values[node.0];
        if value.grad.is_empty() {
            value.grad = vec![0.0; value.data.len()];
        }
        &mut value.grad
    }
}

fn add_to(to: &mut [f32], from: &[f32]) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to += from);
}

/// Calls `visit(first, at, before)` for each token in the order of a scan; `before` was visited last.
fn for_sentences(lengths: &[usize], reverse: bool, mut visit: impl FnMut(bool, usize, usize)) {
    let mut start = 0;
    for length in lengths {
        for step in 0..*length {
            let at = if reverse { start + length - 1 - step } else { start + step };
            let before = if reverse { at + 1 } else { at.wrapping_sub(1) };
            visit(step == 0, at, before);
        }
        start += length;
    }
}
