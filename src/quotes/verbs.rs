//! Verb groups: a verb with its auxiliaries, negation and particle.

use super::scene::{Scene, Tokens};
use crate::labels::{Upos, Xpos};
use crate::text::IdRange;

/// "has not said", "is expected to announce", "weighed in".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct VerbGroup {
    /// First position: the first auxiliary, adverb before it left out.
    pub start: usize,
    /// One past the last position, particle included.
    pub end: usize,
    /// The verb that carries the meaning.
    pub verb: usize,
    /// "was told": the subject is not who speaks.
    pub passive: bool,
    /// "did not say", "never said".
    pub negated: bool,
    /// "would say", "could argue".
    pub modal: bool,
    /// "to say": no subject of its own.
    pub infinitive: bool,
}

impl VerbGroup {
    /// Its tokens.
    pub fn tokens(self) -> Tokens {
        IdRange::new(self.start, self.end)
    }

    /// Whether it has a tense of its own, and so a subject.
    pub fn is_finite(self, scene: &Scene) -> bool {
        !self.infinitive
            && (self.start < self.verb && self.has_auxiliary(scene)
                || matches!(scene.xpos(self.verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md))
    }

    fn has_auxiliary(self, scene: &Scene) -> bool {
        (self.start..self.verb).any(|at| scene.upos(at) == Upos::Aux)
    }
}

/// The group of the verb at `verb`, not looking before `limit` nor past `end`.
pub(super) fn verb_group(scene: &Scene, verb: usize, limit: usize, end: usize) -> VerbGroup {
    let mut group = VerbGroup {
        start: verb,
        end: verb + 1,
        verb,
        passive: false,
        negated: false,
        modal: false,
        infinitive: false,
    };
    let mut be = false;
    let mut at = verb;
    // Eight words hold the longest groups ("may not yet have been fully told").
    while at > limit && verb - at < 8 {
        at -= 1;
        let word = scene.word(at);
        match scene.upos(at) {
            Upos::Aux => {
                be |= matches!(scene.lemma(at), "be" | "get");
                group.modal |= scene.xpos(at) == Xpos::Md && !scene.is_any(at, &["will", "'ll", "’ll"]);
                group.start = at;
            }
            Upos::Part if scene.xpos(at) == Xpos::To => {
                group.infinitive = true;
                group.start = at;
                break;
            }
            Upos::Part | Upos::Adv | Upos::Det if is_negation(word) => {
                group.negated = true;
                group.start = at;
            }
            Upos::Adv => {}
            _ => break,
        }
    }
    group.passive = be && scene.xpos(verb) == Xpos::Vbn;
    if scene.xpos(verb + 1) == Xpos::Rp && verb + 1 < end {
        group.end = verb + 2;
    }
    group
}

/// "not", "n't", "never" …
pub(super) fn is_negation(word: &str) -> bool {
    ["not", "n't", "n’t", "never", "neither", "nor"].iter().any(|no| word.eq_ignore_ascii_case(no))
}
