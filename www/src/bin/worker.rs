//! The worker: answers requests for an analysis, one after the other.

use js_sys::{Array, global};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use whosaid_www::messages::{Answer, ready, serve};

fn main() {
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (message, buffers) = serve(&event.data()).map_or_else(
            || (JsValue::NULL, Array::new()),
            |(request, answer): (u32, Answer)| answer.to_js(request),
        );
        // Fails only if the page has gone, and then nobody waits.
        let _ = answering.post_message_with_transfer(&message, &buffers);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&ready());
}
