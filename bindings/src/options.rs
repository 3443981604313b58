//! The options object of JavaScript → the core's options.

use serde::Deserialize;
use wasm_bindgen::JsValue;
use whosaid::{InputFormat, OffsetUnit, Options};

use crate::error::Failure;

/// What the caller wrote.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Choices {
    /// A name for the text.
    pub id: Option<String>,
    input: InputChoice,
    offset_unit: Option<OffsetUnit>,
    limit_bytes: Option<u32>,
    explain: bool,
    explain_name: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum InputChoice {
    #[default]
    Auto,
    Text,
    Html,
}

impl Choices {
    /// Reads an object; `undefined` and `null` choose nothing.
    pub fn from_js(value: JsValue) -> Result<Self, Failure> {
        if value.is_undefined() || value.is_null() {
            return Ok(Self::default());
        }
        serde_wasm_bindgen::from_value(value).map_err(|error| Failure::options(&error.to_string()))
    }

    /// The form of the text.
    pub fn format(&self) -> InputFormat {
        match self.input {
            InputChoice::Auto => InputFormat::Auto,
            InputChoice::Text => InputFormat::Text,
            InputChoice::Html => InputFormat::Html,
        }
    }

    /// What the core is to do.
    pub fn options(&self) -> Options {
        let default = Options::default();
        Options {
            offset_unit: self.offset_unit.unwrap_or(OffsetUnit::Utf16),
            limit_bytes: self.limit_bytes.map_or(default.limit_bytes, |limit| limit as usize),
            explain: self.explain,
            explain_name: self.explain_name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn javascript_counts_utf16_unless_told_otherwise() {
        assert_eq!(Choices::default().options().offset_unit, OffsetUnit::Utf16);
        let chosen = Choices { offset_unit: Some(OffsetUnit::Byte), ..Choices::default() };
        assert_eq!(chosen.options().offset_unit, OffsetUnit::Byte);
    }

    #[test]
    fn the_limit_of_the_core_holds_unless_another_is_given() {
        assert_eq!(Choices::default().options().limit_bytes, Options::default().limit_bytes);
        let chosen = Choices { limit_bytes: Some(10), ..Choices::default() };
        assert_eq!(chosen.options().limit_bytes, 10);
    }
}
