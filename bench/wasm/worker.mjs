// Analyses texts in a worker, as the page does, and answers with the table.
//
// The clock is performance.now(). On a page that is not isolated from other origins Chromium rounds it to 0.1
// milliseconds, as much as a fast stage takes for an article; wasm.mjs isolates the page, and then it is 5 microseconds,
// which disappears in the sum over many texts. So the stages can take turns text by text, as they do in use.

import init, { measure } from "./whosaid_bench_wasm.js";

self.onmessage = async ({ data: { texts, rounds } }) => {
  try {
    if (!self.crossOriginIsolated) throw new Error("the page is not isolated: its clock is too coarse");
    await init();
    const pack = await (await fetch("en.pack")).arrayBuffer();
    self.postMessage({ table: measure(new Uint8Array(pack), texts, rounds) });
  } catch (error) {
    self.postMessage({ error: String(error?.stack ?? error) });
  }
};
