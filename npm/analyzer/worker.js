// The worker of a browser.

import { answerer } from "./answer.js";
import { loadPack, loadWasm } from "./browser_files.js";
import { inParts } from "./parts.js";

const answer = answerer({ loadPack, loadWasm });

/** @param {MessageEvent} event */
globalThis.onmessage = async ({ data }) => {
  for (const message of inParts(await answer(data))) globalThis.postMessage(message);
};
// A request that came before this would be lost in some browsers.
globalThis.postMessage("ready");
