import assert from "node:assert/strict";
import { pasteArticle } from "../lib/texts.mjs";

export const title = "on paper stand all figures, also those that nobody scrolled to, as wide as the sheet";

const drawn = (page) => page.locator("#figures .figure .drawn svg");

export default async function (t) {
  // On a telephone the figures are far below.
  const page = await t.open("/", { viewport: { width: 360, height: 500 } });
  await pasteArticle(t);
  const figures = page.locator("#figures .figure");
  await figures.first().waitFor({ state: "attached" });
  const all = await figures.count();
  assert.ok(all >= 3);
  assert.equal(await drawn(page).count(), 0, "the figures are drawn before anybody comes near");

  // As the browser's own command prints: told, then laid out at once.
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => void window.dispatchEvent(new Event("beforeprint")));
  assert.equal(await drawn(page).count(), all);
  const sheet = 627;
  for (const width of await drawn(page).evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().width))) {
    assert.ok(width > 300 && width <= sheet, `a figure is ${width} wide on a sheet of ${sheet}`);
  }
  await page.evaluate(() => void window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  assert.ok((await drawn(page).count()) < all, "on the screen all stay drawn");

  // By the command of the page: all of it is there when the browser is asked to print.
  await page.evaluate(() => {
    window.print = () => (window.printed = document.querySelectorAll("#figures .figure .drawn svg").length);
  });
  await page.getByRole("button", { name: "Save and share" }).click();
  await page.getByRole("dialog", { name: "Save and share" }).getByRole("button", { name: "Print", exact: true }).click();
  await page.waitForFunction(() => window.printed !== undefined);
  assert.equal(await page.evaluate(() => window.printed), all);
  await page.evaluate(() => void window.dispatchEvent(new Event("afterprint")));

  // The browser itself, to a file.
  await page.evaluate(() => {
    window.addEventListener("afterprint", () => (window.afterwards = window.there));
    new MutationObserver(() => {
      window.there = Math.max(window.there ?? 0, document.querySelectorAll("#figures .figure .drawn svg").length);
    }).observe(document.querySelector("#figures"), { childList: true, subtree: true });
  });
  const pdf = await page.pdf();
  assert.ok(pdf.length > 20_000);
  await page.waitForFunction((all) => window.afterwards === all, all);
}
