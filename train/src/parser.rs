//! Learns the weights of the parser from trees, and writes its lexicon files.

use std::collections::BTreeMap;
use std::fmt::Write;

use whosaid::labels::{Deprel, Upos};
use whosaid::model::{Feature, ParseFiles, ParseLexicon, WordLexicon};
use whosaid::syntax::lemma::lemma;
use whosaid::syntax::parse_features::{action_features, label_features};
use whosaid::syntax::parse_state::{Action, Item, State};
use whosaid::syntax::parser::{is_learned, item};
use whosaid::syntax::tagger::Tagger;

use crate::conllu::Word;
use crate::perceptron::{FeatureMap, Perceptron};

/// Words other than names and nouns that are this frequent are atoms of their own.
const FREQUENT: u32 = 60;
/// A verb whose objects are clauses in this share of cases is a verb of saying and thinking.
const CLAUSAL: f64 = 0.15;
/// Features seen less often are not learned.
const LEAST: u32 = 5;
const ROUNDS: usize = 6;
/// Rounds that choose the features to keep.
const CHOOSING_ROUNDS: usize = 3;
/// How often, after the first round, training goes on from the parser's own mistake.
const EXPLORE: u64 = 90;
/// The right choice has to win by this much: without a margin plain features, right from the start, get
/// weights so small that rounding or a rarer feature wipes them out.
const MARGIN: i32 = 12;
/// Weights in the files are averages times this.
const SCALE: f64 = 8.0;

/// Verbs of news reports with a clause or an infinitive as object that the treebanks hardly have.
const SAYING: &str = "accuse acknowledge admit affirm allege announce argue assert assure boast caution claim \
    clarify comment complain concede conclude confess confirm contend counter declare deny disclose emphasise \
    emphasize estimate exclaim foresee hint imply indicate inform insist insinuate joke lament maintain mention \
    note notify opine pledge predict proclaim promise propose protest quip reaffirm reassure recall reckon \
    recommend reiterate remark remind reply respond restate retort reveal signal specify speculate state stress \
    suggest swear testify tweet underline underscore underscored vow warn write";
const URGING: &str = "advise allow appeal ask authorise authorize beg call challenge command compel demand direct \
    enable encourage exhort forbid force implore instruct invite lobby oblige order permit persuade plead press \
    pressure prompt push request require summon tell urge warn";

/// Most relations that a feature keeps weights for, the strongest.
const MOST_LABELS: usize = 7;

/// A sentence ready to be learned from.
struct Example {
    items: Vec<Item>,
    heads: Vec<usize>,
    deprels: Vec<Deprel>,
    children: Vec<Vec<usize>>,
}

/// `parse_words.tsv`: lemma and atom, sorted.
pub fn words(sentences: &[Vec<Word>]) -> String {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let mut verbs: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for sentence in sentences {
        for word in sentence {
            if !matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Punct | Upos::Sym | Upos::X)
            {
                *counts.entry(&word.lemma).or_default() += 1;
            }
            if word.upos == Upos::Verb {
                verbs.entry(&word.lemma).or_default().0 += 1;
            }
            if let Some(head) = word.head.filter(|_| word.deprel == Deprel::Ccomp) {
                verbs.entry(&sentence[head].lemma).or_default().1 += 1;
            }
        }
    }
    let mut atoms: BTreeMap<&str, &str> = BTreeMap::new();
    for (verb, (count, clauses)) in &verbs {
        if *clauses >= 2 && f64::from(*clauses) >= CLAUSAL * f64::from(*count) {
            atoms.insert(verb, "SAY");
        }
    }
    atoms.extend(SAYING.split_whitespace().map(|verb| (verb, "SAY")));
    atoms.extend(URGING.split_whitespace().map(|verb| (verb, "URGE")));
    for (lemma, count) in &counts {
        if *count >= FREQUENT && !lemma.contains([' ', '#', '=']) {
            atoms.insert(lemma, lemma);
        }
    }
    atoms.iter().fold(String::new(), |mut text, (lemma, atom)| {
        let _ = writeln!(text, "{lemma}\t{atom}");
        text
    })
}

fn examples(sentences: &[Vec<Word>], words: &WordLexicon, lexicon: &ParseLexicon) -> Vec<Example> {
    let mut tagger = Tagger::new(words);
    let mut examples = Vec::new();
    for sentence in sentences {
        let tags = tagger.tag(sentence.iter().map(|word| word.form.as_str()));
        let items = sentence
            .iter()
            .zip(tags)
            .map(|(word, tag)| item(tag, &lemma(&word.form, words.xpos(tag), words), words, lexicon))
            .collect();
        let heads: Vec<usize> = sentence.iter().map(|word| word.head.unwrap_or(sentence.len())).collect();
        let mut children = vec![Vec::new(); sentence.len() + 1];
        for (dependent, head) in heads.iter().enumerate() {
            children[*head].push(dependent);
        }
        let deprels = sentence.iter().map(|word| word.deprel).collect();
        examples.push(Example { items, heads, deprels, children });
    }
    examples
}

/// How many arcs of the tree can no longer be made after each action (the dynamic oracle of the arc-hybrid
/// system); `None` for actions that are not allowed.
fn costs(state: &State, example: &Example, on_stack: &[bool]) -> [Option<usize>; 3] {
    let next = state.next;
    let to_come = |word: usize| word >= next;
    Action::ALL.map(|action| {
        if !state.allows(action) {
            return None;
        }
        let top = state.on_stack(0);
        Some(match action {
            Action::Shift => {
                let head = example.heads[next];
                let lost_head = head < next && on_stack[head] && Some(head) != top;
                let lost_children = example.children[next].iter().filter(|child| on_stack[**child]).count();
                usize::from(lost_head) + lost_children
            }
            Action::Left | Action::Right => {
                let top = top?;
                let head = example.heads[top];
                let lost_children = example.children[top].iter().filter(|child| to_come(**child)).count();
                let lost_head = match action {
                    Action::Left => Some(head) == state.on_stack(1) || head > next,
                    _ => head >= next,
                };
                usize::from(lost_head) + lost_children
            }
        })
    })
}

/// One learning run over the examples.
struct Learner {
    actions: Perceptron,
    labels: Perceptron,
    random: u64,
    /// Arcs that got a relation, and those that got a wrong one.
    named: (usize, usize),
}

impl Learner {
    fn round(&mut self, examples: &[Example], order: &[usize], explore: bool) -> (usize, usize) {
        let (mut steps, mut errors) = (0, 0);
        for index in order {
            let example = &examples[*index];
            let mut state = State::new(example.items.clone());
            let mut on_stack = vec![false; example.items.len() + 1];
            let mut features = Vec::new();
            while !state.is_done() {
                features.clear();
                action_features(&state, |feature| features.extend(self.actions.number(feature)));
                let mut scores = [0i32; 3];
                self.actions.score(&features, &mut scores);
                let costs = costs(&state, example, &on_stack);
                let least = costs.iter().flatten().min().copied();
                let best = |wanted: fn(Option<usize>, Option<usize>) -> bool| {
                    let allowed = (0..3).filter(|action| costs[*action].is_some());
                    let allowed = allowed.filter(|action| wanted(costs[*action], least));
                    allowed.max_by_key(|action| (scores[*action], 2 - *action))
                };
                let right = best(|cost, least| cost == least).expect("an action");
                let guess = best(|_, _| true).expect("an action");
                let wrong = costs[guess] != least;
                let rival = best(|cost, least| cost != least);
                let rival = rival.filter(|rival| scores[*rival] + MARGIN > scores[right]);
                self.actions.update(&features, right, rival.unwrap_or(right));
                steps += 1;
                errors += usize::from(wrong);
                let follow = explore && self.chance() < EXPLORE;
                let action = Action::ALL[if follow { guess } else { right }];
                let mut deprel = Deprel::Dep;
                if let Some((head, dependent)) = state.arc(action) {
                    deprel = self.label(&state, head, dependent, example);
                    on_stack[dependent] = false;
                } else {
                    on_stack[state.next] = true;
                }
                state.take(action, deprel);
            }
        }
        (steps, errors)
    }

    fn label(&mut self, state: &State, head: usize, dependent: usize, example: &Example) -> Deprel {
        if head >= example.items.len() {
            return Deprel::Root;
        }
        if let Some(plain) = state.items[dependent].plain {
            return plain;
        }
        let mut features = Vec::new();
        label_features(state, head, dependent, |feature| features.extend(self.labels.number(feature)));
        let mut scores = [0i32; Deprel::ALL.len()];
        self.labels.score(&features, &mut scores);
        let right = example.deprels[dependent];
        let best = |but: Option<Deprel>| {
            let labels = (0..scores.len()).filter(|label| is_learned(Deprel::ALL[*label]));
            let labels = labels.filter(|label| but.is_none_or(|but| but as usize != *label));
            labels.max_by_key(|label| (scores[*label], scores.len() - *label)).expect("a label")
        };
        let guess = best(None);
        if example.heads[dependent] == head && is_learned(right) {
            self.named.0 += 1;
            self.named.1 += usize::from(right as usize != guess);
            let rival = best(Some(right));
            let close = scores[rival] + MARGIN > scores[right as usize];
            self.labels.update(&features, right as usize, if close { rival } else { right as usize });
        }
        Deprel::ALL[guess]
    }

    fn chance(&mut self) -> u64 {
        self.random =
            self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 33) % 100
    }
}

/// Features seen often enough along the right actions.
fn frequent(examples: &[Example]) -> (Vec<Seen>, Vec<Seen>) {
    let mut seen: FeatureMap<u32> = FeatureMap::default();
    let mut seen_labels: FeatureMap<u32> = FeatureMap::default();
    for example in examples {
        let mut state = State::new(example.items.clone());
        let mut on_stack = vec![false; example.items.len() + 1];
        while !state.is_done() {
            action_features(&state, |feature| *seen.entry(feature).or_default() += 1);
            let costs = costs(&state, example, &on_stack);
            let least = costs.iter().flatten().min().copied();
            let action = Action::ALL[(0..3).find(|action| costs[*action] == least).expect("an action")];
            let mut deprel = Deprel::Dep;
            if let Some((head, dependent)) = state.arc(action) {
                if head < example.items.len() && state.items[dependent].plain.is_none() {
                    label_features(&state, head, dependent, |feature| {
                        *seen_labels.entry(feature).or_default() += 1;
                    });
                }
                deprel = example.deprels[dependent];
                on_stack[dependent] = false;
            } else {
                on_stack[state.next] = true;
            }
            state.take(action, deprel);
        }
    }
    let keep = |seen: FeatureMap<u32>| {
        let mut kept: Vec<Seen> = seen.into_iter().filter(|row| row.1 >= LEAST).collect();
        kept.sort_unstable();
        kept
    };
    (keep(seen), keep(seen_labels))
}

/// A feature and how often it was seen.
type Seen = (Feature, u32);

fn learn(examples: &[Example], features: (Vec<Feature>, Vec<Feature>), rounds: usize) -> Learner {
    let mut learner = Learner {
        actions: Perceptron::new(features.0, Action::ALL.len()),
        labels: Perceptron::new(features.1, Deprel::ALL.len()),
        random: 1,
        named: (0, 0),
    };
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for round in 0..rounds {
        for index in (1..order.len()).rev() {
            learner.chance();
            order.swap(index, (learner.random >> 20) as usize % (index + 1));
        }
        let (steps, errors) = learner.round(examples, &order, round > 0);
        let part = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let (named, misnamed) = std::mem::take(&mut learner.named);
        println!(
            "  round {}: {:.2} % of actions and {:.2} % of relations wrong",
            round + 1,
            part(errors, steps),
            part(misnamed, named)
        );
    }
    learner
}

type Row = (Feature, Vec<(u8, i16)>);

/// The features that matter most: large weights alone would choose the doubtful and leave out the plain ones,
/// which are learned with a few updates ("the" is a determiner), so how often a feature is seen counts too.
fn largest(rows: &[Row], seen: &[Seen], most: usize) -> Vec<Feature> {
    let mut ranked: Vec<(std::cmp::Reverse<u64>, Feature)> = rows
        .iter()
        .map(|(feature, cells)| {
            let size: u64 = cells.iter().map(|cell| u64::from(cell.1.unsigned_abs())).sum();
            let at = seen.binary_search_by(|row| row.0.cmp(feature));
            let count = at.map_or(0, |at| u64::from(seen[at].1));
            (std::cmp::Reverse(size * (f64::from(count as u32).sqrt() * 10.0) as u64), *feature)
        })
        .collect();
    ranked.sort_unstable();
    ranked.truncate(most);
    let mut kept: Vec<Feature> = ranked.into_iter().map(|row| row.1).collect();
    kept.sort_unstable();
    kept
}

/// How many features the files hold.
pub struct Sizes {
    pub actions: usize,
    pub labels: usize,
}

/// The bodies of `parse_actions.tsv` and `parse_labels.tsv`.
pub fn weights(
    sentences: &[Vec<Word>],
    words: &WordLexicon,
    parse_words: &'static str,
    sizes: Sizes,
) -> Result<(String, String), String> {
    let files = ParseFiles { words: parse_words, ..ParseFiles::default() };
    let lexicon = ParseLexicon::read(files).map_err(|error| error.to_string())?;
    let examples = examples(sentences, words, &lexicon);
    let features = frequent(&examples);
    println!("  {} features of actions, {} of labels", features.0.len(), features.1.len());
    let bare = |seen: &[Seen]| seen.iter().map(|row| row.0).collect();
    let first = learn(&examples, (bare(&features.0), bare(&features.1)), CHOOSING_ROUNDS);
    let kept = (
        largest(&first.actions.averaged(SCALE), &features.0, sizes.actions),
        largest(&first.labels.averaged(SCALE), &features.1, sizes.labels),
    );
    let second = learn(&examples, kept, ROUNDS);
    let spell = |feature: Feature| {
        let symbols: Vec<String> = feature.symbols().iter().map(|symbol| symbol.spelling(&lexicon)).collect();
        let mut symbols = symbols.join(" ");
        while let Some(shorter) = symbols.strip_suffix(" -") {
            symbols = shorter.to_owned();
        }
        format!("{}\t{symbols}", feature.template())
    };
    let mut actions = String::new();
    for (feature, cells) in second.actions.averaged(SCALE) {
        let weight = |class| cells.iter().find(|cell| cell.0 == class).map_or(0, |cell| cell.1);
        let _ = writeln!(actions, "{}\t{} {}", spell(feature), weight(1) - weight(0), weight(2) - weight(0));
    }
    let mut labels = String::new();
    for (feature, cells) in second.labels.averaged(SCALE) {
        let mut cells = cells;
        cells.sort_by_key(|cell| (std::cmp::Reverse(cell.1.unsigned_abs()), cell.0));
        cells.truncate(MOST_LABELS);
        let strongest = cells.first().map_or(0, |cell| cell.1.abs());
        let cells: Vec<String> = cells
            .iter()
            .filter(|cell| cell.1.abs() * 6 >= strongest)
            .map(|(class, weight)| format!("{} {weight}", Deprel::ALL[*class as usize].name()))
            .collect();
        if !cells.is_empty() {
            let _ = writeln!(labels, "{}\t{}", spell(feature), cells.join(" "));
        }
    }
    Ok((actions, labels))
}
