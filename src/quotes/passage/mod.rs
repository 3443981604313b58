//! What the attribution network sees: a [`Passage`] of sentences with facts of every token, and of every token near a
//! cue together with that cue. Learning and use call the same functions.

mod facts;
mod pairs;

pub use facts::FACTS;
pub use pairs::{PAIR_FACTS, PairFacts};

use std::ops::Range;

use self::facts::Observer;
use super::candidate::Candidate;
use super::propose::propose;
use super::scene::{Scene, Tokens};
use crate::labels::{Deprel, Upos, Xpos};
use crate::reading::features::fingerprint;
use crate::segment::{Sentence, SentenceId};
use crate::text::{Id, IdRange};

/// Facts that come from the same place, to see what it is worth.
#[derive(Clone, Debug)]
pub struct Family {
    /// What recipes call it.
    pub name: &'static str,
    /// Rows of the table of [`FACTS`] rows.
    pub facts: Range<usize>,
    /// Rows of the table of [`PAIR_FACTS`] rows.
    pub pair_facts: Range<usize>,
}

/// The families that can be left out.
pub const FAMILIES: [Family; 5] = [
    Family { name: "tree", facts: facts::TREE, pair_facts: pairs::TREE },
    Family { name: "marks", facts: facts::QUOTATION_MARKS, pair_facts: pairs::QUOTATION_MARKS },
    Family { name: "names", facts: facts::NAMES, pair_facts: 0..0 },
    Family { name: "lexicon", facts: facts::LEXICON, pair_facts: 0..0 },
    Family { name: "rules", facts: facts::RULES, pair_facts: pairs::RULES },
];

/// Tokens that a passage has at most, about; what is longer is read in pieces.
const LONGEST: usize = 4096;
/// Tokens of a neighbouring sentence that a cue looks at.
const NEAR: usize = 60;

/// Tokens of its own sentence that a cue looks at on either side: more than any sentence of an article has.
const REACH: usize = 250;
/// Cues are looked for in so many tokens of a sentence: longer ones are lists or junk.
const LONGEST_SENTENCE: usize = 400;

/// Tokens of a sentence that are read: those that hold cues, and those that these look at.
const READ_OF_A_SENTENCE: usize = LONGEST_SENTENCE + REACH;

/// A token of a passage.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    lemma: u32,
    head: Option<u32>,
    deprel: Deprel,
    xpos: Xpos,
    upos: Upos,
    /// Number of the sentence in the passage.
    sentence: u32,
    /// One more than the number of the outermost quoted region in the text, its marks included; 0 for none.
    region: u32,
    /// Commas, and proposed cues, of the passage before this token.
    commas: u32,
    cues: u32,
    /// One more than the number of the candidate whose cue has its head here; 0 for none.
    candidate: u32,
}

/// A run of sentences that the network reads at a time. Tokens are counted from its first one.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    start: usize,
    rows: Vec<Row>,
    /// Tokens of each sentence.
    lengths: Vec<usize>,
    facts: Vec<u16>,
    ends: Vec<u32>,
    /// First tokens of the sentences, and whether a quoted region touches them, and their block.
    sentences: Vec<SentenceRow>,
    candidates: Vec<Candidate>,
}

#[derive(Clone, Copy, Debug)]
struct SentenceRow {
    start: usize,
    end: usize,
    block: usize,
    quoted: bool,
}

/// Sentences that are read together, and those of them that are decided.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub read: IdRange<SentenceId>,
    pub decided: IdRange<SentenceId>,
}

/// The stretches of a text: all of it, if it is not long; else each with a sentence more on either side.
pub(super) fn stretches(scene: &Scene) -> Vec<Stretch> {
    let rows = scene.segments.sentences.rows();
    let is_endless = |at: usize| rows.get(at).is_some_and(|row| row.tokens.len() > READ_OF_A_SENTENCE);
    let mut found = Vec::new();
    let (mut start, mut tokens) = (0usize, 0usize);
    for (at, sentence) in rows.iter().enumerate() {
        tokens += sentence.tokens.len();
        let end = at + 1;
        // A sentence without an end is read alone: only its beginning is.
        let alone = is_endless(at) || is_endless(end);
        if tokens < LONGEST && end < rows.len() && !alone {
            continue;
        }
        let before = start.checked_sub(1).filter(|before| !is_endless(at) && !is_endless(*before));
        let after = Some(end + 1).filter(|after| *after <= rows.len() && !alone);
        let read = IdRange::new(before.unwrap_or(start), after.unwrap_or(end));
        found.push(Stretch { read, decided: IdRange::new(start, end) });
        (start, tokens) = (end, 0);
    }
    found
}

impl Passage {
    /// Looks at some sentences.
    pub(super) fn new(scene: &Scene, sentences: IdRange<SentenceId>) -> Self {
        match scene.segments.sentences.range(sentences) {
            [only] => {
                let end = only.tokens.end().min(only.tokens.start() + READ_OF_A_SENTENCE);
                let tokens = IdRange::new(only.tokens.start(), end);
                Self::of(scene, &[Sentence { tokens, ..*only }])
            }
            all => Self::of(scene, all),
        }
    }

    /// Looks at a run of tokens inside of a sentence as if it stood alone.
    pub(super) fn alone(scene: &Scene, tokens: Tokens) -> Self {
        let sentence = scene.sentence_at(tokens.start());
        sentence.map_or_else(Self::default, |sentence| {
            Self::of(scene, &[Sentence { tokens, block: sentence.block }])
        })
    }

    /// Looks at sentences that follow each other.
    fn of(scene: &Scene, all: &[Sentence]) -> Self {
        let mut passage = Self::default();
        let Some(first) = all.first() else { return passage };
        passage.start = first.tokens.start();
        for sentence in all {
            passage.candidates.extend(propose(scene, sentence));
        }
        let mut next = passage.candidates.iter().enumerate().peekable();
        let end = all.last().map_or(0, |sentence| sentence.tokens.end());
        let (mut commas, mut cues) = (0, 0);
        for (number, sentence) in all.iter().enumerate() {
            for at in sentence.tokens.ids().map(Id::index) {
                let mut candidate = 0;
                while let Some((found, _)) = next.next_if(|(_, candidate)| candidate.head <= at) {
                    candidate = found as u32 + 1;
                }
                commas += u32::from(scene.is(at, ","));
                cues += u32::from(candidate > 0);
                passage.rows.push(Row {
                    lemma: lemma_print(scene.lemma(at)),
                    head: scene
                        .head(at)
                        .filter(|head| (passage.start..end).contains(head))
                        .map(|head| (head - passage.start) as u32),
                    deprel: scene.deprel(at),
                    xpos: scene.xpos(at),
                    upos: scene.upos(at),
                    sentence: number as u32,
                    region: scene.region_at(at).map_or(0, |region| region + 1),
                    commas,
                    cues,
                    candidate,
                });
            }
            passage.lengths.push(sentence.tokens.len());
            passage.sentences.push(SentenceRow {
                start: sentence.tokens.start() - passage.start,
                end: sentence.tokens.end() - passage.start,
                block: sentence.block.index(),
                quoted: sentence.tokens.ids().any(|id| scene.region_at(id.index()).is_some()),
            });
        }
        let mut observer = Observer::new(scene, &passage);
        let (mut facts, mut ends) = (Vec::new(), Vec::new());
        for at in 0..passage.rows.len() {
            observer.observe(at, &mut facts);
            ends.push(facts.len() as u32);
        }
        passage.facts = facts;
        passage.ends = ends;
        passage
    }

    /// The tokens of these sentences, counted in the passage.
    pub(super) fn decided(&self, scene: &Scene, sentences: IdRange<SentenceId>) -> Range<usize> {
        let rows = scene.segments.sentences.range(sentences);
        let start = rows.first().map_or(0, |sentence| sentence.tokens.start());
        let end = rows.last().map_or(0, |sentence| sentence.tokens.end());
        self.run(IdRange::new(start, end))
    }

    /// The number in the text of its first token.
    pub const fn start(&self) -> usize {
        self.start
    }

    /// Number of tokens.
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Tokens of each sentence.
    pub fn lengths(&self) -> &[usize] {
        &self.lengths
    }

    /// Fingerprint of a token's lemma.
    pub fn lemma(&self, at: usize) -> u32 {
        self.row(at).lemma
    }

    /// A token's head in the passage; `None` for a root.
    pub fn head(&self, at: usize) -> Option<usize> {
        self.row(at).head.map(|head| head as usize)
    }

    /// The facts of a token: rows of a table of [`FACTS`] rows.
    pub fn facts(&self, at: usize) -> &[u16] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.facts.get(start..end(at)).unwrap_or(&[])
    }

    /// The same of all tokens, in order.
    pub fn all_facts(&self) -> impl Iterator<Item = &[u16]> {
        (0..self.len()).map(|at| self.facts(at))
    }

    /// The tokens in which the content and source of a cue are looked for: its sentence, and the neighbouring ones
    /// where marks stand.
    pub fn window(&self, cue: usize) -> Range<usize> {
        let number = self.row(cue).sentence as usize;
        let Some(own) = self.sentences.get(number) else { return cue..cue };
        let near = |other: Option<&SentenceRow>| {
            other.copied().filter(|other| other.quoted && other.block.abs_diff(own.block) <= 1)
        };
        let before = near(number.checked_sub(1).and_then(|before| self.sentences.get(before)));
        let after = near(self.sentences.get(number + 1));
        let start = before.map_or(own.start, |before| before.start.max(own.start.saturating_sub(NEAR)));
        let end = after.map_or(own.end, |after| after.end.min(own.end + NEAR));
        start.max(cue.saturating_sub(REACH))..end.min(cue + REACH)
    }

    /// Whether a token stands where cues are looked for.
    pub(super) fn may_hold_cue(&self, at: usize) -> bool {
        let own = self.sentences.get(self.row(at).sentence as usize);
        own.is_some_and(|own| at - own.start.min(at) < LONGEST_SENTENCE)
    }

    /// The token of a cue by which it is known: the one that a rule would take, or the highest in the tree.
    pub fn cue_head(&self, cue: &[usize]) -> Option<usize> {
        let proposed = cue.iter().copied().find(|at| self.row(*at).candidate > 0);
        let small = |at: usize| {
            matches!(self.row(at).upos, Upos::Aux | Upos::Part | Upos::Punct | Upos::Adv | Upos::Det)
        };
        let is_top = |at: &usize| self.row(*at).head.is_none_or(|head| !cue.contains(&(head as usize)));
        let mut tops = cue.iter().copied().filter(is_top);
        let top = tops.clone().find(|at| !small(*at)).or_else(|| tops.next());
        proposed.or(top).or_else(|| cue.first().copied())
    }

    /// What rules would make of all cues, in order of their heads.
    pub(super) fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// What a rule would make of a cue with this head.
    pub(super) fn candidate(&self, head: usize) -> Option<&Candidate> {
        self.candidates.get((self.row(head).candidate as usize).checked_sub(1)?)
    }

    fn row(&self, at: usize) -> Row {
        self.rows.get(at).copied().unwrap_or_default()
    }

    /// The tokens of a run, by their numbers in the passage.
    fn run(&self, tokens: Tokens) -> Range<usize> {
        let number = |at: usize| at.saturating_sub(self.start).min(self.rows.len());
        number(tokens.start())..number(tokens.end())
    }
}

/// Fingerprint of a lemma, in small letters; all numbers are one.
fn lemma_print(lemma: &str) -> u32 {
    // A name of ten megabytes is no name.
    const LONGEST_LEMMA: usize = 120;
    let hash = if lemma.bytes().any(|byte| byte.is_ascii_digit()) {
        fingerprint("0", 0)
    } else if lemma.len() > LONGEST_LEMMA || !lemma.bytes().any(|byte| byte.is_ascii_uppercase()) {
        fingerprint(lemma, 0)
    } else {
        fingerprint(&lemma.to_ascii_lowercase(), 0)
    };
    (hash >> 32) as u32
}
