// The worker of a browser.

import { answerer } from "./answer.js";
import { loadPack, loadWasm } from "./browser_files.js";

const answer = answerer({ loadPack, loadWasm });

/** @param {MessageEvent} event */
globalThis.onmessage = async ({ data }) => {
  globalThis.postMessage(await answer(data));
};
// A request that came before this would be lost in some browsers.
globalThis.postMessage("ready");
