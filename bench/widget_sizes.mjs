// Bytes of the element's folder, part by part, raw and as brotli.
//
//     node bench/widget_sizes.mjs [packages/widget]

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotli } from "./brotli.mjs";

const folder = process.argv[2] ?? "packages/widget";
const files = (name) => readdirSync(join(folder, name)).filter((file) => /\.(js|wasm)$/.test(file)).map((file) => `${name}/${file}`);

/** What is fetched at each step. */
const LOADER = ["who-said.js", "element/element.js", "element/looks.js"];
const WORKER = ["analyzer/worker.js", "analyzer/answer.js", "analyzer/wasm.js", "wasm/whosaid_bindings.js"];
const PARTS = {
  loader: LOADER,
  element: [...files("element"), ...files("analyzer")].filter((file) => ![...LOADER, ...WORKER, "analyzer/correct.js"].includes(file)),
  worker: WORKER,
  core: ["wasm/whosaid_bindings_bg.wasm"],
  pack: ["en.pack"],
};

console.log("part,raw_bytes,brotli_bytes");
const all = [0, 0];
for (const [part, names] of Object.entries(PARTS)) {
  const bytes = names.map((name) => readFileSync(join(folder, name)));
  const raw = bytes.reduce((sum, { length }) => sum + length, 0);
  // Each file is sent by itself.
  const sent = bytes.reduce((sum, one) => sum + brotli(one), 0);
  all[0] += raw;
  all[1] += sent;
  console.log(`${part},${raw},${sent}`);
}
console.log(`all,${all.join(",")}`);
