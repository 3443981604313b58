//! The options object of JavaScript → the core's options, and its type for TypeScript.

use js_sys::Object;
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use whosaid::{InputFormat, OffsetUnit, Options, Strictness};

use crate::error::Failure;

#[wasm_bindgen(typescript_custom_section)]
const TYPE: &str = r#"
/** What to do with one text; all may be left out. */
export interface AnalyzeOptions {
  /** A name for the text, which its Document carries. */
  id?: string;
  /** The form of the text: `"auto"` if left out, which goes by its first characters. */
  input?: "auto" | "text" | "html";
  /** What every start and end counts: `"utf16"` if left out, as strings of JavaScript do. */
  offsetUnit?: "byte" | "utf16" | "codepoint";
  /** Texts of more bytes are refused. */
  limitBytes?: number;
  /** How sure a quotation must be to be given: `"balanced"` if left out, where about as many are missed as are wrong;
   * `"strict"` gives those that are surely right, `"everything"` all that may be one. */
  strictness?: "strict" | "balanced" | "everything";
  /** Whether each quote says why it was found. */
  explain?: boolean;
  /** Number of the mention that says why it is a name. */
  explainName?: number;
}
"#;

/// What the caller wrote. `undefined` and `null` in a field choose nothing either.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Choices {
    /// A name for the text.
    pub id: Option<String>,
    input: Option<InputChoice>,
    offset_unit: Option<OffsetUnit>,
    limit_bytes: Option<u32>,
    strictness: Option<StrictnessChoice>,
    explain: Option<bool>,
    explain_name: Option<u32>,
}

/// Names of all options.
const NAMES: [&str; 7] = ["id", "input", "offsetUnit", "limitBytes", "strictness", "explain", "explainName"];

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum InputChoice {
    Auto,
    Text,
    Html,
}

/// The names are those of [`Strictness::name`].
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StrictnessChoice {
    Strict,
    Balanced,
    Everything,
}

impl From<StrictnessChoice> for Strictness {
    fn from(chosen: StrictnessChoice) -> Self {
        match chosen {
            StrictnessChoice::Strict => Self::Strict,
            StrictnessChoice::Balanced => Self::Balanced,
            StrictnessChoice::Everything => Self::Everything,
        }
    }
}

impl Choices {
    /// Reads an object; `undefined` and `null` choose nothing.
    pub fn from_js(value: JsValue) -> Result<Self, Failure> {
        if value.is_undefined() || value.is_null() {
            return Ok(Self::default());
        }
        // Serde asks an object of JavaScript only for the names that it knows, and would not see another.
        if let Some(object) = value.dyn_ref::<Object>() {
            let names = Object::keys(object);
            let mut names = names.iter().filter_map(|name| name.as_string());
            if let Some(name) = names.find(|name| !NAMES.contains(&name.as_str())) {
                let known = NAMES.join(", ");
                return Err(Failure::options(&format!("unknown name `{name}`, expected one of {known}")));
            }
        }
        serde_wasm_bindgen::from_value(value).map_err(|error| Failure::options(&error.to_string()))
    }

    /// The form of the text.
    pub fn format(&self) -> InputFormat {
        match self.input {
            None | Some(InputChoice::Auto) => InputFormat::Auto,
            Some(InputChoice::Text) => InputFormat::Text,
            Some(InputChoice::Html) => InputFormat::Html,
        }
    }

    /// What the core is to do.
    pub fn options(&self) -> Options {
        let default = Options::default();
        Options {
            offset_unit: self.offset_unit.unwrap_or(OffsetUnit::Utf16),
            limit_bytes: self.limit_bytes.map_or(default.limit_bytes, |limit| limit as usize),
            strictness: self.strictness.map_or(default.strictness, Strictness::from),
            explain: self.explain.unwrap_or(default.explain),
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
    fn the_names_are_those_of_the_fields() {
        use serde::de::value::{Error, MapDeserializer};
        let unknown = MapDeserializer::<_, Error>::new([("", 0)].into_iter());
        let told = Choices::deserialize(unknown).unwrap_err().to_string();
        // "unknown field ``, expected one of `id`, `input`, …"
        let fields: Vec<_> = told.split('`').skip(3).step_by(2).collect();
        assert_eq!(fields, NAMES);
    }

    #[test]
    fn strictness_is_the_cores_own_unless_another_is_named() {
        assert_eq!(Choices::default().options().strictness, Strictness::default());
        for strictness in Strictness::ALL {
            let name = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(strictness.name());
            let chosen = Some(StrictnessChoice::deserialize(name).unwrap());
            let choices = Choices { strictness: chosen, ..Choices::default() };
            assert_eq!(choices.options().strictness, strictness);
        }
    }

    #[test]
    fn the_limit_of_the_core_holds_unless_another_is_given() {
        assert_eq!(Choices::default().options().limit_bytes, Options::default().limit_bytes);
        let chosen = Choices { limit_bytes: Some(10), ..Choices::default() };
        assert_eq!(chosen.options().limit_bytes, 10);
    }
}
