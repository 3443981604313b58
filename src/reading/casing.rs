//! What the capitals of a word tell, which depends on where it stands: at the start of a sentence or inside it,
//! in running text, in a title (*Peace Talks Falter*) or in a line of capitals.
//!
//! Counting the corpora and tagging a text both ask here, so that a form is looked up as it was counted.

use std::collections::HashSet;

use crate::text::{Case, case_of};

/// How the words of a sentence are capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Names and the first word alone have capitals.
    Running,
    /// Nearly every word has: a headline.
    Title,
    /// CAPITALS ALONE.
    Capitals,
}

/// A word with what its place tells of its capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cased<'a> {
    /// The form as printed.
    pub form: &'a str,
    /// Its case.
    pub case: Case,
    /// Whether it would have a capital here whatever it is: first in the sentence, in speech, after a colon.
    pub starts: bool,
}

/// The words of a sentence with their case, and the style of the whole.
///
/// ```
/// use whosaid::reading::casing::{Style, casing};
/// let (words, style) = casing(["“", "We", "won", ",", "”", "said", "Ana"].into_iter());
/// assert!(words[1].starts && !words[6].starts);
/// assert_eq!(style, Style::Running);
/// assert_eq!(casing("Peace Talks Falter in Gaza".split(' ')).1, Style::Title);
/// ```
pub fn casing<'a>(forms: impl Iterator<Item = &'a str>) -> (Vec<Cased<'a>>, Style) {
    let mut starts = true;
    let (mut lower, mut title, mut upper) = (0, 0, 0);
    let mut words = Vec::new();
    for form in forms {
        let case = case_of(form);
        words.push(Cased { form, case, starts });
        if form.chars().any(char::is_alphanumeric) {
            starts = false;
        } else if matches!(
            form,
            "“" | "\"" | "``" | "‘" | ":" | "." | "!" | "?" | "…" | "•" | "*" | "»" | "—"
        ) {
            starts = true;
        }
        // Words of four letters and more tell the style; titles write "of" and "the" small.
        if form.len() >= 4 {
            match case {
                Case::Lower => lower += 1,
                Case::Title | Case::Mixed => title += 1,
                Case::Upper => upper += 1,
                Case::None => {}
            }
        }
    }
    let all = lower + title + upper;
    let style = if upper >= 3 && upper * 4 >= all * 3 {
        Style::Capitals
    } else if title + upper >= 4 && (title + upper) * 4 >= all * 3 {
        Style::Title
    } else {
        Style::Running
    };
    (words, style)
}

/// The words of a text that have a capital where only names have one, and none elsewhere: at the start of
/// another sentence they are names too ("Sanders said" after "… that Sanders").
pub fn names_seen<'a>(sentences: impl Iterator<Item = Vec<&'a str>>) -> HashSet<&'a str> {
    let mut names = HashSet::new();
    let mut small = HashSet::new();
    for forms in sentences {
        let (words, style) = casing(forms.into_iter());
        if style != Style::Running {
            continue;
        }
        for word in words {
            match word.case {
                Case::Title if !word.starts => names.insert(word.form),
                Case::Lower => small.insert(word.form),
                _ => false,
            };
        }
    }
    names.retain(|name| !small.contains(name.to_lowercase().as_str()));
    names
}
