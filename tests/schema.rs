//! docs/schema.json says what the code writes: the same fields, the same labels.

mod common;

use common::analyzed;
use common::json_schema::{at, follows};
use serde_json::Value as Json;
use whosaid::analyze::analyze_layers;
use whosaid::document::{JSON_SCHEMA, build};
use whosaid::labels::{EntityType, Polarity, Precision, QuoteClass, QuoteKind, Upos, Value};
use whosaid::notice::NoticeCode;
use whosaid::{Document, Input, OffsetUnit, Options};

fn schema() -> Json {
    serde_json::from_str(JSON_SCHEMA).expect("docs/schema.json is JSON")
}

#[track_caller]
fn lists(pointer: &str, mut names: Vec<&str>) {
    let schema = schema();
    let mut listed: Vec<_> =
        at(&schema, pointer)["enum"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    listed.sort_unstable();
    names.sort_unstable();
    assert_eq!(listed, names, "{pointer}");
}

#[test]
fn labels_are_those_of_the_code() {
    use whosaid::blocks::BlockKind;
    let quote = "/properties/quotes/items/properties";
    lists("/properties/blocks/items/properties/kind", BlockKind::ALL.map(BlockKind::name).to_vec());
    lists("/properties/tokens/properties/upos/items", Upos::ALL.map(Upos::name).to_vec());
    lists("/$defs/type", EntityType::ALL.map(EntityType::name).to_vec());
    lists("/properties/notices/items/properties/code", NoticeCode::ALL.map(NoticeCode::name).to_vec());
    lists(&format!("{quote}/class"), QuoteClass::ALL.map(QuoteClass::name).to_vec());
    let kinds = [QuoteKind::Direct, QuoteKind::Indirect, QuoteKind::Mixed];
    lists(&format!("{quote}/kind"), kinds.map(QuoteKind::name).to_vec());
    let polarities = [Polarity::Asserted, Polarity::Denied, Polarity::Hypothetical];
    lists(&format!("{quote}/polarity"), polarities.map(Polarity::name).to_vec());
    let value = "/properties/mentions/items/properties/value/properties";
    lists(&format!("{value}/kind"), Value::KINDS.to_vec());
    lists(&format!("{value}/precision"), Precision::ALL.map(Precision::name).to_vec());
    lists("/properties/offsetUnit", common::UNITS.map(OffsetUnit::name).to_vec());
}

/// Real Documents with every layer in them.
fn documents() -> Vec<Document> {
    let golden = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    // Every kind of value is in one of these.
    let values = "On 3 May 2021 at 8 p.m. the third of 20 men paid $5 or 12% for two miles in three years.";
    let mut texts = vec![String::new(), "“ no".to_owned(), values.to_owned()];
    for entry in std::fs::read_dir(golden).unwrap() {
        texts.extend(std::fs::read_to_string(entry.unwrap().path().join("input.txt")));
    }
    texts.iter().map(|text| analyzed(&Input::text(text), OffsetUnit::Codepoint)).collect()
}

#[test]
fn the_documents_hold_every_kind_of_value() {
    let documents = documents();
    let mentions = documents.iter().flat_map(|document| &document.mentions);
    let kinds: Vec<_> = mentions.filter_map(|mention| Some(mention.value.as_ref()?.kind.as_str())).collect();
    for kind in Value::KINDS {
        assert!(kinds.contains(&kind), "no {kind} in {kinds:?}");
    }
}

#[test]
fn a_document_of_schema_1_0_opens_without_values() {
    let document = analyzed(&Input::text("Ana Ruiz paid $5 in 2016."), OffsetUnit::Codepoint);
    let mut old = serde_json::to_value(&document).unwrap();
    old["schema"] = "1.0".into();
    for mention in old["mentions"].as_array_mut().unwrap() {
        mention.as_object_mut().unwrap().remove("value");
    }
    let opened = whosaid::document::read(&old.to_string()).expect("an old Document");
    assert_eq!(opened.mentions.len(), document.mentions.len());
    assert!(document.mentions.iter().any(|mention| mention.value.is_some()));
    assert!(opened.mentions.iter().all(|mention| mention.value.is_none()));
}

#[test]
fn a_document_of_schema_1_1_opens_without_reasons_for_names() {
    let input = Input::text("Ana Ruiz paid $5 in 2016.");
    let options = Options { explain_name: Some(0), ..Options::default() };
    let document = whosaid::analyze(&input, common::models(), &options).unwrap();
    assert!(document.mentions[0].why.is_some() && document.mentions[1].why.is_none());
    let mut old = serde_json::to_value(&document).unwrap();
    old["schema"] = "1.1".into();
    old["mentions"][0].as_object_mut().unwrap().remove("why");
    assert!(whosaid::document::read(&old.to_string()).unwrap().mentions[0].why.is_none());
}

/// Documents in which every name says why.
fn explained() -> Vec<Document> {
    let mut texts = vec![
        "Storm Odile hit Harlow & Pike. The SDF, or Syrian Democratic Forces, left Mr. Ruiz.".to_owned(),
    ];
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/articles")).unwrap() {
        texts.extend(std::fs::read_to_string(entry.unwrap().path()));
    }
    let explained = |text: &String| {
        let (input, options) = (Input::text(text), Options::default());
        let analysis = analyze_layers(&input, common::models(), &options).unwrap();
        let mut document = build(&analysis.layers(), &input, common::models(), &options);
        for mention in &mut document.mentions {
            mention.why = analysis.explain_name(common::models(), mention.id);
            assert_eq!(mention.why.is_some(), mention.kind == "name");
        }
        document
    };
    texts.iter().map(explained).collect()
}

#[test]
fn every_document_follows_the_schema() {
    let schema = schema();
    for document in documents().into_iter().chain(explained()) {
        let value = serde_json::to_value(&document).unwrap();
        let mut faults = Vec::new();
        follows(&schema, &schema, &value, "", &mut faults);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
