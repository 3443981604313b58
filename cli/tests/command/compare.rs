//! Two articles side by side.

use crate::run::Folder;

const ONE: &str = "Ferry stays\n\nMayor Ana Ruiz said the ferry would stay.\n\n“We need an engine,” said Tom Becker, who runs it.\n";
const OTHER: &str =
    "Ferry costs\n\n“It is too dear,” said Vera Holm, a shopkeeper.\n\nRuiz said the town would pay.\n";

#[test]
fn compare_tells_who_speaks_in_both_and_who_in_one_alone() {
    let folder = Folder::with(&[("one.txt", ONE.as_bytes()), ("other.txt", OTHER.as_bytes())]);
    let told = folder.run(&["compare", "one.txt", "other.txt"]).well().out;
    let places: Vec<_> = [
        "Who speaks in both",
        "Ana Ruiz (",
        "the ferry would stay",
        "the town would pay",
        "Only in one.txt",
        "Tom Becker",
        "Only in other.txt",
        "Vera Holm",
    ]
    .into_iter()
    .map(|words| told.find(words).unwrap_or_else(|| panic!("{words} in {told}")))
    .collect();
    assert!(places.is_sorted(), "{told}");
}

#[test]
fn compare_takes_saved_analyses_and_writes_a_file() {
    let folder = Folder::with(&[("one.txt", ONE.as_bytes()), ("other.txt", OTHER.as_bytes())]);
    folder.run(&["analyze", "one.txt", "--output", "one.json"]).well();
    folder.run(&["compare", "one.json", "other.txt", "--output", "told.txt"]).well();
    let told = std::fs::read_to_string(folder.file("told.txt")).unwrap();
    assert!(told.contains("Only in one.json") && told.contains("Ana Ruiz"), "{told}");
}

#[test]
fn compare_refuses_what_it_cannot_compare() {
    let folder =
        Folder::with(&[("one.txt", ONE.as_bytes()), ("bad.json", b"{}"), ("none.txt", b"Nothing here.")]);
    assert_eq!(folder.run(&["compare", "one.txt"]).status, 2);
    assert_eq!(folder.run(&["compare", "one.txt", "absent.txt"]).status, 1);
    assert_eq!(folder.run(&["compare", "bad.json", "one.txt"]).status, 1);
    assert_eq!(folder.run(&["compare", "lines.jsonl", "one.txt"]).status, 2);
    let told = folder.run(&["compare", "none.txt", "none.txt"]).well().out;
    assert!(told.contains("Nobody is quoted in either."), "{told}");
}
