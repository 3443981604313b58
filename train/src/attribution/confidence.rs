//! How sure an attribution is: evidence → the share of attributions like it whose content and source are right.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use whosaid::analyze::{Analysis, analyze_layers};
use whosaid::labels::Upos;
use whosaid::model::{EVIDENCE, PartOfAttribution, SCALE};
use whosaid::quotes::Quote;
use whosaid::segment::TokenId;
use whosaid::text::{Id, IdRange};
use whosaid::{Input, Models, Options, Strictness};

use super::data::{articles, places};
use crate::evaluate::confidence::Tallies;

/// What each token is to an attribution.
type Parts = BTreeMap<usize, PartOfAttribution>;

/// Parts into which the articles are cut to see how the weights do on others.
const FOLDS: usize = 5;
const STEPS: usize = 3000;
const RATE: f64 = 0.5;
/// How much large weights cost.
const DECAY: f64 = 1e-3;

/// An attribution that was found, and whether its content and source are right.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    pub article: usize,
    /// In thousandths.
    pub confidence: u16,
    /// What the network says for it; `None` for those that rules found.
    pub evidence: Option<[f64; EVIDENCE]>,
    pub right: bool,
}

/// Everything that is found in articles with marked attributions. Attributions inside of others stay out, since the
/// corpora mark none.
pub fn judged(files: &[PathBuf], models: &Models, strictness: Strictness) -> Result<Vec<Judged>, String> {
    let options = Options { strictness, ..Options::default() };
    let mut all = Vec::new();
    for file in files {
        for (number, article) in articles(file, &Default::default())?.into_iter().enumerate() {
            let analysis = analyze_layers(&Input::text(&article.text), models, &options)
                .map_err(|error| error.to_string())?;
            let gold = article.parts(&places(&analysis, &article.text));
            let rows = analysis.quotes.table.rows();
            let mut quotes: Vec<&Quote> = rows.iter().filter(|quote| quote.parent.is_none()).collect();
            quotes.sort_by_key(|quote| std::cmp::Reverse(quote.confidence));
            let mut taken = vec![false; gold.len()];
            for quote in quotes {
                let found =
                    (0..gold.len()).find(|at| !taken[*at] && same_content(&analysis, quote, &gold[*at]));
                if let Some(found) = found {
                    taken[found] = true;
                }
                all.push(Judged {
                    article: number,
                    confidence: quote.confidence.thousandths(),
                    evidence: quote
                        .evidence
                        .map(|evidence| evidence.0.map(|value| f64::from(value) / f64::from(1 << SCALE))),
                    right: found.is_some_and(|at| same_source(&analysis, quote, &gold[at])),
                });
            }
        }
    }
    Ok(all)
}

fn words(analysis: &Analysis, runs: impl Iterator<Item = IdRange<TokenId>>) -> BTreeSet<usize> {
    let upos = &analysis.syntax.upos;
    runs.flat_map(|run| run.ids()).filter(|id| upos[*id] != Upos::Punct).map(Id::index).collect()
}

fn of_gold(analysis: &Analysis, gold: &Parts, part: PartOfAttribution) -> BTreeSet<usize> {
    let marked = gold.iter().filter(|(_, known)| **known == part);
    words(analysis, marked.map(|(at, _)| IdRange::one(TokenId::from_index(*at))))
}

fn same_content(analysis: &Analysis, quote: &Quote, gold: &Parts) -> bool {
    let mine = words(analysis, quote.content.iter().copied());
    let theirs = of_gold(analysis, gold, PartOfAttribution::Content);
    let both = mine.intersection(&theirs).count();
    both > 0 && both * 2 >= mine.len() + theirs.len() - both
}

/// Whether a head of each source lies in the other.
fn same_source(analysis: &Analysis, quote: &Quote, gold: &Parts) -> bool {
    let mine = words(analysis, quote.source.into_iter());
    let theirs = of_gold(analysis, gold, PartOfAttribution::Source);
    if mine.is_empty() || theirs.is_empty() {
        return mine.is_empty() && theirs.is_empty();
    }
    let head = |at: &usize| analysis.syntax.head[TokenId::from_index(*at)].map(Id::index);
    let lies_in = |a: &BTreeSet<usize>, b: &BTreeSet<usize>| {
        a.iter().any(|at| head(at).is_none_or(|head| !a.contains(&head)) && b.contains(at))
    };
    lies_in(&mine, &theirs) && lies_in(&theirs, &mine)
}

/// The weights of the evidence, at the network's scale, and a line that says how sure they are.
pub fn fit(all: &[Judged]) -> (Vec<i32>, String) {
    let rows: Vec<(usize, [f64; EVIDENCE], bool)> =
        all.iter().filter_map(|row| Some((row.article, row.evidence?, row.right))).collect();
    let mut tallies = Tallies::default();
    for fold in 0..FOLDS {
        let weights = learn(rows.iter().filter(|row| row.0 % FOLDS != fold));
        let others = rows.iter().filter(|row| row.0 % FOLDS == fold);
        others.for_each(|row| tallies.add((1000.0 * probability(&weights, &row.1)) as u16, row.2));
    }
    let weights = learn(rows.iter());
    let line = format!(
        "{} attributions, calibration error {:.1} % on articles left out; weights {weights:.2?}",
        rows.len(),
        100.0 * tallies.error()
    );
    (weights.iter().map(|weight| (weight * f64::from(1 << SCALE)).round() as i32).collect(), line)
}

fn probability(weights: &[f64; EVIDENCE], evidence: &[f64; EVIDENCE]) -> f64 {
    let sum: f64 = weights.iter().zip(evidence).map(|(weight, value)| weight * value).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Logistic regression, by steps down the whole gradient; every kind of evidence is brought to one spread first.
fn learn<'a>(rows: impl Iterator<Item = &'a (usize, [f64; EVIDENCE], bool)> + Clone) -> [f64; EVIDENCE] {
    let count = rows.clone().count().max(1) as f64;
    let mut spread = [1.0; EVIDENCE];
    for (at, spread) in spread.iter_mut().enumerate().skip(1) {
        let mean = rows.clone().map(|row| row.1[at]).sum::<f64>() / count;
        let variance = rows.clone().map(|row| (row.1[at] - mean).powi(2)).sum::<f64>() / count;
        *spread = variance.sqrt().max(1e-3);
    }
    let mut weights = [0.0; EVIDENCE];
    for _ in 0..STEPS {
        let mut gradient = [0.0; EVIDENCE];
        for (_, evidence, right) in rows.clone() {
            let scaled: [f64; EVIDENCE] = std::array::from_fn(|at| evidence[at] / spread[at]);
            let miss = probability(&weights, &scaled) - f64::from(u8::from(*right));
            gradient.iter_mut().zip(scaled).for_each(|(sum, value)| *sum += miss * value / count);
        }
        for (weight, gradient) in weights.iter_mut().zip(gradient) {
            *weight -= RATE * (gradient + DECAY * *weight);
        }
    }
    std::array::from_fn(|at| weights[at] / spread[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_say_what_the_evidence_says() {
        let judged = |at: usize| {
            let mut evidence = [0.0; EVIDENCE];
            (evidence[0], evidence[1]) = (1.0, if at.is_multiple_of(2) { 2.0 } else { -2.0 });
            // Three of four with much evidence are right, one of four with little.
            let right = at % 8 < 6 && at.is_multiple_of(2) || at % 8 == 7;
            Judged { article: at, confidence: 500, evidence: Some(evidence), right }
        };
        let all: Vec<Judged> = (0..400).map(judged).collect();
        let (weights, line) = fit(&all);
        let weight = f64::from(weights[1]) / f64::from(1 << SCALE);
        assert!((weight - 3f64.ln() / 2.0).abs() < 0.05, "{weight}; {line}");
        assert!(weights[0].abs() < 60, "{weights:?}");
    }
}
