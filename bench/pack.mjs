// Bytes of a model pack and of each of its sections, raw and as a server that compresses with brotli sends them, as CSV.
//
//     node bench/pack.mjs [PACK]
//
// A section is compressed by itself, so the sections are a little more than the pack.

import { readFileSync } from "node:fs";
import { brotli } from "./brotli.mjs";

const bytes = readFileSync(process.argv[2] ?? "models/en.pack");

/** Name and bytes of each section, as docs/PACK_FORMAT.md lays them out. Checks nothing: the core's reader does. */
function readSections(pack) {
  let at = 20;
  const name = () => {
    const start = at + 1;
    at = start + pack[at];
    return pack.toString("latin1", start, at);
  };
  const number = (length) => pack.readUIntLE((at += length) - length, length);
  name();
  name();
  const sections = Array.from({ length: number(2) }, () => {
    const section = { name: name(), task: name() };
    number(4);
    section.length = number(4);
    number(4);
    return section;
  });
  return sections.map(({ name, length }) => ({ name, bytes: pack.subarray(at, (at += length)) }));
}

console.log("section,raw_bytes,brotli_bytes");
for (const section of [...readSections(bytes), { name: "all", bytes }]) {
  console.log(`${section.name},${section.bytes.length},${brotli(section.bytes)}`);
}
