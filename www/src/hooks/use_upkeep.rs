//! How the browser keeps the page, from the time when it can analyse.

use wasm_bindgen_futures::spawn_local;
use web_sys::ServiceWorkerRegistration;
use yew::prelude::*;

use crate::offline::{self, Upkeep};

/// Has the browser keep the page once it is `ready`: what a reader waits for comes first. Gives how it is kept, and what opens
/// its newer version.
#[hook]
pub fn use_upkeep(ready: bool) -> (Upkeep, Callback<MouseEvent>) {
    let upkeep = use_state_eq(Upkeep::default);
    let registration = use_mut_ref(|| None::<ServiceWorkerRegistration>);
    use_effect_with(ready, {
        let (upkeep, registration) = (upkeep.clone(), registration.clone());
        move |ready| {
            if *ready {
                spawn_local(async move {
                    let Some(kept) = offline::keep().await else { return };
                    offline::watch(&kept, move |now| upkeep.set(now));
                    *registration.borrow_mut() = Some(kept);
                });
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
