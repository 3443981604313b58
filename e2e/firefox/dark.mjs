import assert from "node:assert/strict";
import { pasteArticle } from "../lib/firefox_visit.mjs";

export const title = "a dark system makes a dark page, and light that is chosen stays";

const isDark = (page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).slice(0, 3).every((part) => Number(part) < 80));

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  assert.ok(await isDark(page), "the system's dark is not followed");
  await t.screenshot("dark");
  await t.text("Settings", ".settings summary").click();
  await t.role("combobox", "Colours").choose("light");
  assert.ok(!(await isDark(page)), "light was chosen");
  await page.reload();
  await t.one("article .sign").wait();
  assert.ok(!(await isDark(page)), "the choice is gone after a reload");
}
