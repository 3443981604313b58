// Trunk runs this after each build (Trunk.toml): joins the styles, one file a component in the sources, into one. A browser
// paints nothing before it has all of them, and asks a host for six at a time.

import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) throw new Error("trunk runs this; TRUNK_STAGING_DIR names the folder of the page");

const place = join(staging, "index.html");
const page = await readFile(place, "utf8");
const links = [...page.matchAll(/<link rel="stylesheet" href="\.\/([\w.-]+\.css)"[^>]*>\s*/g)];
if (links.length < 2) throw new Error("the page has no styles to join: has Trunk changed how it writes them?");

const files = links.map(([, file]) => join(staging, file));
const styles = (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
const digest = createHash("sha384").update(styles).digest();
const name = `styles-${digest.toString("hex", 0, 8)}.css`;
await writeFile(join(staging, name), styles);

const link = `<link rel="stylesheet" href="./${name}" integrity="sha384-${digest.toString("base64")}"/>\n    `;
const [first, ...rest] = links.map(([text]) => text);
await writeFile(place, rest.reduce((text, old) => text.replace(old, ""), page.replace(first, link)));
await Promise.all(files.map((file) => rm(file)));
