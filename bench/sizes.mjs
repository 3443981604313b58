// Bytes of the built page, raw and as a server that compresses with brotli sends them, as CSV; and of the page as one
// file, which is given on as it is.
//
//     node bench/sizes.mjs [dist]

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { oneFile } from "../www/one_file/make.mjs";
import { brotli } from "./brotli.mjs";

const folder = process.argv[2] ?? "dist";
const KINDS = [
  ["page", /\.html$/],
  ["saver", /saver.*\.js$/],
  ["saver wasm", /saver.*\.wasm$/],
  ["worker", /worker.*\.js$/],
  ["worker wasm", /worker.*\.wasm$/],
  ["app", /\.js$/],
  ["app wasm", /\.wasm$/],
  ["pack", /\.pack$/],
  ["styles", /\.css$/],
  ["other", /./],
];

const sums = new Map(KINDS.map(([kind]) => [kind, { files: 0, raw: 0, brotli: 0 }]));
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  // Folders with a dot are what an interrupted build left behind.
  if (!entry.isFile() || /(^|\/)\./.test(relative(folder, entry.parentPath ?? entry.path))) continue;
  const bytes = readFileSync(join(entry.parentPath ?? entry.path, entry.name));
  const [kind] = KINDS.find(([, pattern]) => pattern.test(entry.name));
  const sum = sums.get(kind);
  sum.files += 1;
  sum.raw += bytes.length;
  sum.brotli += brotli(bytes);
}
const all = [...sums.values()].reduce((a, b) => ({ files: a.files + b.files, raw: a.raw + b.raw, brotli: a.brotli + b.brotli }));
console.log("part,files,raw_bytes,brotli_bytes");
const single = Buffer.from(await oneFile(folder));
const one = { files: 1, raw: single.length, brotli: brotli(single) };
for (const [kind, { files, raw, brotli }] of [...sums, ["all", all], ["one file", one]]) console.log(`${kind},${files},${raw},${brotli}`);
