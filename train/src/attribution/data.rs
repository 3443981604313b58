//! Articles with marked attributions → what the network sees and what it should say.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use serde_json::Value;
use whosaid::analyze::{Analysis, analyze_layers};
use whosaid::labels::Upos;
use whosaid::model::PartOfAttribution;
use whosaid::quotes::passage::Passage;
use whosaid::quotes::passages;
use whosaid::segment::TokenId;
use whosaid::text::{Id, UnitConverter};
use whosaid::{Input, Models, OffsetUnit, Options};

/// An attribution in a passage.
#[derive(Clone, Debug)]
pub struct Gold {
    /// The head of its cue.
    pub head: usize,
    /// What each token of the passage is to it, where that is more than nothing.
    pub parts: BTreeMap<usize, PartOfAttribution>,
}

/// A passage with its attributions.
pub struct Marked {
    pub passage: Passage,
    pub gold: Vec<Gold>,
    /// Tokens of which it is not known whether they attribute: what an annotator set aside, and what lies inside of a
    /// content, since attributions inside of others are not marked.
    pub masked: Vec<bool>,
    /// Tokens that count: no punctuation.
    pub counts: Vec<bool>,
}

/// All passages of some files.
pub struct Corpus(Vec<Marked>);

/// An example for learning.
pub struct Example {
    pub marked: Marked,
    /// Row of each token's lemma and of its head's.
    pub lemmas: Vec<u32>,
    pub heads: Vec<u32>,
}

/// The lemmas that the network knows.
pub struct Lemmas {
    /// Their fingerprints, sorted.
    pub known: Vec<u32>,
    /// How often each row was seen.
    pub counts: Vec<u32>,
}

impl Lemmas {
    pub fn count(corpus: &Corpus, least: u32) -> Self {
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        for marked in &corpus.0 {
            for at in 0..marked.passage.len() {
                *counts.entry(marked.passage.lemma(at)).or_default() += 1;
            }
        }
        counts.retain(|_, count| *count >= least);
        let known = counts.keys().copied().collect();
        let counts = std::iter::once(0).chain(counts.into_values()).chain([u32::MAX]).collect();
        Self { known, counts }
    }

    fn row(&self, lemma: u32) -> u32 {
        self.known.binary_search(&lemma).map_or(0, |at| at as u32 + 1)
    }
}

impl Corpus {
    /// Reads and analyses the first annotator's entry of each article that is not held out.
    pub fn read(files: &[PathBuf], held_out: &HashSet<String>, models: &Models) -> Result<Self, String> {
        let mut marked = Vec::new();
        for file in files {
            for article in articles(file, held_out)? {
                marked.extend(article.marked(models)?);
            }
        }
        Ok(Self(marked))
    }

    pub fn examples(self, lemmas: &Lemmas) -> Vec<Example> {
        let example = |marked: Marked| {
            let tokens = 0..marked.passage.len();
            let rows = |at: usize| {
                let row = |at: usize| lemmas.row(marked.passage.lemma(at));
                let root = lemmas.known.len() as u32 + 1;
                (row(at), marked.passage.head(at).map_or(root, row))
            };
            let (lemmas, heads) = tokens.map(rows).unzip();
            Example { marked, lemmas, heads }
        };
        self.0.into_iter().map(example).collect()
    }
}

/// An article as it was marked.
pub struct Article {
    pub text: String,
    attributions: Vec<Attribution>,
    masked: Vec<(u32, u32)>,
}

/// Code points of the parts of an attribution.
struct Attribution {
    source: Vec<(u32, u32)>,
    cue: Vec<(u32, u32)>,
    content: Vec<(u32, u32)>,
}

fn lines(path: &Path) -> Result<Vec<Value>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display())))
        .collect()
}

/// The ids of a file of JSON lines.
pub fn ids_of(path: &Path) -> Result<HashSet<String>, String> {
    Ok(lines(path)?.iter().filter_map(|row| row["id"].as_str().map(str::to_owned)).collect())
}

/// The first annotator's entry of each article that is not held out.
pub fn articles(path: &Path, held_out: &HashSet<String>) -> Result<Vec<Article>, String> {
    let mut seen = HashSet::new();
    let mut articles = Vec::new();
    for row in lines(path)? {
        let id = row["id"].as_str().unwrap_or_default().to_owned();
        if held_out.contains(&id) || !seen.insert(id) {
            continue;
        }
        let attribution = |a: &Value| Attribution {
            source: spans(&a["source"]),
            cue: spans(&a["cue"]),
            content: spans(&a["content"]),
        };
        let mut masked = spans(&row["discard"]);
        masked.extend(spans(&row["discuss"]));
        articles.push(Article {
            text: row["text"].as_str().unwrap_or_default().to_owned(),
            attributions: rows(&row["attributions"]).iter().map(attribution).collect(),
            masked,
        });
    }
    Ok(articles)
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// `[[start, end], …]`, also one level deeper.
fn spans(value: &Value) -> Vec<(u32, u32)> {
    let number = |value: &Value| value.as_u64().map(|n| n as u32);
    rows(value)
        .iter()
        .flat_map(|pair| match (pair.get(0).and_then(number), pair.get(1).and_then(number)) {
            (Some(start), Some(end)) => vec![(start, end)],
            _ => spans(pair),
        })
        .collect()
}

impl Attribution {
    /// What each token is to it, where that is more than nothing, given the code points of tokens.
    fn parts(&self, places: &[(u32, u32)]) -> BTreeMap<usize, PartOfAttribution> {
        let mut parts = BTreeMap::new();
        for (part, spans) in [
            (PartOfAttribution::Content, &self.content),
            (PartOfAttribution::Source, &self.source),
            (PartOfAttribution::Cue, &self.cue),
        ] {
            parts.extend(tokens(places, spans).into_iter().map(|at| (at, part)));
        }
        parts
    }
}

/// The tokens of some spans, given the code points of all.
fn tokens(places: &[(u32, u32)], spans: &[(u32, u32)]) -> Vec<usize> {
    let mut all: Vec<usize> = spans
        .iter()
        .flat_map(|(start, end)| {
            let from = places.partition_point(|place| place.1 <= *start);
            let count = places[from..].iter().take_while(|place| place.0 < *end).count();
            from..from + count
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl Article {
    /// Its attributions, with all tokens of the article counted; those without a cue, too.
    pub fn parts(&self, places: &[(u32, u32)]) -> Vec<BTreeMap<usize, PartOfAttribution>> {
        self.attributions.iter().map(|attribution| attribution.parts(places)).collect()
    }

    fn marked(&self, models: &Models) -> Result<Vec<Marked>, String> {
        let a = analyze_layers(&Input::text(&self.text), models, &Options::default())
            .map_err(|error| error.to_string())?;
        let places = places(&a, &self.text);
        let passages = passages(&a.text, &a.blocks, &a.segments, &a.syntax, &a.mentions, &a.coref, models);
        Ok(passages.into_iter().map(|passage| self.mark(&a, &places, passage)).collect())
    }

    fn mark(&self, analysis: &Analysis, places: &[(u32, u32)], passage: Passage) -> Marked {
        let places = &places[passage.start()..passage.start() + passage.len()];
        let tokens = |spans: &[(u32, u32)]| tokens(places, spans);
        let mut gold = Vec::new();
        for attribution in &self.attributions {
            let Some(head) = passage.cue_head(&tokens(&attribution.cue)) else { continue };
            gold.push(Gold { head, parts: attribution.parts(places) });
        }
        let mut masked = vec![false; passage.len()];
        for at in tokens(&self.masked) {
            masked[at] = true;
        }
        for (at, part) in gold.iter().flat_map(|gold: &Gold| &gold.parts) {
            masked[*at] |= *part == PartOfAttribution::Content;
        }
        let upos = |at: usize| analysis.syntax.upos[TokenId::from_index(passage.start() + at)];
        let counts = (0..passage.len()).map(|at| upos(at) != Upos::Punct).collect();
        Marked { passage, gold, masked, counts }
    }
}

/// Code points of every token.
pub fn places(analysis: &Analysis, text: &str) -> Vec<(u32, u32)> {
    let converter = UnitConverter::new(text, OffsetUnit::Codepoint);
    let tokens = analysis.segments.tokens.rows();
    tokens
        .iter()
        .map(|token| {
            let span = analysis.text.map.to_source(token.span);
            (converter.from_byte(span.start()), converter.from_byte(span.end()))
        })
        .collect()
}

/// Attributions by the heads of their cues.
pub fn by_head(gold: &[Gold]) -> HashMap<usize, &Gold> {
    gold.iter().map(|gold| (gold.head, gold)).collect()
}
