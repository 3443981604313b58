//! A tape: every step of a forward computation with what it was made from, so that the gradients can be carried
//! back.
//!
//! Values are matrices with a row for each token of a batch; `lengths` tells where one sentence ends and the next
//! begins.

use super::matrix::{ln, multiply_add, softmax, transposed};
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
    Window(Node),
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
    lengths: &'a [usize],
    rows: usize,
    values: Vec<Value>,
}

/// What a row should be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// This class, with this weight.
    One(u32, f32),
    /// Any of these classes: the corpus does not tell them apart.
    Any(u64, f32),
    /// Nothing is known.
    Nothing,
}

/// A gate that opens in a straight line: 0 below -2, 1 above 2.
pub fn gate(z: f32) -> f32 {
    (z * 0.25 + 0.5).clamp(0.0, 1.0)
}

impl<'a> Tape<'a> {
    pub fn new(params: &'a Params, grads: &'a mut Grads, lengths: &'a [usize]) -> Self {
        Self { params, grads, lengths, rows: lengths.iter().sum(), values: Vec::new() }
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
        let mut data = Vec::with_capacity(self.rows * columns);
        for row in 0..self.rows {
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
        multiply_add(rows, param.columns, param.rows, &value.data, &param.values, &mut data);
        let columns = param.columns;
        self.push(Step::Linear { x, weights, bias }, columns, data)
    }

    pub fn window(&mut self, x: Node) -> Node {
        let value = &self.values[x.0];
        let columns = value.columns;
        let mut data = vec![0.0; self.rows * columns * 3];
        let mut start = 0;
        for length in self.lengths {
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
        self.push(Step::Window(x), columns * 3, data)
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
        for_sentences(self.lengths, reverse, |first, at, before| {
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
        self.push(Step::Scan { gate: gates, candidate, reverse }, columns, data)
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
            match *target {
                Target::One(class, weight) => {
                    loss -= weight * ln(shares[class as usize]);
                    let scale = weight / divide;
                    grad.iter_mut().zip(&shares).for_each(|(grad, share)| *grad += share * scale);
                    grad[class as usize] -= scale;
                }
                Target::Any(allowed, weight) => {
                    let is_allowed = |class: usize| allowed >> class & 1 == 1;
                    let sum: f32 =
                        shares.iter().enumerate().map(|(c, s)| if is_allowed(c) { *s } else { 0.0 }).sum();
                    let sum = sum.max(1e-8);
                    loss -= weight * ln(sum);
                    let scale = weight / divide;
                    for (class, (grad, share)) in grad.iter_mut().zip(&shares).enumerate() {
                        let wanted = if is_allowed(class) { share / sum } else { 0.0 };
                        *grad += (share - wanted) * scale;
                    }
                }
                Target::Nothing => {}
            }
        }
        loss
    }

    /// Adds the cross-entropy of each token's head. A head's score is `dependents[t] · heads[h]` and a weight for
    /// the distance; `root` takes the place of the head's row for the root. `targets[t]` is the head's row in its
    /// sentence, or the sentence's length for the root; `None` for tokens that count nothing. `weights` has one number a
    /// sentence.
    #[allow(clippy::too_many_arguments, reason = "the parts of one score")]
    pub fn heads(
        &mut self,
        dependents: Node,
        heads: Node,
        root: ParamId,
        distances: ParamId,
        bucket: impl Fn(usize, usize) -> usize,
        targets: &[Option<u32>],
        weights: &[f32],
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
        for (length, weight) in self.lengths.iter().zip(weights) {
            let n = *length;
            let mut candidates = head[start * columns..(start + n) * columns].to_vec();
            candidates.extend_from_slice(root_row);
            let turned = transposed(n + 1, columns, &candidates);
            let mut scores = vec![0.0; n * (n + 1)];
            multiply_add(
                n,
                n + 1,
                columns,
                &dep[start * columns..(start + n) * columns],
                &turned,
                &mut scores,
            );
            let mut used = false;
            for at in 0..n {
                let row = &mut scores[at * (n + 1)..(at + 1) * (n + 1)];
                let Some(target) = targets[start + at] else {
                    row.fill(0.0);
                    continue;
                };
                used = true;
                for (to, score) in row.iter_mut().enumerate() {
                    *score += if to == n { distance[0] } else { distance[bucket(at, to)] };
                }
                row[at] = -1e9;
                softmax(row);
                loss -= weight * ln(row[target as usize]);
                row[target as usize] -= 1.0;
                for (to, share) in row.iter_mut().enumerate() {
                    *share *= weight / divide;
                    distance_grad[if to == n { 0 } else { bucket(at, to) }] += *share;
                }
            }
            if used {
                let to = &mut dependents_value[start * columns..(start + n) * columns];
                multiply_add(n, columns, n + 1, &scores, &candidates, to);
                let turned = transposed(n, n + 1, &scores);
                let mut grad = vec![0.0; (n + 1) * columns];
                multiply_add(
                    n + 1,
                    columns,
                    n,
                    &turned,
                    &dep[start * columns..(start + n) * columns],
                    &mut grad,
                );
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
                Step::Window(x) => {
                    let wide = columns / 3;
                    let lengths = self.lengths;
                    let to = self.grad(*x);
                    let mut start = 0;
                    for length in lengths {
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
                Step::Scan { gate: z, candidate, reverse } => {
                    self.scan_back(index, *z, *candidate, *reverse, grad)
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
        let turned = transposed(rows, inner, &self.values[x.0].data);
        multiply_add(inner, outer, rows, &turned, grad, &mut self.grads.values[weights.0]);
        if let Some(bias) = bias {
            for row in grad.chunks_exact(outer) {
                add_to(&mut self.grads.values[bias.0], row);
            }
        }
        let turned = transposed(inner, outer, &param.values);
        let to = self.grad(x);
        multiply_add(rows, inner, outer, grad, &turned, to);
    }

    fn scan_back(&mut self, index: usize, z: Node, candidate: Node, reverse: bool, mut grad: Vec<f32>) {
        let columns = self.values[index].columns;
        self.grad(z);
        self.grad(candidate);
        let mut gate_grad = std::mem::take(&mut self.values[z.0].grad);
        let mut candidate_grad = std::mem::take(&mut self.values[candidate.0].grad);
        let (zs, cs) = (&self.values[z.0].data, &self.values[candidate.0].data);
        let hs = &self.values[index].data;
        let none = vec![0.0; columns];
        // The gradients run against the direction of the scan.
        for_sentences_backwards(self.lengths, reverse, |first, at, before| {
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
