// Makes one HTML file of the built page, which opens from a disk and asks for nothing.
//
//     node www/one_file/make.mjs [dist [whosaid.html]]

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, deflateRawSync } from "node:zlib";

const here = (name) => readFile(fileURLToPath(new URL(name, import.meta.url)), "utf8");

/** Bytes as packed.js reads them. */
function packed(bytes, digits) {
  const deflated = deflateRawSync(bytes, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
  const text = [];
  for (let from = 0; from < deflated.length; from += 4) {
    let group = 0;
    for (let at = 0; at < 4; at++) group = group * 256 + (deflated[from + at] ?? 0);
    let five = "";
    for (let at = 0; at < 5; at++, group = Math.floor(group / 85)) five = digits[group % 85] + five;
    text.push(five.slice(0, Math.min(4, deflated.length - from) + 1));
  }
  return text.join("");
}

const sum = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A script that is data: it cannot end before its end. */
const data = (id, text) => `<script type="text/plain" id="${id}">${text.replaceAll("</script", "<\\/script")}</script>\n`;

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
  const digits = packing.match(/DIGITS = "(.+)"/)[1];
  const [styles, theme, icon] = await Promise.all([text(/^styles-.*\.css$/), text(/^theme\.js$/), text(/^icon-.*\.svg$/)]);
  const boot = `${packing}\n${await here("boot.js")}`;
  const parts = [
    ["app.js", await text(/^app-.*\.js$/)],
    ["worker.js", await text(/^worker\.js$/)],
    ["saver.js", await text(/^saver\.js$/)],
    ["worker.wasm", packed(await read(/^worker_bg\.wasm$/), digits)],
    ["pack", packed(await read(/\.pack$/), digits)],
    ["app.wasm", packed(await read(/^app-.*_bg\.wasm$/), digits)],
    ["saver.wasm", packed(await read(/^saver_bg\.wasm$/), digits)],
  ];
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
