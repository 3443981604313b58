//! Writes the lexicons of `syntax` from the training parts of two treebanks.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use whosaid::labels::{Upos, Xpos};
use whosaid::model::{UNIT, WordFiles, WordLexicon};

use crate::conllu::{self, Word};
use crate::lemmas;
use crate::parser;
use crate::tags::{Pair, TagCounts};

/// What every file says of its origin.
const SOURCE: &str =
    "# Derived from the training parts of UD English-EWT (CC BY-SA 4.0) and of the openly licensed genres of
# UD English-GUM (annotation CC BY 4.0; texts CC BY, CC BY-SA or public domain). This file: CC BY-SA 4.0.
# Made by `cargo run -p whosaid-train --release -- lexicons --data FOLDER`; do not edit by hand.
";
/// Weights of words count sixteenths of an occurrence.
const SIXTEENTHS: u32 = 16;
/// Transitions as dear as this are left out: the reader takes them to cost a little more still.
const NEVER: u32 = 800;
/// Words seen this often need no help from their endings.
const OFTEN: u32 = 40;

/// Reads the treebanks under `data` and writes the files into `out`.
pub fn write_all(data: &Path, out: &Path) -> Result<(), String> {
    let mut sentences = Vec::new();
    for treebank in ["ud-ewt", "ud-gum"] {
        sentences.extend(conllu::read(&data.join("data").join(treebank).join("train.conllu"))?);
    }
    let counts = TagCounts::count(&sentences);
    write_tags(&counts, out)?;
    // The rules of the lemmas ask the lexicon that was just written.
    let file = |name: &str| -> Result<&'static str, String> {
        let path = out.join(format!("{name}.tsv"));
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(text.leak())
    };
    let files = WordFiles { tags: file("tags")?, words: file("word_tags")?, ..WordFiles::default() };
    let words = WordLexicon::read(files).map_err(|error| error.to_string())?;
    write_lemmas(&sentences, &words, out)?;
    let words = WordLexicon::read(WordFiles {
        tags: file("tags")?,
        words: file("word_tags")?,
        suffixes: file("suffix_tags")?,
        bigrams: file("tag_bigrams")?,
        trigrams: file("tag_trigrams")?,
        lemmas: file("irregular_lemmas")?,
    })
    .map_err(|error| error.to_string())?;
    write_parser(&sentences, &words, out)
}

fn write_parser(sentences: &[Vec<Word>], words: &WordLexicon, out: &Path) -> Result<(), String> {
    let parse_words = parser::words(sentences);
    let about = "Lemmas that the parser knows one by one, or by class: SAY takes a clause, URGE somebody and an infinitive.\n# Those that the treebanks hardly have are an own list (CC0).";
    save(out, "parse_words", about, &parse_words)?;
    let sizes = parser::Sizes { actions: 11_000, labels: 3_600 };
    let (actions, labels) = parser::weights(sentences, words, parse_words.leak(), sizes)?;
    let about = "Learned weights (averaged perceptron): how features of the parser's state speak for left and right against shift: template (src/syntax/parse_features.rs),\n# symbols (tN: row N of tags.tsv; .N: class of tags; =word; relation; number), two weights.";
    save(out, "parse_actions", about, &actions)?;
    let about = "Learned weights (averaged perceptron): how features of an arc speak for its relation: template (src/syntax/parse_features.rs), symbols as in\n# parse_actions.tsv, relations with weights.";
    save(out, "parse_labels", about, &labels)
}

/// `VBD`, or `VBD/AUX` where a commoner pair has the same fine part of speech.
fn names(counts: &TagCounts) -> BTreeMap<Pair, String> {
    let mut taken: BTreeMap<Xpos, Upos> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for ((upos, xpos), _) in &counts.tags {
        let first = *taken.entry(*xpos).or_insert(*upos);
        let name =
            if first == *upos { xpos.name().to_owned() } else { format!("{}/{}", xpos.name(), upos.name()) };
        names.insert((*upos, *xpos), name);
    }
    names
}

fn write_tags(counts: &TagCounts, out: &Path) -> Result<(), String> {
    let names = names(counts);
    let all: u32 = counts.tags.iter().map(|row| row.1).sum();

    let mut body = String::new();
    for ((upos, xpos), count) in &counts.tags {
        let rarity = (f64::from(all) / f64::from(*count)).log2() * f64::from(UNIT);
        let name = &names[&(*upos, *xpos)];
        let _ = writeln!(body, "{name}\t{}\t{}\t{}", upos.name(), xpos.name(), rarity.round());
    }
    let about = "Tags of the tagger, commonest first: name, universal part of speech, Penn Treebank tag,\n# -log2 of its share of all words in 64ths.";
    save(out, "tags", about, &body)?;

    let endings = counts.endings();
    let mut body = String::new();
    for (key, row) in &endings {
        let _ = writeln!(body, "{key}\t{}", weights(row, &names));
    }
    let about = "What rare words with an ending are: class of case (l lower, s capital at the start, t capital inside,\n# u capitals or digits) and ending; tags with their share in thousandths.";
    save(out, "suffix_tags", about, &body)?;

    let mut body = String::new();
    for (form, tags) in &counts.words {
        if form.contains([' ', '\t', '#']) || form.chars().count() > 24 {
            continue;
        }
        let count: u32 = tags.values().sum();
        let shares = counts.ending_shares(&endings, form);
        let mut row: BTreeMap<Pair, u32> = tags.iter().map(|(p, n)| (*p, n * SIXTEENTHS)).collect();
        if is_guessed(tags, count, &shares) {
            continue;
        }
        let closed = tags.keys().all(|pair| !is_open(*pair));
        if count < OFTEN && !closed {
            // Half an occurrence is shared out by the ending: "rejected" seen as VBD alone may be VBN too.
            for (pair, share) in shares.iter().filter(|row| is_open(row.0)) {
                let weight = (share * SIXTEENTHS / 2 + 500) / 1000;
                if weight > 0 {
                    *row.entry(*pair).or_default() += weight;
                }
            }
        }
        let most = row.values().copied().max().unwrap_or(0).max(1);
        let mut row: Vec<(Pair, u32)> = row.into_iter().collect();
        if most > 60_000 {
            row.iter_mut().for_each(|(_, weight)| *weight = (*weight * 10).div_ceil(most / 6_000));
        }
        row.retain(|(_, weight)| *weight >= 2 && *weight * 60 >= most.min(60_000));
        row.sort_by_key(|(pair, weight)| (std::cmp::Reverse(*weight), *pair));
        let _ = writeln!(body, "{form}\t{}", weights(&row, &names));
    }
    let about = "Words with their tags, each with its weight in sixteenths of an occurrence; the ending of a word that\n# is not frequent has added half an occurrence. Forms in lower case were counted without the capital of a sentence's start.";
    save(out, "word_tags", about, &body)?;

    let (pairs, triples) = counts.transitions();
    let name = |tag: &Option<Pair>| tag.as_ref().map_or("#", |pair| names[pair].as_str());
    let mut body = String::new();
    for ([second, third], cost) in pairs.iter().filter(|row| *row.1 < NEVER) {
        let _ = writeln!(body, "{}\t{}\t{cost}", name(second), name(third));
    }
    let about = "Cost of a tag after another where the triple is not in tag_trigrams.tsv: -log2 of the share in 64ths;\n# # stands for the edge of the sentence.";
    save(out, "tag_bigrams", about, &sorted(&body))?;
    let mut body = String::new();
    for ([first, second, third], cost) in &triples {
        let _ = writeln!(body, "{}\t{}\t{}\t{cost}", name(first), name(second), name(third));
    }
    let about = "Cost of the third tag after the first two: -log2 of the interpolated share in 64ths;\n# # stands for the edge of the sentence.";
    save(out, "tag_trigrams", about, &sorted(&body))
}

/// Whether the ending alone gives a rare word its one tag, so that the word need not be listed.
fn is_guessed(tags: &BTreeMap<Pair, u32>, count: u32, shares: &[(Pair, u32)]) -> bool {
    let Some((pair, _)) = tags.iter().next() else { return true };
    tags.len() == 1
        && count <= 2
        && is_open(*pair)
        && shares.first().is_some_and(|(best, share)| best == pair && *share >= 1000 - 300 / count)
}

/// Whether new words can have this tag.
fn is_open((upos, xpos): Pair) -> bool {
    matches!(upos, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv | Upos::Num | Upos::Intj)
        && xpos != Xpos::Wrb
}

fn weights(row: &[(Pair, u32)], names: &BTreeMap<Pair, String>) -> String {
    let fields: Vec<String> = row.iter().map(|(pair, weight)| format!("{} {weight}", names[pair])).collect();
    fields.join(" ")
}

fn write_lemmas(sentences: &[Vec<Word>], words: &WordLexicon, out: &Path) -> Result<(), String> {
    let mut body = String::new();
    for (form, xpos, lemma) in lemmas::irregular(sentences, words) {
        let _ = writeln!(body, "{form}\t{}\t{lemma}", xpos.name());
    }
    let about = "Forms whose lemma the rules get wrong: form in lower case, Penn Treebank tag, lemma.";
    save(out, "irregular_lemmas", about, &sorted(&body))
}

fn sorted(body: &str) -> String {
    let mut lines: Vec<&str> = body.lines().collect();
    lines.sort_unstable();
    lines.iter().fold(String::new(), |text, line| text + line + "\n")
}

fn save(out: &Path, name: &str, about: &str, body: &str) -> Result<(), String> {
    let path = out.join(format!("{name}.tsv"));
    std::fs::write(&path, format!("# {about}\n{SOURCE}{body}"))
        .map_err(|error| format!("{}: {error}", path.display()))?;
    println!("{:<20} {:>6} entries {:>7} bytes", name, body.lines().count(), body.len());
    Ok(())
}
