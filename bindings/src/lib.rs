//! The core for JavaScript: translates values and errors, nothing more.
//!
//! `new Analyzer(pack)` reads the bytes of a model pack; its `analyze(text, options)` gives a Document as a plain object
//! whose offsets count UTF-16 units, as JavaScript strings do. What goes wrong is thrown as an `Error` with a
//! stable `code`. `applyCorrections(document, log)` gives the Document with a reader's corrections.

mod corrections;
mod document;
mod error;
mod options;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use whosaid::{Input, Models};

pub use corrections::apply_corrections;
use error::Failure;
use options::Choices;

/// An analyser that has read a model pack.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Analyzer {
    models: Models,
}

#[wasm_bindgen]
impl Analyzer {
    /// Reads the bytes of a model pack, such as `models/en.pack`. Nothing of the bytes is kept.
    ///
    /// # Errors
    /// Throws an `Error` whose `code` begins with `"model"` for bytes that are no pack for this version: `"modelTooShort"`,
    /// `"modelNotAPack"`, `"modelFormat"`, `"modelChecksum"`, `"modelFeatures"` …
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &[u8]) -> Result<Self, JsValue> {
        let models = Models::from_pack(pack).map_err(Failure::from)?;
        Ok(Self { models })
    }

    /// Name and version of the model.
    #[wasm_bindgen(getter)]
    pub fn model(&self) -> String {
        self.models.name.clone()
    }

    /// Analyses one text and gives its Document.
    ///
    /// `options`: `input` (`"auto"`, `"text"`, `"html"`), `id`, `explain`, `explainName` (number of a mention), `limitBytes`, `offsetUnit`
    /// (`"utf16"` if left out), `strictness` (`"strict"`, `"balanced"` if left out, `"everything"`: how sure a quotation must be to
    /// be given); all may be left out.
    ///
    /// # Errors
    /// Throws an `Error` with `code` `"tooLarge"` or `"badOptions"`.
    #[wasm_bindgen(unchecked_return_type = "Document")]
    pub fn analyze(
        &self,
        text: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions | null")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        analyze_text(&self.models, text, options).map_err(JsValue::from)
    }
}

/// Version of the analyser.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn analyze_text(models: &Models, text: &str, options: JsValue) -> Result<JsValue, Failure> {
    let choices = Choices::from_js(options)?;
    let input = Input { text, format: choices.format(), id: choices.id.as_deref() };
    let document = whosaid::analyze(&input, models, &choices.options())?;
    Ok(document.serialize(&Serializer::json_compatible())?)
}
