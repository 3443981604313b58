//! Help, explanations and the schema.

use crate::run::{Folder, STORY};

#[test]
fn help_has_examples_and_lists_only_what_there_is() {
    let folder = Folder::with(&[]);
    let help = folder.run(&["--help"]).well().out;
    assert!(help.contains("Examples:") && help.contains("explain"), "{help}");
    let help = folder.run(&["analyze", "--help"]).well().out;
    assert!(help.contains("Examples:") && help.contains("Exit status:"), "{help}");
    let formats =
        ["text:", "json:", "jsonl:", "csv:", "markdown:", "html:", "w3c:", "tei:", "brat:", "conllu:"];
    for format in formats {
        assert!(help.contains(format), "{format} in {help}");
    }
    let help = folder.run(&["export", "--help"]).well().out;
    assert!(help.contains("Examples:") && help.contains("--format tei"), "{help}");
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
fn explain_numbers_quotations_as_analyze_does_with_the_same_strictness() {
    let story = include_bytes!("../../../seeds/articles/court-report.txt");
    let folder = Folder::with(&[("a.txt", story)]);
    for strictness in ["strict", "everything"] {
        let document = folder.run(&["analyze", "a.txt", "--strictness", strictness]).well().json();
        let told = folder.run(&["explain", "a.txt", "--strictness", strictness]).well().out;
        let numbers = told.lines().filter_map(|line| line.strip_prefix("Quotation ")?.split(' ').next());
        let ids: Vec<_> =
            document["quotes"].as_array().unwrap().iter().map(|quote| quote["id"].to_string()).collect();
        assert_eq!(numbers.collect::<Vec<_>>(), ids, "{strictness}");
    }
}

#[test]
fn strictness_is_one_of_three_and_the_help_says_what_each_gives() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes())]);
    for command in ["analyze", "explain"] {
        let help = folder.run(&[command, "--help"]).well().out;
        for line in ["strict:", "balanced:", "everything:", "[default: balanced]"] {
            assert!(help.contains(line), "{line} in {help}");
        }
        let ran = folder.run(&[command, "a.txt", "--strictness", "lenient"]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
        for word in ["lenient", "strict, balanced, everything"] {
            assert!(ran.err.contains(word), "{word} in {}", ran.err);
        }
    }
}

#[test]
fn explain_tells_what_a_name_is_taken_for_and_why() {
    let story = "Mayor Ana Ruiz left Paris on Monday.\n\nLater Ruiz denied it, and Ruiz said no more.\n";
    let folder = Folder::with(&[("a.txt", story.as_bytes()), ("b.txt", b"it rained.\n")]);
    let told = folder.run(&["explain", "a.txt", "--name", " ana  RUIZ "]).well().out;
    for row in [
        "Name         Ana Ruiz",
        "Taken for    a person",
        "Confidence   0.",
        "In           Mayor",
        "Why          ",
    ] {
        assert!(told.lines().any(|line| line.starts_with(row)), "{row} in {told}");
    }
    let second = folder.run(&["explain", "a.txt", "--name", "ruiz", "--place", "2"]).well().out;
    assert!(second.contains("Place        2 of 2") && second.contains("In full      Ana Ruiz"), "{second}");
    for (arguments, complaint) in [
        (&["--name", "Ruis"][..], "a.txt: has no name “Ruis”; it has “Ana Ruiz”"),
        (&["--name", "ruiz", "--place", "3"], "a.txt: has no place 3 of “ruiz”; they are numbered 1 to 2"),
        (&["--name", "Paris", "--place", "0"], "a.txt: has no place 0 of “Paris”; it stands there once"),
    ] {
        let ran = folder.run(&[&["explain", "a.txt"], arguments].concat());
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{arguments:?}");
        assert!(ran.err.contains(complaint), "{}", ran.err);
    }
    let none = folder.run(&["explain", "b.txt", "--name", "Ana"]);
    assert!(none.err.contains("b.txt: has no name “Ana”: no name was found"), "{}", none.err);
    assert_eq!(folder.run(&["explain", "a.txt", "--place", "2"]).status, 2);
    assert_eq!(folder.run(&["explain", "a.txt", "--name", "Ana", "--quote", "0"]).status, 2);
}

#[test]
fn the_schema_is_json() {
    let schema = Folder::with(&[]).run(&["schema"]).well().json();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn explain_tells_a_sentence_layer_by_layer_as_lines_and_as_json() {
    let text = "Ana Ruiz spoke. She said that talks had failed.";
    let folder = Folder::with(&[("a.txt", text.as_bytes())]);
    let told = folder.run(&["explain", "a.txt", "--sentence", "1"]).well().out;
    for line in [
        "Sentence     1 of 0 to 1, paragraph",
        "Pronoun      She",
        "Means        Ana Ruiz",
        "Cue          said",
    ] {
        assert!(told.lines().any(|found| found == line), "{line} in {told}");
    }
    assert!(
        told.lines().any(|line| line.starts_with("Candidates") && line.ends_with("Ana Ruiz ← chosen")),
        "{told}"
    );
    assert!(
        told.lines().any(|line| line.starts_with("  talks") && line.ends_with("subject ← failed")),
        "{told}"
    );
    let json = folder.run(&["explain", "a.txt", "--at", "20", "--format", "json"]).well().json();
    assert_eq!(
        (json["id"].as_u64(), json["cleaned"].as_str()),
        (Some(1), Some("She said that talks had failed."))
    );
    assert_eq!(json["quotes"][0]["speaker"]["name"], "Ana Ruiz");
    let none = folder.run(&["explain", "a.txt", "--sentence", "2"]);
    assert_eq!(none.status, 1);
    assert!(none.err.contains("has no sentence 2; they are numbered 0 to 1"), "{}", none.err);
    assert_eq!(folder.run(&["explain", "a.txt", "--sentence", "0", "--quote", "0"]).status, 2);
}
