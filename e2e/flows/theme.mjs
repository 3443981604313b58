import assert from "node:assert/strict";
import { pasteArticle } from "../lib/texts.mjs";

export const title = "light and dark follow the system, and the reader's choice stays";

const background = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const isDark = (colour) => colour.match(/\d+/g).slice(0, 3).every((part) => Number(part) < 80);

export default async function (t) {
  const page = await t.open("/", { colorScheme: "dark" });
  assert.ok(isDark(await background(page)), "the system's dark is not followed");
  await pasteArticle(t);
  await t.screenshot("dark");
  await page.getByText("Settings", { exact: true }).click();
  await page.getByLabel("Colours").selectOption("light");
  assert.ok(!isDark(await background(page)), "light was chosen");
  await page.reload();
  assert.ok(!isDark(await background(page)), "the choice is gone after a reload");
}
