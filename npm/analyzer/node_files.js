// How Node reads the files of this package.

import { readFile } from "node:fs/promises";
import { WhosaidError } from "./errors.js";

/** The core, compiled. */
export async function loadWasm() {
  const address = new URL("../wasm/whosaid_bindings_bg.wasm", import.meta.url);
  const bytes = await readFile(address).catch((cause) => {
    throw new WhosaidError("wasmMissing", `${address} cannot be read`, { cause });
  });
  return WebAssembly.compile(bytes);
}

/**
 * The models: the package's own unless another address is given, `file:` or one to fetch.
 *
 * @param {string | undefined} address
 */
export async function loadPack(address) {
  const url = new URL(address ?? new URL("../en.pack", import.meta.url));
  try {
    if (url.protocol === "file:") return new Uint8Array(await readFile(url));
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the server says ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new WhosaidError("packMissing", `${url} cannot be read: ${/** @type {Error} */ (cause).message}`, { cause });
  }
}
