// Draws the icons of the page as PNG from www/icon.svg: npm run icons. They are committed.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch } from "./lib/browser.mjs";

const www = (name) => fileURLToPath(new URL(`../www/${name}`, import.meta.url));
const svg = await readFile(www("icon.svg"), "utf8");
// What a system cuts off, a tenth on each side, is ground alone.
const ground = svg.match(/fill="(#[0-9a-f]+)"/)[1];
const ICONS = [
  ["icon-192.png", 192, 1, "transparent"],
  ["icon-512.png", 512, 1, "transparent"],
  ["maskable-512.png", 512, 0.8, ground],
];

const browser = await launch();
const page = await browser.newPage();
await mkdir(www("icons"), { recursive: true });
for (const [name, size, share, behind] of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  const drawn = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  const side = Math.round(size * share);
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${behind}"><img width="${side}" height="${side}" src="${drawn}"></body>`,
  );
  await page.locator("img").evaluate((image) => image.decode());
  await writeFile(www(`icons/${name}`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
