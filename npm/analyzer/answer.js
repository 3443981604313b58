// What the worker does, whichever thread it runs in: opens a pack, then answers requests one after the other.

import { WhosaidError } from "./errors.js";
import { startCore } from "./wasm.js";

/**
 * @typedef {import("../wasm/whosaid_bindings.js").Document} Document
 * @typedef {import("../wasm/whosaid_bindings.js").AnalyzeOptions} CoreOptions
 * @typedef {{ pack?: Uint8Array, packUrl?: string }} Source where the models come from: bytes or an address
 * @typedef {{ id: number, open: Source }
 *   | { id: number, analyze: string, options?: CoreOptions, leaveOut?: readonly ("tokens" | "sentences")[] }
 *   | { id: number, correct: unknown, log: unknown }} Request
 * @typedef {{ id: number, result: any } | { id: number, error: { code: string, message: string } }} Answer
 * @typedef {{ loadWasm: () => Promise<WebAssembly.Module>, loadPack: (address: string | undefined) => Promise<Uint8Array> }} Loaders
 */

/**
 * A function that answers requests. What goes wrong is in the answer, never thrown.
 *
 * @param {Loaders} loaders how this place reads files
 * @returns {(request: Request) => Promise<Answer>}
 */
export function answerer({ loadWasm, loadPack }) {
  /** @type {import("../wasm/whosaid_bindings.js").Analyzer | undefined} */
  let analyzer;

  /** @param {Source} source */
  async function open({ pack, packUrl }) {
    // Both at once: the pack is the larger.
    const [core, bytes] = await Promise.all([startCore(loadWasm), pack ?? loadPack(packUrl)]);
    analyzer = new core.Analyzer(bytes);
    return { model: analyzer.model, version: core.version() };
  }

  /** @param {Request} request */
  async function result(request) {
    if ("open" in request) return open(request.open);
    if ("correct" in request) {
      const core = await startCore(loadWasm);
      return core.applyCorrections(/** @type {any} */ (request.correct), request.log);
    }
    if (!analyzer) throw new WhosaidError("closed", "no pack was opened");
    const document = analyzer.analyze(request.analyze, request.options);
    return without(document, request.leaveOut ?? []);
  }

  return async (request) => {
    try {
      return { id: request.id, result: await result(request) };
    } catch (error) {
      const { code, message } = WhosaidError.from(error, "failed");
      return { id: request.id, error: { code, message } };
    }
  };
}

/**
 * Long columns that nobody asked for need not travel between threads.
 *
 * @param {Document} document
 * @param {readonly ("tokens" | "sentences")[]} leaveOut
 */
function without(document, leaveOut) {
  if (leaveOut.includes("tokens")) document.tokens = { start: [], end: [], upos: [], lemma: [], head: [], deprel: [] };
  if (leaveOut.includes("sentences")) document.sentences = [];
  return document;
}
