import assert from "node:assert/strict";
import { expectFerry, expectOwnRequests, expectUntouched, openExample, until } from "../lib/widget.mjs";

export const title = "on the main examples the marks are right, the page is as it was, and the list shows a quotation";
export const seconds = 120;

export default async function (t) {
  for (const name of ["plain.html", "pointing.html", "wordpress.html", "strict-csp.html"]) {
    await openExample(t, name);
    await expectFerry(t);
    await expectUntouched(t);
    await t.screenshot(name.replace(".html", ""));
    // Not by the pointer: Puppeteer finds nothing in shadow trees by role.
    await t.page.evaluate(() => (document.querySelector("who-said").open = true));
    const choose = (selector) => t.page.evaluate((selector) => document.querySelector("who-said").shadowRoot.querySelector(selector).click(), selector);
    await choose("summary");
    await choose("button[part=quotation]");
    await until(t, () => document.querySelector("who-said").shadowRoot.querySelector(".card.open") !== null);
    await t.screenshot(`${name.replace(".html", "")}-open`);
    await t.expectAccessible({ rules: { "color-contrast": { enabled: name === "plain.html" } } });
    await t.press("Escape", "Escape");
    await until(t, () => !document.querySelector("who-said").open);
    assert.equal(await t.page.evaluate(() => CSS.highlights.has("ws-active")), false);
  }
  expectOwnRequests(t);
}
