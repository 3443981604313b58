//! The core for JavaScript: translates values and errors, nothing more.
//!
//! `analyze(text, options)` gives a Document as a plain object whose offsets count UTF-16 units, as JavaScript
//! strings do. What goes wrong is thrown as an `Error` with a stable `code`.

mod error;
mod options;

use std::sync::OnceLock;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use whosaid::{Input, Models};

use error::Failure;
use options::Choices;

/// Analyses one text and gives its Document.
///
/// `options`: `input` (`"auto"`, `"text"`, `"html"`), `id`, `explain`, `limitBytes`, `offsetUnit`
/// (`"utf16"` if left out); all may be left out.
///
/// # Errors
/// Throws an `Error` with `code` `"tooLarge"`, `"badOptions"` or `"badModel"`.
#[wasm_bindgen]
pub fn analyze(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    analyze_text(text, options).map_err(JsValue::from)
}

/// Version of the analyser.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn analyze_text(text: &str, options: JsValue) -> Result<JsValue, Failure> {
    let choices = Choices::from_js(options)?;
    let input = Input { text, format: choices.format(), id: choices.id.as_deref() };
    let document = whosaid::analyze(&input, models()?, &choices.options())?;
    Ok(document.serialize(&Serializer::json_compatible())?)
}

/// The models, read once.
fn models() -> Result<&'static Models, Failure> {
    static MODELS: OnceLock<Models> = OnceLock::new();
    if let Some(models) = MODELS.get() {
        return Ok(models);
    }
    let models = Models::builtin()?;
    Ok(MODELS.get_or_init(|| models))
}
