//! Reads CoNLL-U into sentences of words, and makes the layers that a stage reads out of them.

use std::path::Path;

use whosaid::blocks::BlockId;
use whosaid::input::{CleanText, Input, clean};
use whosaid::labels::{Deprel, Upos, Xpos};
use whosaid::options::Options;
use whosaid::segment::{Segments, Sentence, Token, TokenKind};
use whosaid::text::{IdRange, TextSpan};

/// A word of a treebank.
#[derive(Clone, Debug)]
pub struct Word {
    pub form: String,
    pub lemma: String,
    pub upos: Upos,
    pub xpos: Xpos,
    /// Index of the head in the sentence, `None` for the root.
    pub head: Option<usize>,
    pub deprel: Deprel,
    pub space_after: bool,
}

/// The sentences of a file.
pub fn read(path: &Path) -> Result<Vec<Vec<Word>>, String> {
    Ok(documents(path)?.into_iter().flatten().collect())
}

/// The documents of a file, each a list of sentences.
pub fn documents(path: &Path) -> Result<Vec<Vec<Vec<Word>>>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut documents = Vec::new();
    let mut sentences = Vec::new();
    let mut sentence = Vec::new();
    // Whether a space follows is written at the multiword token, which comes before its words.
    let mut joined: Option<(usize, bool)> = None;
    for (number, line) in text.lines().enumerate() {
        if line.starts_with("# newdoc") && !sentences.is_empty() {
            documents.push(std::mem::take(&mut sentences));
        }
        if line.is_empty() {
            if !sentence.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, xpos, _, head, deprel, _, misc] = columns[..] else { continue };
        let space_after = !misc.contains("SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            joined = Some((last.parse().unwrap_or(0), space_after));
            continue;
        }
        let Ok(id) = id.parse::<usize>() else { continue };
        let expect = |what| format!("{}, line {}: expected {what}", path.display(), number + 1);
        let space_after = match joined {
            Some((last, after)) if id == last => after,
            Some((last, _)) if id < last => false,
            _ => space_after,
        };
        sentence.push(Word {
            form: form.to_owned(),
            lemma: lemma.to_owned(),
            upos: Upos::from_name(upos).ok_or_else(|| expect("a part of speech"))?,
            xpos: Xpos::from_name(xpos).unwrap_or(Xpos::Xx),
            head: head.parse::<usize>().map_err(|_| expect("a head"))?.checked_sub(1),
            deprel: deprel_named(deprel),
            space_after,
        });
    }
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
    if !sentences.is_empty() {
        documents.push(sentences);
    }
    Ok(documents)
}

/// The relation, or the one it is a kind of.
fn deprel_named(name: &str) -> Deprel {
    let main = name.split(':').next().unwrap_or(name);
    Deprel::from_name(name).or_else(|| Deprel::from_name(main)).unwrap_or_default()
}

/// The text of these sentences, with tokens and sentences as the treebank has them.
pub fn layers(sentences: &[Vec<Word>]) -> (CleanText, Segments) {
    let mut text = String::new();
    let mut segments = Segments::default();
    for words in sentences {
        let first = segments.tokens.len();
        for word in words {
            let start = text.len() as u32;
            text.push_str(&word.form);
            let span = TextSpan::new(start, text.len() as u32);
            let kind = match word.upos {
                Upos::Punct => TokenKind::Punctuation,
                Upos::Num => TokenKind::Number,
                Upos::Sym => TokenKind::Symbol,
                _ => TokenKind::Word,
            };
            segments.tokens.push(Token { span, kind, space_after: word.space_after });
            if word.space_after {
                text.push(' ');
            }
        }
        let tokens = IdRange::new(first, segments.tokens.len());
        segments.sentences.push(Sentence { tokens, block: BlockId(0) });
        if !text.ends_with(' ') {
            text.push(' ');
        }
    }
    let mut clean = clean(&Input::text("x"), &Options::default()).expect("a short text is not too large");
    clean.source.clone_from(&text);
    clean.text = text;
    (clean, segments)
}
