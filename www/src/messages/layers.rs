//! The layers of a sentence: what page and worker say of them.
//!
//! Page: `["layers", request, sentence, strictness, format, text]`; worker: `["layers", request, sentence, bytes]` with the
//! layers as JSON, `null` where there are none.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use whosaid::document::build;
use whosaid::explain::SentenceLayers;
use whosaid::{Input, Strictness};

use super::{FromWorker, Message, Service, form, options};
use crate::state::Format;

/// How these messages begin.
pub(super) const LAYERS: &str = "layers";

/// The message that asks how a sentence of a text was read.
pub fn ask_layers(
    request: u32,
    sentence: u32,
    strictness: Strictness,
    format: Format,
    text: &str,
) -> JsValue {
    let parts: [JsValue; 6] = [
        LAYERS.into(),
        request.into(),
        sentence.into(),
        strictness.name().into(),
        format.name().into(),
        text.into(),
    ];
    parts.into_iter().collect::<Array>().into()
}

/// Reads the answer. Apart, like [`super::told_why`].
#[inline(never)]
pub(super) fn told(parts: &Array) -> Option<FromWorker> {
    let number = |at: u32| Some(parts.get(at).as_f64()? as u32);
    let layers = serde_json::from_slice(&Uint8Array::new(&parts.get(3)).to_vec());
    Some(FromWorker::Layers(number(1)?, number(2)?, layers.unwrap_or_default()))
}

impl Service {
    pub(super) fn tell_layers(&mut self, parts: &Array) -> Option<Message> {
        let (request, sentence) = (parts.get(1).as_f64()? as u32, parts.get(2).as_f64()? as u32);
        let strictness = Strictness::from_name(&parts.get(3).as_string()?)?;
        let format = Format::from_name(&parts.get(4).as_string()?)?;
        let text = parts.get(5).as_string()?;
        let layers = self.layers(request, sentence, strictness, format, &text);
        let bytes = Uint8Array::from(serde_json::to_vec(&layers).unwrap_or_default().as_slice());
        let message = Array::of4(&LAYERS.into(), &request.into(), &sentence.into(), &bytes);
        Some((message.into(), Array::of1(&bytes.buffer())))
    }

    fn layers(
        &mut self,
        request: u32,
        sentence: u32,
        strictness: Strictness,
        format: Format,
        text: &str,
    ) -> Option<SentenceLayers> {
        self.keep(request, Some(strictness), format, text)?;
        let (models, kept) = (self.models.as_ref()?, self.kept.as_ref()?);
        let input = Input { text, format: form(format), id: None };
        let document = build(&kept.analysis.layers(), &input, models, &options(strictness));
        kept.analysis.explain_sentence(&document, models, sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer_with;
    use super::*;
    use whosaid::Models;

    #[test]
    fn the_layers_are_those_of_the_document_that_the_page_shows() {
        let text = include_str!("../../../seeds/articles/court-report.txt");
        let mut service = Service { models: Some(Models::builtin().unwrap()), kept: None };
        for strictness in [Strictness::Strict, Strictness::Everything] {
            let document = answer_with(text, strictness).document().unwrap();
            let mut quotes = 0;
            for sentence in &document.sentences {
                let layers = service.layers(7, sentence.id, strictness, Format::Text, text).unwrap();
                assert_eq!((layers.start, layers.end), (sentence.start, sentence.end));
                for quote in &layers.quotes {
                    assert_eq!(document.quotes[quote.id as usize].confidence, quote.confidence);
                }
                quotes += layers.quotes.len();
            }
            assert!(quotes >= document.quotes.len());
        }
        assert!(service.layers(7, 10_000, Strictness::Strict, Format::Text, text).is_none());
    }
}
