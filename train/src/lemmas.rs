//! Finds the forms whose lemma the rules get wrong.

use std::collections::BTreeMap;

use whosaid::labels::Xpos;
use whosaid::model::WordLexicon;
use whosaid::syntax::lemma::regular_lemma;

use crate::conllu::Word;

/// Form in lower case, fine part of speech, lemma: for each form whose commonest lemma is not the regular one.
pub fn irregular(sentences: &[Vec<Word>], words: &WordLexicon) -> Vec<(String, Xpos, String)> {
    let mut seen: BTreeMap<(String, Xpos), BTreeMap<&str, u32>> = BTreeMap::new();
    for word in sentences.iter().flatten() {
        let lower = word.form.replace('’', "'").to_lowercase();
        let lemmas = seen.entry((lower, word.xpos)).or_default();
        *lemmas.entry(word.lemma.as_str()).or_default() += 1;
    }
    let mut found = Vec::new();
    for ((lower, xpos), lemmas) in seen {
        let Some((lemma, count)) = lemmas.iter().max_by_key(|(lemma, count)| (**count, **lemma)) else {
            continue;
        };
        let name = matches!(xpos, Xpos::Nnp | Xpos::Nnps | Xpos::Add | Xpos::Fw | Xpos::Gw | Xpos::Xx);
        // Misspellings that the treebank puts right are many and rare; so are lemmas of names.
        let verb = matches!(xpos, Xpos::Vbd | Xpos::Vbn | Xpos::Vbg | Xpos::Vbz | Xpos::Vb | Xpos::Vbp);
        let least = if verb || xpos == Xpos::Nns { 1 } else { 2 };
        if name || *count < least || lower.contains(' ') || lemma.contains(' ') || *lemma == "_" {
            continue;
        }
        if regular_lemma(&lower, lower.clone(), xpos, words) != **lemma {
            found.push((lower, xpos, (*lemma).to_owned()));
        }
    }
    found
}
