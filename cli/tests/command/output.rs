//! Output files are written whole or not at all.

use crate::run::{Folder, STORY};

#[test]
fn a_file_appears_with_what_standard_output_would_have_had() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes())]);
    let piped = folder.run(&["analyze", "a.txt"]).well().out;
    let ran = folder.run(&["analyze", "a.txt", "--output", "a.json"]).well();
    assert_eq!(ran.out, "");
    assert_eq!(std::fs::read_to_string(folder.file("a.json")).unwrap(), piped);
    assert_eq!(folder.names(), ["a.json", "a.txt"]);
}

#[test]
fn a_file_that_cannot_be_written_is_one_sentence_and_leaves_nothing() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes())]);
    for path in ["nowhere/a.json", "."] {
        let ran = folder.run(&["analyze", "a.txt", "--output", path]);
        assert_eq!(ran.status, 1);
        assert!(ran.err.starts_with(&format!("whosaid: {path}: cannot be written: ")), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1);
    }
    assert_eq!(folder.names(), ["a.txt"]);
}

#[test]
fn bad_lines_do_not_keep_the_rest_from_the_file() {
    let folder = Folder::with(&[("a.jsonl", b"{\"text\":\"A\"}\nx\n")]);
    let ran = folder.run(&["analyze", "a.jsonl", "--format", "jsonl", "-o", "out.jsonl"]);
    assert_eq!(ran.status, 1);
    assert_eq!(std::fs::read_to_string(folder.file("out.jsonl")).unwrap().lines().count(), 2);
}

#[test]
fn the_input_may_be_the_output() {
    let folder = Folder::with(&[("a.jsonl", b"{\"id\":\"a\",\"text\":\"A\"}\n")]);
    folder.run(&["analyze", "a.jsonl", "--format", "jsonl", "-o", "a.jsonl"]).well();
    assert!(std::fs::read_to_string(folder.file("a.jsonl")).unwrap().starts_with("{\"schema\""));
}
