//! `whosaid-train evaluate` as `cargo xtask eval` calls it.

use std::path::Path;
use std::process::{Command, Output};

fn evaluate(data: &str, measures: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_whosaid-train"))
        .args(["evaluate", "--data", data])
        .args(measures)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .expect("whosaid-train starts")
}

#[test]
fn a_measure_gives_one_line_of_json() {
    let output = evaluate("tests/corpus", &["values-fixtures"]);
    assert!(output.status.success());
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(told.lines().count(), 1, "{told}");
    let line: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(line["measure"], "values-fixtures");
    let figure = &line["figures"][0];
    assert_eq!((figure["name"].as_str(), figure["score"].as_f64()), (Some("texts"), Some(100.0)));
}

#[test]
fn unknown_measures_and_missing_corpora_are_named() {
    let told = |output: Output| {
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let unknown = told(evaluate("tests/corpus", &["taste"]));
    assert!(unknown.contains("no measure taste") && unknown.contains("syntax-gum"), "{unknown}");
    let missing = told(evaluate("tests/corpus", &["syntax-gum"]));
    assert!(missing.contains("syntax-gum: ") && missing.contains("ud-gum/dev.conllu"), "{missing}");
}
