//! The few words of JSON Schema that the schemas of docs/ use.

use serde_json::Value as Json;

/// The value at `pointer`, which must exist.
pub fn at<'a>(schema: &'a Json, pointer: &str) -> &'a Json {
    schema.pointer(pointer).unwrap_or_else(|| panic!("the schema has no {pointer}"))
}

/// The few words of JSON Schema that the schemas of docs/ use. A validator with all of them took longer to build than
/// the rest of the workspace; a word that is not known here fails.
pub fn follows(root: &Json, schema: &Json, value: &Json, place: &str, faults: &mut Vec<String>) {
    for (word, wanted) in schema.as_object().expect("a schema is an object") {
        let follows_too = match word.as_str() {
            "$ref" => {
                let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                follows(root, at(root, pointer), value, place, faults);
                true
            }
            "type" => match wanted {
                Json::Array(types) => types.iter().any(|name| has_type(value, name)),
                name => has_type(value, name),
            },
            "enum" => wanted.as_array().unwrap().contains(value),
            "anyOf" => wanted.as_array().unwrap().iter().any(|choice| {
                let mut inner = Vec::new();
                follows(root, choice, value, place, &mut inner);
                inner.is_empty()
            }),
            "required" => {
                wanted.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some())
            }
            "properties" => {
                for (name, inner) in value.as_object().into_iter().flatten() {
                    match wanted.get(name) {
                        Some(schema) => follows(root, schema, inner, &format!("{place}/{name}"), faults),
                        None => faults.push(format!("{place}/{name} is written and not described")),
                    }
                }
                true
            }
            "items" => {
                for (index, inner) in value.as_array().into_iter().flatten().enumerate() {
                    follows(root, wanted, inner, &format!("{place}/{index}"), faults);
                }
                true
            }
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= wanted.as_u64().unwrap()),
            "minimum" => value.as_f64().is_none_or(|number| number >= wanted.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= wanted.as_f64().unwrap()),
            "pattern" => value.as_str().is_none_or(|string| matches(wanted.as_str().unwrap(), string)),
            "$schema" | "$defs" | "title" | "description" => true,
            unknown => panic!("tests/common/json_schema.rs does not know {unknown:?}"),
        };
        if !follows_too {
            faults.push(format!("{place}: {value} breaks {word} {wanted}"));
        }
    }
}

fn has_type(value: &Json, name: &Json) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        unknown => panic!("tests/common/json_schema.rs does not know the type {unknown:?}"),
    }
}

/// The patterns of the schemas.
fn matches(pattern: &str, string: &str) -> bool {
    let lower = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase());
    match pattern {
        "^-?[0-9]+(\\.[0-9]+)?$" => {
            let digits = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
            let number = string.strip_prefix('-').unwrap_or(string);
            number.split_once('.').map_or(digits(number), |(whole, part)| digits(whole) && digits(part))
        }
        "^[A-Z]{3}$" => string.len() == 3 && string.bytes().all(|c| c.is_ascii_uppercase()),
        "^1\\.[0-9]+$" => string.strip_prefix("1.").is_some_and(|minor| minor.parse::<u32>().is_ok()),
        "^[a-z]+(:[a-z]+)?$" => {
            string.split_once(':').map_or(lower(string), |(first, second)| lower(first) && lower(second))
        }
        unknown => panic!("tests/common/json_schema.rs does not know the pattern {unknown:?}"),
    }
}
