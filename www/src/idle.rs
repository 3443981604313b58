//! Work that can wait until the browser has nothing better to do.

use gloo_timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::IdleRequestOptions;

/// Not longer than this, on a page that is never idle.
const PATIENCE_MS: u32 = 1_000;

/// How long browsers that do not tell when they are idle are left alone.
const GRACE_MS: u32 = 200;

/// Does it once the browser is idle.
pub fn when_idle(what: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let what: Function = Closure::once_into_js(what).unchecked_into();
    let options = IdleRequestOptions::new();
    options.set_timeout(PATIENCE_MS);
    // Safari has no such function.
    if window.request_idle_callback_with_options(&what, &options).is_err() {
        Timeout::new(GRACE_MS, move || drop(what.call0(&JsValue::NULL))).forget();
    }
}
