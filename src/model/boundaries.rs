//! How much each feature of a place between two words speaks for the end of a sentence there.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::lexicon::section;
use super::{Entry, ModelError, Pack};

/// Part of a feature: a word or the name of a class. Letters without their case, digits all alike.
#[derive(Clone, Copy, Debug)]
pub struct BoundaryField<'a> {
    text: &'a str,
    hash: u64,
}

/// Words longer than this, in bytes, all count as the same.
const LONGEST_WORD: usize = 14;
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl<'a> BoundaryField<'a> {
    /// The field of a text without white space.
    pub fn new(text: &'a str) -> Self {
        let text = if text.len() > LONGEST_WORD { "long" } else { text };
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(folded(byte))).wrapping_mul(0x0100_0000_01b3)
        });
        Self { text, hash }
    }

    /// Whether both are the same.
    pub const fn same(self, other: BoundaryField) -> bool {
        self.hash == other.hash
    }

    /// How the file of weights spells it.
    pub fn spelling(self) -> String {
        // only bytes of ASCII change, so it stays UTF-8
        self.text.chars().map(|c| if c.is_ascii() { char::from(folded(c as u8)) } else { c }).collect()
    }
}

const fn folded(byte: u8) -> u8 {
    if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() }
}

/// A feature: a template and its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BoundaryFeature(u64);

impl BoundaryFeature {
    /// The feature of the template with this number.
    pub fn new(template: u8, fields: &[BoundaryField]) -> Self {
        let start = u64::from(template).wrapping_add(1).wrapping_mul(SPREAD);
        Self(fields.iter().fold(start, |key, field| (key.rotate_left(5) ^ field.hash).wrapping_mul(SPREAD)))
    }
}

/// Takes the key of a feature as it is, its high bits moved to where tables look.
#[derive(Clone, Debug, Default)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = self.0.rotate_left(5) ^ number;
    }
}

/// The weights, in hundredths of log-odds.
#[derive(Clone, Debug, Default)]
pub struct BoundaryWeights {
    weights: HashMap<BoundaryFeature, i32, BuildHasherDefault<KeyHasher>>,
}

impl BoundaryWeights {
    /// Those of a pack: rows of template, fields parted by blanks, and weight.
    ///
    /// # Errors
    /// [`ModelError`] if the section is missing or damaged.
    pub fn from_pack(pack: &Pack) -> Result<Self, ModelError> {
        Self::read(section(pack, "sentence_weights")?)
    }

    fn read<'a>(entries: impl Iterator<Item = Entry<'a>>) -> Result<Self, ModelError> {
        let mut weights = HashMap::default();
        for entry in entries {
            let template: u8 = {
                let expected = "the number of a template";
                entry.field(0, expected)?.parse().map_err(|_| entry.bad(expected))?
            };
            let fields: Vec<BoundaryField> =
                entry.field(1, "fields")?.split(' ').map(BoundaryField::new).collect();
            let expected = "a whole number";
            let weight: i16 = entry.field(2, expected)?.parse().map_err(|_| entry.bad(expected))?;
            weights.insert(BoundaryFeature::new(template, &fields), i32::from(weight));
        }
        Ok(Self { weights })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// The weight of a feature, 0 for one that was not counted.
    pub fn weight(&self, feature: BoundaryFeature) -> i32 {
        self.weights.get(&feature).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_digits_are_folded_and_fields_keep_their_order() {
        let feature = |words: [&str; 2]| BoundaryFeature::new(3, &words.map(BoundaryField::new));
        assert_eq!(feature(["The", "12:40"]), feature(["the", "99:99"]));
        assert_ne!(feature(["a", "b"]), feature(["b", "a"]));
        assert_eq!(BoundaryField::new("É12").spelling(), "É00");
    }

    fn read(tsv: &str) -> Result<BoundaryWeights, ModelError> {
        BoundaryWeights::read(crate::model::entries("sentence_weights", tsv))
    }

    #[test]
    fn a_weight_is_found_by_its_feature() {
        let weights = read("# own\n3\tthe 00:00\t-12\n").unwrap();
        let feature = BoundaryFeature::new(3, &["The", "12:40"].map(BoundaryField::new));
        assert_eq!(weights.weight(feature), -12);
        assert_eq!(weights.weight(BoundaryFeature::new(4, &[])), 0);
        assert!(read("3\tthe\tmuch\n").is_err());
    }
}
