// The core: fetched, compiled and started once in each thread.

import init, { Analyzer, applyCorrections, version } from "../wasm/whosaid_bindings.js";
import { WhosaidError } from "./errors.js";

/** The eight bytes of a module that holds nothing. */
const EMPTY = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Throws if this place does not compile WebAssembly, and says why not. */
function expectWebAssembly() {
  if (typeof WebAssembly !== "object") {
    throw new WhosaidError("notSupported", "there is no WebAssembly here");
  }
  try {
    new WebAssembly.Module(EMPTY);
  } catch (cause) {
    // A module without anything in it is always right: only a policy refuses it.
    throw new WhosaidError("wasmForbidden", "the Content-Security-Policy forbids WebAssembly: 'wasm-unsafe-eval' allows it", { cause });
  }
}

/** @type {Promise<typeof core> | undefined} */
let started;
const core = { Analyzer, applyCorrections, version };

/**
 * The core, started.
 *
 * @param {() => Promise<WebAssembly.Module>} load gives the compiled module
 */
export function startCore(load) {
  started ??= start(load).catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

/** @param {() => Promise<WebAssembly.Module>} load */
async function start(load) {
  expectWebAssembly();
  const module = await load();
  try {
    await init({ module_or_path: module });
  } catch (error) {
    throw WhosaidError.from(error, "notSupported");
  }
  return core;
}
