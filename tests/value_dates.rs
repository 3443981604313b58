//! Dates that are told from the day of writing: "yesterday" under a dateline.

mod common;

use common::analyzed;
use whosaid::document::MentionRecord;
use whosaid::{Input, OffsetUnit};

/// The dates of an article with their values.
fn dates_of(text: &str) -> Vec<(String, Option<String>)> {
    let document = analyzed(&Input::text(text), OffsetUnit::Codepoint);
    let words = |mention: &MentionRecord| {
        let text = document.text.chars().skip(mention.start as usize);
        text.take((mention.end - mention.start) as usize).collect()
    };
    let dates = document.mentions.iter().filter(|mention| mention.entity_type == "DATE");
    dates.map(|mention| (words(mention), mention.value.clone().and_then(|value| value.iso))).collect()
}

#[test]
fn yesterday_is_a_day_only_where_a_dateline_tells_the_day_and_outside_quotations() {
    let body = "The council voted yesterday to spend more than last year. \u{201c}We met today,\u{201d} said Ana Ruiz.";
    let dated = dates_of(&format!("LONDON, Nov. 3, 2024 (Reuters) - {body}"));
    let told: Vec<_> = dated.iter().map(|(words, iso)| (words.as_str(), iso.as_deref())).collect();
    let expected = [
        ("Nov. 3, 2024", Some("2024-11-03")),
        ("yesterday", Some("2024-11-02")),
        ("last year", Some("2023")),
        ("today", None),
    ];
    assert_eq!(told, expected);
    assert!(dates_of(body).iter().all(|(_, iso)| iso.is_none()));
}
