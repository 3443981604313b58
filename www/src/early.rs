//! What `boot.js` began before the page's own code ran: the worker and the answer with the model pack.

use js_sys::{Array, Promise, Reflect, global};
use wasm_bindgen::prelude::*;
use web_sys::Worker;

/// Where `boot.js` leaves it.
const PLACE: &str = "whosaidEarly";

/// What was begun.
#[derive(Debug, Default)]
pub struct Early {
    /// A worker, with what it has said so far.
    pub worker: Option<(Worker, Vec<JsValue>)>,
    /// The browser's promise of the answer with the pack.
    pub pack: Option<Promise>,
}

/// Takes it over, once: nothing is begun early after that.
pub fn take() -> Early {
    let global = global();
    let place = PLACE.into();
    let begun = Reflect::get(&global, &place).unwrap_or_default();
    let _ = Reflect::set(&global, &place, &JsValue::NULL);
    if !begun.is_object() {
        return Early::default();
    }
    let part = |name: &str| Reflect::get(&begun, &name.into()).unwrap_or_default();
    let failed = part("failed").is_truthy();
    let heard = part("heard").dyn_into::<Array>().map(|heard| heard.to_vec()).unwrap_or_default();
    // One that failed before anybody listened is started again, and tells then why.
    let worker = part("worker").dyn_into::<Worker>().ok().filter(|_| !failed);
    Early { worker: worker.map(|worker| (worker, heard)), pack: part("pack").dyn_into().ok() }
}
