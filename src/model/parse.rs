//! What the parser of `syntax` knows beforehand: how features of its state speak for each action and label.

use std::collections::BTreeSet;

use super::lexicon::LEXICON;
use super::{ModelError, Pack, Tag, entries};
use crate::labels::Deprel;

/// One thing a feature of the parser can name: a tag, a coarse tag, a relation, a number, a word, or nothing.
///
/// All share one numbering, so that a feature is a template and up to four symbols.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(u16);

const COARSE: u16 = 100;
const RELATIONS: u16 = 160;
const NUMBERS: u16 = 1024;
const WORDS: u16 = 2048;

impl Symbol {
    /// Nothing there.
    pub const NONE: Self = Self(0);

    /// A tag.
    pub const fn tag(tag: Tag) -> Self {
        Self(1 + tag.0 as u16)
    }

    /// A class of tags, numbered by the parser.
    pub const fn coarse(class: u8) -> Self {
        let class = if class > 50 { 50 } else { class };
        Self(COARSE + class as u16)
    }

    /// A relation.
    pub const fn relation(deprel: Deprel) -> Self {
        Self(RELATIONS + deprel as u16)
    }

    /// A number, a set of flags or a distance, up to 1023.
    pub const fn number(number: u16) -> Self {
        let number = if number > 1023 { 1023 } else { number };
        Self(NUMBERS + number)
    }

    const fn word(index: usize) -> Self {
        let index = if index > 2047 { 2047 } else { index };
        Self(WORDS + index as u16)
    }

    /// How the files spell it: a code of one letter and a number, and words as they are.
    pub fn spelling(self, lexicon: &ParseLexicon) -> String {
        match self.0 {
            0 => "-".to_owned(),
            number @ WORDS.. => {
                let word = lexicon.atoms.get((number - WORDS) as usize).map_or("-", |word| &**word);
                format!("={word}")
            }
            number @ NUMBERS.. => format!("{}", number - NUMBERS),
            number @ RELATIONS.. => {
                let deprel = Deprel::ALL.get((number - RELATIONS) as usize).copied().unwrap_or_default();
                deprel.name().to_owned()
            }
            number @ COARSE.. => format!(".{}", number - COARSE),
            number => format!("t{}", number - 1),
        }
    }

    fn from_spelling(spelling: &str, lexicon: &ParseLexicon) -> Option<Self> {
        if spelling == "-" {
            return Some(Self::NONE);
        }
        if let Some(word) = spelling.strip_prefix('=') {
            return lexicon.atoms.binary_search_by(|atom| (**atom).cmp(word)).ok().map(Self::word);
        }
        if let Some(class) = spelling.strip_prefix('.') {
            return class.parse().ok().map(Self::coarse);
        }
        if let Some(tag) = spelling.strip_prefix('t').and_then(|number| number.parse().ok()) {
            return Some(Self::tag(Tag(tag)));
        }
        if let Ok(number) = spelling.parse() {
            return Some(Self::number(number));
        }
        Deprel::from_name(spelling).map(Self::relation)
    }
}

/// A feature: the number of its template and its symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Feature(u64);

impl Feature {
    /// The feature of a template with these symbols.
    pub const fn new(template: u8, symbols: [Symbol; 4]) -> Self {
        let [a, b, c, d] = symbols;
        Self(
            (template as u64) << 48
                | (a.0 as u64) << 36
                | (b.0 as u64) << 24
                | (c.0 as u64) << 12
                | d.0 as u64,
        )
    }

    /// The number of the template.
    pub const fn template(self) -> u8 {
        (self.0 >> 48) as u8
    }

    /// The symbols, with [`Symbol::NONE`] for those the template does not use.
    pub const fn symbols(self) -> [Symbol; 4] {
        const fn part(bits: u64) -> Symbol {
            Symbol((bits & 0xfff) as u16)
        }
        [part(self.0 >> 36), part(self.0 >> 24), part(self.0 >> 12), part(self.0)]
    }
}

/// The texts of the lexicon files of the parser, as they lie in `seeds/lexicons`.
#[derive(Clone, Copy, Debug, Default)]
pub struct ParseFiles<'a> {
    /// `parse_words.tsv`
    pub words: &'a str,
    /// `parse_actions.tsv`
    pub actions: &'a str,
    /// `parse_labels.tsv`
    pub labels: &'a str,
}

/// A relation and how strongly a feature speaks for it.
pub type LabelWeight = (Deprel, i16);

/// Weights of the parser's features.
#[derive(Clone, Debug, Default)]
pub struct ParseLexicon {
    /// Lemmas the parser knows, sorted, each with its atom: itself or the name of its class.
    words: Vec<(Box<str>, Symbol)>,
    /// The atoms, sorted.
    atoms: Vec<Box<str>>,
    actions: FeatureTable<[i16; 2]>,
    labels: FeatureTable<(u32, u32)>,
    label_weights: Vec<LabelWeight>,
}

impl ParseLexicon {
    /// The one of a pack.
    ///
    /// # Errors
    /// [`ModelError`] if a section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        Self::read(ParseFiles {
            words: pack.text("parse_words", LEXICON)?,
            actions: pack.text("parse_actions", LEXICON)?,
            labels: pack.text("parse_labels", LEXICON)?,
        })
    }

    /// The one of these files.
    ///
    /// # Errors
    /// [`ModelError`] if a file is damaged.
    pub fn read(files: ParseFiles) -> Result<Self, ModelError> {
        let mut lexicon = Self::default();
        let mut rows = Vec::new();
        for entry in entries("parse_words", files.words) {
            rows.push((entry.field(0, "a lemma")?, entry.field(1, "a word or class")?));
        }
        let atoms: BTreeSet<&str> = rows.iter().map(|row| row.1).collect();
        lexicon.atoms = atoms.into_iter().map(Into::into).collect();
        rows.sort_unstable();
        for (lemma, atom) in rows {
            let symbol = lexicon.atoms.binary_search_by(|known| (**known).cmp(atom));
            lexicon.words.push((lemma.into(), symbol.map_or(Symbol::NONE, Symbol::word)));
        }
        let mut actions = Vec::new();
        for entry in entries("parse_actions", files.actions) {
            let feature = lexicon.feature(&entry)?;
            let weight = |field: Option<&str>| {
                field.and_then(|field| field.parse().ok()).ok_or_else(|| entry.bad("two weights"))
            };
            let mut fields = entry.field(2, "two weights")?.split(' ');
            actions.push((feature, [weight(fields.next())?, weight(fields.next())?]));
        }
        lexicon.actions = FeatureTable::new(&actions);
        let mut labels = Vec::new();
        for entry in entries("parse_labels", files.labels) {
            let feature = lexicon.feature(&entry)?;
            let start = lexicon.label_weights.len() as u32;
            let mut fields = entry.field(2, "relations with weights")?.split(' ');
            while let Some(name) = fields.next() {
                let deprel = Deprel::from_name(name).ok_or_else(|| entry.bad("a relation"))?;
                let weight = fields.next().and_then(|field| field.parse().ok());
                lexicon.label_weights.push((deprel, weight.ok_or_else(|| entry.bad("a weight"))?));
            }
            labels.push((feature, (start, lexicon.label_weights.len() as u32)));
        }
        lexicon.labels = FeatureTable::new(&labels);
        Ok(lexicon)
    }

    fn feature(&self, entry: &super::Entry) -> Result<Feature, ModelError> {
        let template = entry.field(0, "a template")?.parse().map_err(|_| entry.bad("a template"))?;
        let mut symbols = [Symbol::NONE; 4];
        let spellings = entry.field(1, "symbols")?.split(' ');
        for (symbol, spelling) in symbols.iter_mut().zip(spellings) {
            *symbol = Symbol::from_spelling(spelling, self).ok_or_else(|| entry.bad("symbols"))?;
        }
        Ok(Feature::new(template, symbols))
    }

    /// The symbol of a lemma the parser knows.
    pub fn word(&self, lemma: &str) -> Option<Symbol> {
        let found = self.words.binary_search_by(|row| (*row.0).cmp(lemma)).ok()?;
        self.words.get(found).map(|row| row.1)
    }

    /// Whether a lemma is a verb of saying or thinking: of the class `SAY`, or frequent enough to be known by
    /// itself.
    pub fn is_saying(&self, lemma: &str) -> bool {
        const FREQUENT: [&str; 8] = ["add", "ask", "believe", "claim", "explain", "say", "tell", "think"];
        FREQUENT.contains(&lemma)
            || self.word(lemma).is_some_and(|symbol| {
                let index = symbol.0.checked_sub(WORDS).map(usize::from);
                index.and_then(|index| self.atoms.get(index)).is_some_and(|atom| &**atom == "SAY")
            })
    }

    /// How a feature speaks for the two actions that make an arc, against shifting.
    pub fn action_weights(&self, feature: Feature) -> Option<[i16; 2]> {
        self.actions.find(feature)
    }

    /// How a feature speaks for each relation; relations it says nothing of are left out.
    pub fn label_weights(&self, feature: Feature) -> &[LabelWeight] {
        let (start, end) = self.labels.find(feature).unwrap_or((0, 0));
        self.label_weights.get(start as usize..end as usize).unwrap_or(&[])
    }
}

/// A hash table from features: open addressing, built once. The standard one would hash three times as long,
/// and looking features up is nearly all that the parser does.
#[derive(Clone, Debug, Default)]
struct FeatureTable<V> {
    slots: Vec<Option<(Feature, V)>>,
}

impl<V: Copy> FeatureTable<V> {
    fn new(rows: &[(Feature, V)]) -> Self {
        let mut slots = vec![None; (rows.len() * 2).next_power_of_two()];
        let mask = slots.len() - 1;
        for (feature, value) in rows {
            let mut at = slot(*feature) & mask;
            while slots.get(at).is_some_and(Option::is_some) {
                at = (at + 1) & mask;
            }
            if let Some(free) = slots.get_mut(at) {
                *free = Some((*feature, *value));
            }
        }
        Self { slots }
    }

    fn find(&self, feature: Feature) -> Option<V> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = slot(feature) & mask;
        // At most half of the slots are taken, so a free one ends the search.
        while let Some((found, value)) = self.slots.get(at).copied().flatten() {
            if found == feature {
                return Some(value);
            }
            at = (at + 1) & mask;
        }
        None
    }
}

fn slot(feature: Feature) -> usize {
    // Fibonacci hashing; the high bits are the well mixed ones.
    (feature.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize
}
