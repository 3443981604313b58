import assert from "node:assert/strict";
import { openExample } from "../lib/widget.mjs";

export const title = "with forced colours, without motion and in print the list can be read, and nothing is in the way";

export default async function (t) {
  const page = await openExample(t, "plain.html", { forcedColors: "active", reducedMotion: "reduce" });
  await page.waitForFunction(() => document.querySelector("who-said").shadowRoot.querySelector(".overlay .ws-person"));
  await page.locator("who-said >> button[part=button]").click();
  await page.locator("who-said >> summary").first().click();
  await page.locator("who-said >> button[part=quotation]").first().click();
  await page.locator("who-said >> .card.open").waitFor();
  await t.expectAccessible();
  assert.equal(await page.evaluate(() => document.getAnimations().length + document.querySelector("who-said").shadowRoot.getAnimations().length), 0);
  await t.screenshot("forced");

  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() =>
    [".dock", ".panel", ".card"].filter((part) => getComputedStyle(document.querySelector("who-said").shadowRoot.querySelector(part)).display !== "none"),
  );
  assert.deepEqual(shown, []);
}
