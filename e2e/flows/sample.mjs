import assert from "node:assert/strict";
import { article, signs } from "../lib/texts.mjs";

export const title = "every sample article is one click away";

export default async function (t) {
  const page = await t.open();
  const samples = page.getByRole("region", { name: "Or try a sample" }).getByRole("button");
  await samples.first().waitFor();
  const count = await samples.count();
  assert.ok(count >= 8, `only ${count} samples`);
  for (let place = 0; place < count; place += 1) {
    const title = await samples.nth(place).locator(".headline").textContent();
    await samples.nth(place).click();
    await article(page).waitFor();
    if (place === 0) {
      // The button that had the focus is gone: the page hears its keys nevertheless.
      assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "hidden" });
    }
    assert.ok((await signs(page).count()) > 2, `“${title}” has too few quotations`);
    // Though the button was further down: an article is read from its headline on.
    assert.equal(await page.evaluate(() => Math.round(scrollY)), 0, `“${title}” opens scrolled down`);
    await t.screenshot(String(place));
    await page.getByRole("button", { name: "Text", exact: true }).click();
    await samples.first().waitFor();
  }
}
