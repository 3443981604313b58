// Makes one HTML file of the built page, which opens from a disk and asks for nothing.
//
//     node www/one_file/make.mjs [dist [whosaid.html]]

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, deflateRawSync } from "node:zlib";

const here = (name) => readFile(fileURLToPath(new URL(name, import.meta.url)), "utf8");

/** Bytes as packed.js reads them, which tells the characters that are `escaped`. */
export function packed(bytes, escaped) {
  const deflated = deflateRawSync(bytes, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
  const sevens = [];
  let held = 0;
  let bits = 0;
  for (const byte of deflated) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 7; held &= (1 << bits) - 1) {
      bits -= 7;
      sevens.push(held >> bits);
    }
  }
  if (bits > 0) sevens.push(held << (7 - bits));
  const codes = [];
  for (let at = 0; at < sevens.length; at++) {
    const row = escaped.indexOf(sevens[at]);
    if (row < 0) codes.push(sevens[at]);
    else codes.push(((row + 1) << 8) | 128 | (sevens[++at] ?? 0));
  }
  return `${deflated.length}:${codes.map((code) => String.fromCharCode(code)).join("")}`;
}

const sum = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A script that is data: without "<" it cannot end before its end. */
const data = (id, text) => `<script type="text/plain" id="${id}">${text}</script>\n`;

/** The page in `dist` as one file. */
export async function oneFile(dist) {
  const names = await readdir(dist);
  const read = (pattern) => {
    const name = names.find((name) => pattern.test(name));
    if (!name) throw new Error(`${dist} has no ${pattern}: build the page first with cargo xtask build`);
    return readFile(join(dist, name));
  };
  const text = async (pattern) => (await read(pattern)).toString("utf8");

  const packing = await here("packed.js");
  const escaped = JSON.parse(packing.match(/ESCAPED = (.+);/)[1]);
  const [styles, theme, icon] = await Promise.all([text(/^styles-.*\.css$/), text(/^theme\.js$/), text(/^icon-.*\.svg$/)]);
  const boot = `${packing}\n${await here("boot.js")}`;
  const files = {
    "worker.js": /^worker\.js$/,
    "saver.js": /^saver\.js$/,
    "worker.wasm": /^worker_bg\.wasm$/,
    "saver.wasm": /^saver_bg\.wasm$/,
    pack: /\.pack$/,
    "app.js": /^app-.*\.js$/,
    "app.wasm": /^app-.*_bg\.wasm$/,
  };
  const part = async ([id, pattern]) => [id, packed(await read(pattern), escaped)];
  const parts = await Promise.all(Object.entries(files).map(part));
  const policy = [
    "default-src 'none'",
    `script-src ${sum(theme)} ${sum(boot)} 'wasm-unsafe-eval' blob:`,
    `style-src ${sum(styles)}`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

  let html = (await text(/^index\.html$/))
    .replace(/<link[^>]*rel="(?:manifest|icon|stylesheet)"[^>]*>\s*/g, "")
    .replace(/<script\b[^>]*><\/script>\s*/g, "");
  const put = (from, to) => {
    const next = html.replace(from, () => to);
    if (next === html) throw new Error(`index.html has no ${from}`);
    html = next;
  };
  put(/content="default-src [^"]*"/, `content="${policy}"`);
  put("</title>", `</title>
    <link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(icon).toString("base64")}" type="image/svg+xml" />
    <script>${theme}</script>
    <style>${styles}</style>`);
  put("</body>", `${parts.map(([id, text]) => data(id, text)).join("")}<script type="module">${boot}</script>\n</body>`);
  return html;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dist = "dist", file = "whosaid.html"] = process.argv.slice(2);
  const html = await oneFile(dist);
  await writeFile(file, html);
  console.log(`${resolve(file)}: ${Buffer.byteLength(html)} bytes`);
}
