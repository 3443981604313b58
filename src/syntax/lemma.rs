//! Lemmas from form and part of speech: a list of irregular ones, then the rules of English inflection, with
//! the lexicon deciding between *rate* and *rat* for *rated*.

use crate::labels::Xpos;
use crate::model::WordLexicon;

/// The lemma of a form.
///
/// ```
/// use whosaid::{Models, syntax::{Xpos, lemma::lemma}};
/// let words = Models::builtin()?.words;
/// assert_eq!(lemma("Said", Xpos::Vbd, &words), "say");
/// assert_eq!(lemma("rejected", Xpos::Vbn, &words), "reject");
/// assert_eq!(lemma("Parties", Xpos::Nns, &words), "party");
/// assert_eq!(lemma("Haniyeh", Xpos::Nnp, &words), "Haniyeh");
/// # Ok::<(), whosaid::ModelError>(())
/// ```
pub fn lemma(form: &str, xpos: Xpos, words: &WordLexicon) -> String {
    let mut lower = String::with_capacity(form.len());
    for c in form.chars() {
        match c {
            '’' => lower.push('\''),
            _ => lower.extend(c.to_lowercase()),
        }
    }
    if let Some(lemma) = words.irregular_lemma(&lower, xpos) {
        return lemma.to_owned();
    }
    regular_lemma(form, lower, xpos, words)
}

/// The lemma by rule alone; `lower` is the form in lower case.
pub fn regular_lemma(form: &str, lower: String, xpos: Xpos, words: &WordLexicon) -> String {
    match xpos {
        Xpos::Nnp | Xpos::Nnps | Xpos::Add | Xpos::Fw | Xpos::Gw => form.to_owned(),
        Xpos::Nns => plural(&lower),
        Xpos::Vbz => plural(&lower),
        Xpos::Vbd | Xpos::Vbn => stem(&lower, "ed", words),
        Xpos::Vbg => stem(&lower, "ing", words),
        Xpos::Jjr | Xpos::Rbr => stem(&lower, "er", words),
        Xpos::Jjs | Xpos::Rbs => stem(&lower, "est", words),
        _ => lower,
    }
}

/// *parties* → *party*, *boxes* → *box*, *talks* → *talk*; the same letters end verbs.
fn plural(lower: &str) -> String {
    if let Some(stem) = lower.strip_suffix("ies").filter(|stem| stem.chars().count() > 1) {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] {
        if lower.ends_with(ending) {
            return lower.strip_suffix("es").unwrap_or(lower).to_owned();
        }
    }
    lower.strip_suffix('s').filter(|stem| !stem.is_empty()).unwrap_or(lower).to_owned()
}

/// Takes `ending` off: *rejected*, *rated* (with its *e* again), *planned* (without its second *n*), *denied*.
fn stem(lower: &str, ending: &str, words: &WordLexicon) -> String {
    let Some(stem) = lower.strip_suffix(ending).filter(|stem| stem.len() > 1) else {
        return lower.to_owned();
    };
    if let Some(short) = stem.strip_suffix('i').filter(|_| ending != "ing") {
        return format!("{short}y");
    }
    let silent = format!("{stem}e");
    let single = single_consonant(stem);
    // The form that is in the lexicon most often as a word of its own; the plain stem wins a draw.
    let plain_weight = words.count(stem);
    let silent_weight = words.count(&silent);
    let single_weight = single.map_or(0, |single| words.count(single));
    if plain_weight + silent_weight + single_weight > 0 {
        return if silent_weight > plain_weight && silent_weight >= single_weight {
            silent
        } else if single_weight > plain_weight {
            single.unwrap_or(stem).to_owned()
        } else {
            stem.to_owned()
        };
    }
    if wants_silent_e(stem) {
        silent
    } else {
        single.filter(|short| !short.ends_with(['l', 's', 'f', 'z'])).unwrap_or(stem).to_owned()
    }
}

/// *plann* → *plan*
fn single_consonant(stem: &str) -> Option<&str> {
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next()?, letters.next()?);
    (last == before && !is_vowel(last)).then(|| stem.get(..stem.len() - last.len_utf8())).flatten()
}

/// Whether a stem that no lexicon knows had an *e*: *escalat-*, *organiz-*, *arrang-*, *involv-*.
fn wants_silent_e(stem: &str) -> bool {
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    match last {
        'v' | 'c' | 'u' => true,
        'z' | 's' => is_vowel(before) || before == 'r' || before == 'l' || before == 'n',
        'g' => matches!(before, 'n' | 'r' | 'd' | 'a') && !stem.ends_with("ing"),
        't' => before == 'a' && !stem.ends_with("eat") || stem.ends_with("ut") || stem.ends_with("ot"),
        'r' => matches!(before, 'i' | 'u'),
        'l' => !is_vowel(before) && before != 'l' && before != 'r' && before != 'w',
        'd' | 'k' | 'n' | 'm' | 'p' => {
            matches!(before, 'a' | 'i' | 'o' | 'u')
                && !letters.next().is_some_and(is_vowel)
                && !stem.ends_with("en")
                && !stem.ends_with("on")
        }
        _ => false,
    }
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}
