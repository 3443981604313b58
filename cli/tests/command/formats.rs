//! What goes in and what comes out.

use serde_json::json;

use crate::run::{Folder, STORY};

#[test]
fn a_file_piped_gives_its_document_as_json() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes())]);
    let document = folder.run(&["analyze", "a.txt"]).well().json();
    assert_eq!(document["text"], STORY);
    assert_eq!(document["id"], "a.txt");
    assert_eq!(document["offsetUnit"], "codepoint");
}

#[test]
fn without_a_file_or_with_a_dash_the_text_comes_from_standard_input() {
    let folder = Folder::with(&[]);
    for arguments in [&["analyze"][..], &["analyze", "-"]] {
        let document = folder.run_with(arguments, STORY.as_bytes()).well().json();
        assert_eq!(document["text"], STORY);
        assert_eq!(document["id"], json!(null));
    }
}

#[test]
fn json_lines_keep_their_order_and_ids_on_any_number_of_threads() {
    let folder = Folder::with(&[]);
    let input: String = (0..300)
        .map(|n| format!("{{\"id\":\"n{n}\",\"text\":\"{}\"}}\n", "Ana said so. ".repeat(300 - n)))
        .collect();
    let arguments = ["analyze", "--input", "jsonl", "--format", "jsonl", "--jobs"];
    let one = folder.run_with(&[&arguments[..], &["1"]].concat(), input.as_bytes()).well();
    let many = folder.run_with(&[&arguments[..], &["7"]].concat(), input.as_bytes()).well();
    assert_eq!(one.out, many.out);
    let ids: Vec<_> = many.json_lines().iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, (0..300).map(|n| format!("n{n}")).collect::<Vec<_>>());
}

#[test]
fn unknown_fields_of_a_line_are_kept_as_they_came() {
    let folder = Folder::with(&[(
        "a.jsonl",
        b"{\"id\":5,\"date\":\"2024-01-02\",\"text\":\"x\",\"n\":{\"b\":1.50,\"a\":[]}}\n",
    )]);
    // The ending of the name is enough to tell.
    let ran = folder.run(&["analyze", "a.jsonl", "--format", "jsonl"]).well();
    assert!(
        ran.out.ends_with("\"meta\":{\"date\":\"2024-01-02\",\"n\":{\"b\":1.50,\"a\":[]}}}\n"),
        "{}",
        ran.out
    );
    assert_eq!(ran.json_lines()[0]["id"], "5");
}

#[test]
fn html_is_told_by_field_option_or_ending() {
    let page = "<html><body><p>Ana &amp; Ben said no.</p></body></html>";
    let folder = Folder::with(&[("a.html", page.as_bytes()), ("b", page.as_bytes())]);
    let line = json!({"html": page}).to_string();
    for ran in [
        folder.run(&["analyze", "a.html"]),
        folder.run(&["analyze", "--input", "html", "b"]),
        folder.run_with(&["analyze", "--input", "jsonl", "--format", "jsonl"], line.as_bytes()),
    ] {
        assert_eq!(ran.well().json()["text"].as_str().unwrap().trim(), "Ana & Ben said no.");
    }
    assert_eq!(folder.run(&["analyze", "--input", "text", "a.html"]).well().json()["text"], page);
}

#[test]
fn offsets_count_what_was_asked_for() {
    let folder = Folder::with(&[("a.txt", "é😀 Ana".as_bytes())]);
    for (unit, end) in [("byte", 10), ("utf16", 7), ("codepoint", 6)] {
        let document = folder.run(&["analyze", "--offsets", unit, "a.txt"]).well().json();
        assert_eq!(document["offsetUnit"], unit);
        let ends = document["blocks"].as_array().unwrap().iter().map(|block| block["end"].as_u64().unwrap());
        assert_eq!(ends.max(), Some(end), "{unit}");
    }
}

#[test]
fn strictness_chooses_between_fewer_that_are_sure_and_all_that_may_be() {
    let story = include_bytes!("../../../seeds/articles/court-report.txt");
    let folder = Folder::with(&[("a.txt", story)]);
    let quotes = |arguments: &[&str]| {
        let document = folder.run(&[&["analyze", "a.txt"], arguments].concat()).well().json();
        document["quotes"].as_array().unwrap().clone()
    };
    let [strict, balanced, everything] =
        ["strict", "balanced", "everything"].map(|name| quotes(&["--strictness", name]));
    assert!(!strict.is_empty(), "nobody is quoted");
    assert!(strict.len() < balanced.len() && balanced.len() < everything.len());
    let least = |quotes: &[serde_json::Value]| {
        quotes.iter().map(|quote| quote["confidence"].as_f64().unwrap()).fold(1.0, f64::min)
    };
    assert!(least(&strict) > least(&everything));
    assert_eq!(quotes(&[]), balanced, "the default");

    let lines = json!({"text": String::from_utf8_lossy(story)}).to_string();
    let arguments = ["analyze", "--input", "jsonl", "--format", "jsonl", "--strictness", "strict"];
    let ran = folder.run_with(&arguments, lines.as_bytes()).well();
    assert_eq!(ran.json_lines()[0]["quotes"], json!(strict), "of each line too");
}

#[test]
fn several_texts_make_a_list_of_json_or_a_line_each() {
    let folder = Folder::with(&[("a.txt", b"A"), ("b.txt", b"B")]);
    let list = folder.run(&["analyze", "a.txt", "b.txt"]).well().json();
    assert_eq!(
        list.as_array().unwrap().iter().map(|d| d["id"].clone()).collect::<Vec<_>>(),
        ["a.txt", "b.txt"]
    );
    let lines = folder.run(&["analyze", "a.txt", "b.txt", "--format", "jsonl"]).well().json_lines();
    assert_eq!(list, json!(lines));
    let none = folder.run_with(&["analyze", "--input", "jsonl"], b"").well();
    assert_eq!(none.json(), json!([]));
}

#[test]
fn only_leaves_out_the_other_parts() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes())]);
    let document = folder.run(&["analyze", "a.txt", "--only", "quotes,entities"]).well().json();
    let keys: Vec<_> = document.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["entities", "id", "language", "offsetUnit", "producedBy", "quotes", "schema"]);
}

#[test]
fn an_empty_text_is_an_empty_document_with_a_notice() {
    let folder = Folder::with(&[("a.txt", b"")]);
    let document = folder.run(&["analyze", "a.txt"]).well().json();
    assert_eq!(document["notices"][0]["code"], "noText");
    assert_eq!(document["text"], "");
    assert!(document["quotes"].as_array().unwrap().is_empty());
    let report = folder.run(&["analyze", "a.txt", "--format", "text"]).well();
    assert!(report.out.contains("Note: there is no text to analyse."), "{}", report.out);
}

#[test]
fn csv_has_one_first_line_for_all_texts_and_a_row_a_quotation() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes()), ("b.txt", STORY.as_bytes())]);
    let ran = folder.run(&["analyze", "a.txt", "b.txt", "--format", "csv"]).well();
    let list = folder.run(&["analyze", "a.txt", "b.txt"]).well().json();
    let quotes: usize = list.as_array().unwrap().iter().map(|d| d["quotes"].as_array().unwrap().len()).sum();
    let mut reader = csv::Reader::from_reader(ran.out.as_bytes());
    assert_eq!(reader.headers().unwrap().get(0), Some("document"));
    assert_eq!(reader.records().map(Result::unwrap).count(), quotes);
}

#[test]
fn a_table_runs_nothing_in_a_spreadsheet_unless_it_is_wanted_raw() {
    let folder = Folder::with(&[("=a.txt", STORY.as_bytes())]);
    let first_cell = |arguments: &[&str]| {
        let ran = folder.run(&[&["analyze", "--format", "csv", "=a.txt"], arguments].concat()).well();
        let mut reader = csv::Reader::from_reader(ran.out.as_bytes());
        reader.records().next().unwrap().unwrap().get(0).unwrap().to_owned()
    };
    assert_eq!(first_cell(&[]), "'=a.txt");
    assert_eq!(first_cell(&["--csv-raw"]), "=a.txt");
    let refused = folder.run(&["analyze", "--format", "json", "--csv-raw", "=a.txt"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("--csv-raw"), "{}", refused.err);
}

#[test]
fn markdown_is_a_report_a_text() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes()), ("b.txt", STORY.as_bytes())]);
    let ran = folder.run(&["analyze", "a.txt", "b.txt", "--format", "markdown"]).well();
    assert_eq!(ran.out.lines().filter(|line| line.starts_with("# ")).count(), 2);
    assert_eq!(ran.out.lines().filter(|line| *line == "---").count(), 1);
}

#[test]
fn the_report_has_colours_only_where_they_are_wanted() {
    let folder = Folder::with(&[("a.txt", STORY.as_bytes())]);
    let report = |variables: &[(&str, &str)]| {
        let mut command = folder.command(&["analyze", "--format", "text", "a.txt"]);
        let output = command.envs(variables.iter().copied()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(!report(&[]).contains('\u{1b}'), "piped");
    assert!(report(&[("CLICOLOR_FORCE", "1")]).contains('\u{1b}'), "forced");
    assert!(!report(&[("NO_COLOR", "1")]).contains('\u{1b}'), "refused");
    let narrow = report(&[("COLUMNS", "40")]);
    assert!(narrow.lines().all(|line| line.chars().count() <= 40), "{narrow}");
}
