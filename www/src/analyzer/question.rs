//! What can be asked of a text that was read.

use wasm_bindgen::JsValue;
use whosaid::Strictness;

use super::Report;
use crate::messages::{ask_layers, ask_why};
use crate::state::Source;

/// A question about a text that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Why a mention is a name.
    Name(u32),
    /// How a sentence was read.
    Sentence(u32, Strictness),
}

impl Question {
    /// The report that there is no telling.
    pub(super) const fn unanswered(self, request: u32) -> Report {
        match self {
            Self::Name(mention) => Report::Why(request, mention, None),
            Self::Sentence(sentence, _) => Report::Layers(request, sentence, None),
        }
    }

    /// The message that asks it.
    pub(super) fn message(self, request: u32, source: &Source) -> JsValue {
        let (format, text) = (source.format, &source.content);
        match self {
            Self::Name(mention) => ask_why(request, mention, format, text),
            Self::Sentence(sentence, strictness) => ask_layers(request, sentence, strictness, format, text),
        }
    }
}
