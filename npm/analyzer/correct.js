// A reader's corrections, applied in this thread: it takes less than sending the Document to another.

import { WhosaidError } from "./errors.js";

/**
 * @param {() => Promise<WebAssembly.Module>} loadWasm
 * @param {import("../wasm/whosaid_bindings.js").Document} document
 * @param {unknown} log
 * @returns {Promise<import("../wasm/whosaid_bindings.js").Corrected>}
 */
export async function correct(loadWasm, document, log) {
  // Fetched by the first who needs it: pages that only analyse leave it to the worker.
  const { startCore } = await import("./wasm.js");
  const core = await startCore(loadWasm);
  try {
    return core.applyCorrections(document, log);
  } catch (error) {
    throw WhosaidError.from(error, "failed");
  }
}
