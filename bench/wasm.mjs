// Speed of each stage and of the whole in WebAssembly, in a worker in headless Chromium, as CSV.
//
//     node bench/wasm.mjs BUILT PACK ROUNDS FILE.jsonl|FOLDER
//
// BUILT is the folder of whosaid_bench_wasm.js, which `cargo xtask bench --only wasm` makes; page, worker and pack are
// put beside it.

import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../e2e/lib/browser.mjs";
import { serveFolder } from "../e2e/lib/site.mjs";
import { ISOLATED, readTexts } from "./texts.mjs";

const LIMIT_MS = 8 * 60_000;

const [built, pack, rounds, source] = process.argv.slice(2);
if (!source || !(Number(rounds) > 0)) {
  console.error("usage: node bench/wasm.mjs BUILT PACK ROUNDS FILE.jsonl|FOLDER");
  process.exit(2);
}

/** Runs in the page: starts the worker, hands it the texts, waits for its table. */
function measure(job) {
  return new Promise((done, failed) => {
    const worker = new Worker("worker.mjs", { type: "module" });
    worker.onerror = (event) => failed(new Error(event.message || "the worker could not be started"));
    worker.onmessage = ({ data: { table, error } }) => (error ? failed(new Error(error)) : done(table));
    worker.postMessage(job);
  });
}

const texts = await readTexts(source);
const beside = (name) => fileURLToPath(new URL(`wasm/${name}`, import.meta.url));
for (const name of ["page.html", "worker.mjs"]) await copyFile(beside(name), join(built, name));
await copyFile(pack, join(built, "en.pack"));

// The clock is too coarse else: worker.mjs.
const site = await serveFolder(built, ISOLATED);
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/page.html`);
  const late = new Promise((_, failed) => {
    setTimeout(() => failed(new Error(`no table after ${LIMIT_MS / 60_000} minutes`)), LIMIT_MS).unref();
  });
  const table = await Promise.race([page.evaluate(measure, { texts, rounds: Number(rounds) }), late]);
  process.stdout.write(table);
} finally {
  await browser.close();
  await site.close();
}
