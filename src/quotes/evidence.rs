//! What speaks for an attribution, in numbers, and how sure it is by all of it.

use super::candidate::Candidate;
use super::labeller::{Found, LABELS};
use super::logistic::logistic;
use super::odds::likelihood;
use super::passage::Passage;
use super::scene::Scene;
use crate::model::{AttributionNetwork, Confidence, EVIDENCE, PartOfAttribution, SCALE};

/// Odds beyond this say nothing more: e^8 is 3,000 to 1.
const MOST: i32 = 8 << SCALE;
const ONE: i32 = 1 << SCALE;

/// What speaks for an attribution, at the network's scale.
///
/// 0: always one. 1: log-odds that the cue attributes. 2: the same by its sentence alone. 3: how much likelier, on
/// average, the words of the content are content than anything else. 4: the same of the word where it is closest. 5:
/// how much likelier the words of the source are its source than nothing. And, one or zero: 6: there is no source. 7:
/// a rule would take it for a cue, too. 8: content in quotation marks, the cue outside. 9: content of one or two words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence(pub [i32; EVIDENCE]);

impl Evidence {
    pub(super) fn of(scene: &Scene, passage: &Passage, found: &Found, candidate: &Candidate) -> Self {
        let start = passage.start() + found.window.start;
        let scores = |at: usize| found.labels.get(at.checked_sub(start)?).copied();
        let of_content = || candidate.content.iter().flat_map(|run| run.start()..run.end());
        let margins = || of_content().filter_map(scores).map(|scores| margin(&scores));
        let count = margins().count().max(1) as i32;
        let of_source = || candidate.source.iter().flat_map(|run| run.start()..run.end());
        let gains = || of_source().filter_map(scores).map(|scores| gain(&scores, PartOfAttribution::Source));
        let one = |holds: bool| if holds { ONE } else { 0 };
        let spoken = candidate.content.first().is_some_and(|run| scene.region_at(run.start()).is_some())
            && scene.region_at(candidate.head).is_none();
        let evidence = [
            ONE,
            found.verdict,
            found.cue,
            margins().sum::<i32>() / count,
            margins().min().unwrap_or(0),
            gains().sum::<i32>() / (gains().count().max(1) as i32),
            one(candidate.source.is_none()),
            one(passage.candidate(found.head).is_some()),
            one(spoken),
            one(of_content().count() <= 2),
        ];
        Self(evidence.map(|value| value.clamp(-MOST, MOST)))
    }

    /// The probability that the cue attributes, by all that was found for it.
    pub fn cue(&self) -> Confidence {
        let [_, verdict, ..] = self.0;
        likelihood(verdict)
    }

    /// The probability that content and source are right.
    pub(super) fn confidence(&self, network: &AttributionNetwork) -> Confidence {
        let shares = self.0.iter().zip(&network.confidence);
        let sum: i64 = shares.map(|(value, weight)| i64::from(*value) * i64::from(*weight)).sum();
        logistic(((sum * 1000) >> (2 * SCALE)).clamp(-20_000, 20_000) as i32)
    }
}

/// What a kind of evidence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceKind {
    /// How well the cue does as one, by all that stands near it.
    Cue,
    /// How far the content stands out from what surrounds it.
    Content,
    /// How clear it is who speaks.
    Source,
    /// The content stands in marks and the cue outside.
    Marks,
    /// One or two words are hardly a content.
    Short,
}

impl Evidence {
    /// Each kind with what it adds to the log-odds or takes from them, at the network's scale.
    pub fn shares(&self, network: &AttributionNetwork) -> [(EvidenceKind, i32); 5] {
        let share = |at: usize| {
            let pair = self.0.get(at).zip(network.confidence.get(at));
            pair.map_or(0, |(value, weight)| ((i64::from(*value) * i64::from(*weight)) >> SCALE) as i32)
        };
        [
            (EvidenceKind::Cue, share(1) + share(2)),
            (EvidenceKind::Content, share(3) + share(4)),
            (EvidenceKind::Source, share(5) + share(6)),
            (EvidenceKind::Marks, share(8)),
            (EvidenceKind::Short, share(9)),
        ]
    }
}

/// How much likelier content is than anything else.
fn margin(scores: &[i32; LABELS]) -> i32 {
    let [others @ .., content] = scores;
    content - others.iter().copied().fold(i32::MIN, i32::max)
}

/// How much likelier a part is than nothing.
pub(super) fn gain(scores: &[i32; LABELS], part: PartOfAttribution) -> i32 {
    let score = |part: PartOfAttribution| scores.get(part as usize).copied().unwrap_or(0);
    score(part) - score(PartOfAttribution::None)
}
