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
mod tags;
pub mod trees;

use crate::input::CleanText;
use crate::labels::bioes::{LABELS, OUTSIDE};
use crate::labels::{Deprel, Upos, Xpos};
use crate::model::{Models, SCALE, widely};
use crate::segment::{Segments, Sentence, TokenId};
use crate::text::{Id, Table};
use features::Seen;
use forms::Forms;
use layers::Layers;
use trees::{Arc, Trees};

/// Longest run of tokens that is read as one: lists and tables without full stops are read in pieces, since the
/// work on a tree grows with the square of its words.
const LONGEST: usize = 160;
/// Tokens that are read at a time, about: their rows stay near the processor.
const BATCH: usize = 384;
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
    let tokens_of = |sentence: &Sentence| segments.tokens.range(sentence.tokens);
    let seen = seen(text, segments);
    let mut reader = Reader::new(models);
    reader.forms.reserve(segments.tokens.len());
    let (mut printed, mut spaces) = (Vec::new(), Vec::new());
    for sentence in sentences {
        let mut start = sentence.tokens.start();
        for tokens in tokens_of(sentence).chunks(LONGEST) {
            printed.clear();
            spaces.clear();
            printed.extend(tokens.iter().map(|token| text.slice(token.span)));
            spaces.extend(tokens.iter().map(|token| token.space_after));
            let piece = Piece { start, count: tokens.len(), goes_on: start != sentence.tokens.start() };
            reader.add(piece, &printed, &spaces, &seen);
            start += tokens.len();
        }
    }
    reader.read_batch();
    reader.reading
}

/// Tokens that are read as one: a sentence, or a part of a long one.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Its first token in the text.
    start: usize,
    count: usize,
    /// Whether it is a later part of a sentence.
    goes_on: bool,
}

/// Reads some sentences at a time: the layers are quicker with many rows than with few.
struct Reader<'a> {
    models: &'a Models,
    forms: Forms<'a>,
    layers: Layers<'a>,
    trees: Trees<'a>,
    pieces: Vec<Piece>,
    tokens: Vec<features::Token>,
    lengths: Vec<usize>,
    tags: Vec<i32>,
    names: Vec<i32>,
    arcs: Vec<Arc>,
    /// The root of the sentence that is being read.
    top: Option<TokenId>,
    reading: Reading,
}

impl<'a> Reader<'a> {
    fn new(models: &'a Models) -> Self {
        let network = &models.network;
        Self {
            models,
            forms: Forms::new(models),
            layers: Layers::new(network),
            trees: Trees::new(network, LONGEST),
            pieces: Vec::new(),
            tokens: Vec::new(),
            lengths: Vec::new(),
            tags: Vec::new(),
            names: Vec::new(),
            arcs: Vec::new(),
            top: None,
            reading: Reading::default(),
        }
    }

    /// Takes in a piece, and reads those that it has when they are enough.
    fn add(&mut self, piece: Piece, printed: &[&'a str], spaces: &[bool], seen: &Seen) {
        let forms = &mut self.forms;
        let tokens =
            features::sentence(printed, spaces, seen, self.models, |form, soften| forms.form(form, soften));
        self.tokens.extend(tokens);
        self.pieces.push(piece);
        if self.tokens.len() >= BATCH {
            self.read_batch();
        }
    }

    fn read_batch(&mut self) {
        let network = &self.models.network;
        self.forms.prepare();
        self.lengths.clear();
        self.lengths.extend(self.pieces.iter().map(|piece| piece.count));
        let rows = self.layers.run(&self.tokens, &self.lengths, &self.forms);
        network.tagging.apply_wide(rows, &mut self.tags);
        network.naming.apply_wide(rows, &mut self.names);
        self.trees.read(rows, &self.lengths, &mut self.arcs);
        widely(
            #[inline(always)]
            || self.decide(),
        );
        self.pieces.clear();
        self.tokens.clear();
        self.forms.make_room();
    }

    /// Puts down the words of the pieces that were read.
    #[inline(always)]
    fn decide(&mut self) {
        let network = &self.models.network;
        let tags = self.tags.chunks_exact(network.tagging.width().max(1));
        let names = self.names.chunks_exact(network.naming.width().max(1));
        let mut rows = tags.zip(names).zip(&self.arcs);
        for piece in &self.pieces {
            if !piece.goes_on {
                self.top = None;
            }
            for (at, ((tags, names), arc)) in rows.by_ref().take(piece.count).enumerate() {
                let (upos, xpos) = tags::best(network, tags);
                let mut word = Word { upos, xpos, deprel: arc.deprel, ..Word::default() };
                word.head = match arc.head {
                    Some(head) => Some(TokenId::from_index(piece.start + head)),
                    // A later piece hangs on the first one's root.
                    None => self.top.inspect(|_| word.deprel = Deprel::Parataxis),
                };
                if word.head.is_none() {
                    self.top = Some(TokenId::from_index(piece.start + at));
                }
                word.names = self.reading.keep(names.get(..LABELS).unwrap_or(&[]));
                self.reading.words.push(word);
            }
        }
    }
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
    #[inline(always)]
    fn keep(&mut self, scores: &[i32]) -> Option<u32> {
        let scores: &[i32; LABELS] = scores.try_into().ok()?;
        let least = scores.get(OUTSIDE).copied().unwrap_or(0).saturating_sub(HOPELESS);
        // That of "no name" is one of them.
        let hopeful: u32 = scores.iter().map(|score| u32::from(*score > least)).sum();
        (hopeful > 1).then(|| {
            self.names.push(*scores);
            self.names.len() as u32 - 1
        })
    }
}

/// The place of the highest score, the first of equals.
///
/// Inlined always, so that it is compiled for the vectors of [`widely`]; in pieces, as no search for one place becomes
/// vectors.
#[inline(always)]
fn best(scores: &[i32]) -> usize {
    const PIECE: usize = 16;
    let highest = scores.iter().fold(i32::MIN, |highest, score| highest.max(*score));
    let holds = |piece: &[i32]| piece.iter().fold(false, |holds, score| holds | (*score == highest));
    let start = scores.chunks(PIECE).position(holds).unwrap_or(0) * PIECE;
    let left = scores.get(start..).unwrap_or(&[]);
    start + left.iter().position(|score| *score == highest).unwrap_or(0)
}
