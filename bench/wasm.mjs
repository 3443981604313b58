// Speed of each stage and of the whole in WebAssembly, in a worker in headless Chromium, as CSV.
//
//     node bench/wasm.mjs BUILT PACK ROUNDS FILE.jsonl|FOLDER
//
// BUILT is the folder of whosaid_bench_wasm.js, which `cargo xtask bench --only wasm` makes; page, worker and pack are
// put beside it.

import { copyFile, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../e2e/lib/browser.mjs";
import { serveFolder } from "../e2e/lib/site.mjs";

const LIMIT_MS = 8 * 60_000;
// Both together isolate the page from other origins, and only then is its clock fine: worker.mjs.
const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

const [built, pack, rounds, source] = process.argv.slice(2);
if (!source || !(Number(rounds) > 0)) {
  console.error("usage: node bench/wasm.mjs BUILT PACK ROUNDS FILE.jsonl|FOLDER");
  process.exit(2);
}

/** The texts of a folder's .txt files, or of a file with one {"text": …} a line. */
async function readTexts(source) {
  if ((await stat(source)).isDirectory()) {
    const names = (await readdir(source)).filter((name) => name.endsWith(".txt")).sort();
    return Promise.all(names.map((name) => readFile(join(source, name), "utf8")));
  }
  const lines = (await readFile(source, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const { text } = JSON.parse(line);
    if (typeof text !== "string") throw new Error("a line has no text");
    return text;
  });
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
