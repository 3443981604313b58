//! Tags, lemmas and trees on a treebank's own words and sentences.

use whosaid::Models;
use whosaid::labels::{Deprel, Upos, Xpos};
use whosaid::reading::read;
use whosaid::syntax::tag_and_parse;
use whosaid::text::Id;

use super::{Desk, Figure};
use crate::conllu::{self, Word};

/// What the analysis says of a word, as the treebank would write it.
#[derive(Clone, Debug)]
pub struct Found {
    pub upos: Upos,
    pub xpos: Xpos,
    pub lemma: String,
    /// Index of the head in the sentence, `None` for the root.
    pub head: Option<usize>,
    pub deprel: Deprel,
}

/// How many words are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub words: usize,
    pub upos: usize,
    pub xpos: usize,
    pub lemma: usize,
    pub uas: usize,
    pub las: usize,
}

impl Tally {
    /// Counts a sentence. Relations count by what stands before the colon: `nmod:poss` is `nmod`.
    pub fn add(&mut self, gold: &[Word], found: &[Found]) {
        let main = |deprel: Deprel| deprel.name().split(':').next();
        for (word, found) in gold.iter().zip(found) {
            let attached = found.head == word.head;
            self.words += 1;
            self.upos += usize::from(found.upos == word.upos);
            self.xpos += usize::from(found.xpos == word.xpos);
            self.lemma += usize::from(found.lemma == word.lemma);
            self.uas += usize::from(attached);
            self.las += usize::from(attached && main(found.deprel) == main(word.deprel));
        }
    }
}

/// What the analysis says of these sentences, given their words.
pub fn analysed(sentences: &[Vec<Word>], models: &Models) -> Vec<Vec<Found>> {
    let (text, segments) = conllu::layers(sentences);
    let syntax = tag_and_parse(&text, &segments, &read(&text, &segments, models), models);
    let rows = segments.sentences.rows().iter();
    rows.map(|row| {
        let word = |id| Found {
            upos: syntax.upos[id],
            xpos: syntax.xpos[id],
            lemma: syntax.lemma[id].to_string(),
            head: syntax.head[id].map(|head| head.index() - row.tokens.start()),
            deprel: syntax.deprel[id],
        };
        row.tokens.ids().map(word).collect()
    })
    .collect()
}

/// Scores of a treebank. Each of its documents is read by itself, as the network reads how a document writes a word.
pub fn treebank(desk: &Desk, file: &str) -> Result<Vec<Figure>, String> {
    let mut tally = Tally::default();
    for sentences in conllu::documents(&desk.corpus(file))? {
        for (gold, found) in sentences.iter().zip(&analysed(&sentences, &desk.models)) {
            tally.add(gold, found);
        }
    }
    let share = |name, part| Figure::share(name, part, tally.words);
    Ok(vec![
        share("upos", tally.upos),
        share("lemma", tally.lemma),
        share("uas", tally.uas),
        share("las", tally.las),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(upos: Upos, head: Option<usize>, deprel: Deprel) -> Word {
        let xpos = Xpos::Nn;
        Word { form: "x".into(), lemma: "x".into(), upos, xpos, head, deprel, space_after: true }
    }

    fn found(lemma: &str, upos: Upos, head: Option<usize>, deprel: Deprel) -> Found {
        Found { upos, xpos: Xpos::Nn, lemma: lemma.to_owned(), head, deprel }
    }

    #[test]
    fn heads_count_alone_and_with_their_relation() {
        let gold = [
            word(Upos::Noun, Some(1), Deprel::NmodPoss),
            word(Upos::Noun, Some(2), Deprel::Nsubj),
            word(Upos::Verb, None, Deprel::Root),
            word(Upos::Noun, Some(2), Deprel::Obj),
        ];
        let guess = [
            // a kind of the right relation
            found("x", Upos::Noun, Some(1), Deprel::Nmod),
            // the right head, the wrong relation, the wrong lemma
            found("y", Upos::Noun, Some(2), Deprel::Obj),
            found("x", Upos::Noun, None, Deprel::Root),
            // the right relation to the wrong head
            found("x", Upos::Noun, Some(1), Deprel::Obj),
        ];
        let mut tally = Tally::default();
        tally.add(&gold, &guess);
        assert_eq!(tally, Tally { words: 4, upos: 3, xpos: 4, lemma: 3, uas: 3, las: 2 });
    }
}
