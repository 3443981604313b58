import assert from "node:assert/strict";

export const title = "a sample article is one click away, and fits the window";

export default async function (t) {
  const page = await t.open();
  await t.one(".sample").click();
  await t.one("article .sign").wait();
  const found = await page.evaluate(() => document.querySelectorAll("article .sign").length);
  assert.ok(found > 2, `only ${found} quotations`);
  await t.expectNoSidewaysScroll();
  await t.screenshot("article");
}
