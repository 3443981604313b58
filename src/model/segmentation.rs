//! Abbreviations, contractions, hyphen prefixes and sentence starters: what `segment` knows beforehand.

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexicon::section;
use super::{ModelError, Pack};

/// What follows an abbreviation, and so whether its full stop may end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbbreviationClass {
    /// A name follows: `Mr. Sato`.
    Title,
    /// Only an abbreviation before a digit: `No. 5`.
    Number,
    /// A month: `on Sept. 4`.
    Date,
    /// A day of the week, also a word of its own: only before a digit or a comma, `Sat., May 3`.
    Day,
    /// May end a sentence: `Acme Corp.`
    Ending,
    /// A state, also a word of its own: only after a comma, `Gary, Ind.`
    Place,
    /// Never ends one: `e.g.`
    Inner,
    /// `a.m.`
    Time,
}

impl AbbreviationClass {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "number" => Self::Number,
            "date" => Self::Date,
            "day" => Self::Day,
            "ending" => Self::Ending,
            "place" => Self::Place,
            "inner" => Self::Inner,
            "time" => Self::Time,
            _ => return None,
        })
    }
}

/// A form of words longer than this is in no list: it is not worth looking up.
const LONGEST_FORM: usize = 16;

/// Abbreviations, contractions, hyphen prefixes and sentence starters.
#[derive(Clone, Debug, Default)]
pub struct SegmentationLexicon {
    abbreviations: FxHashMap<Box<str>, AbbreviationClass>,
    fused: FxHashMap<Box<str>, Vec<usize>>,
    head_apostrophe: FxHashSet<Box<str>>,
    tail_apostrophe: FxHashSet<Box<str>>,
    prefixes: FxHashSet<Box<str>>,
    starters: FxHashSet<Box<str>>,
}

impl SegmentationLexicon {
    /// The one of a pack.
    ///
    /// # Errors
    /// [`ModelError`] if a section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        let mut lexicon = Self::default();
        for entry in section(pack, "abbreviations")? {
            let expected = "a class of abbreviation";
            let class =
                AbbreviationClass::from_name(entry.field(1, expected)?).ok_or_else(|| entry.bad(expected))?;
            lexicon.abbreviations.insert(entry.field(0, "an abbreviation")?.into(), class);
        }
        for entry in section(pack, "contractions")? {
            let form = entry.field(0, "a form")?.into();
            match entry.field(1, "a kind")? {
                "fused" => {
                    let parts = entry.field(2, "parts")?.split('|');
                    lexicon.fused.insert(form, parts.map(|part| part.chars().count()).collect());
                }
                "head" => _ = lexicon.head_apostrophe.insert(form),
                "tail" => _ = lexicon.tail_apostrophe.insert(form),
                _ => return Err(entry.bad("fused, head or tail")),
            }
        }
        for entry in section(pack, "hyphen_prefixes")? {
            lexicon.prefixes.insert(entry.field(0, "a prefix")?.into());
        }
        for entry in section(pack, "sentence_starters")? {
            lexicon.starters.insert(entry.field(0, "a word")?.into());
        }
        Ok(lexicon)
    }

    /// The class of an abbreviation, given with its full stop; a capital first letter is forgiven, and capitals
    /// throughout in a title.
    pub fn abbreviation(&self, form: &str) -> Option<AbbreviationClass> {
        if form.len() > LONGEST_FORM {
            return None;
        }
        if let Some(class) = self.abbreviations.get(form) {
            return Some(*class);
        }
        if let Some(form) = uncapitalised(form) {
            return self.abbreviations.get(form.as_str()).copied();
        }
        // GEN. RUIZ
        let title = form.get(..1)?.to_owned() + &form.get(1..)?.to_ascii_lowercase();
        self.abbreviations.get(title.as_str()).copied().filter(|class| *class == AbbreviationClass::Title)
    }

    /// The lengths in characters of the words in `gonna`; apostrophes of any style are forgiven.
    pub fn fused(&self, form: &str) -> Option<&[usize]> {
        self.fused.get(plain(form)?.as_str()).map(Vec::as_slice)
    }

    /// Whether the leading apostrophe belongs to the word: `’em`.
    pub fn has_head_apostrophe(&self, form: &str) -> bool {
        plain(form).is_some_and(|form| self.head_apostrophe.contains(form.as_str()))
    }

    /// Whether the last apostrophe belongs to the word: `o’`.
    pub fn has_tail_apostrophe(&self, form: &str) -> bool {
        plain(form).is_some_and(|form| self.tail_apostrophe.contains(form.as_str()))
    }

    /// Whether a word that begins so stays whole at the hyphen: `non-profit`.
    pub fn is_hyphen_prefix(&self, form: &str) -> bool {
        plain(form).is_some_and(|form| self.prefixes.contains(form.as_str()))
    }

    /// Whether a capitalised word after an abbreviation begins a sentence: `The`.
    pub fn is_sentence_starter(&self, form: &str) -> bool {
        plain(form).is_some_and(|form| self.starters.contains(form.as_str()))
    }
}

/// Lower case with typewriter apostrophes; `None` for what is too long to be in a list.
fn plain(form: &str) -> Option<String> {
    (form.len() <= LONGEST_FORM).then(|| {
        let lower = form.chars().flat_map(char::to_lowercase);
        lower.map(|c| if crate::text::chars::is_apostrophe_like(c) { '\'' } else { c }).collect()
    })
}

/// `Approx.` as `approx.`; `None` unless the first letter alone is a capital.
fn uncapitalised(form: &str) -> Option<String> {
    let mut chars = form.chars();
    let first = chars.next().filter(|c| c.is_ascii_uppercase())?;
    let rest = chars.as_str();
    (!rest.chars().any(char::is_uppercase)).then(|| format!("{}{rest}", first.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_without_doubles() {
        for (name, tsv) in [
            ("abbreviations", include_str!("../../seeds/lexicons/abbreviations.tsv")),
            ("contractions", include_str!("../../seeds/lexicons/contractions.tsv")),
            ("hyphen_prefixes", include_str!("../../seeds/lexicons/hyphen_prefixes.tsv")),
            ("sentence_starters", include_str!("../../seeds/lexicons/sentence_starters.tsv")),
        ] {
            let lines: Vec<&str> = tsv.lines().filter(|line| !line.starts_with('#')).collect();
            assert!(lines.is_sorted_by(|a, b| a < b), "{name} is not sorted");
        }
    }

    #[test]
    fn case_and_style_of_apostrophe_are_forgiven() {
        let lexicon = &crate::model::MODELS.segmentation;
        assert_eq!(lexicon.abbreviation("Approx."), Some(AbbreviationClass::Ending));
        assert_eq!(lexicon.abbreviation("mr."), None);
        assert_eq!(lexicon.fused("Gonna"), Some(&[3, 2][..]));
        assert_eq!(lexicon.fused("’Tis"), Some(&[2, 2][..]));
        assert!(lexicon.has_head_apostrophe("’em"));
        assert!(!lexicon.has_head_apostrophe("emu"));
    }
}
