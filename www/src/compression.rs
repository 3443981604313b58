//! The browser's own zlib, so that the page carries none. Chrome 80, Firefox 113 and Safari 16.4 have it, all of them
//! older than what the page's colours need.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

use crate::link::LinkFault;
use crate::state::LIMIT_BYTES;

// web-sys keeps these behind a switch for the whole build.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(extends = ReadableStream)]
    type Piped;
    #[wasm_bindgen(method, catch, js_name = pipeThrough)]
    fn pipe_through(this: &Piped, transform: &JsValue) -> Result<ReadableStream, JsValue>;
}

const ZLIB: &str = "deflate";

/// Compresses.
///
/// # Errors
/// [`LinkFault::NoCompression`].
pub async fn compress(bytes: &[u8]) -> Result<Vec<u8>, LinkFault> {
    let stream = CompressionStream::new(ZLIB).map_err(|_| LinkFault::NoCompression)?;
    run(bytes, &stream, usize::MAX).await.map_err(|_| LinkFault::NoCompression)
}

/// Decompresses, up to [`LIMIT_BYTES`] and no further: a few kilobytes can unfold into gigabytes.
///
/// # Errors
/// [`LinkFault`]: the bytes are damaged, or what is in them is too large.
pub async fn decompress(bytes: &[u8]) -> Result<Vec<u8>, LinkFault> {
    let stream = DecompressionStream::new(ZLIB).map_err(|_| LinkFault::NoCompression)?;
    run(bytes, &stream, LIMIT_BYTES).await
}

async fn run(bytes: &[u8], through: &JsValue, most: usize) -> Result<Vec<u8>, LinkFault> {
    let damaged = |_| LinkFault::Damaged;
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence(&parts).map_err(damaged)?;
    let stream: Piped = blob.stream().unchecked_into();
    let stream = stream.pipe_through(through).map_err(damaged)?;
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut out = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(damaged)?;
        let Ok(part) = Reflect::get(&part, &"value".into()) else { break };
        let Some(part) = part.dyn_ref::<Uint8Array>() else { break };
        if out.len() + part.length() as usize > most {
            // What is left of the stream is let go; how that ends is nobody's concern.
            spawn_local(async move { drop(JsFuture::from(reader.cancel()).await) });
            return Err(LinkFault::TooLarge);
        }
        out.extend(part.to_vec());
    }
    Ok(out)
}
