//! Puts words on the clipboard.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Clipboard, ClipboardItem};

const PLAIN: &str = "text/plain";
const HTML: &str = "text/html";

/// Copies plain text, and the same as HTML for programs that want it. Says whether it is there now. To be called at
/// once when the reader asks: Safari refuses what comes later.
pub fn copy(text: &str, html: Option<&str>) -> impl Future<Output = bool> + use<> {
    let started = start(text, html);
    async move {
        match started {
            Some(started) => JsFuture::from(started).await.is_ok(),
            None => false,
        }
    }
}

fn start(text: &str, html: Option<&str>) -> Option<Promise> {
    let clipboard = clipboard()?;
    let item = html.and_then(|html| item(text, html).ok());
    Some(match item {
        Some(item) => clipboard.write(&Array::of1(&item)),
        None => clipboard.write_text(text),
    })
}

/// The clipboard; pages that came over a line without encryption have none.
fn clipboard() -> Option<Clipboard> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    let there: &JsValue = clipboard.as_ref();
    (!there.is_undefined()).then_some(clipboard)
}

fn item(text: &str, html: &str) -> Result<ClipboardItem, JsValue> {
    let forms = Object::new();
    for (form, words) in [(PLAIN, text), (HTML, html)] {
        let kind = BlobPropertyBag::new();
        kind.set_type(form);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&words.into()), &kind)?;
        Reflect::set(&forms, &form.into(), &blob)?;
    }
    ClipboardItem::new_with_record_from_str_to_blob_promise(&forms)
}
