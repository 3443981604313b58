//! Units of offsets at the edge: bytes inside; UTF-16 units or code points where the caller asks.

use serde::{Deserialize, Serialize};

/// What a start or end of a [`Document`](crate::document::Document) counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// Bytes of UTF-8.
    Byte,
    /// UTF-16 code units, as JavaScript strings count.
    Utf16,
    /// Unicode code points, as Python strings count.
    #[default]
    Codepoint,
}

impl OffsetUnit {
    /// The name used in the record and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Byte => "byte",
            Self::Utf16 => "utf16",
            Self::Codepoint => "codepoint",
        }
    }

    /// Length of one character in this unit.
    pub const fn length_of(self, character: char) -> u32 {
        match self {
            Self::Byte => character.len_utf8() as u32,
            Self::Utf16 => character.len_utf16() as u32,
            Self::Codepoint => 1,
        }
    }
}

/// A stretch of ASCII is skipped; every other character leaves one entry.
#[derive(Clone, Copy, Debug)]
struct Wide {
    byte: u32,
    unit: u32,
    byte_len: u32,
    unit_len: u32,
}

/// Converts byte offsets of one text into another unit, and back, by bisection.
///
/// ```
/// use whosaid::text::{OffsetUnit, UnitConverter};
/// let converter = UnitConverter::new("é😀x", OffsetUnit::Utf16);
/// assert_eq!(converter.from_byte(6), 3);
/// assert_eq!(converter.to_byte(3), 6);
/// ```
#[derive(Clone, Debug)]
pub struct UnitConverter {
    wide: Vec<Wide>,
}

impl UnitConverter {
    /// Reads `text` once; stores only its characters of more than one byte.
    pub fn new(text: &str, unit: OffsetUnit) -> Self {
        let mut wide = Vec::new();
        if unit != OffsetUnit::Byte {
            let mut saved = 0;
            for (byte, character) in text.char_indices() {
                if !character.is_ascii() {
                    let byte = byte as u32;
                    let byte_len = character.len_utf8() as u32;
                    let unit_len = unit.length_of(character);
                    wide.push(Wide { byte, unit: byte - saved, byte_len, unit_len });
                    saved += byte_len - unit_len;
                }
            }
        }
        Self { wide }
    }

    /// The offset in the unit for a byte offset; one inside a character counts as its start.
    pub fn from_byte(&self, byte: u32) -> u32 {
        let index = self.wide.partition_point(|wide| wide.byte + wide.byte_len <= byte);
        match self.wide.get(index) {
            Some(wide) if wide.byte < byte => return wide.unit,
            _ => {}
        }
        index
            .checked_sub(1)
            .and_then(|before| self.wide.get(before))
            .map_or(byte, |wide| (wide.unit + wide.unit_len).saturating_add(byte - wide.byte - wide.byte_len))
    }

    /// The byte offset for an offset in the unit; one inside a character counts as its start.
    pub fn to_byte(&self, offset: u32) -> u32 {
        let index = self.wide.partition_point(|wide| wide.unit + wide.unit_len <= offset);
        match self.wide.get(index) {
            Some(wide) if wide.unit < offset => return wide.byte,
            _ => {}
        }
        index.checked_sub(1).and_then(|before| self.wide.get(before)).map_or(offset, |wide| {
            (wide.byte + wide.byte_len).saturating_add(offset - wide.unit - wide.unit_len)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_edge_converts_both_ways() {
        let text = "aé—😀👩\u{200d}⚖️\r\nz";
        for unit in [OffsetUnit::Byte, OffsetUnit::Utf16, OffsetUnit::Codepoint] {
            let converter = UnitConverter::new(text, unit);
            let mut expected = 0;
            for (byte, character) in text.char_indices() {
                assert_eq!(converter.from_byte(byte as u32), expected, "{unit:?} {byte}");
                assert_eq!(converter.to_byte(expected), byte as u32, "{unit:?} {byte}");
                expected += unit.length_of(character);
            }
            assert_eq!(converter.from_byte(text.len() as u32), expected);
            assert_eq!(converter.to_byte(expected), text.len() as u32);
        }
    }

    #[test]
    fn inside_a_character_counts_as_its_start() {
        let converter = UnitConverter::new("😀x", OffsetUnit::Utf16);
        assert_eq!(converter.to_byte(1), 0);
        assert_eq!(converter.from_byte(2), 0);
        assert_eq!(converter.to_byte(u32::MAX), u32::MAX);
    }
}
