//! What the network learns from: sentences of several corpora in one form.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use whosaid::blocks::find_blocks;
use whosaid::input::clean;
use whosaid::labels::{Deprel, Upos, Xpos};
use whosaid::reading::features::{Form, Seen, Token, form, sentence};
use whosaid::segment::segment;
use whosaid::{Input, Models, Options};

use crate::conllu::{self, Word};
use crate::neural::random::Random;
use crate::neural::target::Target;

/// A sentence with what is known of it.
#[derive(Clone, Debug)]
pub struct Example {
    pub tokens: Vec<Token>,
    /// Rows of the table of words; 0 for unknown ones. Filled in when the vocabulary is known.
    pub words: Vec<u32>,
    pub tags: Vec<Target>,
    /// The head's place in the sentence, the sentence's length for the root.
    pub heads: Vec<Target>,
    pub relations: Vec<Target>,
    pub names: Vec<Target>,
}

impl Example {
    /// Whether anything is known of its heads.
    pub fn has_tree(&self) -> bool {
        self.heads.iter().any(|head| *head != Target::Nothing)
    }
}

/// Pairs of universal and fine part of speech, commonest first.
#[derive(Clone, Debug, Default)]
pub struct Tags(pub Vec<(Upos, Xpos)>);

impl Tags {
    pub fn count<'a>(words: impl Iterator<Item = &'a Word>, least: usize) -> Self {
        let mut counts: BTreeMap<(Upos, Xpos), usize> = BTreeMap::new();
        for word in words {
            *counts.entry((word.upos, word.xpos)).or_default() += 1;
        }
        let mut pairs: Vec<_> = counts.into_iter().filter(|row| row.1 >= least).collect();
        pairs.sort_by_key(|row| (std::cmp::Reverse(row.1), row.0));
        Self(pairs.into_iter().map(|row| row.0).collect())
    }

    pub fn index(&self, pair: (Upos, Xpos)) -> Option<u32> {
        self.0.iter().position(|known| *known == pair).map(|index| index as u32)
    }
}

/// Makes tokens of printed forms, remembering what forms show.
pub struct Reader<'m> {
    models: &'m Models,
    forms: HashMap<(String, bool), Form>,
}

impl<'m> Reader<'m> {
    pub fn new(models: &'m Models) -> Self {
        Self { models, forms: HashMap::new() }
    }

    /// The sentences of one document, each a list of forms with whether a space follows.
    pub fn document(&mut self, sentences: &[Vec<(&str, bool)>]) -> Vec<Vec<Token>> {
        let seen = Seen::new(sentences.iter().map(|words| words.iter().map(|word| word.0)));
        let models = self.models;
        let forms = &mut self.forms;
        sentences
            .iter()
            .map(|words| {
                let printed: Vec<&str> = words.iter().map(|word| word.0).collect();
                let spaces: Vec<bool> = words.iter().map(|word| word.1).collect();
                sentence(&printed, &spaces, &seen, models, |word, soften| {
                    (0, *forms.entry((word.to_owned(), soften)).or_insert_with(|| form(word, soften, models)))
                })
            })
            .collect()
    }
}

/// How a copy of a sentence is written, so that headlines and shouting are known too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    Title,
    Capitals,
    Small,
}

pub fn rewrite(form: &str, writing: Writing, first: bool) -> String {
    const SMALL_IN_TITLES: [&str; 22] = [
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "n't", "n’t", "'s", "’s",
        "nor", "of", "on", "or", "the", "to", "with",
    ];
    match writing {
        Writing::Capitals => form.to_uppercase(),
        Writing::Small => form.to_lowercase(),
        Writing::Title if !first && SMALL_IN_TITLES.contains(&form) => form.to_owned(),
        Writing::Title => {
            let mut letters = form.chars();
            letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
        }
    }
}

/// Trees of a treebank, by document.
pub fn trees(path: &Path, tags: &Tags, reader: &mut Reader, copies: bool) -> Result<Vec<Example>, String> {
    let mut random = Random::new(17);
    let mut examples = Vec::new();
    for document in conllu::documents(path)? {
        let printed: Vec<Vec<(&str, bool)>> = document
            .iter()
            .map(|sentence| sentence.iter().map(|word| (word.form.as_str(), word.space_after)).collect())
            .collect();
        for (words, tokens) in document.iter().zip(reader.document(&printed)) {
            examples.push(tree(words, tokens, tags));
        }
        if !copies {
            continue;
        }
        for words in &document {
            let writing = match random.below(100) {
                0..7 => Writing::Title,
                7..10 => Writing::Capitals,
                10..12 => Writing::Small,
                _ => continue,
            };
            let forms: Vec<(String, bool)> = words
                .iter()
                .enumerate()
                .map(|(at, word)| (rewrite(&word.form, writing, at == 0), word.space_after))
                .collect();
            let line: Vec<(&str, bool)> = forms.iter().map(|(form, space)| (form.as_str(), *space)).collect();
            let tokens = reader.document(&[line]).pop().unwrap_or_default();
            examples.push(tree(words, tokens, tags));
        }
    }
    Ok(examples)
}

fn tree(words: &[Word], tokens: Vec<Token>, tags: &Tags) -> Example {
    let length = words.len() as u32;
    Example {
        words: Vec::new(),
        tags: words
            .iter()
            .map(|word| {
                tags.index((word.upos, word.xpos)).map_or(Target::Nothing, |tag| Target::One(tag, 1.0))
            })
            .collect(),
        heads: words
            .iter()
            .map(|word| Target::One(word.head.map_or(length, |head| head as u32), 1.0))
            .collect(),
        relations: words.iter().map(|word| Target::One(relation(word.deprel), 1.0)).collect(),
        names: vec![Target::Nothing; tokens.len()],
        tokens,
    }
}

pub fn relation(deprel: Deprel) -> u32 {
    Deprel::ALL.iter().position(|known| *known == deprel).unwrap_or(0) as u32
}

/// Fingerprints of words with rows of their own, in order; row `n + 1` is that of entry `n`.
pub fn vocabulary<'a>(
    examples: impl Iterator<Item = &'a Example>,
    least: usize,
    most: usize,
) -> (Vec<u32>, Vec<u32>) {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for token in examples.flat_map(|example| &example.tokens) {
        *counts.entry(token.form.word).or_default() += 1;
    }
    let mut rows: Vec<(u32, u32)> = counts.into_iter().filter(|row| row.1 as usize >= least).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.1), row.0));
    rows.truncate(most);
    rows.sort_unstable();
    let counts = std::iter::once(0).chain(rows.iter().map(|row| row.1)).collect();
    (rows.into_iter().map(|row| row.0).collect(), counts)
}

pub fn assign(examples: &mut [Example], vocabulary: &[u32]) {
    for example in examples {
        example.words = example
            .tokens
            .iter()
            .map(|token| vocabulary.binary_search(&token.form.word).map_or(0, |at| at as u32 + 1))
            .collect();
    }
}

/// Sentences of articles, one a line with its `text`, without any marks.
pub fn text(path: &Path, models: &Models, reader: &mut Reader) -> Result<Vec<Example>, String> {
    let file = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut examples = Vec::new();
    let mut last = String::new();
    for (number, line) in file.lines().enumerate() {
        let told = |what: &str| format!("{}, line {}: {what}", path.display(), number + 1);
        let row: serde_json::Value = serde_json::from_str(line).map_err(|error| told(&error.to_string()))?;
        let text = row["text"].as_str().ok_or_else(|| told("expected a text"))?;
        // Articles that several people marked come one after the other.
        if text == last {
            continue;
        }
        text.clone_into(&mut last);
        let text =
            clean(&Input::text(text), &Options::default()).map_err(|error| told(&error.to_string()))?;
        let segments = segment(&text, &find_blocks(&text, models), models);
        let sentences: Vec<Vec<(&str, bool)>> = segments
            .sentences
            .rows()
            .iter()
            .map(|row| {
                let tokens = segments.tokens.range(row.tokens);
                tokens.iter().map(|token| (text.slice(token.span), token.space_after)).collect()
            })
            .collect();
        for tokens in reader.document(&sentences).into_iter().filter(|tokens| tokens.len() <= LONGEST) {
            let count = tokens.len();
            examples.push(Example {
                words: Vec::new(),
                tags: vec![Target::Nothing; count],
                heads: vec![Target::Nothing; count],
                relations: vec![Target::Nothing; count],
                names: vec![Target::Nothing; count],
                tokens,
            });
        }
    }
    Ok(examples)
}

/// Sentences longer than this are lists.
const LONGEST: usize = 120;
