//! Words and suffixes with their tags, and how tags follow each other: what the tagger of `syntax` knows
//! beforehand.
//!
//! All tables are sorted arrays, and finding a word is a bisection.

use super::lexicon::LEXICON;
use super::{Entry, ModelError, Pack, entries};
use crate::labels::{Upos, Xpos};

/// A part of speech as the tagger sees it: a row of `tags.tsv`, a pair of [`Upos`] and [`Xpos`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag(pub u8);

/// A tag that a word can have, with its weight against the word's other tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagWeight {
    /// The tag.
    pub tag: Tag,
    /// How often, in sixteenths of an occurrence (words) or in thousandths (suffixes).
    pub weight: u16,
}

/// Most tags there may be: the transition table is a cube with this edge.
const MOST_TAGS: usize = 64;
/// The cost of a transition never seen: 2^-16 in [`UNIT`]s.
const UNSEEN: u16 = 1024;
/// One bit of cost: costs are `-log2(probability)` times this, rounded.
pub const UNIT: u32 = 64;

/// Words and suffixes with their tags, and how tags follow each other: what `syntax` knows beforehand.
#[derive(Clone, Debug, Default)]
pub struct WordLexicon {
    tags: Vec<(Upos, Xpos)>,
    /// What an emission costs less for a rarer tag: `-log2` of the tag's share of all words.
    rarity: Vec<u16>,
    words: TagTable,
    suffixes: TagTable,
    transitions: Vec<u16>,
    lemmas: Vec<IrregularLemma>,
}

/// The texts of the lexicon files of `syntax`, as they lie in `seeds/lexicons`.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordFiles<'a> {
    /// `tags.tsv`
    pub tags: &'a str,
    /// `word_tags.tsv`
    pub words: &'a str,
    /// `suffix_tags.tsv`
    pub suffixes: &'a str,
    /// `tag_bigrams.tsv`
    pub bigrams: &'a str,
    /// `tag_trigrams.tsv`
    pub trigrams: &'a str,
    /// `irregular_lemmas.tsv`
    pub lemmas: &'a str,
}

impl WordLexicon {
    /// The one of a pack.
    ///
    /// # Errors
    /// [`ModelError`] if a section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        Self::read(WordFiles {
            tags: pack.text("tags", LEXICON)?,
            words: pack.text("word_tags", LEXICON)?,
            suffixes: pack.text("suffix_tags", LEXICON)?,
            bigrams: pack.text("tag_bigrams", LEXICON)?,
            trigrams: pack.text("tag_trigrams", LEXICON)?,
            lemmas: pack.text("irregular_lemmas", LEXICON)?,
        })
    }

    /// The English one that is compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if the pack is damaged.
    #[cfg(feature = "builtin")]
    pub fn builtin() -> Result<Self, ModelError> {
        Self::from_pack(&Pack::read(super::BUILTIN)?)
    }

    /// The one of these files.
    ///
    /// # Errors
    /// [`ModelError`] if a file is damaged.
    pub fn read(files: WordFiles) -> Result<Self, ModelError> {
        let mut lexicon = Self::default();
        let names = lexicon.read_tags(files.tags)?;
        lexicon.words = TagTable::read("word_tags", files.words, &names)?;
        lexicon.suffixes = TagTable::read("suffix_tags", files.suffixes, &names)?;
        lexicon.transitions = read_transitions(files.bigrams, files.trigrams, &names)?;
        lexicon.lemmas = read_lemmas(files.lemmas)?;
        Ok(lexicon)
    }

    fn read_tags<'a>(&mut self, tsv: &'a str) -> Result<Vec<(&'a str, Tag)>, ModelError> {
        let mut names = Vec::new();
        for (index, entry) in entries("tags", tsv).enumerate().take(MOST_TAGS - 1) {
            let upos = entry.field(1, "a universal part of speech")?;
            let upos = Upos::from_name(upos).ok_or_else(|| entry.bad("a universal part of speech"))?;
            let xpos = entry.field(2, "a Penn Treebank tag")?;
            let xpos = Xpos::from_name(xpos).ok_or_else(|| entry.bad("a Penn Treebank tag"))?;
            self.tags.push((upos, xpos));
            self.rarity.push(number(&entry, 3)?);
            names.push((entry.field(0, "a name")?, Tag(index as u8)));
        }
        names.push((BOUNDARY, Tag(names.len() as u8)));
        names.sort_unstable();
        Ok(names)
    }

    /// The universal part of speech of a tag.
    pub fn upos(&self, tag: Tag) -> Upos {
        self.tags.get(tag.0 as usize).map_or(Upos::X, |pair| pair.0)
    }

    /// The Penn Treebank part of speech of a tag.
    pub fn xpos(&self, tag: Tag) -> Xpos {
        self.tags.get(tag.0 as usize).map_or(Xpos::Xx, |pair| pair.1)
    }

    /// The first tag with that pair.
    pub fn tag(&self, upos: Upos, xpos: Xpos) -> Option<Tag> {
        self.tags.iter().position(|pair| *pair == (upos, xpos)).map(|index| Tag(index as u8))
    }

    /// The tag that stands before and after every sentence.
    pub fn boundary(&self) -> Tag {
        Tag(self.tags.len() as u8)
    }

    /// The tags a form was seen with; empty if it is not in the lexicon. Looks the form up as it is written.
    pub fn word(&self, form: &str) -> &[TagWeight] {
        self.words.find(form)
    }

    /// The tags of words with this ending: `l` lower case, `t` capitalised, `s` capitalised where a sentence
    /// begins, `u` capitals only; then the ending: `l:ing`.
    pub fn suffix(&self, key: &str) -> &[TagWeight] {
        self.suffixes.find(key)
    }

    /// `-log2` of a tag's share of all words, in [`UNIT`]s.
    pub fn rarity(&self, tag: Tag) -> u16 {
        self.rarity.get(tag.0 as usize).copied().unwrap_or(0)
    }

    /// What it costs that `third` follows `first` and `second`, in [`UNIT`]s.
    pub fn transition(&self, first: Tag, second: Tag, third: Tag) -> u16 {
        self.transitions.get(cell(first, second, third)).copied().unwrap_or(UNSEEN)
    }

    /// The lemma of a form with this tag, where the rules would get it wrong.
    pub fn irregular_lemma(&self, lower: &str, xpos: Xpos) -> Option<&str> {
        let found = self.lemmas.binary_search_by(|row| (&*row.0, row.1).cmp(&(lower, xpos))).ok()?;
        self.lemmas.get(found).map(|row| &*row.2)
    }
}

/// The name of the boundary tag in the files.
const BOUNDARY: &str = "#";

/// Words (or suffixes), sorted, each with a run of [`TagWeight`]s.
#[derive(Clone, Debug, Default)]
struct TagTable {
    keys: Vec<Box<str>>,
    /// Where each key's run ends.
    ends: Vec<u32>,
    weights: Vec<TagWeight>,
}

impl TagTable {
    fn read(lexicon: &'static str, tsv: &str, names: &Names) -> Result<Self, ModelError> {
        let mut table = Self::default();
        for entry in entries(lexicon, tsv) {
            let key = entry.field(0, "a key")?;
            if table.keys.last().is_some_and(|last| **last >= *key) {
                return Err(entry.bad("keys in order"));
            }
            let mut fields = entry.field(1, "tags with weights")?.split(' ');
            while let Some(name) = fields.next() {
                let tag = tag_named(names, name).ok_or_else(|| entry.bad("a tag"))?;
                let weight = fields.next().and_then(|weight| weight.parse().ok());
                table.weights.push(TagWeight { tag, weight: weight.ok_or_else(|| entry.bad("a weight"))? });
            }
            table.keys.push(key.into());
            table.ends.push(table.weights.len() as u32);
        }
        Ok(table)
    }

    fn find(&self, key: &str) -> &[TagWeight] {
        let Ok(found) = self.keys.binary_search_by(|known| (**known).cmp(key)) else { return &[] };
        let end = |index: usize| self.ends.get(index).map_or(0, |end| *end as usize);
        let start = found.checked_sub(1).map_or(0, end);
        self.weights.get(start..end(found)).unwrap_or(&[])
    }
}

type Names<'a> = [(&'a str, Tag)];

fn tag_named(names: &Names, name: &str) -> Option<Tag> {
    let found = names.binary_search_by(|row| row.0.cmp(name)).ok()?;
    names.get(found).map(|row| row.1)
}

fn number(entry: &Entry, index: usize) -> Result<u16, ModelError> {
    entry.field(index, "a number")?.parse().map_err(|_| entry.bad("a number"))
}

fn cell(first: Tag, second: Tag, third: Tag) -> usize {
    (first.0 as usize * MOST_TAGS + second.0 as usize) * MOST_TAGS + third.0 as usize
}

/// The cube of transitions: filled from pairs, then sharpened where the triple was seen often.
fn read_transitions(bigrams: &str, trigrams: &str, names: &Names) -> Result<Vec<u16>, ModelError> {
    let tag = |entry: &Entry, index| {
        let name = entry.field(index, "a tag")?;
        tag_named(names, name).ok_or_else(|| entry.bad("a tag"))
    };
    let mut pairs = vec![UNSEEN; MOST_TAGS * MOST_TAGS];
    for entry in entries("tag_bigrams", bigrams) {
        let at = cell(Tag(0), tag(&entry, 0)?, tag(&entry, 1)?);
        let cost = number(&entry, 2)?;
        if let Some(pair) = pairs.get_mut(at) {
            *pair = cost;
        }
    }
    let mut cube = pairs.repeat(MOST_TAGS);
    for entry in entries("tag_trigrams", trigrams) {
        let at = cell(tag(&entry, 0)?, tag(&entry, 1)?, tag(&entry, 2)?);
        let cost = number(&entry, 3)?;
        if let Some(triple) = cube.get_mut(at) {
            *triple = cost;
        }
    }
    Ok(cube)
}

/// Form, tag, lemma.
type IrregularLemma = (Box<str>, Xpos, Box<str>);

fn read_lemmas(tsv: &str) -> Result<Vec<IrregularLemma>, ModelError> {
    let mut lemmas = Vec::new();
    for entry in entries("irregular_lemmas", tsv) {
        let xpos = entry.field(1, "a Penn Treebank tag")?;
        let xpos = Xpos::from_name(xpos).ok_or_else(|| entry.bad("a Penn Treebank tag"))?;
        lemmas.push((entry.field(0, "a form")?.into(), xpos, entry.field(2, "a lemma")?.into()));
    }
    lemmas.sort_unstable();
    Ok(lemmas)
}
