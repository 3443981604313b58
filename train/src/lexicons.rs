//! Writes the lexicons of `syntax` from the training parts of two treebanks.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use whosaid::labels::Upos;
use whosaid::model::{WordLexicon, entries};

use crate::conllu::{self, Word};
use crate::lemmas;

/// What every file says of its origin.
const SOURCE: &str =
    "# Derived from the training parts of UD English-EWT (CC BY-SA 4.0) and of the openly licensed genres of
# UD English-GUM (annotation CC BY 4.0; texts CC BY, CC BY-SA or public domain). This file: CC BY-SA 4.0.
# Made by `cargo run -p whosaid-train --release -- lexicons --data FOLDER`; do not edit by hand.
";

/// Reads the treebanks under `data` and writes the files into `out`.
pub fn write_all(data: &Path, out: &Path) -> Result<(), String> {
    let mut sentences = Vec::new();
    for treebank in ["ud-ewt", "ud-gum"] {
        sentences.extend(conllu::read(&data.join("data").join(treebank).join("train.conllu"))?);
    }
    let words = counted(&sentences);
    let about = "Words of the language in lower case, with how often they stand in the treebanks as something else than a name.";
    save(out, "words", about, &words)?;
    // The rules of the lemmas ask the lexicon that was just made.
    let words = WordLexicon::read(entries("words", &words), entries("irregular_lemmas", ""))
        .map_err(|error| error.to_string())?;
    let mut body = String::new();
    for (form, xpos, lemma) in lemmas::irregular(&sentences, &words) {
        let _ = writeln!(body, "{form}\t{}\t{lemma}", xpos.name());
    }
    let about = "Forms whose lemma the rules get wrong: form in lower case, Penn Treebank tag, lemma.";
    save(out, "irregular_lemmas", about, &sorted(&body))
}

fn counted(sentences: &[Vec<Word>]) -> String {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for word in sentences.iter().flatten() {
        let of_the_language =
            !matches!(word.upos, Upos::Propn | Upos::X | Upos::Punct | Upos::Sym | Upos::Num);
        if of_the_language && word.form.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        {
            *counts.entry(word.form.replace('’', "'").to_lowercase()).or_default() += 1;
        }
    }
    counts.iter().fold(String::new(), |mut body, (word, count)| {
        let _ = writeln!(body, "{word}\t{count}");
        body
    })
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
