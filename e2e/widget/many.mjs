import assert from "node:assert/strict";
import { expectOwnRequests, expectUntouched, marks, openExample } from "../lib/widget.mjs";

export const title = "ten on a page share one worker and one pack, and each marks its own";
export const seconds = 90;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ten</title><link rel="icon" href="icon.svg">
<script type="module" src="../who-said.js"></script></head><body><main><h1>Ten</h1>${Array.from(
  { length: 10 },
  (_, at) => `<who-said><article><p>“This is number ${at},” said Ana Ruiz.</p></article></who-said>`,
).join("")}</main></body></html>`;

export default async function (t) {
  t.answer(/ten\.html/, (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
  const page = await openExample(t, "ten.html", { count: 10 });
  const found = await marks(t);
  assert.deepEqual(found["ws-quote-1"].sort(), Array.from({ length: 10 }, (_, at) => `This is number ${at},`));
  assert.equal(page.workers().length, 1);
  for (const file of ["en.pack", "wasm/whosaid_bindings_bg.wasm"]) {
    assert.equal(t.requests.filter((address) => address.endsWith(file)).length, 1, file);
  }
  await expectUntouched(t);
  await t.screenshot("ten");
  // One panel at a time.
  await page.locator("who-said >> button[part=button]").nth(3).click();
  await page.evaluate(() => (document.querySelectorAll("who-said")[5].open = true));
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("who-said")].map(({ open }) => open).indexOf(true)), 5);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll("who-said")].filter(({ open }) => open).length), 1);
  // Those that stay keep their marks.
  await page.evaluate(() => [...document.querySelectorAll("who-said")].slice(1).forEach((one) => one.remove()));
  await page.waitForFunction(() => CSS.highlights.get("ws-quote-1").size === 1);
  assert.deepEqual((await marks(t))["ws-quote-1"], ["This is number 0,"]);
  expectOwnRequests(t);
}
