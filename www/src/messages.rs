//! What page and worker say to each other, as small JavaScript arrays.
//!
//! Page: `[request, format, text]`. Worker: `["ready"]` once, then for each request `[request, bytes]` with the
//! Document as JSON in bytes that change hands without a copy, or `[request, code, sentence]`.
//!
//! Bytes, not objects: a text of a million marks has millions of tokens, and copying as many JavaScript objects
//! would stop the page for seconds.

use std::cell::OnceCell;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use whosaid::{Document, Input, InputFormat, Models, OffsetUnit, Options};

use crate::state::{Format, Trouble};

/// What comes back for a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A Document as JSON.
    Document(Vec<u8>),
    /// Why there is none.
    Refused {
        /// A stable code.
        code: String,
        /// One sentence.
        sentence: String,
    },
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq)]
pub enum FromWorker {
    /// It can be asked.
    Ready,
    /// The answer to a request.
    Answer(u32, Answer),
}

/// The message of a worker that can be asked.
pub fn ready() -> JsValue {
    Array::of1(&"ready".into()).into()
}

/// The message that asks for an analysis.
pub fn ask(request: u32, format: Format, text: &str) -> JsValue {
    Array::of3(&request.into(), &format.name().into(), &text.into()).into()
}

impl Answer {
    /// The message, and the buffers in it that change hands.
    pub fn to_js(&self, request: u32) -> (JsValue, Array) {
        match self {
            Self::Document(bytes) => {
                let bytes = Uint8Array::from(bytes.as_slice());
                (Array::of2(&request.into(), &bytes).into(), Array::of1(&bytes.buffer()))
            }
            Self::Refused { code, sentence } => {
                (Array::of3(&request.into(), &code.into(), &sentence.into()).into(), Array::new())
            }
        }
    }

    /// The Document, or what to tell the reader.
    pub fn document(self) -> Result<Document, Trouble> {
        match self {
            Self::Document(bytes) => serde_json::from_slice(&bytes)
                .map_err(|error| Trouble::Analyzer { sentence: error.to_string() }),
            Self::Refused { code, .. } if code == "tooLarge" => Err(Trouble::TooLarge),
            Self::Refused { sentence, .. } => Err(Trouble::Analyzer { sentence }),
        }
    }
}

impl FromWorker {
    /// Reads a message of the worker; `None` for anything else.
    pub fn from_js(message: JsValue) -> Option<Self> {
        let parts = Array::is_array(&message).then(|| Array::from(&message))?;
        if parts.get(0).as_string().as_deref() == Some("ready") {
            return Some(Self::Ready);
        }
        let request = parts.get(0).as_f64()? as u32;
        let answer = match parts.get(1).as_string() {
            Some(code) => Answer::Refused { code, sentence: parts.get(2).as_string().unwrap_or_default() },
            None => Answer::Document(Uint8Array::new(&parts.get(1)).to_vec()),
        };
        Some(Self::Answer(request, answer))
    }
}

/// The worker's whole work: reads a request, analyses, answers. `None` for what is no request.
pub fn serve(message: &JsValue) -> Option<(u32, Answer)> {
    let parts = Array::is_array(message).then(|| Array::from(message))?;
    let request = parts.get(0).as_f64()? as u32;
    let format = Format::from_name(&parts.get(1).as_string()?)?;
    Some((request, analyze(&parts.get(2).as_string()?, format)))
}

/// Analyses one text for the page, which counts in bytes since its strings do.
pub fn analyze(text: &str, format: Format) -> Answer {
    let refused = |code: &str, sentence: String| Answer::Refused { code: code.to_owned(), sentence };
    let format = match format {
        Format::Text => InputFormat::Text,
        Format::Html => InputFormat::Html,
    };
    let options = Options { offset_unit: OffsetUnit::Byte, explain: true, ..Options::default() };
    with_models(|models| match whosaid::analyze(&Input { text, format, id: None }, models, &options) {
        Ok(document) => match serde_json::to_vec(&document) {
            Ok(bytes) => Answer::Document(bytes),
            Err(error) => refused("badDocument", error.to_string()),
        },
        Err(error) => refused(error.code(), error.to_string()),
    })
    .unwrap_or_else(|sentence| refused("badModel", sentence))
}

/// Reads the models at the first request and keeps them.
fn with_models<T>(work: impl FnOnce(&Models) -> T) -> Result<T, String> {
    thread_local! {
        static MODELS: OnceCell<Models> = const { OnceCell::new() };
    }
    MODELS.with(|cell| {
        if cell.get().is_none() {
            let models = Models::builtin().map_err(|error| error.to_string())?;
            // The cell was empty and only this thread can reach it.
            let _ = cell.set(models);
        }
        cell.get().map(work).ok_or_else(|| "the models could not be kept".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_gets_back_the_text_it_sent() {
        let document = analyze("Ana Ruiz said “yes”. 😀", Format::Text).document().unwrap();
        assert_eq!(document.text, "Ana Ruiz said “yes”. 😀");
        assert_eq!(document.offset_unit, OffsetUnit::Byte);
    }

    #[test]
    fn a_text_over_the_limit_is_refused_by_its_own_code() {
        let text = "x".repeat(20_000_001);
        assert_eq!(analyze(&text, Format::Text).document(), Err(Trouble::TooLarge));
    }
}
