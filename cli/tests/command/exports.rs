//! Formats of other programs, of texts and of saved analyses.

use crate::run::{Folder, STORY};

/// Each format with the beginning of what it writes.
const ONE_FILE: [(&str, &str); 5] = [
    ("html", "<!DOCTYPE html>\n"),
    ("w3c", "{\"@context\":"),
    ("jsonld", "{\"@context\":"),
    ("tei", "<?xml "),
    ("conllu", "# newdoc id = a.txt\n"),
];

#[test]
fn a_saved_analysis_gives_what_the_text_gave() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes())]);
    folder.run(&["analyze", "a.txt", "-o", "a.json"]).well();
    for (format, beginning) in ONE_FILE.into_iter().chain([("csv", "document,"), ("json", "{\"schema\"")]) {
        let analyzed = folder.run(&["analyze", "a.txt", "--format", format]).well().out;
        assert!(analyzed.starts_with(beginning), "{analyzed}");
        assert_eq!(folder.run(&["export", "a.json", "--format", format]).well().out, analyzed, "{format}");
        folder.run(&["analyze", "a.txt", "--format", format, "-o", "out"]).well();
        assert_eq!(std::fs::read_to_string(folder.file("out")).unwrap(), analyzed);
    }
}

#[test]
fn brat_writes_two_files_and_never_over_another_text() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes()), ("other.txt", b"x")]);
    let ran = folder.run(&["analyze", "a.txt", "--format", "brat"]);
    assert!(ran.status == 2 && ran.err.contains("--output NAME.ann"), "{}", ran.err);
    folder.run(&["analyze", "a.txt", "--format", "brat", "-o", "b.ann"]).well();
    assert_eq!(std::fs::read_to_string(folder.file("b.txt")).unwrap(), STORY);
    let marks = std::fs::read_to_string(folder.file("b.ann")).unwrap();
    assert!(marks.starts_with("T1\tPERSON 6 14\tAna Ruiz\n"), "{marks}");
    folder.run(&["analyze", "a.txt", "--format", "brat", "-o", "a.ann"]).well();
    let ran = folder.run(&["analyze", "a.txt", "--format", "brat", "-o", "other.ann"]);
    assert!(ran.status == 1 && ran.err.contains("holds another text"), "{}", ran.err);
    assert_eq!(folder.names(), ["a.ann", "a.txt", "b.ann", "b.txt", "other.txt"]);
}

#[test]
fn a_format_of_one_text_refuses_several_and_conllu_takes_them() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes()), ("b.txt", STORY.as_bytes())]);
    let ran = folder.run(&["analyze", "a.txt", "b.txt", "--format", "tei"]);
    assert!(ran.status == 2 && ran.err.contains("holds one text"), "{}", ran.err);
    let both = folder.run(&["analyze", "a.txt", "b.txt", "--format", "conllu"]).well().out;
    assert_eq!(both.matches("# newdoc id = ").count(), 2);
    for (format, name) in [("json", "l.json"), ("jsonl", "l.jsonl")] {
        folder.run(&["analyze", "a.txt", "b.txt", "--format", format, "-o", name]).well();
        assert_eq!(folder.run(&["export", name, "--format", "conllu"]).well().out, both);
        let ran = folder.run(&["export", name, "--format", "html"]);
        assert!(ran.status == 2 && ran.err.contains("holds one text"), "{}", ran.err);
    }
}

#[test]
fn a_log_of_corrections_is_made_before_the_export_and_what_has_no_place_is_told() {
    let log = r#"{"corrections":"1.0","offsetUnit":"codepoint","edits":[
        {"edit":"rejectQuote","quote":{"content":[{"start":9000,"end":9001}]}},
        {"edit":"addName","span":{"start":0,"end":1},"type":"WORK"}]}"#;
    let folder =
        Folder::with(&[("a.txt", STORY.as_bytes()), ("log.json", log.as_bytes()), ("b.json", b"[]")]);
    folder.run(&["analyze", "a.txt", "-o", "a.json"]).well();
    let ran = folder.run(&["export", "a.json", "--format", "json", "--corrections", "log.json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.contains("edit 1 is left out in a.txt: no quotation stands there"), "{}", ran.err);
    assert!(ran.out.contains("\"corrected\":true") && ran.out.contains("WORK"));
    let ran = folder.run(&["export", "a.json", "--format", "json", "--corrections", "b.json"]);
    assert_eq!((ran.status, ran.err.lines().count()), (1, 1), "{}", ran.err);
    assert!(ran.err.contains("b.json: is no log of corrections"), "{}", ran.err);
}

#[test]
fn what_is_no_document_is_refused_with_what_was_expected() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes()), ("b.json", b"{\"text\": 1}")]);
    for (name, words) in [("a.txt", "is not JSON"), ("b.json", "not a Document"), ("none", "cannot be read")]
    {
        let ran = folder.run(&["export", name, "--format", "tei", "-o", "out.xml"]);
        assert_eq!((ran.status, ran.err.lines().count()), (1, 1), "{}", ran.err);
        assert!(ran.err.contains(words), "{}", ran.err);
    }
    assert_eq!(folder.names(), ["a.txt", "b.json"]);
}
