// Trunk runs this after each build (Trunk.toml), to finish what it made of the page:
//
// - models/en.pack comes beside the page, under a name that changes with its content, so that no cache gives an old pack to
//   a new page; www/build.rs makes the same name;
// - the style sheets, one a component, become one file in the order of the page: two dozen files ask a plain host two dozen
//   times before anything is painted, and compress worse apart.
// - the service worker is told which files it keeps; not while somebody works on the page (`cargo xtask serve`), who would
//   be shown the kept one.
//
// One hook for all, since Trunk runs hooks at the same time and they change index.html.

import { createHash } from "node:crypto";
import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listKeptFiles } from "./kept_files.mjs";

const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) throw new Error("trunk runs this; TRUNK_STAGING_DIR names the folder of the page");

const LINK = /[ \t]*<link rel="stylesheet" href="\.\/([^"]+\.css)"[^>]*>\n?/g;

const isKept = !process.env.WHOSAID_UNKEPT;
const KEEPER = "offline.js";

function withKeeper(html) {
  if (!isKept) return html;
  const told = html.replace('data-offline=""', `data-offline="./${KEEPER}"`);
  if (told === html) throw new Error("index.html has no place for the name of the service worker");
  return told;
}

async function putPack() {
  const pack = fileURLToPath(new URL("../models/en.pack", import.meta.url));
  // The checksum of the header, which holds the checksums of all sections: docs/PACK_FORMAT.md.
  const checksum = (await readFile(pack)).readUInt32LE(16).toString(16).padStart(8, "0");
  await copyFile(pack, join(staging, `en-${checksum}.pack`));
}

async function withOneSheet(html) {
  const sheets = [...html.matchAll(LINK)].map(([, name]) => name);
  if (sheets.length === 0) throw new Error("index.html links no style sheet");
  const parts = await Promise.all(sheets.map((name) => readFile(join(staging, name), "utf8")));
  const joined = parts.join("\n");
  const hash = (kind, form) => createHash(kind).update(joined).digest(form);
  const name = `styles-${hash("sha256", "hex").slice(0, 16)}.css`;
  await writeFile(join(staging, name), joined);
  await Promise.all(sheets.map((name) => rm(join(staging, name))));
  let first = true;
  return html.replace(LINK, () => {
    const link = first ? `    <link rel="stylesheet" href="./${name}" integrity="sha384-${hash("sha384", "base64")}" />\n` : "";
    first = false;
    return link;
  });
}

const page = join(staging, "index.html");
const html = await readFile(page, "utf8");
await putPack();
await writeFile(page, withKeeper(await withOneSheet(html)));
if (isKept) await listKeptFiles(staging);
else await rm(join(staging, KEEPER));
