//! Runs `fixtures.txt`: a text a line, every value in it marked with its type and what it means.

use super::super::tests::mentions_of;

/// The text without marks, and the marks. `[` opens a mark only where `]{` closes it.
fn unmark(fixture: &str) -> (String, Vec<String>) {
    let (mut plain, mut marks) = (String::new(), Vec::new());
    let mut rest = fixture;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let (piece, after) = after.split_once("]{").expect("a mark with its label");
        let (label, after) = after.split_once('}').expect("a closed mark");
        plain.push_str(piece);
        marks.push(format!("[{piece}]{{{label}}}"));
        rest = after;
    }
    plain.push_str(rest);
    (plain, marks)
}

#[test]
fn values_are_those_of_the_fixtures() {
    let mut faults = Vec::new();
    let mut rows = 0;
    for fixture in include_str!("fixtures.txt").lines() {
        if fixture.is_empty() || fixture.starts_with('#') {
            continue;
        }
        rows += 1;
        // A blank line in the text is written ¶.
        let (plain, expected) = unmark(&fixture.replace(" ¶ ", "\n\n"));
        let (text, segments, mentions) = mentions_of(&plain);
        let found: Vec<_> = mentions
            .table
            .rows()
            .iter()
            .filter(|mention| mention.entity_type.is_value())
            .map(|mention| {
                let words = segments.span_of(mention.tokens).map_or("", |span| text.slice(span));
                let value = mention.value.as_ref().map_or(String::new(), |value| format!(" {value}"));
                format!("[{words}]{{{}{value}}}", mention.entity_type.name())
            })
            .collect();
        if found != expected {
            faults.push(format!(
                "{plain}\n  expected {}\n  found    {}",
                expected.join(" "),
                found.join(" ")
            ));
        }
    }
    assert!(rows >= 150, "only {rows} fixtures were read");
    assert!(faults.is_empty(), "{} of {rows}:\n{}", faults.len(), faults.join("\n"));
}
