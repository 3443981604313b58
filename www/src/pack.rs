//! The model pack, which lies beside the page → its bytes, with word of how far they are.

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, RequestCache, RequestInit, Response};

use crate::state::Trouble;

include!(concat!(env!("OUT_DIR"), "/pack.rs"));

/// How the pack is asked for.
#[derive(Clone, Debug)]
pub enum Way {
    /// It was asked for before: the browser's promise of an answer.
    Begun(Promise),
    /// Now.
    Now,
    /// Now, and what the browser kept of it is not to be trusted.
    Again,
}

/// Fetches the pack. `progress` hears each further tenth, in per cent.
///
/// # Errors
/// [`Trouble::NoPack`] where the place it should be at does not answer, or not with a file.
pub async fn fetch(way: Way, progress: impl Fn(u32)) -> Result<Vec<u8>, Trouble> {
    let init = RequestInit::new();
    if matches!(way, Way::Again) {
        init.set_cache(RequestCache::Reload);
    }
    let window = web_sys::window().ok_or_else(|| missing("no window"))?;
    let answer = match way {
        Way::Begun(answer) => answer,
        Way::Now | Way::Again => window.fetch_with_str_and_init(NAME, &init),
    };
    let response = JsFuture::from(answer).await;
    let response: Response = response.map_err(|_| missing("no answer"))?.unchecked_into();
    if !response.ok() {
        return Err(missing(&format!("{} {}", response.status(), response.status_text())));
    }
    let reader = response.body().ok_or_else(|| missing("an empty answer"))?.get_reader();
    let reader: ReadableStreamDefaultReader = reader.unchecked_into();
    let mut bytes = Vec::with_capacity(BYTES);
    let mut told = 0;
    // One that is longer is refused for its length, however long it is.
    while bytes.len() <= BYTES {
        let part = JsFuture::from(reader.read()).await.map_err(|_| missing("only a part of it"))?;
        let Ok(part) = Reflect::get(&part, &"value".into()) else { break };
        let Some(part) = part.dyn_ref::<Uint8Array>() else { break };
        bytes.extend(part.to_vec());
        let tenths = (bytes.len() * 10 / BYTES.max(1)) as u32;
        if tenths > told {
            told = tenths;
            progress(tenths * 10);
        }
    }
    Ok(bytes)
}

fn missing(found: &str) -> Trouble {
    Trouble::NoPack { found: found.trim().to_owned() }
}
