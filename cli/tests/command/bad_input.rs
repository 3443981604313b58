//! Files and lines that cannot be analysed: one clear sentence each, the others are still done.

use crate::run::{Folder, STORY};

#[test]
fn a_bad_line_leaves_an_error_in_its_place_and_the_run_goes_on() {
    let folder = Folder::with(&[]);
    let input = "{\"id\":\"a\",\"text\":\"A\"}\nnonsense\n{\"id\":\"c\"}\n\n{\"id\":\"e\",\"text\":\"E\"}\n";
    let ran = folder.run_with(&["analyze", "--input", "jsonl", "--format", "jsonl"], input.as_bytes());
    assert_eq!(ran.status, 1);
    let lines = ran.json_lines();
    let ids: Vec<_> = lines.iter().map(|line| line["id"].as_str()).collect();
    assert_eq!(ids, [Some("a"), None, Some("c"), Some("e")]);
    for (line, number) in [(1, "line 2"), (2, "line 3")] {
        assert_eq!(lines[line].as_object().unwrap().len(), 2);
        assert!(lines[line]["error"].as_str().unwrap().contains(number), "{}", lines[line]);
        assert!(ran.err.contains(&format!("whosaid: standard input, {number}: ")), "{}", ran.err);
    }
    assert_eq!(ran.err.lines().count(), 2);
}

#[test]
fn each_bad_file_gets_one_sentence_and_the_good_ones_are_done() {
    let big = "a".repeat(20_000_001);
    let folder = Folder::with(&[
        ("good.txt", STORY.as_bytes()),
        ("binary.jpg", b"\xFF\xD8\xFFJFIF\0\x01"),
        ("latin1.txt", b"Jos\xE9 said no."),
        ("utf16.txt", b"\xFF\xFEA\0"),
        ("big.txt", big.as_bytes()),
        ("last.txt", STORY.as_bytes()),
    ]);
    std::fs::create_dir(folder.file("folder")).unwrap();
    let ran = folder.run(&[
        "analyze",
        "--format",
        "csv",
        "good.txt",
        "binary.jpg",
        "latin1.txt",
        "utf16.txt",
        "big.txt",
        "missing.txt",
        "folder",
        "last.txt",
    ]);
    assert_eq!(ran.status, 1);
    let expected = [
        "whosaid: binary.jpg: looks like a binary file (a zero byte at position 7)",
        "whosaid: latin1.txt: is not UTF-8: byte 0xE9 at position 3, line 1;",
        "whosaid: utf16.txt: is UTF-16 or UTF-32;",
        "whosaid: big.txt: is larger than the limit of 20000000 bytes (20000001 bytes);",
        "whosaid: missing.txt: cannot be read: No such file or directory",
        "whosaid: folder: is a folder;",
    ];
    let told: Vec<_> = ran.err.lines().collect();
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.starts_with(expected), "{told}");
    }
    let only_good = folder.run(&["analyze", "--format", "csv", "good.txt", "last.txt"]).well();
    assert_eq!(ran.out, only_good.out);
}

#[test]
fn a_failed_file_keeps_its_place_among_json_lines() {
    let folder = Folder::with(&[("good.txt", b"A")]);
    let ran = folder.run(&["analyze", "--format", "jsonl", "missing.txt", "good.txt"]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.json_lines()[0]["id"], "missing.txt");
    assert!(ran.json_lines()[0]["error"].as_str().unwrap().contains("cannot be read"));
    assert_eq!(ran.json_lines()[1]["id"], "good.txt");
}

#[test]
fn a_file_alone_that_fails_prints_nothing_on_standard_output() {
    let ran = Folder::with(&[]).run(&["analyze", "missing.txt"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
}

#[test]
#[cfg(unix)]
fn a_file_without_permission_is_one_sentence() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("closed.txt", b"A")]);
    std::fs::set_permissions(folder.file("closed.txt"), std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(folder.file("closed.txt")).is_ok() {
        eprintln!("skipped: this user may read everything");
        return;
    }
    let ran = folder.run(&["analyze", "closed.txt"]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.err, "whosaid: closed.txt: cannot be read: Permission denied\n");
}

#[test]
fn wrong_usage_is_status_2_with_a_hint() {
    let folder = Folder::with(&[("a.txt", b"A"), ("b.jsonl", b"")]);
    for (arguments, hint) in [
        (&["analyse"][..], "analyze"),
        (
            &["analyze", "--format", "xml", "a.txt"],
            "[possible values: text, json, jsonl, csv, markdown, html, w3c, tei, brat, conllu]",
        ),
        (&["analyze", "--jobs", "0", "a.txt"], "--jobs"),
        (&["analyze", "--only", "quotes", "--format", "csv", "a.txt"], "--only"),
        (&["analyze", "-", "-"], "standard input can be read only once"),
        (&["explain", "b.jsonl"], "one text"),
        (&[], "Usage"),
    ] {
        let ran = folder.run(arguments);
        assert_eq!(ran.status, 2, "{arguments:?}");
        assert!(ran.err.contains(hint), "{arguments:?}: {}", ran.err);
        assert_eq!(ran.out, "");
    }
}
