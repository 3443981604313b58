//! [`Segments`] → [`Reading`]: what the learned network says of each word: its tag, its place in the tree, the
//! scores of its labels as part of a name.
//!
//! Forms, shapes and facts become vectors ([`features`]), each word takes in its neighbours and then its whole
//! sentence (`layers`), and tags, trees and names are read from what comes out. Everything is computed in
//! whole numbers, so that all machines agree.

pub mod casing;
pub mod features;
mod forms;
mod layers;
pub mod probe;
pub mod trees;

use crate::input::CleanText;
use crate::labels::bioes::{LABELS, OUTSIDE};
use crate::labels::{Deprel, Upos, Xpos};
use crate::model::{Models, SCALE};
use crate::segment::{Segments, TokenId};
use crate::text::{Id, Table};
use features::Seen;
use forms::Forms;
use layers::Layers;

/// Longest run of tokens that is read as one: lists and tables without full stops are read in pieces, since the
/// work on a tree grows with the square of its words.
const LONGEST: usize = 160;
/// A token whose best label of a name is so far behind "no name" is taken to be in none: 1 in 1,000.
const HOPELESS: i32 = 7 << SCALE;

/// What the network says of one token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Universal part of speech.
    pub upos: Upos,
    /// Fine part of speech.
    pub xpos: Xpos,
    /// The token it depends on, in the same sentence; `None` for the root.
    pub head: Option<TokenId>,
    /// How.
    pub deprel: Deprel,
    /// Row of its scores in [`Reading::names`]; `None` where it is in no name beyond doubt.
    names: Option<u32>,
}

/// What the network says of a text.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// One row a token.
    pub words: Table<TokenId, Word>,
    names: Vec<[i32; LABELS]>,
}

/// Scores of a token that is in no name beyond doubt.
const NO_NAME: [i32; LABELS] = {
    let mut scores = [-HOPELESS; LABELS];
    scores[OUTSIDE] = 0;
    scores
};

impl Reading {
    /// Scores of a token's labels as part of a name: logarithms of their odds, at the network's scale.
    pub fn name_scores(&self, token: TokenId) -> &[i32; LABELS] {
        let row = self.words.get(token).and_then(|word| word.names);
        row.and_then(|row| self.names.get(row as usize)).unwrap_or(&NO_NAME)
    }
}

/// Reads every sentence.
///
/// ```
/// use whosaid::segment::{TokenId, segment};
/// use whosaid::{Input, Models, Options, blocks::find_blocks, input::clean, labels::Upos, reading::read};
///
/// let models = Models::builtin()?;
/// let text = clean(&Input::text("Ana Ruiz left Paris."), &Options::default())?;
/// let segments = segment(&text, &find_blocks(&text, &models), &models);
/// let reading = read(&text, &segments, &models);
/// assert_eq!(reading.words[TokenId(2)].upos, Upos::Verb);
/// assert_eq!(reading.words[TokenId(3)].head, Some(TokenId(2)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read(text: &CleanText, segments: &Segments, models: &Models) -> Reading {
    let sentences = segments.sentences.rows();
    let tokens_of = |sentence: &crate::segment::Sentence| segments.tokens.range(sentence.tokens);
    let seen = seen(text, segments);
    let network = &models.network;
    let mut forms = Forms::new(models);
    let mut layers = Layers::new(network);
    let mut reading = Reading::default();
    let (mut printed, mut spaces) = (Vec::new(), Vec::new());
    let (mut tags, mut names) = (Vec::new(), Vec::new());
    for sentence in sentences {
        let first = sentence.tokens.start();
        let mut top: Option<TokenId> = None;
        for (piece, tokens) in tokens_of(sentence).chunks(LONGEST).enumerate() {
            let start = first + piece * LONGEST;
            printed.clear();
            spaces.clear();
            printed.extend(tokens.iter().map(|token| text.slice(token.span)));
            spaces.extend(tokens.iter().map(|token| token.space_after));
            forms.make_room();
            let words =
                features::sentence(&printed, &spaces, &seen, models, |form, soften| forms.form(form, soften));
            let rows = layers.run(&words, &forms);
            network.tagging.apply_wide(rows, &mut tags);
            network.naming.apply_wide(rows, &mut names);
            let tree = trees::tree(network, rows, tokens.len());
            let labels = tags.chunks_exact(network.tagging.width().max(1));
            let labels = labels.zip(names.chunks_exact(network.naming.width().max(1)));
            for (at, ((tag_scores, name_scores), arc)) in labels.zip(&tree).enumerate() {
                let (upos, xpos) =
                    network.tag(best(tag_scores.get(..network.tagging.outputs()).unwrap_or(&[])));
                let mut word = Word { upos, xpos, deprel: arc.deprel, ..Word::default() };
                word.head = match arc.head {
                    Some(head) => Some(TokenId::from_index(start + head)),
                    // A later piece hangs on the first one's root.
                    None => top.inspect(|_| word.deprel = Deprel::Parataxis),
                };
                if word.head.is_none() {
                    top = Some(TokenId::from_index(start + at));
                }
                word.names = reading.keep(name_scores.get(..LABELS).unwrap_or(&[]));
                reading.words.push(word);
            }
        }
    }
    reading
}

/// What the whole article shows of its forms.
fn seen<'a>(text: &'a CleanText, segments: &Segments) -> Seen<'a> {
    let sentences = segments.sentences.rows().iter();
    Seen::new(
        sentences.map(|sentence| {
            segments.tokens.range(sentence.tokens).iter().map(|token| text.slice(token.span))
        }),
    )
}

impl Reading {
    /// Keeps the scores of a token that may be in a name.
    fn keep(&mut self, scores: &[i32]) -> Option<u32> {
        let scores: &[i32; LABELS] = scores.try_into().ok()?;
        let outside = scores.get(OUTSIDE).copied().unwrap_or(0);
        let hopeful =
            scores.iter().enumerate().any(|(label, score)| label != OUTSIDE && *score > outside - HOPELESS);
        hopeful.then(|| {
            self.names.push(*scores);
            self.names.len() as u32 - 1
        })
    }
}

/// The place of the highest score, the first of equals.
fn best(scores: &[i32]) -> usize {
    let mut best = (0, i32::MIN);
    for (at, score) in scores.iter().enumerate() {
        if *score > best.1 {
            best = (at, *score);
        }
    }
    best.0
}
