//! What page and saver say to each other. The saver says `["started"]` once. Page: `["file", ending, bytes]` with a Document as
//! JSON, and saver: `["file", name, type, bytes]`. Or page: `["docx", bytes]` with a Word file, and saver: `["docx", bytes]` with
//! its text as HTML, or `["docx", code]` with what is wrong with it. `null` where it cannot.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::Message;
use crate::docx::{self, DocxFault};
use crate::saving::{File, Form};

/// How messages about files begin.
const FILE: &str = "file";

/// How messages about Word files begin.
const DOCX: &str = "docx";

/// The parts of a message that begins so.
fn parts(message: &JsValue, beginning: &str) -> Option<Array> {
    let parts = Array::is_array(message).then(|| Array::from(message))?;
    (parts.get(0).as_string()? == beginning).then_some(parts)
}

/// The message that asks for a file of a Document, given as JSON.
pub fn ask_file(form: Form, json: &str) -> Message {
    let bytes = Uint8Array::from(json.as_bytes());
    (Array::of3(&FILE.into(), &form.ending().into(), &bytes).into(), Array::of1(&bytes.buffer()))
}

/// Reads the answer to that: the file, its content as the bytes that came. `None` for any other message and where the worker
/// could not make one.
pub fn file(message: &JsValue) -> Option<File<Uint8Array>> {
    let parts = parts(message, FILE)?;
    let (name, media_type) = (parts.get(1).as_string()?, parts.get(2).as_string()?);
    Some(File { name, media_type, content: parts.get(3).dyn_into().ok()? })
}

/// The message that asks for the text of a Word file.
pub fn ask_docx(bytes: &Uint8Array) -> Message {
    (Array::of2(&DOCX.into(), bytes).into(), Array::of1(&bytes.buffer()))
}

/// Reads the answer to that. `None` for any other message.
pub fn docx(message: &JsValue) -> Option<Result<String, DocxFault>> {
    let answer = parts(message, DOCX)?.get(1);
    match answer.as_string() {
        Some(code) => DocxFault::from_code(&code).map(Err),
        None => String::from_utf8(answer.dyn_into::<Uint8Array>().ok()?.to_vec()).ok().map(Ok),
    }
}

/// The whole work of the saver: the answer to a message of the page; `None` where there is none.
pub fn serve(message: &JsValue) -> Option<Message> {
    parts(message, DOCX).map_or_else(|| make(message), |parts| read(&parts))
}

fn read(parts: &Array) -> Option<Message> {
    let bytes = parts.get(1).dyn_into::<Uint8Array>().ok()?.to_vec();
    Some(match docx::html(&bytes) {
        Ok(html) => {
            let bytes = Uint8Array::from(html.as_bytes());
            (Array::of2(&DOCX.into(), &bytes).into(), Array::of1(&bytes.buffer()))
        }
        Err(fault) => (Array::of2(&DOCX.into(), &fault.code().into()).into(), Array::new()),
    })
}

fn make(message: &JsValue) -> Option<Message> {
    let parts = parts(message, FILE)?;
    let form = Form::from_ending(&parts.get(1).as_string()?)?;
    let json = parts.get(2).dyn_into::<Uint8Array>().ok()?.to_vec();
    let File { name, media_type, content } = form.file(serde_json::from_slice(&json).ok()?);
    let bytes = Uint8Array::from(content.as_bytes());
    let message = Array::of4(&FILE.into(), &name.into(), &media_type.into(), &bytes);
    Some((message.into(), Array::of1(&bytes.buffer())))
}
