// How a browser reads the files of this package.

import { WhosaidError } from "./errors.js";

/**
 * A file that a server really has.
 *
 * @param {string | URL} address
 * @param {import("./errors.js").OwnCode} code what it is when it is not there
 */
async function fetched(address, code) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw new WhosaidError(code, `${address} cannot be fetched`, { cause });
  }
  if (!response.ok) throw new WhosaidError(code, `${address} is not there: the server says ${response.status}`);
  return response;
}

/** The core, compiled while it comes in where the server names its type. */
export async function loadWasm() {
  const response = await fetched(new URL("../wasm/whosaid_bindings_bg.wasm", import.meta.url), "wasmMissing");
  try {
    const isNamed = response.headers.get("content-type")?.startsWith("application/wasm");
    return await (isNamed ? WebAssembly.compileStreaming(response) : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes)));
  } catch (cause) {
    throw new WhosaidError("notSupported", `this browser cannot run the core: ${/** @type {Error} */ (cause).message}`, { cause });
  }
}

/**
 * The models: the package's own unless another address is given.
 *
 * @param {string | undefined} address
 */
export async function loadPack(address) {
  const response = await fetched(address ?? new URL("../en.pack", import.meta.url), "packMissing");
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new WhosaidError("packMissing", "the pack broke off on its way", { cause });
  }
}
