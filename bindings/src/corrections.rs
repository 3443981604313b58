//! A reader's corrections for JavaScript.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use whosaid::corrections::{Corrections, LeftOut, apply};
use whosaid::document::{Document, check};

use crate::error::Failure;

#[wasm_bindgen(typescript_custom_section)]
const TYPE: &str = r#"
/** A Document with a reader's corrections. */
export interface Corrected {
  /** What an edit touched has `corrected: true`. */
  document: Document;
  /** Edits that have no place in this Document: their numbers in the log, and why. */
  leftOut: { edit: number; reason: "noMention" | "noQuote" | "noWords" | "label" | "noName" | "alone" }[];
}
"#;

/// A Document and what could not be corrected in it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Corrected {
    document: Document,
    left_out: Vec<LeftOut>,
}

/// Applies a log of edits (`{corrections: "1.0", offsetUnit, edits}`, see docs/SCHEMA.md) to a Document. The Document that was
/// given stays as it is.
///
/// # Errors
/// Throws an `Error` with `code` `"badDocument"` or `"badCorrections"`.
#[wasm_bindgen(js_name = applyCorrections, unchecked_return_type = "Corrected")]
pub fn apply_corrections(
    #[wasm_bindgen(unchecked_param_type = "Document")] document: JsValue,
    corrections: JsValue,
) -> Result<JsValue, JsValue> {
    corrected(document, corrections).map_err(JsValue::from)
}

fn corrected(document: JsValue, corrections: JsValue) -> Result<JsValue, Failure> {
    let document: Document = serde_wasm_bindgen::from_value(document)?;
    check(&document).map_err(|error| Failure::document(&error.to_string()))?;
    let log: Corrections = serde_wasm_bindgen::from_value(corrections)
        .map_err(|error| Failure::corrections(&error.to_string()))?;
    let corrected = apply(&document, &log);
    let corrected = Corrected { document: corrected.document, left_out: corrected.left_out };
    Ok(corrected.serialize(&Serializer::json_compatible())?)
}
