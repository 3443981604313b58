//! The bench for a browser: the stages of `whosaid-bench`, compiled as the page's worker is, timed by the browser's clock.

use wasm_bindgen::prelude::*;
use whosaid::Models;
use whosaid_bench::measure;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds; how fine they are depends on the page, see `worker.mjs`.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Analyses the texts as often as asked and gives the table of `whosaid_bench::Measured` as CSV.
#[wasm_bindgen(js_name = measure)]
pub fn measure_texts(pack: &[u8], texts: Vec<String>, rounds: u32) -> Result<String, JsError> {
    let models = Models::from_pack(pack)?;
    let measured = measure(&texts, &models, rounds, now)?;
    Ok(measured.to_csv())
}
