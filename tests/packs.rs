//! The committed pack is the one that its sources make, and no other bytes pass for a pack.

#[path = "common/pack_checks.rs"]
mod pack_checks;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use pack_checks::{any_bytes, any_lexicon};
use proptest::prelude::*;
use whosaid::Models;
use whosaid::model::pack::{Features, Pack, PackWriter};
use whosaid::model::{LEXICON, ModelError};

const AGAIN: &str = "make the pack again with `cargo xtask pack` and commit it";

static PACK: LazyLock<Vec<u8>> = LazyLock::new(|| fs::read(root("models/en.pack")).unwrap());

fn root(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn the_pack_holds_the_lexicons_as_they_are() {
    let pack = Pack::read(&PACK).unwrap();
    let mut lexicons = BTreeMap::new();
    for entry in fs::read_dir(root("seeds/lexicons")).unwrap() {
        let path = entry.unwrap().path();
        lexicons.insert(path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap());
    }
    let packed = pack.sections().iter().filter(|section| section.task == LEXICON.task);
    let packed: BTreeMap<_, _> = packed.map(|section| (section.name.to_owned(), section.bytes)).collect();
    assert_eq!(packed.keys().collect::<Vec<_>>(), lexicons.keys().collect::<Vec<_>>(), "{AGAIN}");
    for (name, text) in &lexicons {
        assert!(packed[name] == text, "section {name} is not seeds/lexicons/{name}.tsv: {AGAIN}");
    }
}

#[test]
fn the_fingerprints_are_those_of_the_pack() {
    let table = fs::read_to_string(root("models/fingerprints.csv")).unwrap();
    let pack = Pack::read(&PACK).unwrap();
    let rows = pack.sections().iter().map(|section| {
        let (bytes, checksum) = (section.bytes.len(), section.checksum);
        format!("{},{},{},{bytes},{checksum:08x}", section.name, section.task, section.version)
    });
    let expected: Vec<_> =
        std::iter::once("section,task,version,bytes,checksum".to_owned()).chain(rows).collect();
    assert_eq!(table.lines().collect::<Vec<_>>(), expected, "{AGAIN}");
}

#[test]
fn the_pack_that_is_compiled_in_is_the_committed_one() {
    let text = whosaid::Input::text("“We won,” said Ana Ruiz.");
    let options = whosaid::Options::default();
    let [given, builtin] = [Models::from_pack(&PACK), Models::builtin()]
        .map(|models| whosaid::analyze(&text, &models.unwrap(), &options).unwrap());
    assert_eq!(given, builtin);
    let pack = Pack::read(&PACK).unwrap();
    assert_eq!(given.produced_by.model, format!("{}-{}", pack.name(), pack.version()));
}

#[test]
fn models_can_be_shared_between_threads() {
    fn shareable<T: Send + Sync + 'static>() {}
    shareable::<Models>();
}

/// The packs of `tests/packs`, and the code and sentence each is refused with.
const REFUSED: &[(&str, &str, &str)] = &[
    ("empty.pack", "modelTooShort", "the pack is cut off: expected 20 bytes, found 0"),
    ("cut-off.pack", "modelTooShort", "the pack is cut off: expected 113 bytes, found 100"),
    (
        "too-long.pack",
        "modelTooLong",
        "something follows the pack: expected its end after 113 bytes, found 114",
    ),
    ("page.pack", "modelNotAPack", r#"found "<!doctyp""#),
    ("line-ends.pack", "modelNotAPack", r#"found "\\x89WSP\\n\\x1a\\n\\x01""#),
    ("newer.pack", "modelFormat", "the pack is newer than this program: expected format 1, found 2"),
    ("header.pack", "modelHeader", "the pack's header is damaged at byte 29: expected a name"),
    ("flipped-header.pack", "modelChecksum", "the pack is damaged in its header: expected checksum"),
    ("flipped-bit.pack", "modelChecksum", "the pack is damaged in its section nicknames: expected checksum"),
    ("few-sections.pack", "modelMissing", "the pack has no section boilerplate_phrases"),
];

#[test]
fn damaged_foreign_and_newer_packs_are_refused_with_what_was_expected_and_found() {
    let mut there: Vec<_> = fs::read_dir(root("tests/packs"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".pack"))
        .collect();
    let mut listed: Vec<_> = REFUSED.iter().map(|(name, ..)| *name).collect();
    there.sort_unstable();
    listed.sort_unstable();
    assert_eq!(there, listed);
    for (name, code, sentence) in REFUSED {
        let error = Models::from_pack(&fs::read(root("tests/packs").join(name)).unwrap()).unwrap_err();
        assert_eq!(error.code(), *code, "{name}: {error}");
        assert!(error.to_string().contains(sentence), "{name}: {error}");
    }
}

/// The pack with one section exchanged.
fn with(name: &str, features: Features, bytes: &[u8]) -> Result<Models, ModelError> {
    let pack = Pack::read(&PACK).unwrap();
    let writer = PackWriter::new("en", "0").with_sections_of(&pack, |_| true);
    Models::from_pack(&writer.with(name, features, bytes).finish().unwrap())
}

#[test]
fn sections_for_other_versions_are_refused_by_name() {
    let newer = Features { version: LEXICON.version + 1, ..LEXICON };
    let error = with("titles", newer, b"").unwrap_err();
    assert_eq!(
        error.to_string(),
        "section titles was made for a newer program: expected version 1 of its features, found 2"
    );
    assert_eq!(with("titles", Features { task: "tagging", ..LEXICON }, b"").unwrap_err().code(), "modelTask");
    assert_eq!(with("titles", LEXICON, b"Mr\xff").unwrap_err().code(), "modelText");
    let error = with("titles", LEXICON, b"# own, CC0\nPresident\tperson\n").unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"lexicon titles, line 2: expected before or modifier, found "President\tperson""#
    );
}

#[test]
fn a_section_nobody_asks_for_does_no_harm() {
    assert!(with("later", Features { task: "later", version: 9 }, &[0, 1, 2]).is_ok());
}

/// A pack as large as a test can try every bit of.
fn small() -> Vec<u8> {
    let pack = Pack::read(&PACK).unwrap();
    let writer = PackWriter::new("en", "0").with_sections_of(&pack, |section| section.bytes.len() < 900);
    let bytes = writer.finish().unwrap();
    assert!(Pack::read(&bytes).unwrap().sections().len() > 1);
    bytes
}

#[test]
fn every_flipped_bit_of_a_pack_is_refused() {
    let mut bytes = small();
    for place in 0..bytes.len() {
        for bit in 0..8 {
            bytes[place] ^= 1 << bit;
            assert!(Pack::read(&bytes).is_err(), "bit {bit} of byte {place} may be flipped");
            bytes[place] ^= 1 << bit;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_pack_or_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        any_bytes(&bytes);
    }

    #[test]
    fn any_change_of_a_pack_is_refused(
        cut in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
    ) {
        let whole = small();
        let mut bytes = whole[..=cut.index(whole.len())].to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        any_bytes(&bytes);
        prop_assert_eq!(Pack::read(&bytes).is_ok(), bytes == whole);
    }

    #[test]
    fn a_flipped_bit_of_the_whole_pack_is_refused(place in any::<prop::sample::Index>(), bit in 0..8_u32) {
        let mut bytes = PACK.clone();
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        prop_assert!(Models::from_pack(&bytes).is_err());
    }

    #[test]
    fn what_was_written_is_read(
        sections in prop::collection::btree_map("[a-z0-9_.-]{1,64}", (any::<u32>(), prop::collection::vec(any::<u8>(), 0..60)), 0..9),
    ) {
        let writer = sections.iter().fold(PackWriter::new("en", "1.0"), |writer, (name, (version, bytes))| {
            writer.with(name, Features { task: "any", version: *version }, bytes)
        });
        let bytes = writer.finish().unwrap();
        any_bytes(&bytes);
        let pack = Pack::read(&bytes).unwrap();
        prop_assert_eq!(pack.sections().len(), sections.len());
        for (name, (version, bytes)) in &sections {
            prop_assert_eq!(pack.section(name, Features { task: "any", version: *version }), Ok(&bytes[..]));
        }
    }

    #[test]
    fn any_bytes_in_a_lexicon_are_read_or_refused(number in any::<usize>(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        any_lexicon(&Pack::read(&PACK).unwrap(), number, &bytes);
    }

    #[test]
    fn lines_of_one_lexicon_in_another_are_read_or_refused(
        number in any::<usize>(),
        other in any::<prop::sample::Index>(),
        from in any::<prop::sample::Index>(),
        noise in "[\\ta-z0-9 =.-]{0,12}",
    ) {
        let pack = Pack::read(&PACK).unwrap();
        let bytes = pack.sections()[other.index(pack.sections().len())].bytes;
        let start = from.index(bytes.len());
        let end = bytes.len().min(start + 300);
        any_lexicon(&pack, number, &[&bytes[start..end], noise.as_bytes()].concat());
    }
}
