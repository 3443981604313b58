import assert from "node:assert/strict";
import { pasteArticle } from "../lib/firefox_visit.mjs";
import { voices } from "../lib/texts.mjs";

export const title = "a copied link opens the same article somewhere else, and nothing of it is asked for";

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const there = await voices(page);
  await t.role("button", "Save and share").click();
  await t.role("button", "Copy link").click();
  await t.text("Link copied", "dialog.export").wait();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(`${t.origin}/#t=`), link);

  const other = await t.open(link);
  await t.one("article .sign").wait();
  assert.deepEqual(await voices(other), there);
  assert.equal(await other.evaluate(() => location.href), `${t.origin}/`);
  assert.ok(t.requests.every((address) => !address.includes("Ruiz")));
}
