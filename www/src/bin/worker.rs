//! The worker: answers the page's messages, one after the other.

use js_sys::{Array, global};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use whosaid_www::messages::{Service, started};

fn main() {
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let answering = scope.clone();
    let mut service = Service::default();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let answer = service.serve(&event.data());
        let (message, buffers) = answer.unwrap_or_else(|| (JsValue::NULL, Array::new()));
        // Fails only if the page has gone, and then nobody waits.
        let _ = answering.post_message_with_transfer(&message, &buffers);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&started());
}
