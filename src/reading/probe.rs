//! A sentence read again with something left out: how much one feature or one neighbour moves the scores of names.
//!
//! Asked for one name at a time, by whoever wants to know why; reading a text does none of it.

use std::ops::Range;

use super::features::{self, CASE_FACTS, Form, PREFIX_ROWS, SHAPE_ROWS, Token};
use super::features::{LONG_SUFFIX_ROWS, SHORT_SUFFIX_ROWS};
use super::forms::Forms;
use super::layers::Layers;
use super::{LONGEST, seen, tags};
use crate::input::CleanText;
use crate::labels::Upos;
use crate::labels::bioes::LABELS;
use crate::model::Models;
use crate::segment::{Segments, TokenId};
use crate::text::Id;

/// What is left out of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Omitted {
    /// All of it, as if the sentence had a hole there.
    Token,
    /// Which word it is: the word itself, its beginning and its ending.
    Form,
    /// Its first characters.
    Beginning,
    /// Its last characters.
    Ending,
    /// Capitals and shape, with some of its facts.
    Case(u64),
    /// Some of its facts, each a bit.
    Facts(u64),
}

/// A piece of a sentence that can be read again.
pub struct Probe<'a> {
    models: &'a Models,
    forms: Forms<'a>,
    layers: Layers<'a>,
    first: usize,
    tokens: Vec<Token>,
    /// A fingerprint that no word of the vocabulary has.
    unknown: u32,
}

impl<'a> Probe<'a> {
    /// The piece that is read together with a token; `None` outside the text.
    pub fn new(
        text: &'a CleanText,
        segments: &'a Segments,
        models: &'a Models,
        token: TokenId,
    ) -> Option<Self> {
        let rows = segments.sentences.rows();
        let sentence = rows.get(rows.partition_point(|row| row.tokens.end() <= token.index()))?;
        let piece = token.index().checked_sub(sentence.tokens.start())? / LONGEST;
        let tokens = segments.tokens.range(sentence.tokens).chunks(LONGEST).nth(piece)?;
        let printed: Vec<_> = tokens.iter().map(|token| text.slice(token.span)).collect();
        let spaces: Vec<_> = tokens.iter().map(|token| token.space_after).collect();
        let mut forms = Forms::new(models);
        let tokens = features::sentence(&printed, &spaces, &seen(text, segments), models, |form, soften| {
            forms.form(form, soften)
        });
        let unknown = (0..u32::MAX).find(|word| models.network.word_row(*word) == 0)?;
        let layers = Layers::new(&models.network);
        Some(Self {
            models,
            forms,
            layers,
            first: sentence.tokens.start() + piece * LONGEST,
            tokens,
            unknown,
        })
    }

    /// The tokens of the piece, counted in the text.
    pub fn range(&self) -> Range<usize> {
        self.first..self.first + self.tokens.len()
    }

    /// The facts of a token; none outside the piece.
    pub fn facts(&self, at: usize) -> u64 {
        self.token(at).map_or(0, |token| token.flags)
    }

    /// Whether the network knows the very word, not only its edges and shape.
    pub fn knows(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| self.models.network.word_row(token.form.word) > 0)
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at.checked_sub(self.first)?)
    }

    /// The scores of names of all tokens of the piece, with all this left out.
    pub fn scores(&mut self, omitted: &[(usize, Omitted)]) -> Vec<[i32; LABELS]> {
        let mut tokens = self.tokens.clone();
        for (at, what) in omitted {
            let place = at.checked_sub(self.first);
            let Some(token) = place.and_then(|place| tokens.get_mut(place)) else { continue };
            *token = self.without(*token, *what);
        }
        let naming = &self.models.network.naming;
        let mut scores = Vec::new();
        self.forms.prepare();
        naming.apply_wide(self.layers.run(&tokens, &[tokens.len()], &self.forms), &mut scores);
        let rows = scores.chunks_exact(naming.width().max(1));
        rows.map(|row| row.first_chunk().copied().unwrap_or([0; LABELS])).collect()
    }

    /// What part each universal part of speech has of what the network tells of each token of the piece, in thousandths,
    /// the likeliest first.
    pub fn tag_shares(&mut self) -> Vec<Vec<(Upos, u32)>> {
        let network = &self.models.network;
        let mut scores = Vec::new();
        self.forms.prepare();
        let rows = self.layers.run(&self.tokens, &[self.tokens.len()], &self.forms);
        network.tagging.apply_wide(rows, &mut scores);
        scores.chunks_exact(network.tagging.width().max(1)).map(|row| tags::shares(network, row)).collect()
    }

    fn without(&mut self, token: Token, what: Omitted) -> Token {
        let mut facts = 0;
        let mut form = token.form;
        match what {
            Omitted::Token => {
                let row = self.forms.add(None);
                return Token { row, form: Form::default(), flags: 0 };
            }
            Omitted::Form => {
                form = Form { word: self.unknown, ..without_beginning(without_ending(form)) };
            }
            Omitted::Beginning => form = without_beginning(form),
            Omitted::Ending => form = without_ending(form),
            Omitted::Case(more) => {
                form.shape = SHAPE_ROWS;
                facts = CASE_FACTS | more;
            }
            Omitted::Facts(some) => facts = some,
        }
        form.flags &= !facts;
        let row = if form == token.form { token.row } else { self.forms.add(Some(&form)) };
        Token { row, form, flags: token.flags & !facts }
    }
}

// A row behind the last of a table is empty.

fn without_beginning(form: Form) -> Form {
    Form { prefix: PREFIX_ROWS, ..form }
}

fn without_ending(form: Form) -> Form {
    Form { short_suffix: SHORT_SUFFIX_ROWS, long_suffix: LONG_SUFFIX_ROWS, ..form }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::find_blocks;
    use crate::input::{Input, clean};
    use crate::model::MODELS;
    use crate::options::Options;
    use crate::segment::segment;

    #[test]
    fn with_nothing_left_out_a_sentence_reads_as_in_the_text() {
        let long = "Ana Ruiz, Paris, ".repeat(60);
        let text = format!("“We won,” said Ana Ruiz of Norland. {long} and so on. RUIZ LEAVES PARIS.");
        let text = clean(&Input::text(&text), &Options::default()).unwrap();
        let segments = segment(&text, &find_blocks(&text, &MODELS), &MODELS);
        let reading = super::super::read(&text, &segments, &MODELS);
        let mut token = 0;
        while token < segments.tokens.len() {
            let mut probe = Probe::new(&text, &segments, &MODELS, TokenId::from_index(token)).unwrap();
            for (at, scores) in probe.range().zip(probe.scores(&[])) {
                if let Some(row) = reading.words[TokenId::from_index(at)].names {
                    assert_eq!(scores, reading.names[row as usize]);
                }
            }
            // So do its tags: what was chosen is what has the largest part.
            for (at, shares) in probe.range().zip(probe.tag_shares()) {
                let best = shares.iter().map(|(_, share)| *share).max();
                let chosen = reading.words[TokenId::from_index(at)].upos;
                let share = shares.iter().find(|(upos, _)| *upos == chosen).map(|(_, share)| *share);
                assert!(share.unwrap_or(0) + 20 >= best.unwrap_or(0), "{at}: {shares:?}");
            }
            token = probe.range().end;
        }
        assert!(Probe::new(&text, &segments, &MODELS, TokenId::from_index(token)).is_none());
    }

    #[test]
    fn a_word_that_is_left_out_leaves_no_trace_of_itself() {
        let scores = |text: &str| {
            let text = clean(&Input::text(text), &Options::default()).unwrap();
            let segments = segment(&text, &find_blocks(&text, &MODELS), &MODELS);
            let mut probe = Probe::new(&text, &segments, &MODELS, TokenId(0)).unwrap();
            (probe.scores(&[]), probe.scores(&[(1, Omitted::Token)]))
        };
        let (ruiz, holed) = scores("Ana Ruiz left .");
        let (table, holed_too) = scores("Ana tables left .");
        assert_ne!(ruiz, table);
        assert_eq!(holed, holed_too);
    }
}
