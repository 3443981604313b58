//! Types for TypeScript: docs/schema.json → the interface `Document` and the named types in it, for `document.rs`. The schema is
//! held against the code by a test, so the types are too.

use std::env;
use std::fs;
use std::path::PathBuf;

use serde_json::Value as Json;

const SCHEMA: &str = "../docs/schema.json";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={SCHEMA}");
    let schema = fs::read_to_string(SCHEMA).expect("docs/schema.json can be read");
    let schema: Json = serde_json::from_str(&schema).expect("docs/schema.json is JSON");
    let out = env::var_os("OUT_DIR").map(PathBuf::from).expect("cargo sets OUT_DIR");
    fs::write(out.join("document.d.ts"), types(&schema)).expect("the build folder can be written");
}

fn types(schema: &Json) -> String {
    let mut types = format!("{}export interface Document {}\n", comment(schema, 0), type_of(schema, 0));
    for (name, part) in schema["$defs"].as_object().expect("the schema has $defs") {
        types += &format!("\n{}export type {} = {};\n", comment(part, 0), type_name(name), type_of(part, 0));
    }
    types
}

/// `row` → `DocumentRow`: the bindings' other types have names of their own.
fn type_name(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    format!("Document{}{rest}", first.to_uppercase())
}

fn type_of(part: &Json, depth: usize) -> String {
    if let Some(place) = part["$ref"].as_str() {
        return type_name(place.trim_start_matches("#/$defs/"));
    }
    if let Some(labels) = part["enum"].as_array() {
        return labels.iter().map(Json::to_string).collect::<Vec<_>>().join(" | ");
    }
    if let Some(either) = part["anyOf"].as_array() {
        return either.iter().map(|part| type_of(part, depth)).collect::<Vec<_>>().join(" | ");
    }
    match &part["type"] {
        Json::String(name) => named(name, part, depth),
        Json::Array(names) => {
            let names = names.iter().filter_map(Json::as_str).map(|name| named(name, part, depth));
            names.collect::<Vec<_>>().join(" | ")
        }
        other => panic!("docs/schema.json has a part of type {other}"),
    }
}

fn named(name: &str, part: &Json, depth: usize) -> String {
    match name {
        "integer" | "number" => "number".to_owned(),
        "string" | "boolean" | "null" => name.to_owned(),
        "array" => format!("Array<{}>", type_of(&part["items"], depth)),
        "object" => match part["properties"].as_object() {
            Some(fields) => {
                let required = |field: &str| {
                    part["required"].as_array().is_some_and(|all| all.iter().any(|name| name == field))
                };
                let indent = "  ".repeat(depth + 1);
                let lines = fields.iter().map(|(field, part)| {
                    let mark = if required(field) { "" } else { "?" };
                    let about = comment(part, depth + 1);
                    format!("{about}{indent}{field}{mark}: {};\n", type_of(part, depth + 1))
                });
                format!("{{\n{}{}}}", lines.collect::<String>(), "  ".repeat(depth))
            }
            None => "Record<string, unknown>".to_owned(),
        },
        other => panic!("docs/schema.json has a part of type {other}"),
    }
}

fn comment(part: &Json, depth: usize) -> String {
    let about = part["description"].as_str();
    about.map_or_else(String::new, |about| format!("{}/** {about} */\n", "  ".repeat(depth)))
}
