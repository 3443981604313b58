//! What page and worker say to each other, as small JavaScript arrays.
//!
//! Worker: `["started"]` once. Page: `["pack", bytes]`. Worker: `["ready"]`, or `["unfit", sentence]` if it cannot use
//! the pack. Then page: `[request, format, text]`, and worker for each: `[request, bytes]` with the Document as
//! JSON in bytes that change hands without a copy, or `[request, code, sentence]`.
//!
//! Bytes, not objects: a text of a million marks has millions of tokens, and copying as many JavaScript objects
//! would stop the page for seconds.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use whosaid::{Document, Input, InputFormat, Models, OffsetUnit, Options};

use crate::state::{Format, Trouble};

/// A message, and the buffers in it that change hands.
pub type Message = (JsValue, Array);

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
    /// It can be given the pack.
    Started,
    /// It can be asked.
    Ready,
    /// It cannot use the pack, and why.
    Unfit(String),
    /// The answer to a request.
    Answer(u32, Answer),
}

/// The message of a worker that can be given the pack.
pub fn started() -> JsValue {
    Array::of1(&"started".into()).into()
}

/// The message that gives the worker the pack.
pub fn teach(pack: &[u8]) -> Message {
    let bytes = Uint8Array::from(pack);
    (Array::of2(&"pack".into(), &bytes).into(), Array::of1(&bytes.buffer()))
}

/// The message that asks for an analysis.
pub fn ask(request: u32, format: Format, text: &str) -> JsValue {
    Array::of3(&request.into(), &format.name().into(), &text.into()).into()
}

impl Answer {
    fn refused(code: &str, sentence: String) -> Self {
        Self::Refused { code: code.to_owned(), sentence }
    }

    fn to_js(&self, request: u32) -> Message {
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
        match parts.get(0).as_string().as_deref() {
            Some("started") => return Some(Self::Started),
            Some("ready") => return Some(Self::Ready),
            Some("unfit") => return Some(Self::Unfit(parts.get(1).as_string().unwrap_or_default())),
            _ => {}
        }
        let request = parts.get(0).as_f64()? as u32;
        let answer = match parts.get(1).as_string() {
            Some(code) => Answer::Refused { code, sentence: parts.get(2).as_string().unwrap_or_default() },
            None => Answer::Document(Uint8Array::new(&parts.get(1)).to_vec()),
        };
        Some(Self::Answer(request, answer))
    }
}

/// The worker's whole work: learns from the pack, then reads requests, analyses, answers.
#[derive(Debug, Default)]
pub struct Service {
    models: Option<Models>,
}

impl Service {
    /// The answer to a message of the page; `None` for what is no message of it.
    pub fn serve(&mut self, message: &JsValue) -> Option<Message> {
        let parts = Array::is_array(message).then(|| Array::from(message))?;
        if parts.get(0).as_string().as_deref() == Some("pack") {
            return Some((self.learn(&Uint8Array::new(&parts.get(1)).to_vec()), Array::new()));
        }
        let request = parts.get(0).as_f64()? as u32;
        let format = Format::from_name(&parts.get(1).as_string()?)?;
        let text = parts.get(2).as_string()?;
        let answer = self.models.as_ref().map_or_else(
            || Answer::refused("noModel", "the analyser was given no model".to_owned()),
            |models| analyze(models, &text, format),
        );
        Some(answer.to_js(request))
    }

    fn learn(&mut self, pack: &[u8]) -> JsValue {
        match Models::from_pack(pack) {
            Ok(models) => {
                self.models = Some(models);
                Array::of1(&"ready".into()).into()
            }
            Err(error) => Array::of2(&"unfit".into(), &error.to_string().into()).into(),
        }
    }
}

/// Analyses one text for the page, which counts in bytes since its strings do.
pub fn analyze(models: &Models, text: &str, format: Format) -> Answer {
    let format = match format {
        Format::Text => InputFormat::Text,
        Format::Html => InputFormat::Html,
    };
    let options = Options { offset_unit: OffsetUnit::Byte, explain: true, ..Options::default() };
    match whosaid::analyze(&Input { text, format, id: None }, models, &options) {
        Ok(document) => match serde_json::to_vec(&document) {
            Ok(bytes) => Answer::Document(bytes),
            Err(error) => Answer::refused("badDocument", error.to_string()),
        },
        Err(error) => Answer::refused(error.code(), error.to_string()),
    }
}

/// The answer for a plain text, with the models that tests have.
#[cfg(test)]
pub fn answer_for(text: &str) -> Answer {
    analyze(&Models::builtin().unwrap(), text, Format::Text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_gets_back_the_text_it_sent() {
        let document = answer_for("Ana Ruiz said “yes”. 😀").document().unwrap();
        assert_eq!(document.text, "Ana Ruiz said “yes”. 😀");
        assert_eq!(document.offset_unit, OffsetUnit::Byte);
    }

    #[test]
    fn a_text_over_the_limit_is_refused_by_its_own_code() {
        assert_eq!(answer_for(&"x".repeat(20_000_001)).document(), Err(Trouble::TooLarge));
    }
}
