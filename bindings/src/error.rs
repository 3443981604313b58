//! What goes wrong → an `Error` of JavaScript with a stable `code`.

use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;
use whosaid::{InputError, ModelError};

/// A failure with the code that programs look at.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    code: &'static str,
    message: String,
}

impl Failure {
    /// The options object is not as expected.
    pub fn options(message: &str) -> Self {
        Self { code: "badOptions", message: format!("the options cannot be read: {message}") }
    }

    /// A Document that does not keep its promises.
    pub fn document(message: &str) -> Self {
        Self { code: "badDocument", message: message.to_owned() }
    }

    /// The log of corrections is not as expected.
    pub fn corrections(message: &str) -> Self {
        Self { code: "badCorrections", message: format!("the corrections cannot be read: {message}") }
    }
}

impl From<InputError> for Failure {
    fn from(error: InputError) -> Self {
        Self { code: error.code(), message: error.to_string() }
    }
}

impl From<ModelError> for Failure {
    fn from(error: ModelError) -> Self {
        Self { code: error.code(), message: error.to_string() }
    }
}

impl From<serde_wasm_bindgen::Error> for Failure {
    fn from(error: serde_wasm_bindgen::Error) -> Self {
        Self { code: "badDocument", message: error.to_string() }
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        let error = Error::new(&failure.message);
        error.set_name("WhosaidError");
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&error, &"code".into(), &failure.code.into());
        error.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_names_the_code() {
        let failure = Failure::from(InputError::TooLarge { limit_bytes: 1, found_bytes: 2 });
        assert_eq!(failure.code, "tooLarge");
        let failure = Failure::from(ModelError::Format { expected: 1, found: 2 });
        assert_eq!(failure.code, "modelFormat");
    }
}
