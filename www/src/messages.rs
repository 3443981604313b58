//! What page and worker say to each other, as small JavaScript arrays.
//!
//! Worker: `["started"]` once. Page: `["pack", [bytes, …]]`, to be put together. Worker: `["ready"]`, or `["unfit", sentence]` if it cannot use
//! the pack. Then page: `[request, format, strictness, text]`, and worker for each: `[request, bytes, bytes]` with the Document as
//! JSON and its words apart, in bytes that change hands without a copy, or `[request, code, sentence]`. For the reasons of a name page:
//! `["why", request, mention, format, text]`, and worker: `["why", request, mention, bytes]` with the reasons as JSON, `null`
//! where there are none; names are the same whatever the strictness. The worker analyses the text once more for the
//! first of them and keeps the layers until another text comes, so that reading a text costs nothing for reasons that
//! nobody asks for.
//!
//! [`ask_layers`] asks how a sentence was read, in the same way.
//!
//! Another worker makes each file that the reader saves, and reads each Word file; [`files`] has what is said of them.
//!
//! Bytes, not objects: a text of a million marks has millions of tokens, and copying as many JavaScript objects
//! would stop the page for seconds.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use whosaid::analyze::{Analysis, analyze_layers};
use whosaid::document::NameWhy;
use whosaid::explain::SentenceLayers;
use whosaid::{Document, Input, InputFormat, Models, OffsetUnit, Options, Strictness};

use crate::state::{Format, Trouble};

pub mod files;
mod layers;

pub use layers::ask_layers;

/// A message, and the buffers in it that change hands.
pub type Message = (JsValue, Array);

/// What comes back for a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A Document as JSON.
    Document {
        /// All but its words.
        rest: Vec<u8>,
        /// Its words, half of it: a long text is read in two pieces.
        tokens: Vec<u8>,
    },
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
    /// Why a mention is a name, for the text of a request; `None` where there is no telling.
    Why(u32, u32, Option<NameWhy>),
    /// How a sentence was read, for the text of a request; `None` where there is none of that number.
    Layers(u32, u32, Option<Box<SentenceLayers>>),
}

/// The message of a worker that can be given the pack.
pub fn started() -> JsValue {
    Array::of1(&"started".into()).into()
}

/// The message that gives the worker the pack, in parts as [`crate::pack::fetch`] has them.
pub fn teach(parts: &Array) -> JsValue {
    Array::of2(&"pack".into(), parts).into()
}

/// The message that asks for an analysis.
pub fn ask(request: u32, format: Format, strictness: Strictness, text: &str) -> JsValue {
    Array::of4(&request.into(), &format.name().into(), &strictness.name().into(), &text.into()).into()
}

/// The message that asks why a mention of a text is a name.
pub fn ask_why(request: u32, mention: u32, format: Format, text: &str) -> JsValue {
    Array::of5(&WHY.into(), &request.into(), &mention.into(), &format.name().into(), &text.into()).into()
}

/// How messages about reasons begin.
const WHY: &str = "why";

impl Answer {
    fn refused(code: &str, sentence: String) -> Self {
        Self::Refused { code: code.to_owned(), sentence }
    }

    fn to_js(&self, request: u32) -> Message {
        match self {
            Self::Document { rest, tokens } => {
                let [rest, tokens] = [rest, tokens].map(|bytes| Uint8Array::from(bytes.as_slice()));
                let buffers = Array::of2(&rest.buffer(), &tokens.buffer());
                (Array::of3(&request.into(), &rest, &tokens).into(), buffers)
            }
            Self::Refused { code, sentence } => {
                (Array::of3(&request.into(), &code.into(), &sentence.into()).into(), Array::new())
            }
        }
    }

    /// Whether reading it takes so long that the browser should have its turn in between.
    pub fn is_long(&self) -> bool {
        matches!(self, Self::Document { rest, .. } if rest.len() > LONG_BYTES)
    }

    /// The Document, or what to tell the reader.
    pub fn document(self) -> Result<Document, Trouble> {
        self.without_words().and_then(|(document, words)| words.read_into(document))
    }

    /// The Document without its words, and these, still to be read into it.
    pub fn without_words(self) -> Result<(Document, Words), Trouble> {
        match self {
            Self::Document { rest, tokens } => {
                serde_json::from_slice(&rest).map(|document| (document, Words(tokens))).map_err(unread)
            }
            Self::Refused { code, .. } if code == "tooLarge" => Err(Trouble::TooLarge),
            Self::Refused { sentence, .. } => Err(Trouble::Analyzer { sentence }),
        }
    }
}

/// Bytes of JSON that take a browser some tens of milliseconds.
const LONG_BYTES: usize = 1_000_000;

/// The words of a Document, not yet read.
#[derive(Debug)]
pub struct Words(Vec<u8>);

impl Words {
    /// The Document with them, or what to tell the reader.
    pub fn read_into(self, mut document: Document) -> Result<Document, Trouble> {
        document.tokens = serde_json::from_slice(&self.0).map_err(unread)?;
        Ok(document)
    }
}

fn unread(error: serde_json::Error) -> Trouble {
    Trouble::Analyzer { sentence: error.to_string() }
}

impl FromWorker {
    /// Reads a message of the worker; `None` for anything else.
    pub fn from_js(message: JsValue) -> Option<Self> {
        let parts = Array::is_array(&message).then(|| Array::from(&message))?;
        match parts.get(0).as_string().as_deref() {
            Some("started") => return Some(Self::Started),
            Some("ready") => return Some(Self::Ready),
            Some(WHY) => return told_why(&parts),
            Some(layers::LAYERS) => return layers::told(&parts),
            Some("unfit") => return Some(Self::Unfit(parts.get(1).as_string().unwrap_or_default())),
            _ => {}
        }
        let request = parts.get(0).as_f64()? as u32;
        let answer = match parts.get(1).as_string() {
            Some(code) => Answer::Refused { code, sentence: parts.get(2).as_string().unwrap_or_default() },
            None => {
                let bytes = |at: u32| Uint8Array::new(&parts.get(at)).to_vec();
                Answer::Document { rest: bytes(1), tokens: bytes(2) }
            }
        };
        Some(Self::Answer(request, answer))
    }
}

/// The reasons of a name. Apart, like [`layers::told`]: browsers compile a function when it is first called, and the first messages
/// come while the page opens.
#[inline(never)]
fn told_why(parts: &Array) -> Option<FromWorker> {
    let number = |at: u32| Some(parts.get(at).as_f64()? as u32);
    let why = serde_json::from_slice(&Uint8Array::new(&parts.get(3)).to_vec());
    Some(FromWorker::Why(number(1)?, number(2)?, why.unwrap_or_default()))
}

/// The worker's whole work: learns from the pack, then reads requests, analyses, answers.
#[derive(Debug, Default)]
pub struct Service {
    models: Option<Models>,
    /// The layers of the text of a request, once reasons were asked for.
    kept: Option<Kept>,
}

/// The layers of the text of a request, read with a strictness.
#[derive(Debug)]
struct Kept {
    request: u32,
    strictness: Strictness,
    analysis: Analysis,
}

impl Service {
    /// The answer to a message of the page; `None` for what is no message of it.
    pub fn serve(&mut self, message: &JsValue) -> Option<Message> {
        let parts = Array::is_array(message).then(|| Array::from(message))?;
        if parts.get(0).as_string().as_deref() == Some("pack") {
            return Some((self.learn(&put_together(&Array::from(&parts.get(1)))), Array::new()));
        }
        if parts.get(0).as_string().as_deref() == Some(WHY) {
            return self.explain(&parts);
        }
        if parts.get(0).as_string().as_deref() == Some(layers::LAYERS) {
            return self.tell_layers(&parts);
        }
        let request = parts.get(0).as_f64()? as u32;
        let format = Format::from_name(&parts.get(1).as_string()?)?;
        let strictness = Strictness::from_name(&parts.get(2).as_string()?)?;
        let text = parts.get(3).as_string()?;
        self.kept = None;
        let answer = self.models.as_ref().map_or_else(
            || Answer::refused("noModel", "the analyser was given no model".to_owned()),
            |models| analyze(models, &text, format, strictness),
        );
        Some(answer.to_js(request))
    }

    fn explain(&mut self, parts: &Array) -> Option<Message> {
        let (request, mention) = (parts.get(1).as_f64()? as u32, parts.get(2).as_f64()? as u32);
        let format = Format::from_name(&parts.get(3).as_string()?)?;
        let text = parts.get(4).as_string()?;
        let why = self.why(request, mention, format, &text);
        let bytes = Uint8Array::from(serde_json::to_vec(&why).unwrap_or_default().as_slice());
        let message = Array::of4(&WHY.into(), &request.into(), &mention.into(), &bytes);
        Some((message.into(), Array::of1(&bytes.buffer())))
    }

    fn why(&mut self, request: u32, mention: u32, format: Format, text: &str) -> Option<NameWhy> {
        self.keep(request, None, format, text)?;
        let (models, kept) = (self.models.as_ref()?, self.kept.as_ref()?);
        kept.analysis.explain_name(models, mention)
    }

    /// Reads the text of a request for its layers, unless they are there; names are the same with any strictness.
    fn keep(&mut self, request: u32, wanted: Option<Strictness>, format: Format, text: &str) -> Option<()> {
        let suits = |kept: &Kept| {
            kept.request == request && wanted.is_none_or(|strictness| strictness == kept.strictness)
        };
        if !self.kept.as_ref().is_some_and(suits) {
            let strictness = wanted.unwrap_or_default();
            let input = Input { text, format: form(format), id: None };
            let analysis = analyze_layers(&input, self.models.as_ref()?, &options(strictness)).ok()?;
            self.kept = Some(Kept { request, strictness, analysis });
        }
        Some(())
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

fn put_together(parts: &Array) -> Vec<u8> {
    let parts: Vec<Uint8Array> = parts.iter().map(|part| Uint8Array::new(&part)).collect();
    let mut bytes = Vec::with_capacity(parts.iter().map(|part| part.length() as usize).sum());
    parts.iter().for_each(|part| bytes.extend(part.to_vec()));
    bytes
}

/// Analyses one text for the page, which counts in bytes since its strings do.
pub fn analyze(models: &Models, text: &str, format: Format, strictness: Strictness) -> Answer {
    let input = Input { text, format: form(format), id: None };
    match whosaid::analyze(&input, models, &options(strictness)) {
        Ok(mut document) => {
            let tokens = std::mem::take(&mut document.tokens);
            match (serde_json::to_vec(&document), serde_json::to_vec(&tokens)) {
                (Ok(rest), Ok(tokens)) => Answer::Document { rest, tokens },
                (Err(error), _) | (_, Err(error)) => Answer::refused("badDocument", error.to_string()),
            }
        }
        Err(error) => Answer::refused(error.code(), error.to_string()),
    }
}

fn options(strictness: Strictness) -> Options {
    Options { offset_unit: OffsetUnit::Byte, explain: true, strictness, ..Options::default() }
}

const fn form(format: Format) -> InputFormat {
    match format {
        Format::Text => InputFormat::Text,
        Format::Html => InputFormat::Html,
    }
}

/// The answer for a plain text, with the models that tests have.
#[cfg(test)]
pub fn answer_for(text: &str) -> Answer {
    answer_with(text, Strictness::default())
}

/// The same with a strictness.
#[cfg(test)]
pub fn answer_with(text: &str, strictness: Strictness) -> Answer {
    analyze(&Models::builtin().unwrap(), text, Format::Text, strictness)
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
    fn the_reasons_are_those_of_the_mention_that_the_page_shows() {
        let mut service = Service { models: Some(Models::builtin().unwrap()), kept: None };
        let text = "Ana Ruiz said “yes”. Ruiz left.";
        let document = answer_for(text).document().unwrap();
        for mention in &document.mentions {
            let why = service.why(1, mention.id, Format::Text, text);
            assert_eq!(why.is_some(), mention.kind == "name");
        }
        assert!(service.why(2, 0, Format::Text, "It rained.").is_none());
        assert!(service.kept.is_some_and(|kept| kept.request == 2));
    }

    #[test]
    fn strictness_changes_quotations_and_leaves_names_as_they_are() {
        let text = include_str!("../../seeds/articles/court-report.txt");
        let [strict, balanced, everything] =
            Strictness::ALL.map(|strictness| answer_with(text, strictness).document().unwrap());
        assert!(!strict.quotes.is_empty());
        assert!(strict.quotes.len() < balanced.quotes.len());
        assert!(balanced.quotes.len() < everything.quotes.len());
        // The page keeps open cards, reasons and colours by the numbers of what is mentioned.
        let mentions = |document: &Document| -> Vec<_> {
            document.mentions.iter().map(|it| (it.id, it.start, it.end, it.kind.clone())).collect()
        };
        let mentioned = |document: &Document| -> Vec<_> {
            let all = document.entities.iter().filter(|it| !it.mentions.is_empty());
            all.map(|it| (it.id, it.name.clone())).collect()
        };
        for other in [&strict, &everything] {
            assert_eq!(mentions(other), mentions(&balanced));
            assert_eq!(mentioned(other), mentioned(&balanced));
        }
    }

    #[test]
    fn a_text_over_the_limit_is_refused_by_its_own_code() {
        assert_eq!(answer_for(&"x".repeat(20_000_001)).document(), Err(Trouble::TooLarge));
    }
}
