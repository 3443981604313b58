import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { analysed, expectOwnRequests, openExample } from "../lib/widget.mjs";

export const title = "until the article comes near, only the small loader is fetched";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Below</title><link rel="icon" href="icon.svg"><style>div { height: 5000px }</style>
<script type="module" src="../who-said.js"></script></head><body><main><h1>Below</h1><div></div><who-said><p>“The bay is cold,” said Lena Ortega.</p></who-said></main></body></html>`;
/** What the loader may weigh, as servers send it. */
const MOST = 15_000;

export default async function (t) {
  t.answer(/below\.html/, (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
  const page = await openExample(t, "below.html", { count: 0 });
  await page.waitForFunction(() => customElements.get("who-said"));
  await page.waitForLoadState("networkidle");
  const loaded = t.requests.map((address) => new URL(address).pathname).filter((path) => path.endsWith(".js"));
  assert.deepEqual(loaded.sort(), ["/element/element.js", "/element/looks.js", "/who-said.js"]);
  const sources = await Promise.all(loaded.map((path) => readFile(join(t.folders.project, "target/widget-site", path))));
  const sizes = await Promise.all(sources.map(async (source) => (await promisify(brotliCompress)(source)).length));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(bytes <= MOST, `the loader is ${bytes} bytes`);
  assert.equal(page.workers().length, 0);
  assert.equal(await page.evaluate(() => document.querySelector("who-said").state), "waiting");

  await page.evaluate(() => scrollTo(0, 4200));
  await analysed(t, 1);
  expectOwnRequests(t);
}
