//! Keeps the page's files in the browser, so that it opens without a network, and tells when newer ones have come. The work
//! is done by `offline.js`, a service worker, which `boot.js`'s element names where the page is to be kept.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState, window};

/// How the browser keeps the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Upkeep {
    /// It does not, or not yet.
    #[default]
    Unkept,
    /// It opens without a network.
    Kept,
    /// And a newer version of it has come, which is used when the reader wishes.
    Newer,
}

/// Has the browser keep the page; `None` where it cannot (files opened from a disk, hosts without encryption), or must not.
pub async fn keep() -> Option<ServiceWorkerRegistration> {
    let keeper = keeper()?;
    let registered = container()?.register(&keeper);
    // Refused where the reader forbids storage: the page works as well without.
    JsFuture::from(registered).await.ok()?.dyn_into().ok()
}

/// Tells how the page is kept, now and whenever that changes.
pub fn watch(registration: &ServiceWorkerRegistration, tell: impl Fn(Upkeep) + Clone + 'static) {
    if registration.active().is_some() {
        tell(Upkeep::Kept);
    }
    if registration.waiting().is_some() {
        tell(Upkeep::Newer);
    }
    follow(registration, tell.clone());
    let found = {
        let registration = registration.clone();
        move |_: &web_sys::Event| follow(&registration, tell.clone())
    };
    EventListener::new(registration, "updatefound", found).forget();
}

/// Tells when the version that is coming is there.
fn follow(registration: &ServiceWorkerRegistration, tell: impl Fn(Upkeep) + 'static) {
    let Some(coming) = registration.installing() else { return };
    // The first version takes over by itself; a later one waits.
    let is_first = registration.active().is_none();
    let changed = {
        let coming = coming.clone();
        move |_: &web_sys::Event| match coming.state() {
            ServiceWorkerState::Installed if !is_first => tell(Upkeep::Newer),
            ServiceWorkerState::Activated if is_first => tell(Upkeep::Kept),
            _ => {}
        }
    };
    EventListener::new(&coming, "statechange", changed).forget();
}

/// Opens the page anew in its newer version. The reader's text is there again, as after any reload.
pub fn open_newer(registration: &ServiceWorkerRegistration) {
    let Some((waiting, container)) = registration.waiting().zip(container()) else { return };
    let reload = |_: &web_sys::Event| {
        if let Some(window) = window() {
            let _ = window.location().reload();
        }
    };
    EventListener::once(&container, "controllerchange", reload).forget();
    let _ = waiting.post_message(&JsValue::from_str("use"));
}

/// The address of the service worker.
fn keeper() -> Option<String> {
    let element = window()?.document()?.query_selector("script[data-offline]").ok()??;
    element.get_attribute("data-offline").filter(|address| !address.is_empty())
}

fn container() -> Option<ServiceWorkerContainer> {
    let container = window().filter(web_sys::Window::is_secure_context)?.navigator().service_worker();
    // Some browsers have none in their private windows.
    (!container.is_undefined()).then_some(container)
}
