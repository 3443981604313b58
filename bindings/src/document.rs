//! The type of a Document for TypeScript, made from docs/schema.json.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPE: &str = include_str!(concat!(env!("OUT_DIR"), "/document.d.ts"));
