//! The layers of the network, for learning.

use whosaid::model::FACTS as FLAGS;
use whosaid::reading::features::{LONG_SUFFIX_ROWS, PREFIX_ROWS, SHAPE_ROWS, SHORT_SUFFIX_ROWS};
use whosaid::reading::trees::{DISTANCES, distance};

use super::data::Example;
use super::shape::{Dropout, Shape, Sizes};
use crate::neural::matrix::{Matrix, best, multiply_add};
use crate::neural::params::{ParamId, Params};
use crate::neural::random::Random;
use crate::neural::tape::{Node, Tape};
use crate::neural::target::Target;

#[derive(Clone, Copy, Debug)]
struct Layer {
    gate: [ParamId; 2],
    gate_bias: [ParamId; 2],
    candidate: [ParamId; 2],
    candidate_bias: [ParamId; 2],
}

/// The parts of the network among its parameters.
#[derive(Clone, Debug)]
pub struct Model {
    word: ParamId,
    prefix: ParamId,
    short_suffix: ParamId,
    long_suffix: ParamId,
    shape: ParamId,
    flags: ParamId,
    window: ParamId,
    window_bias: ParamId,
    layers: Vec<Layer>,
    tags: [ParamId; 2],
    names: [ParamId; 2],
    head: [ParamId; 2],
    dependent: [ParamId; 2],
    bilinear: [ParamId; 2],
    root: ParamId,
    distances: ParamId,
    relation_head: ParamId,
    relation_dependent: [ParamId; 2],
    relations: [ParamId; 2],
}

/// What the network says of a batch.
pub struct Outputs {
    pub tags: Node,
    pub names: Node,
    pub head: Node,
    pub dependent: Node,
    pub relation_head: Node,
    pub relation_dependent: Node,
}

impl Model {
    pub fn new(shape: &Shape, sizes: &Sizes, random: &mut Random) -> (Self, Params) {
        let mut p = Params::default();
        let wide = shape.scan * 2;
        let input =
            shape.word + shape.prefix + shape.short_suffix + shape.long_suffix + shape.shape + shape.flags;
        let bias = |p: &mut Params, name: &str, columns: usize, random: &mut Random| {
            p.add(name, 1, columns, 0.0, random)
        };
        let word = p.sparse("word", sizes.words, shape.word, 0.3, random);
        let prefix = p.sparse("prefix", PREFIX_ROWS as usize, shape.prefix, 0.3, random);
        let short_suffix =
            p.sparse("short_suffix", SHORT_SUFFIX_ROWS as usize, shape.short_suffix, 0.3, random);
        let long_suffix = p.sparse("long_suffix", LONG_SUFFIX_ROWS as usize, shape.long_suffix, 0.3, random);
        let shapes = p.sparse("shape", SHAPE_ROWS as usize, shape.shape, 0.3, random);
        let flags = p.sparse("flags", FLAGS, shape.flags, 0.3, random);
        let window = p.dense("window", input * 3, wide, random);
        let window_bias = bias(&mut p, "window_bias", wide, random);
        let mut layers = Vec::new();
        for layer in 0..shape.layers {
            let mut two = |kind: &str, random: &mut Random| {
                ["left", "right"].map(|side| {
                    let name = format!("{kind}_{side}_{layer}");
                    if kind.ends_with("bias") {
                        p.add(&name, 1, shape.scan, 0.0, random)
                    } else {
                        p.dense(&name, wide, shape.scan, random)
                    }
                })
            };
            layers.push(Layer {
                gate: two("gate", random),
                gate_bias: two("gate_bias", random),
                candidate: two("candidate", random),
                candidate_bias: two("candidate_bias", random),
            });
        }
        let mut pair = |name: &str, rows: usize, columns: usize, random: &mut Random| {
            [p.dense(name, rows, columns, random), p.add(&format!("{name}_bias"), 1, columns, 0.0, random)]
        };
        let tags = pair("tags", wide, sizes.tags, random);
        let names = pair("names", wide, sizes.names, random);
        let head = pair("head", wide, shape.arcs, random);
        let dependent = pair("dependent", wide, shape.arcs, random);
        let bilinear = pair("bilinear", shape.arcs, shape.arcs, random);
        let [relation_head, _] = pair("relation_head", wide, shape.relations, random);
        let relation_dependent = pair("relation_dependent", wide, shape.relations, random);
        let relations = pair("relations", shape.relations, sizes.relations, random);
        let root = p.add("root", 1, shape.arcs, 0.3, random);
        let distances = p.add("distances", 1, DISTANCES, 0.0, random);
        let model = Self {
            word,
            prefix,
            short_suffix,
            long_suffix,
            shape: shapes,
            flags,
            window,
            window_bias,
            layers,
            tags,
            names,
            head,
            dependent,
            bilinear,
            root,
            distances,
            relation_head,
            relation_dependent,
            relations,
        };
        (model, p)
    }

    /// Runs the batch up to its scores. `forget` tells for each word whether to treat it as unknown.
    pub fn forward(
        &self,
        tape: &mut Tape,
        batch: &[&Example],
        drop: Dropout,
        random: &mut Random,
        mut forget: impl FnMut(u32, &mut Random) -> bool,
    ) -> Outputs {
        let tokens = || batch.iter().flat_map(|example| &example.tokens);
        let words = batch.iter().flat_map(|example| &example.words);
        let words = words.map(|word| if forget(*word, random) { 0 } else { *word }).collect();
        let parts = [
            tape.lookup(self.word, words),
            tape.lookup(self.prefix, tokens().map(|token| token.form.prefix).collect()),
            tape.lookup(self.short_suffix, tokens().map(|token| token.form.short_suffix).collect()),
            tape.lookup(self.long_suffix, tokens().map(|token| token.form.long_suffix).collect()),
            tape.lookup(self.shape, tokens().map(|token| token.form.shape).collect()),
            {
                let (mut rows, mut ends) = (Vec::new(), Vec::new());
                for token in tokens() {
                    rows.extend((0..FLAGS as u32).filter(|bit| token.flags >> bit & 1 == 1));
                    ends.push(rows.len() as u32);
                }
                tape.bag(self.flags, rows, ends)
            },
        ];
        let x = tape.concat(&parts);
        let x = tape.dropout(x, drop.input, random);
        let x = tape.window(x);
        let x = tape.linear(x, self.window, Some(self.window_bias));
        let x = tape.relu(x);
        let mut x = tape.dropout(x, drop.hidden, random);
        for layer in &self.layers {
            let sides = [0, 1].map(|side| {
                let z = tape.linear(x, layer.gate[side], Some(layer.gate_bias[side]));
                let c = tape.linear(x, layer.candidate[side], Some(layer.candidate_bias[side]));
                tape.scan(z, c, side == 1)
            });
            let h = tape.concat(&sides);
            let h = tape.dropout(h, drop.hidden, random);
            x = tape.add(x, h);
        }
        let mut hidden = |tape: &mut Tape, [weights, bias]: [ParamId; 2]| {
            let y = tape.linear(x, weights, Some(bias));
            let y = tape.relu(y);
            tape.dropout(y, drop.head, random)
        };
        let head = hidden(tape, self.head);
        let dependent = hidden(tape, self.dependent);
        let dependent = tape.linear(dependent, self.bilinear[0], Some(self.bilinear[1]));
        Outputs {
            tags: tape.linear(x, self.tags[0], Some(self.tags[1])),
            names: tape.linear(x, self.names[0], Some(self.names[1])),
            head,
            dependent,
            relation_head: tape.linear(x, self.relation_head, None),
            relation_dependent: tape.linear(x, self.relation_dependent[0], Some(self.relation_dependent[1])),
        }
    }

    /// Adds the losses of the tasks; gives them undivided: tags, heads, relations, names.
    #[allow(clippy::too_many_arguments, reason = "the parts of one sum")]
    pub fn losses(
        &self,
        tape: &mut Tape,
        outputs: &Outputs,
        batch: &[&Example],
        weights: [f32; 4],
        drop: Dropout,
        random: &mut Random,
        divide: f32,
    ) -> [f32; 4] {
        let scaled = |targets: fn(&Example) -> &[Target], by: f32| -> Vec<Target> {
            batch.iter().flat_map(|example| targets(example)).map(|target| target.scaled(by)).collect()
        };
        let tags = scaled(|example| &example.tags, weights[0]);
        let heads = scaled(|example| &example.heads, weights[1]);
        let mut relations = scaled(|example| &example.relations, weights[2]);
        let names = scaled(|example| &example.names, weights[3]);
        let mut from = Vec::with_capacity(heads.len());
        let mut start = 0;
        for example in batch {
            let length = example.tokens.len();
            for (at, head) in example.heads.iter().enumerate() {
                from.push(match head.best() {
                    Some(head) if (head as usize) < length => start as u32 + head,
                    // The root's relation is always `root`.
                    _ => {
                        relations[start + at] = Target::Nothing;
                        (start + at) as u32
                    }
                });
            }
            start += length;
        }
        let tag_loss = tape.classes(outputs.tags, &tags, divide);
        let head_loss = if heads.iter().any(|head| *head != Target::Nothing) {
            tape.heads(outputs.dependent, outputs.head, self.root, self.distances, distance, &heads, divide)
        } else {
            0.0
        };
        let relation_scores = self.relation_scores(tape, outputs, from, drop, random);
        let relation_loss = tape.classes(relation_scores, &relations, divide);
        let name_loss = tape.classes(outputs.names, &names, divide);
        [tag_loss, head_loss, relation_loss, name_loss]
    }

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

    /// Scores of the relations, given each token's head as a row of the batch.
    pub fn relation_scores(
        &self,
        tape: &mut Tape,
        outputs: &Outputs,
        from: Vec<u32>,
        drop: Dropout,
        random: &mut Random,
    ) -> Node {
        let pairs = tape.pair(outputs.relation_head, outputs.relation_dependent, from);
        let pairs = tape.relu(pairs);
        let pairs = tape.dropout(pairs, drop.head, random);
        tape.linear(pairs, self.relations[0], Some(self.relations[1]))
    }

    /// Tables of words, prefixes, endings, shapes, facts.
    pub const fn tables(&self) -> [ParamId; 6] {
        [self.word, self.prefix, self.short_suffix, self.long_suffix, self.shape, self.flags]
    }

    /// Weights and bias of the window.
    pub const fn window(&self) -> [ParamId; 2] {
        [self.window, self.window_bias]
    }

    /// For each layer gate and candidate of the left scan, then of the right, each with its bias.
    pub fn layers(&self) -> Vec<[[ParamId; 2]; 4]> {
        let parts = |layer: &Layer| {
            [0, 1].map(|side| {
                [
                    [layer.gate[side], layer.gate_bias[side]],
                    [layer.candidate[side], layer.candidate_bias[side]],
                ]
            })
        };
        self.layers
            .iter()
            .map(|layer| {
                let [[a, b], [c, d]] = parts(layer);
                [a, b, c, d]
            })
            .collect()
    }

    /// The layers that read tags, names and trees, in the order of their section.
    pub fn heads(&self) -> [(ParamId, Option<ParamId>); 8] {
        let whole = |[weights, bias]: [ParamId; 2]| (weights, Some(bias));
        [
            whole(self.tags),
            whole(self.names),
            whole(self.head),
            whole(self.dependent),
            whole(self.bilinear),
            (self.relation_head, None),
            whole(self.relation_dependent),
            whole(self.relations),
        ]
    }

    /// The weight of the root's row, of distances.
    pub const fn root_and_distances(&self) -> (ParamId, ParamId) {
        (self.root, self.distances)
    }

    /// Scores of every token of its sentence as the head of each token, and of the root behind them; a token is no
    /// head of its own. One row a token.
    pub fn head_scores(
        &self,
        tape: &Tape,
        outputs: &Outputs,
        params: &Params,
        lengths: &[usize],
    ) -> Vec<Vec<f32>> {
        let columns = tape.columns(outputs.head);
        let (dependents, heads) = (tape.data(outputs.dependent), tape.data(outputs.head));
        let (root, distances) = (&params.get(self.root).values, &params.get(self.distances).values);
        let mut all = Vec::new();
        let mut start = 0;
        for n in lengths.iter().copied() {
            let of = |data: &'_ [f32]| data[start * columns..(start + n) * columns].to_vec();
            let (tokens, mut candidates) = (of(dependents), of(heads));
            candidates.extend_from_slice(root);
            let mut scores = vec![0.0; n * (n + 1)];
            let (left, right) = (Matrix::rows(&tokens, columns), Matrix::turned(&candidates, columns));
            multiply_add(n, n + 1, columns, left, right, &mut scores);
            for (at, row) in scores.chunks_exact_mut(n + 1).enumerate() {
                for (to, score) in row.iter_mut().enumerate() {
                    *score += distances[if to == n { 0 } else { distance(at, to) }];
                }
                row[at] = f32::MIN;
                all.push(row.to_vec());
            }
            start += n;
        }
        all
    }

    /// The best head of each token by itself: its place in the sentence, the sentence's length for the root.
    pub fn best_heads(
        &self,
        tape: &Tape,
        outputs: &Outputs,
        params: &Params,
        lengths: &[usize],
    ) -> Vec<usize> {
        self.head_scores(tape, outputs, params, lengths).iter().map(|row| best(row)).collect()
    }
}
