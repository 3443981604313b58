//! How likely each word of a sentence is to attribute: what the network says of its cues, and of what it leaves alone.

use super::labeller::Labeller;
use super::logistic::logistic;
use super::passage::{Passage, stretches};
use super::scene::Scene;
use crate::blocks::Blocks;
use crate::coref::Coreference;
use crate::input::CleanText;
use crate::mentions::Mentions;
use crate::model::{Confidence, Models, SCALE};
use crate::segment::{Segments, SentenceId, TokenId};
use crate::syntax::Syntax;
use crate::text::{Id, IdRange};

/// Less likely words are not told of: 1 in 20, in log-odds at the network's scale.
const LEAST: i32 = -3 << SCALE;

/// A word that may attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueOdds {
    /// The word.
    pub token: TokenId,
    /// How likely it is by its sentence alone.
    pub alone: Confidence,
    /// The same by all that is found for it: a source, a content.
    pub verdict: Confidence,
}

/// The words of a sentence that may attribute, in order, each as likely as when the whole text was read. Inside of what is
/// attributed, cues are looked for once more, as if it stood alone: that is not told here.
#[allow(clippy::too_many_arguments, reason = "one for each layer that it reads")]
pub fn cue_odds(
    text: &CleanText,
    blocks: &Blocks,
    segments: &Segments,
    syntax: &Syntax,
    mentions: &Mentions,
    coref: &Coreference,
    models: &Models,
    sentence: SentenceId,
) -> Vec<CueOdds> {
    let scene = Scene::new(text, blocks, segments, syntax, mentions, coref, models);
    let stretches = stretches(&scene);
    let Some(stretch) = stretches.iter().find(|stretch| stretch.decided.contains(sentence)) else {
        return Vec::new();
    };
    let passage = Passage::new(&scene, stretch.read);
    let decided = passage.decided(&scene, IdRange::one(sentence));
    let found = Labeller::new(&models.attribution).find(&[(&passage, decided)], LEAST).pop();
    let told = found.unwrap_or_default().into_iter().map(|found| CueOdds {
        token: TokenId::from_index(passage.start() + found.head),
        alone: likelihood(found.cue),
        verdict: likelihood(found.verdict),
    });
    told.collect()
}

/// The probability behind log-odds at the network's scale.
pub(super) fn likelihood(odds: i32) -> Confidence {
    logistic(((i64::from(odds) * 1000) >> SCALE).clamp(-20_000, 20_000) as i32)
}
