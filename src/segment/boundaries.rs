//! The judges of where a sentence ends: one adds up weights, one writes the features down for training.

use super::boundary_features::Judge;
use super::segment_as_judged;
use super::sentences::BlockTokens;
use crate::blocks::Blocks;
use crate::input::CleanText;
use crate::model::{BoundaryFeature, BoundaryField, BoundaryWeights, Models};

/// Adds up weights.
pub(super) struct Scorer<'a> {
    weights: &'a BoundaryWeights,
    sum: i32,
}

impl<'a> Scorer<'a> {
    pub(super) fn new(weights: &'a BoundaryWeights) -> Self {
        Self { weights, sum: 0 }
    }
}

impl Judge for Scorer<'_> {
    fn feature(&mut self, template: u8, fields: &[BoundaryField]) {
        self.sum = self.sum.saturating_add(self.weights.weight(BoundaryFeature::new(template, fields)));
    }

    fn ends(&mut self, _: &BlockTokens, _: usize, rule: bool) -> bool {
        let sum = std::mem::take(&mut self.sum);
        if self.weights.is_empty() { rule } else { sum > 0 }
    }
}

/// A place where a sentence could end.
#[derive(Clone, Debug)]
pub struct Boundary {
    /// Where, in bytes of the cleaned text: the end of the token before it.
    pub at: u32,
    /// Its features: template and fields, as the file of weights spells them.
    pub features: Vec<(u8, String)>,
    /// What the rules say.
    pub rule: bool,
}

/// Gives every place where a sentence could end to `decide`, in order, and goes on as it answers: for training.
pub fn boundaries(
    text: &CleanText,
    blocks: &Blocks,
    models: &Models,
    decide: &mut dyn FnMut(Boundary) -> bool,
) {
    segment_as_judged(text, blocks, models, &mut Collector { features: Vec::new(), decide });
}

struct Collector<'a> {
    features: Vec<(u8, String)>,
    decide: &'a mut dyn FnMut(Boundary) -> bool,
}

impl Judge for Collector<'_> {
    fn feature(&mut self, template: u8, fields: &[BoundaryField]) {
        let spellings: Vec<String> = fields.iter().map(|field| field.spelling()).collect();
        self.features.push((template, spellings.join(" ")));
    }

    fn ends(&mut self, block: &BlockTokens, next: usize, rule: bool) -> bool {
        let before = next.checked_sub(1).and_then(|before| block.tokens.get(before));
        let at = before.map_or(0, |token| token.span.end());
        (self.decide)(Boundary { at, features: std::mem::take(&mut self.features), rule })
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_weights_are_of_these_features() {
        let head = include_str!("../../seeds/lexicons/sentence_weights.tsv").lines().next().unwrap();
        assert!(head.ends_with(&format!("Features {}.", super::super::FEATURES)), "{head}");
    }
}
