//! Packs are read as they were written, and nothing else is read.

use super::*;

const TAGGING: Features = Features { task: "tagging", version: 3 };

fn writer() -> PackWriter {
    let words = Features { task: "lexicon", version: 1 };
    PackWriter::new("en", "0.1").with("words", words, "naïve\t1\n".as_bytes()).with(
        "network",
        TAGGING,
        &[0xff, 8, 7],
    )
}

fn bytes() -> Vec<u8> {
    writer().finish().unwrap()
}

/// The pack with a change that its checksums agree with.
fn sealed(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = bytes();
    change(&mut bytes);
    let end = PREFIX + u32::from_le_bytes(bytes[12..16].try_into().unwrap()) as usize;
    let checksum = header_checksum(&bytes[..COVERED], &bytes[PREFIX..end]);
    bytes[COVERED..PREFIX].copy_from_slice(&checksum.to_le_bytes());
    bytes
}

#[test]
fn what_was_written_is_read() {
    let bytes = bytes();
    let pack = Pack::read(&bytes).unwrap();
    assert_eq!((pack.name(), pack.version()), ("en", "0.1"));
    let names: Vec<_> = pack.sections().iter().map(|section| section.name).collect();
    assert_eq!(names, ["network", "words"]);
    assert_eq!(pack.section("network", TAGGING), Ok(&[0xff, 8, 7][..]));
    assert_eq!(pack.text("words", Features { task: "lexicon", version: 1 }), Ok("naïve\t1\n"));
    // In place: nothing was copied.
    assert!(bytes.as_ptr_range().contains(&pack.section("network", TAGGING).unwrap().as_ptr()));
}

#[test]
fn the_order_of_writing_does_not_matter() {
    let other = PackWriter::new("en", "0.1").with("network", TAGGING, &[0]);
    let pack = bytes();
    let other = other.with_sections_of(&Pack::read(&pack).unwrap(), |_| true);
    assert_eq!(other.finish().unwrap(), pack);
}

#[test]
fn an_empty_pack_is_a_pack() {
    let bytes = PackWriter::new("none", "0").finish().unwrap();
    assert!(Pack::read(&bytes).unwrap().sections().is_empty());
}

#[test]
fn sections_for_other_tasks_and_features_are_refused_by_name() {
    let bytes = bytes();
    let pack = Pack::read(&bytes).unwrap();
    let told = |name, task, version| pack.text(name, Features { task, version }).unwrap_err().to_string();
    assert_eq!(told("trees", "parsing", 1), "the pack has no section trees, which this version needs");
    assert_eq!(
        told("network", "parsing", 3),
        "section network is for another task: expected \"parsing\", found \"tagging\""
    );
    assert_eq!(
        told("network", "tagging", 2),
        "section network was made for a newer program: expected version 2 of its features, found 3"
    );
    assert_eq!(
        told("network", "tagging", 3),
        "section network: expected text in UTF-8, found another byte at 0"
    );
}

#[test]
fn every_cut_and_every_longer_pack_is_refused() {
    let bytes = bytes();
    for end in 0..bytes.len() {
        let error = Pack::read(&bytes[..end]).unwrap_err();
        assert!(
            matches!(error, ModelError::TooShort { found_bytes, .. } if found_bytes == end as u64),
            "{error}"
        );
    }
    let longer = [&bytes[..], b"\n"].concat();
    let (expected_bytes, found_bytes) = (bytes.len() as u64, longer.len() as u64);
    assert_eq!(Pack::read(&longer), Err(ModelError::TooLong { expected_bytes, found_bytes }));
}

#[test]
fn every_flipped_bit_is_refused() {
    let mut bytes = bytes();
    for bit in 0..bytes.len() * 8 {
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert!(Pack::read(&bytes).is_err(), "bit {bit} may be flipped");
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
    assert!(Pack::read(&bytes).is_ok());
}

#[test]
fn the_first_fault_is_told_in_the_order_of_the_checks() {
    let code = |bytes: &[u8]| Pack::read(bytes).unwrap_err().code();
    let mut bytes = bytes();
    *bytes.last_mut().unwrap() ^= 1;
    assert_eq!(code(&bytes), "modelChecksum");
    bytes[PREFIX] = 0;
    assert_eq!(code(&bytes), "modelHeader");
    bytes[8] = 2;
    assert_eq!(code(&bytes), "modelFormat");
    bytes[0] = b'<';
    assert_eq!(code(&bytes), "modelNotAPack");
    bytes.truncate(PREFIX - 1);
    assert_eq!(code(&bytes), "modelTooShort");
}

#[test]
fn newer_and_foreign_packs_say_what_was_expected_and_found() {
    let newer = sealed(|bytes| bytes[8] = 2);
    assert_eq!(
        Pack::read(&newer).unwrap_err().to_string(),
        "the pack is newer than this program: expected format 1, found 2"
    );
    assert_eq!(
        Pack::read(b"<!doctype html><title>Not found</title>").unwrap_err().to_string(),
        r#"not a model pack: expected it to begin with "\\x89WSP\\r\\n\\x1a\\n", found "<!doctyp""#
    );
}

#[test]
fn headers_that_hold_something_else_are_refused_though_their_checksum_is_right() {
    let header = |change: fn(&mut Vec<u8>)| Pack::read(&sealed(change)).unwrap_err().to_string();
    let a_name = "expected a name of 1 to 64 of a-z, 0-9, _, - and .";
    assert_eq!(header(|bytes| bytes[20] = 0), format!("the pack's header is damaged at byte 20: {a_name}"));
    assert_eq!(
        header(|bytes| bytes[21] = b'E'),
        format!("the pack's header is damaged at byte 20: {a_name}")
    );
    assert_eq!(
        header(|bytes| bytes[27] = 3),
        format!("the pack's header is damaged at byte 83: {a_name}"),
        "more sections are stated than there are"
    );
    assert_eq!(
        header(|bytes| bytes[27] = 1),
        "the pack's header is damaged at byte 57: expected the end of the header"
    );
    assert_eq!(
        header(|bytes| bytes[30] = b'z'),
        "the pack's header is damaged at byte 57: expected names in order, none twice"
    );
}

#[test]
fn a_length_beyond_all_memory_is_refused_at_once() {
    for place in [12, 49] {
        let mut bytes = bytes();
        bytes[place..place + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(Pack::read(&bytes).unwrap_err().code(), "modelTooShort");
    }
}

#[test]
fn names_that_no_header_can_hold_are_not_written() {
    let long = "x".repeat(65);
    for name in ["", "Words", "word list", "wörter", long.as_str()] {
        let error = writer().with(name, TAGGING, &[]).finish().unwrap_err();
        assert_eq!(error.code(), "modelName", "{name}");
    }
}
