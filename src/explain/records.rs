//! The records of one sentence, layer by layer. Field names are the contract; the structs are not.

use serde::{Deserialize, Serialize};

use crate::document::{ValueRecord, WhyRecord};
use crate::text::OffsetUnit;

/// How one sentence was read: what each stage made of it. Every start and end is half-open and counts
/// [`SentenceLayers::offset_unit`] in the text of the Document; shares, likelihoods and confidences lie between 0 and 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SentenceLayers {
    /// Its number in the Document.
    pub id: u32,
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Kind of the block it stands in.
    pub block: String,
    /// What offsets count.
    pub offset_unit: OffsetUnit,
    /// Its characters as given, or as extracted from HTML.
    pub given: String,
    /// The characters that the stages read.
    pub cleaned: String,
    /// What was made of the one to get the other, in order.
    pub changes: Vec<Change>,
    /// Its words with tags, lemmas and tree: of a sentence without an end the first 400.
    pub words: Vec<WordLayer>,
    /// How many words there are beyond these; nothing is told of what stands there.
    pub left_out: u32,
    /// Names and values.
    pub names: Vec<NameLayer>,
    /// Pronouns and descriptions, and whom they mean.
    pub references: Vec<ReferenceLayer>,
    /// Words that attribute, and words that might but were not taken for such.
    pub cues: Vec<CueLayer>,
    /// The quotations that have a part in it.
    pub quotes: Vec<QuoteLayer>,
}

/// Words and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordsAt {
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words as one line.
    pub text: String,
}

/// A person or thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Number of its entity in the Document.
    pub id: u32,
    /// The name there.
    pub name: String,
}

/// Characters that were made into others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// First unit of the characters as given.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// `invisible`, `space`, `lineEnd`, `brokenWord` or `letters`.
    pub kind: String,
    /// The characters as given.
    pub given: String,
    /// What became of them; empty where they were dropped.
    pub cleaned: String,
}

/// A word with its place in the tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordLayer {
    /// Number of its token in the Document.
    pub id: u32,
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Its characters as the stages read them.
    pub text: String,
    /// Lemma.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: String,
    /// Part of speech of the Penn Treebank.
    pub xpos: String,
    /// What the network thought of, the likeliest first; at least one, what has less than one in a hundred left out.
    pub guesses: Vec<TagGuess>,
    /// Number of the token it depends on; `null` for the root.
    pub head: Option<u32>,
    /// Universal dependency relation.
    pub deprel: String,
}

/// A part of speech that a word may have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TagGuess {
    /// Universal part of speech.
    pub upos: String,
    /// Its part of all guesses.
    pub share: f64,
}

/// A name or value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NameLayer {
    /// Number of its mention in the Document.
    pub id: u32,
    /// Where.
    #[serde(flatten)]
    pub at: WordsAt,
    /// What it was taken for.
    #[serde(rename = "type")]
    pub entity_type: String,
    /// How sure.
    pub confidence: f64,
    /// Who or what it names.
    pub entity: Option<Who>,
    /// What a value means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<ValueRecord>,
    /// What the network thought of together with the name's other places, the likeliest first; what has less than one in a
    /// hundred left out. Empty for values. Rules may have decided otherwise.
    pub guesses: Vec<TypeGuess>,
}

/// A type that a name may have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TypeGuess {
    /// The type; `null` for no name at all.
    #[serde(rename = "type")]
    pub entity_type: Option<String>,
    /// Its part of all guesses.
    pub share: f64,
}

/// A pronoun or description.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReferenceLayer {
    /// Number of its mention in the Document.
    pub id: u32,
    /// Where.
    #[serde(flatten)]
    pub at: WordsAt,
    /// `nominal` or `pronoun`.
    pub kind: String,
    /// What kind of thing.
    #[serde(rename = "type")]
    pub entity_type: String,
    /// How it was settled: `weighed` (the candidates were), `grammar` (which, himself), `speaker` (I in a quotation is who
    /// speaks), `description` (linked by its words), `first` (a description that is the first mention of its entity),
    /// `nobody`.
    pub how: String,
    /// Who or what it means.
    pub entity: Option<Who>,
    /// The mention that it was linked to.
    pub antecedent: Option<WordsAt>,
    /// The candidates that were weighed, the best first.
    pub candidates: Vec<Candidate>,
}

/// Somebody whom a pronoun may mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Who or what; `null` for nobody that was found.
    pub entity: Option<Who>,
    /// Its mention that is nearest to the pronoun.
    pub nearest: Option<WordsAt>,
    /// The sum of what speaks for it, in log-odds.
    pub score: f64,
    /// Its part of all candidates by that score.
    pub share: f64,
    /// Whether it was chosen.
    pub chosen: bool,
}

/// Words that attribute, or might.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CueLayer {
    /// Where.
    #[serde(flatten)]
    pub at: WordsAt,
    /// How likely they are to attribute; `null` where a rule found them alone.
    pub likelihood: Option<f64>,
    /// Number of the quotation that they make; `null` where they make none.
    pub quote: Option<u32>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuoteLayer {
    /// Its number in the Document.
    pub id: u32,
    /// `direct`, `indirect` or `mixed`.
    pub kind: String,
    /// What the speaker does.
    pub class: String,
    /// Whether it takes place.
    pub polarity: String,
    /// The words that attribute.
    pub cue: Option<WordsAt>,
    /// What is attributed, in pieces.
    pub content: Vec<WordsAt>,
    /// The words that name who spoke.
    pub source: Option<WordsAt>,
    /// Who spoke.
    pub speaker: Option<Who>,
    /// Who was spoken to.
    pub addressees: Vec<Who>,
    /// How sure.
    pub confidence: f64,
    /// The words that are likeliest to name who spoke after the source.
    pub runner_up: Option<WordsAt>,
    /// Whom these mean.
    pub runner_up_speaker: Option<Who>,
    /// Why it was found, where the Document says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyRecord>,
}
