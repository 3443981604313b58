// Fills in which files www/offline.js keeps: all that the page is made of.

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

const KEEPER = "offline.js";

const sum = (bytes, form) => createHash("sha256").update(bytes).digest(form);

/** Puts into the folder's offline.js every file of the folder with its sum, and a version that changes with any of them. */
export async function listKeptFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => name !== KEEPER)
    .sort();
  const files = [];
  for (const name of names) {
    const address = name === "index.html" ? "./" : `./${name}`;
    files.push([address, `sha256-${sum(await readFile(join(folder, name)), "base64")}`]);
  }
  const version = sum(JSON.stringify(files), "hex").slice(0, 16);
  const keeper = join(folder, KEEPER);
  const text = (await readFile(keeper, "utf8"))
    .replace(/^const FILES = .*;$/m, `const FILES = ${JSON.stringify(files)};`)
    .replace(/^const VERSION = .*;$/m, `const VERSION = "${version}";`);
  if (!text.includes(`"${version}"`) || !text.includes(JSON.stringify(files))) throw new Error(`${KEEPER} has no place for its files`);
  await writeFile(keeper, text);
}
