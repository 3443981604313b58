// Writes SHA256SUMS beside the packages, and tells the bytes of each file that is given on.
//
//     node xtask/finish_packages.mjs packages

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

const SUMS = "SHA256SUMS";
const [folder = "packages"] = process.argv.slice(2);
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const names = entries
  .filter((entry) => entry.isFile() && entry.name !== SUMS)
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
  .sort();

const lines = [];
const sizes = new Map();
for (const name of names) {
  const bytes = await readFile(join(folder, name));
  // As the command sha256sum reads it.
  lines.push(`${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`);
  const part = name.split("/")[0];
  sizes.set(part, (sizes.get(part) ?? 0) + bytes.length);
}
await writeFile(join(folder, SUMS), lines.join(""));
for (const [part, bytes] of sizes) console.log(`${part.padEnd(36)} ${(bytes / 1e6).toFixed(2).padStart(6)} MB`);
