//! The model pack, which lies beside the page → its bytes, with word of how far they are.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, RequestCache, RequestInit, Response};

use crate::places;
use crate::state::Trouble;

include!(concat!(env!("OUT_DIR"), "/pack.rs"));

/// How the pack is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// For the first time.
    First,
    /// After it failed: what the browser kept of it is not to be trusted.
    Again,
}

/// Fetches the pack: `Uint8Array`s, one after the other, as the browser brought them. The page has no use for the bytes but to hand
/// them on, and copies none. `progress` hears each further tenth, in per cent.
///
/// # Errors
/// [`Trouble::NoPack`] where the place it should be at does not answer, or not with a file.
pub async fn fetch(way: Way, progress: impl Fn(u32)) -> Result<Array, Trouble> {
    let init = RequestInit::new();
    if way == Way::Again {
        init.set_cache(RequestCache::Reload);
    }
    let window = web_sys::window().ok_or_else(|| missing("no window"))?;
    let answer = places::pack().unwrap_or_else(|| window.fetch_with_str_and_init(NAME, &init));
    let response = JsFuture::from(answer).await;
    let response: Response = response.map_err(|_| missing("no answer"))?.unchecked_into();
    if !response.ok() {
        return Err(missing(&format!("{} {}", response.status(), response.status_text())));
    }
    let reader = response.body().ok_or_else(|| missing("an empty answer"))?.get_reader();
    let reader: ReadableStreamDefaultReader = reader.unchecked_into();
    let parts = Array::new();
    let (mut bytes, mut told) = (0, 0);
    // One that is longer is refused for its length, however long it is.
    while bytes <= BYTES {
        let part = JsFuture::from(reader.read()).await.map_err(|_| missing("only a part of it"))?;
        let Ok(part) = Reflect::get(&part, &"value".into()) else { break };
        let Some(part) = part.dyn_ref::<Uint8Array>() else { break };
        bytes += part.length() as usize;
        parts.push(part);
        let tenths = (bytes * 10 / BYTES.max(1)) as u32;
        if tenths > told {
            told = tenths;
            progress(tenths * 10);
        }
    }
    Ok(parts)
}

fn missing(found: &str) -> Trouble {
    Trouble::NoPack { found: found.trim().to_owned() }
}
