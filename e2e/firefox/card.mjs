import assert from "node:assert/strict";
import { pasteArticle } from "../lib/firefox_visit.mjs";

export const title = "a quotation lights up and opens its card; a voice leads to what it said";

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  await t.one("article .piece[data-cue]").hover();
  await t.until(() => ["[data-cue]", "[data-source]", "[data-l0]"].every((part) => document.querySelector(`article [data-on]${part}`)));

  await t.text("will not leave the island", "article").click();
  await t.role("heading", "Ana Ruiz", "dialog.card").wait();
  await t.text("word for word", "dialog.card .manner").wait();
  await t.role("heading", "Why?", "dialog.card").wait();
  await t.role("button", "Close", "dialog.card").click();
  await t.until(() => !document.querySelector("dialog.card"));

  await t.text("Tom Becker", "#voices summary").click();
  await t.text("nine thousand times", "#voices details[open]").click();
  await t.role("heading", "Tom Becker", "dialog.card").wait();
  await t.until(() => {
    const lit = [...document.querySelectorAll("article [data-on]")].map((piece) => piece.getBoundingClientRect());
    return lit.length > 0 && lit.some(({ top, bottom }) => top >= 0 && bottom <= innerHeight);
  });
  const lit = await page.evaluate(() => [...document.querySelectorAll("article [data-on]")].map((piece) => piece.textContent).join(""));
  assert.match(lit, /nine thousand times/);
}
