//! How the browser keeps the page, from the time when the reader waits for nothing.

use wasm_bindgen_futures::spawn_local;
use web_sys::ServiceWorkerRegistration;
use yew::prelude::*;

use crate::idle::when_idle;
use crate::offline::{self, Upkeep};

/// Has the browser keep the page as soon as `free`, when it can analyse and does not: what a reader waits for comes first. Gives how
/// it is kept, and what opens its newer version.
#[hook]
pub fn use_upkeep(free: bool) -> (Upkeep, Callback<MouseEvent>) {
    let upkeep = use_state_eq(Upkeep::default);
    let registration = use_mut_ref(|| None::<ServiceWorkerRegistration>);
    let asked = use_mut_ref(|| false);
    use_effect_with(free, {
        let (upkeep, registration) = (upkeep.clone(), registration.clone());
        move |free| {
            if *free && !asked.replace(true) {
                let keep = async move {
                    let Some(kept) = offline::keep().await else { return };
                    offline::watch(&kept, move |now| upkeep.set(now));
                    *registration.borrow_mut() = Some(kept);
                };
                when_idle(move || spawn_local(keep));
            }
        }
    });
    let open_newer = Callback::from(move |_| {
        if let Some(registration) = &*registration.borrow() {
            offline::open_newer(registration);
        }
    });
    (*upkeep, open_newer)
}
