//! Help, explanations and the schema.

use crate::run::{Folder, STORY};

#[test]
fn help_has_examples_and_lists_only_what_there_is() {
    let folder = Folder::with(&[]);
    let help = folder.run(&["--help"]).well().out;
    assert!(help.contains("Examples:") && help.contains("explain"), "{help}");
    let help = folder.run(&["analyze", "--help"]).well().out;
    assert!(help.contains("Examples:") && help.contains("Exit status:"), "{help}");
    for format in ["text:", "json:", "jsonl:", "csv:", "markdown:"] {
        assert!(help.contains(format), "{format} in {help}");
    }
    assert!(!help.contains("conllu"));
}

#[test]
fn explain_tells_cue_construction_reasons_and_confidence() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes())]);
    let list = folder.run(&["explain", "a.txt"]).well().out;
    let document = folder.run(&["analyze", "a.txt"]).well().json();
    let quotes = document["quotes"].as_array().unwrap();
    assert!(!quotes.is_empty(), "nobody is quoted in {STORY}");
    assert_eq!(list.lines().filter(|line| line.starts_with("Quotation ")).count(), quotes.len());
    let one = folder.run(&["explain", "a.txt", "--quote", "0"]).well().out;
    for label in ["Quotation 0", "Speaker", "Cue", "Kind", "Confidence", "Why"] {
        assert!(one.lines().any(|line| line.starts_with(label)), "{label} in {one}");
    }
    let number = quotes.len().to_string();
    let none = folder.run(&["explain", "a.txt", "--quote", &number]);
    assert_eq!(none.status, 1);
    assert!(
        none.err.contains(&format!("has no quotation {number}; they are numbered 0 to ")),
        "{}",
        none.err
    );
}

#[test]
fn the_schema_is_json() {
    let schema = Folder::with(&[]).run(&["schema"]).well().json();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}
