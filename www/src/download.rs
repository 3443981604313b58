//! Gives the reader a file, without asking anybody: its content becomes an address inside this browser.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The browser reads the content some time after the click; Safari has been seen to take seconds.
const KEPT_MS: u32 = 40_000;

/// Saves `content` as a file of that name, where the browser puts downloads.
pub fn save(name: &str, media_type: &str, content: &[u8]) {
    // Fails only where the browser has no more memory for the file; it tells the reader itself.
    let _ = offer(name, media_type, content);
}

fn offer(name: &str, media_type: &str, content: &[u8]) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(content));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(KEPT_MS, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}
