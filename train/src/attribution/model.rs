//! The layers of the network, for learning.

use whosaid::model::PartOfAttribution;
use whosaid::quotes::passage::{FACTS, FAMILIES, PAIR_FACTS, PairFacts};

use super::data::Example;
use crate::network::recipe::Attributions;
use crate::neural::params::{ParamId, Params};
use crate::neural::random::Random;
use crate::neural::tape::{Node, Tape};
use crate::neural::target::Target;

/// A part of the network with its bias.
type Biased = [ParamId; 2];

/// The parts of the network among its parameters.
#[derive(Clone, Debug)]
pub struct Model {
    pub lemma: ParamId,
    pub input: Biased,
    pub facts: ParamId,
    /// For each layer gate and candidate of the left scan, then of the right.
    pub layers: Vec<[Biased; 4]>,
    pub cue: Biased,
    pub token: ParamId,
    pub cue_token: Biased,
    pub pair_facts: ParamId,
    pub pair_layers: Vec<[Biased; 4]>,
    pub label: Biased,
    pub verdict: Biased,
    /// Rows of facts, and of facts of pairs, that are left out.
    left_out: [Vec<bool>; 2],
}

/// How much is left out while learning.
#[derive(Clone, Copy, Debug)]
pub struct Dropout {
    pub lemma: f32,
    pub hidden: f32,
}

impl Dropout {
    pub const NONE: Self = Self { lemma: 0.0, hidden: 0.0 };
}

/// A cue that is looked at.
#[derive(Clone, Debug)]
pub struct Looked {
    /// Example of the batch, and the head in it.
    pub example: usize,
    pub head: usize,
    pub window: std::ops::Range<usize>,
}

/// What the network says of the pairs of a batch.
pub struct PairOutputs {
    pub label: Node,
    pub verdict: Node,
}

impl Model {
    pub fn new(shape: &Attributions, lemmas: usize, random: &mut Random) -> (Self, Params) {
        let mut p = Params::default();
        let (wide, narrow) = (shape.scan * 2, shape.pair_scan * 2);
        let lemma = p.sparse("lemma", lemmas, shape.lemma, 0.3, random);
        let facts = p.sparse("facts", FACTS, wide, 0.1, random);
        let pair_facts = p.sparse("pair_facts", PAIR_FACTS, narrow, 0.1, random);
        let biased = |p: &mut Params, name: &str, rows: usize, columns: usize, random: &mut Random| {
            [p.dense(name, rows, columns, random), p.add(&format!("{name}_bias"), 1, columns, 0.0, random)]
        };
        let layers = |p: &mut Params, name: &str, count: usize, half: usize, random: &mut Random| {
            let layer = |p: &mut Params, number: usize, random: &mut Random| {
                ["gate_left", "candidate_left", "gate_right", "candidate_right"]
                    .map(|part| biased(p, &format!("{name}_{part}_{number}"), half * 2, half, random))
            };
            (0..count).map(|number| layer(p, number, random)).collect()
        };
        let input = biased(&mut p, "input", shape.lemma * 2, wide, random);
        let token_layers = layers(&mut p, "token", shape.layers, shape.scan, random);
        let cue = biased(&mut p, "cue", wide, 2, random);
        let token = p.dense("token", wide, narrow, random);
        let cue_token = biased(&mut p, "cue_token", wide, narrow, random);
        let pair_layers = layers(&mut p, "pair", shape.pair_layers, shape.pair_scan, random);
        let label = biased(&mut p, "label", narrow, PartOfAttribution::ALL.len(), random);
        let verdict = biased(&mut p, "verdict", narrow, 2, random);
        let mut left_out = [vec![false; FACTS], vec![false; PAIR_FACTS]];
        for family in FAMILIES.iter().filter(|family| shape.without.iter().any(|name| name == family.name)) {
            for (rows, range) in left_out.iter_mut().zip([&family.facts, &family.pair_facts]) {
                rows[range.clone()].fill(true);
            }
        }
        // What is not learned adds nothing in use.
        for (table, rows) in [facts, pair_facts].into_iter().zip(&left_out) {
            let table = &mut p.table[table.0];
            let rows = table.values.chunks_exact_mut(table.columns).zip(rows);
            rows.filter(|(_, left_out)| **left_out).for_each(|(row, _)| row.fill(0.0));
        }
        let model = Self {
            left_out,
            lemma,
            input,
            facts,
            layers: token_layers,
            cue,
            token,
            cue_token,
            pair_facts,
            pair_layers,
            label,
            verdict,
        };
        (model, p)
    }

    /// The facts that are not left out, of tokens (0) or pairs (1).
    fn kept<'a>(&'a self, table: usize, facts: &'a [u16]) -> impl Iterator<Item = u32> + 'a {
        let left_out = &self.left_out[table];
        facts.iter().filter(|fact| !left_out[usize::from(**fact)]).map(|fact| u32::from(*fact))
    }

    /// Runs the tokens of a batch; gives their rows and the scores of cues.
    pub fn tokens(
        &self,
        tape: &mut Tape,
        batch: &[&Example],
        drop: Dropout,
        random: &mut Random,
        mut forget: impl FnMut(u32, &mut Random) -> bool,
    ) -> (Node, Node) {
        let mut known = |rows: fn(&Example) -> &[u32], random: &mut Random| -> Vec<u32> {
            let rows = batch.iter().flat_map(|example| rows(example));
            rows.map(|row| if forget(*row, random) { 0 } else { *row }).collect()
        };
        let lemmas = known(|example| &example.lemmas, random);
        let heads = known(|example| &example.heads, random);
        let (mut facts, mut ends) = (Vec::new(), Vec::new());
        for example in batch {
            for at in 0..example.marked.passage.len() {
                facts.extend(self.kept(0, example.marked.passage.facts(at)));
                ends.push(facts.len() as u32);
            }
        }
        let (lemma, head) = (tape.lookup(self.lemma, lemmas), tape.lookup(self.lemma, heads));
        let x = tape.concat(&[lemma, head]);
        let x = tape.dropout(x, drop.lemma, random);
        let x = tape.linear(x, self.input[0], Some(self.input[1]));
        let facts = tape.bag(self.facts, facts, ends);
        let x = tape.add(x, facts);
        let x = tape.relu(x);
        let x = tape.dropout(x, drop.hidden, random);
        let x = run_layers(tape, &self.layers, x, drop.hidden, random);
        let cue = tape.linear(x, self.cue[0], Some(self.cue[1]));
        (x, cue)
    }

    /// Runs the pairs of some cues with the tokens near them.
    pub fn pairs(
        &self,
        tape: &mut Tape,
        batch: &[&Example],
        rows: Node,
        looked: &[Looked],
        drop: Dropout,
        random: &mut Random,
    ) -> PairOutputs {
        let mut starts = Vec::new();
        let mut start = 0;
        for example in batch {
            starts.push(start);
            start += example.marked.passage.len();
        }
        let (mut tokens, mut cues) = (Vec::new(), Vec::new());
        let (mut facts, mut ends) = (Vec::new(), Vec::new());
        let mut of_token = Vec::new();
        for cue in looked {
            let of_pair = PairFacts::new(&batch[cue.example].marked.passage, cue.head);
            for at in cue.window.clone() {
                of_token.clear();
                of_pair.facts(at, &mut of_token);
                facts.extend(self.kept(1, &of_token));
                ends.push(facts.len() as u32);
                tokens.push((starts[cue.example] + at) as u32);
                cues.push((starts[cue.example] + cue.head) as u32);
            }
        }
        let token = tape.linear(rows, self.token, None);
        let cue = tape.linear(rows, self.cue_token[0], Some(self.cue_token[1]));
        let lengths: Vec<usize> = looked.iter().map(|cue| cue.window.len()).collect();
        tape.set_lengths(&lengths);
        let x = tape.bag(self.pair_facts, facts, ends);
        let x = tape.pair(token, x, tokens);
        let x = tape.pair(cue, x, cues);
        let x = tape.relu(x);
        let x = tape.dropout(x, drop.hidden, random);
        let x = run_layers(tape, &self.pair_layers, x, drop.hidden, random);
        PairOutputs {
            label: tape.linear(x, self.label[0], Some(self.label[1])),
            verdict: tape.linear(x, self.verdict[0], Some(self.verdict[1])),
        }
    }
}

fn run_layers(tape: &mut Tape, layers: &[[Biased; 4]], mut x: Node, drop: f32, random: &mut Random) -> Node {
    for [gate_left, candidate_left, gate_right, candidate_right] in layers {
        let sides = [(gate_left, candidate_left, false), (gate_right, candidate_right, true)];
        let sides = sides.map(|(gate, candidate, reverse)| {
            let z = tape.linear(x, gate[0], Some(gate[1]));
            let c = tape.linear(x, candidate[0], Some(candidate[1]));
            tape.scan(z, c, reverse)
        });
        let h = tape.concat(&sides);
        let h = tape.dropout(h, drop, random);
        x = tape.add(x, h);
    }
    x
}

/// Targets of the cues of a batch.
pub fn cue_targets(batch: &[&Example], weight: f32) -> Vec<Target> {
    let mut targets = Vec::new();
    for example in batch {
        let start = targets.len();
        let marked = &example.marked;
        targets.extend(marked.masked.iter().map(
            |masked| {
                if *masked { Target::Nothing } else { Target::One(0, 1.0) }
            },
        ));
        for gold in &marked.gold {
            targets[start + gold.head] = Target::One(1, weight);
        }
    }
    targets
}
