// The package in a browser.

import { Analyzer, open } from "./analyzer.js";
import { loadPack, loadWasm } from "./browser_files.js";
import { browserWorker } from "./browser_worker.js";
import { correct } from "./correct.js";

export { WhosaidError } from "./errors.js";
export { Analyzer };

/**
 * @typedef {import("../wasm/whosaid_bindings.js").Document} Document
 * @typedef {import("../wasm/whosaid_bindings.js").Corrected} Corrected
 * @typedef {import("./analyzer.js").AnalyzerOptions} AnalyzerOptions
 * @typedef {import("./analyzer.js").AnalyzeOptions} AnalyzeOptions
 */

/**
 * Opens the models and gives an analyzer. All may be left out: the models are then those of this package, and the work is done in a worker.
 *
 * @param {AnalyzerOptions} [options]
 * @returns {Promise<Analyzer>}
 */
export const createAnalyzer = (options = {}) => {
  // An address is meant from the page, and the worker stands elsewhere.
  const packUrl = options.packUrl === undefined ? undefined : new URL(options.packUrl, globalThis.document?.baseURI ?? globalThis.location?.href).href;
  return open({ ...options, packUrl }, { worker: browserWorker, here: async () => (await import("./answer.js")).answerer({ loadPack, loadWasm }) });
};

/**
 * The Document with a reader's corrections, as a log of edits has them. The Document that is given stays as it is. Needs no models and no worker.
 *
 * @param {Document} document
 * @param {unknown} log
 * @returns {Promise<Corrected>}
 */
export const applyCorrections = (document, log) => correct(loadWasm, document, log);
