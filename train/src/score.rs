//! Measures syntax on a treebank's own tokens and sentences, and shows it, for the eye.

use std::path::Path;
use std::time::Instant;

use whosaid::blocks::find_blocks;
use whosaid::input::clean;
use whosaid::reading::read;
use whosaid::segment::segment;
use whosaid::syntax::tag_and_parse;
use whosaid::{Input, Models, Options};

use crate::conllu;
use crate::evaluate::syntax::{Tally, analysed};

/// The models of a pack, or those inside the program.
pub fn models(pack: Option<&Path>) -> Result<Models, String> {
    let Some(pack) = pack else {
        return Models::builtin().map_err(|error| error.to_string());
    };
    let bytes = std::fs::read(pack).map_err(|error| format!("{}: {error}", pack.display()))?;
    Models::from_pack(&bytes).map_err(|error| format!("{}: {error}", pack.display()))
}

/// Prints the share of words with the right tags, lemma, head and relation.
pub fn score(path: &Path, models: &Models) -> Result<(), String> {
    let documents = conllu::documents(path)?;
    let mut tally = Tally::default();
    let mut confusions = std::collections::BTreeMap::new();
    let started = Instant::now();
    let analysed: Vec<_> = documents.iter().map(|sentences| analysed(sentences, models)).collect();
    let seconds = started.elapsed().as_secs_f64();
    for (gold, found) in documents.iter().flatten().zip(analysed.iter().flatten()) {
        tally.add(gold, found);
        for (word, found) in gold.iter().zip(found).filter(|(word, found)| word.upos != found.upos) {
            let forms: &mut Vec<&str> = confusions.entry((word.upos.name(), found.upos.name())).or_default();
            forms.push(&word.form);
        }
    }
    let Tally { words, upos, xpos, lemma, uas, las } = tally;
    let part = |count: usize| 100.0 * count as f64 / words.max(1) as f64;
    println!("{}: {words} words", path.display());
    println!(
        "  UPOS {:.2}  XPOS {:.2}  lemma {:.2}  UAS {:.2}  LAS {:.2}",
        part(upos),
        part(xpos),
        part(lemma),
        part(uas),
        part(las)
    );
    println!("  {:.0} thousand words a second", words as f64 / seconds / 1e3);
    let mut confusions: Vec<_> = confusions.into_iter().collect();
    confusions.sort_by_key(|row| std::cmp::Reverse(row.1.len()));
    for ((gold, found), forms) in confusions.iter().take(12) {
        let examples: Vec<&str> = forms.iter().step_by(forms.len().div_ceil(9)).copied().collect();
        println!("  {:>5} {gold} tagged {found}: {}", forms.len(), examples.join(" "));
    }
    Ok(())
}

/// Prints the tree of each sentence of a text, a word a line, for the eye.
pub fn show(path: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let models = Models::builtin().map_err(|error| error.to_string())?;
    let text = clean(&Input::text(&text), &Options::default()).map_err(|error| error.to_string())?;
    let segments = segment(&text, &find_blocks(&text, &models), &models);
    let syntax = tag_and_parse(&text, &segments, &read(&text, &segments, &models), &models);
    for sentence in segments.sentences.rows() {
        for token in sentence.tokens.ids() {
            let form = |token| text.slice(segments.tokens[token].span);
            let head = syntax.head[token].map_or("-", form);
            let tag = format!("{}/{}", syntax.upos[token].name(), syntax.xpos[token].name());
            println!("{:<16} {:<10} {:<12} {head}", form(token), tag, syntax.deprel[token].name());
        }
        println!();
    }
    Ok(())
}
