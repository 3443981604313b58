import assert from "node:assert/strict";
import { expectFerry, expectOwnRequests, expectUntouched, openExample } from "../lib/widget.mjs";

export const title = "on every example the marks are right, the page is as it was, and nothing else is fetched";
export const seconds = 300;

const PAGES = [["plain.html"], ["pointing.html"], ["wordpress.html"], ["ghost.html"], ["hugo.html"], ["jekyll.html"], ["strict-csp.html"], ["two.html", 2]];
const VIEWS = [
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
];

export default async function (t) {
  for (const [name, count = 1] of PAGES) {
    for (const view of VIEWS) {
      const page = await openExample(t, name, { ...view, count });
      const label = `${name.replace(".html", "")}-${view.viewport.width}`;
      await expectFerry(t);
      await expectUntouched(t);
      const wide = await page.evaluate(() => document.querySelector("p").getBoundingClientRect().width);
      assert.ok(wide > 100, `${label}: the article is ${wide} px wide`);
      await t.expectNoSidewaysScroll();
      await t.screenshot(label);
      await page.locator("who-said >> button[part=button]").first().click();
      await page.locator("who-said >> summary").first().click();
      await page.locator("who-said >> button[part=quotation]").first().click();
      await page.locator("who-said >> .card.open").waitFor();
      await t.expectNoSidewaysScroll();
      await t.screenshot(`${label}-open`);
      await accessible(t, label);
      // The words still do what they did.
      const close = page.locator("who-said >> button[part=close]").first();
      if (await close.isVisible()) await close.click();
      await page.locator("#post a").click();
      assert.deepEqual(await page.evaluate(() => globalThis.clicks), ["a", "p"], label);
      await page.context().close();
    }
  }
  expectOwnRequests(t);
}

async function accessible(t, label) {
  await t.expectAccessible().catch((error) => assert.fail(`${label}: ${error.message}`));
}
