//! The worker that makes the files a reader saves and reads Word files: answers the page's messages about them.

use js_sys::{Array, global};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use whosaid_www::messages::{files, started};

fn main() {
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (message, buffers) = files::serve(&event.data()).unwrap_or_else(|| (JsValue::NULL, Array::new()));
        // Fails only if the page has gone, and then nobody waits.
        let _ = answering.post_message_with_transfer(&message, &buffers);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&started());
}
