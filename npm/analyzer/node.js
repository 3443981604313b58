// The package in Node.

import { Worker } from "node:worker_threads";
import { Analyzer, open } from "./analyzer.js";
import { correct } from "./correct.js";
import { loadPack, loadWasm } from "./node_files.js";

export { WhosaidError } from "./errors.js";
export { Analyzer };

/** @type {import("./analyzer.js").Start} */
const nodeWorker = (heard, broke) => {
  const worker = new Worker(new URL("./node_worker.js", import.meta.url));
  worker.on("message", heard);
  worker.on("error", (error) => broke("failed", String(error)));
  return {
    post: (request) => worker.postMessage(request),
    end: () => void worker.terminate(),
    // An idle worker keeps no program from ending.
    hold: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
  };
};

/** @type {typeof import("./index.js").createAnalyzer} */
export const createAnalyzer = (options = {}) => {
  const packUrl = options.packUrl === undefined ? undefined : new URL(options.packUrl, `file://${process.cwd()}/`).href;
  return open({ ...options, packUrl }, { worker: nodeWorker, here: async () => (await import("./answer.js")).answerer({ loadPack, loadWasm }) });
};

/** @type {typeof import("./index.js").applyCorrections} */
export const applyCorrections = (document, log) => correct(loadWasm, document, log);
