import assert from "node:assert/strict";
import { expectUntouched, marks, openExample, quotations, until } from "../lib/widget.mjs";

export const title = "a page of 50,000 words is marked wherever its reader is, to its end, and nothing moves";
export const seconds = 150;

const WORDS = 50_000;

export default async function (t) {
  const paragraphs = (await t.readProject("seeds/articles/court-report.txt")).split(/\n\s*\n/).filter((text) => text.trim());
  const all = [];
  for (let count = 0, at = 0; count < WORDS; at += 1) {
    const text = paragraphs[at % paragraphs.length];
    all.push(text);
    count += text.split(/\s+/).length;
  }
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Long</title><link rel="icon" href="icon.svg">
    <script type="module" src="../who-said.js"></script></head><body><main><who-said><article>${all.map((text) => `<p>${escaped(text)}</p>`).join("\n")}
    <p id="post">“This is the end,” said Lena Ortega.</p></article></who-said></main></body></html>`;
  t.answer(/long\.html/, (route) => route.fulfill({ contentType: "text/html", body }));
  const page = await openExample(t, "long.html", { count: 0 });
  await page.waitForFunction(() => globalThis.told.some(({ name }) => name === "ws-analysis"), null, { timeout: 120_000 });
  const people = (found) => found["ws-person"].length;
  const isMarked = (words) => until(t, (words) => [...CSS.highlights].some(([name, ranges]) => name.startsWith("ws-quote") && [...ranges].some(({ startContainer }) => startContainer.data.includes(words))), words);

  // What is near the reader is marked; the rest when the reader comes there, or the printer does.
  await until(t, () => CSS.highlights.get("ws-person")?.size < 1000);
  const above = await marks(t);
  assert.ok(people(above) > 5, `${people(above)} people`);
  assert.ok(!quotations(above).includes("This is the end,"));
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const onPaper = await marks(t);
  assert.ok(quotations(onPaper).includes("This is the end,"));
  assert.ok(people(onPaper) > 1000, `${people(onPaper)} people`);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.deepEqual(await marks(t), above);
  await page.evaluate(() => document.querySelector("#post").scrollIntoView());
  await isMarked("This is the end");
  const below = await marks(t);
  assert.ok(quotations(below).includes("This is the end,"));
  assert.ok(people(below) < 1000, `${people(below)} people`);
  await page.evaluate(() => scrollTo(0, 0));
  await expectUntouched(t);
  await page.locator("who-said >> button[part=button]").click();
  await page.locator("who-said >> summary").first().click();
  await page.locator("who-said >> button[part=quotation]").first().click();
  await page.locator("who-said >> .card.open").waitFor();
}
