//! Gives the reader a file that the page made. Nothing is sent: the browser saves what is in its memory.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

/// Until then the browser has taken the file; an address that is given back too early saves nothing in some.
const HOLD_MS: u32 = 60_000;

/// Saves `content` as a file of that name and media type, such as `text/csv`. Where the browser refuses, nothing happens.
pub fn save(name: &str, media_type: &str, content: &[u8]) {
    save_bytes(name, media_type, &Uint8Array::from(content));
}

/// The same for bytes of the browser.
pub fn save_bytes(name: &str, media_type: &str, content: &Uint8Array) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(content);
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        save_blob(name, &blob);
    }
}

/// The same for what the browser itself made.
pub fn save_blob(name: &str, blob: &Blob) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    if let Ok(link) = document.create_element("a")
        && let Ok(link) = link.dyn_into::<HtmlAnchorElement>()
    {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    Timeout::new(HOLD_MS, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
}
