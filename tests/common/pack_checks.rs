//! What must hold for any bytes that are given as a pack: shared by `tests/packs.rs` and the fuzzers.

use whosaid::Models;
use whosaid::model::LEXICON;
use whosaid::model::pack::{Pack, PackWriter};

/// Bytes from anywhere are a pack or are refused in a sentence; a pack is the one way to write what it holds.
pub fn any_bytes(bytes: &[u8]) {
    match Pack::read(bytes) {
        Ok(pack) => {
            let again = PackWriter::new(pack.name(), pack.version()).with_sections_of(&pack, |_| true);
            assert_eq!(again.finish().as_deref(), Ok(bytes));
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            assert!(error.code().starts_with("model"));
        }
    }
    let _ = Models::from_pack(bytes);
}

/// The lexicons of a sound pack, one of them exchanged for bytes from anywhere: their readers refuse or read it.
pub fn any_lexicon(sound: &Pack, number: usize, bytes: &[u8]) {
    let Some(section) = sound.sections().get(number % sound.sections().len().max(1)) else { return };
    // The others are cut to their beginnings, so that many can be tried.
    let writer = sound.sections().iter().fold(PackWriter::new("en", "0"), |writer, other| {
        let end = other.bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(20);
        let start = end.map_or(other.bytes, |(end, _)| &other.bytes[..=end]);
        if other.task == LEXICON.task { writer.with(other.name, LEXICON, start) } else { writer }
    });
    let writer = writer.with(section.name, LEXICON, bytes);
    let pack = writer.finish().expect("sections of these names can be written");
    assert!(Pack::read(&pack).is_ok());
    let _ = Models::from_pack(&pack);
}
