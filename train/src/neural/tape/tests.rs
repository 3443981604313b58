//! Gradients of every step against differences: a weight is moved a little both ways, and the loss must follow.

use super::{Node, Tape};
use crate::neural::params::{Grads, ParamId, Params};
use crate::neural::random::Random;
use crate::neural::target::{SHARES, Target};

/// Two sentences, so that steps that look around see an edge between them.
const LENGTHS: [usize; 2] = [3, 2];
const ROWS: usize = 5;
const CLASSES: usize = 3;
/// How far a weight is moved.
const LITTLE: f32 = 1e-2;

const TAUGHT: [(u16, f32); SHARES] = [(0, 0.6), (2, 0.3), (1, 0.1), (0, 0.0)];
const TARGETS: [Target; ROWS] = [
    Target::One(2, 1.0),
    Target::Any(0b011, 1.0),
    Target::Nothing,
    Target::Shares(TAUGHT, 0.5),
    Target::Any(0b110, 2.0),
];

/// Checks that the gradients of all weights are those that differences show; `run` gives the loss of a tape.
fn check(params: &mut Params, run: impl Fn(&mut Tape) -> f32) {
    let mut grads = Grads::new(params);
    let mut tape = Tape::new(params, &mut grads, &LENGTHS);
    run(&mut tape);
    tape.backward();
    let loss = |params: &Params| {
        let mut grads = Grads::new(params);
        run(&mut Tape::new(params, &mut grads, &LENGTHS))
    };
    let mut moved = 0;
    for index in 0..params.table.len() {
        for cell in 0..params.table[index].values.len() {
            let value = params.table[index].values[cell];
            params.table[index].values[cell] = value + LITTLE;
            let above = loss(params);
            params.table[index].values[cell] = value - LITTLE;
            let below = loss(params);
            params.table[index].values[cell] = value;
            let (seen, found) = ((above - below) / (2.0 * LITTLE), grads.values[index][cell]);
            let far = (seen - found).abs();
            let name = &params.table[index].name;
            assert!(far < 4e-3 + 0.01 * seen.abs(), "{name}, cell {cell}: {found}, differences show {seen}");
            moved += usize::from(found.abs() > 1e-4);
        }
    }
    assert!(moved > 0, "no weight has a gradient");
}

/// Weights, and the table that every tape of these tests begins with.
struct Start {
    params: Params,
    random: Random,
    table: ParamId,
}

fn start(columns: usize) -> Start {
    let mut random = Random::new(7);
    let mut params = Params::default();
    let table = params.sparse("table", ROWS, columns, 0.8, &mut random);
    Start { params, random, table }
}

impl Start {
    fn weights(&mut self, name: &str, rows: usize, columns: usize) -> ParamId {
        self.params.add(name, rows, columns, 0.8, &mut self.random)
    }

    /// Checks a step from the table's rows to scores of classes.
    fn check(&mut self, step: impl Fn(&mut Tape, Node) -> Node) {
        let table = self.table;
        check(&mut self.params, |tape| {
            let x = tape.lookup(table, (0..ROWS as u32).collect());
            let scores = step(tape, x);
            tape.classes(scores, &TARGETS, 1.0)
        });
    }
}

#[test]
fn lookup_with_rows_used_twice_and_never() {
    let mut it = start(CLASSES);
    let table = it.table;
    check(&mut it.params, |tape| {
        let x = tape.lookup(table, vec![1, 1, 0, 4, 1]);
        tape.classes(x, &TARGETS, 1.0)
    });
}

#[test]
fn bag_with_empty_and_full_rows() {
    let mut it = start(CLASSES);
    let table = it.table;
    check(&mut it.params, |tape| {
        let x = tape.bag(table, vec![0, 1, 2, 2, 4], vec![2, 2, 3, 4, 5]);
        tape.classes(x, &TARGETS, 1.0)
    });
}

#[test]
fn concat() {
    let mut it = start(1);
    let other = it.params.sparse("other", ROWS, 2, 0.8, &mut it.random);
    it.check(|tape, x| {
        let y = tape.lookup(other, (0..ROWS as u32).rev().collect());
        tape.concat(&[x, y])
    });
}

#[test]
fn linear_with_and_without_bias() {
    let mut it = start(4);
    let weights = it.weights("weights", 4, CLASSES);
    it.check(|tape, x| tape.linear(x, weights, None));
    let bias = it.weights("bias", 1, CLASSES);
    it.check(|tape, x| tape.linear(x, weights, Some(bias)));
}

#[test]
fn window() {
    let mut it = start(2);
    let weights = it.weights("weights", 6, CLASSES);
    it.check(|tape, x| {
        let wide = tape.window(x);
        tape.linear(wide, weights, None)
    });
}

#[test]
fn relu_away_from_its_corner() {
    let mut it = start(CLASSES);
    for value in &mut it.params.table[it.table.0].values {
        *value += 0.1f32.copysign(*value);
    }
    it.check(|tape, x| tape.relu(x));
}

#[test]
fn add() {
    let mut it = start(CLASSES);
    let other = it.params.sparse("other", ROWS, CLASSES, 0.8, &mut it.random);
    it.check(|tape, x| {
        let y = tape.lookup(other, vec![3, 3, 1, 0, 2]);
        let sum = tape.add(x, y);
        tape.add(sum, x)
    });
}

#[test]
fn dropout() {
    let mut it = start(CLASSES);
    it.check(|tape, x| tape.dropout(x, 0.4, &mut Random::new(3)));
}

#[test]
fn scan_from_both_sides() {
    for reverse in [false, true] {
        let mut it = start(CLASSES);
        let gates = it.params.sparse("gates", ROWS, CLASSES, 1.5, &mut it.random);
        // One gate that is shut and one that is open.
        it.params.table[gates.0].values[4] = -3.0;
        it.params.table[gates.0].values[7] = 3.0;
        it.check(|tape, x| {
            let z = tape.lookup(gates, (0..ROWS as u32).collect());
            tape.scan(z, x, reverse)
        });
    }
}

#[test]
fn pair() {
    let mut it = start(CLASSES);
    let other = it.params.sparse("other", ROWS, CLASSES, 0.8, &mut it.random);
    it.check(|tape, x| {
        let b = tape.lookup(other, (0..ROWS as u32).collect());
        tape.pair(x, b, vec![1, 1, 0, 4, 3])
    });
}

#[test]
fn heads_with_unknown_ones_and_the_root() {
    let mut it = start(3);
    let other = it.params.sparse("other", ROWS, 3, 0.8, &mut it.random);
    let (root, distances) = (it.weights("root", 1, 3), it.weights("distances", 1, 3));
    let table = it.table;
    check(&mut it.params, |tape| {
        let dependents = tape.lookup(table, (0..ROWS as u32).collect());
        let heads = tape.lookup(other, (0..ROWS as u32).collect());
        let bucket = |at: usize, to: usize| if to > at { 1 } else { 2 };
        let taught = [(2, 0.7), (0, 0.3), (0, 0.0), (0, 0.0)];
        let targets = [
            Target::One(1, 1.0),
            Target::One(3, 1.0),
            Target::Nothing,
            Target::One(1, 0.5),
            Target::Shares(taught, 0.5),
        ];
        tape.heads(dependents, heads, root, distances, bucket, &targets, 1.0)
    });
}

#[test]
fn a_divided_loss_has_divided_gradients() {
    let mut it = start(CLASSES);
    let table = it.table;
    let gradient = |params: &Params, divide: f32| {
        let mut grads = Grads::new(params);
        let mut tape = Tape::new(params, &mut grads, &LENGTHS);
        let x = tape.lookup(table, (0..ROWS as u32).collect());
        tape.classes(x, &TARGETS, divide);
        tape.backward();
        grads.values[0][0]
    };
    let params = std::mem::take(&mut it.params);
    assert!((gradient(&params, 1.0) - 4.0 * gradient(&params, 4.0)).abs() < 1e-6);
    assert!(gradient(&params, 1.0).abs() > 1e-3);
}
