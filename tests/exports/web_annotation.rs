//! Web Annotations: the shape that the W3C's data model asks for, and both selectors found again in the text.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use whosaid::export::{ExportFormat, export};

use crate::{for_all, real, slice};

/// The list at a key, or its one value as a list.
fn list<'a>(object: &'a Json, key: &str) -> Vec<&'a Json> {
    match &object[key] {
        Json::Array(items) => items.iter().collect(),
        Json::Null => Vec::new(),
        one => vec![one],
    }
}

#[test]
fn each_annotation_has_what_the_model_demands_and_its_selectors_find_the_same_words() {
    for_all(|document| {
        let page: Json = serde_json::from_str(&export(document, ExportFormat::WebAnnotation)).unwrap();
        assert_eq!(page["@context"][0], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(page["type"], "AnnotationPage");
        let text = page["whosaid:text"]["value"].as_str().unwrap();
        assert_eq!(text, document.text);
        let mut ids = BTreeSet::new();
        for item in list(&page, "items") {
            assert_eq!(item["type"], "Annotation");
            assert!(ids.insert(item["id"].as_str().unwrap()), "an id stands twice");
            assert!(
                ["identifying", "tagging", "classifying", "linking"]
                    .contains(&item["motivation"].as_str().unwrap())
            );
            assert!(!list(item, "target").is_empty() && !list(item, "body").is_empty());
            for body in list(item, "body") {
                match body["type"].as_str().unwrap() {
                    "TextualBody" => assert!(body["value"].is_string() && body["purpose"] == "tagging"),
                    "SpecificResource" => assert!(body["source"]["id"].is_string()),
                    other => panic!("a body of type {other}"),
                }
            }
            for target in list(item, "target") {
                assert_eq!(target["source"], page["whosaid:text"]["id"]);
                let [position, quote] = list(target, "selector")[..] else { panic!("not two selectors") };
                assert_eq!(position["type"], "TextPositionSelector");
                let at = |key: &str| position[key].as_u64().unwrap() as usize;
                let (start, end) = (at("start"), at("end"));
                assert_eq!(quote["type"], "TextQuoteSelector");
                let part = |key: &str| quote[key].as_str().unwrap();
                assert_eq!(part("exact"), slice(text, start, end));
                let around = format!("{}{}{}", part("prefix"), part("exact"), part("suffix"));
                let from = start - part("prefix").chars().count();
                assert_eq!(around, slice(text, from, from + around.chars().count()));
                assert!(start == 0 || !part("prefix").is_empty());
            }
        }
    });
}

#[test]
fn a_quotation_names_speaker_kind_class_and_polarity() {
    let mut seen = 0;
    for document in real() {
        let page: Json = serde_json::from_str(&export(document, ExportFormat::WebAnnotation)).unwrap();
        for quote in &document.quotes {
            let id = format!("#quote-{}", quote.id);
            let items = list(&page, "items");
            let item = items.iter().find(|item| item["id"] == id.as_str()).unwrap();
            assert_eq!(list(item, "target").len(), quote.content.len());
            let tags: Vec<_> = list(item, "body").iter().filter_map(|body| body["value"].as_str()).collect();
            assert_eq!(tags, ["quotation", &quote.kind, &quote.class, &quote.polarity]);
            if let Some(speaker) = quote.speaker {
                let body = &item["body"][0];
                assert_eq!(body["purpose"], "identifying");
                assert_eq!(body["source"]["name"], document.entities[speaker as usize].name);
                assert_eq!(item["whosaid:speaker"]["id"], body["source"]["id"]);
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "only {seen} quotations with a speaker");
}

#[test]
fn a_path_is_a_reference_and_an_address_stays_one() {
    for (id, expected) in [
        ("news/Ana's story.txt", "news/Ana%27s%20story.txt"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("C:\\a é", "C%3A%5Ca%20%C3%A9"),
    ] {
        let mut document = crate::documents::bare("x");
        document.id = Some(id.to_owned());
        let page: Json = serde_json::from_str(&export(&document, ExportFormat::WebAnnotation)).unwrap();
        assert_eq!(page["whosaid:text"]["via"], expected);
    }
}
