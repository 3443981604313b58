import assert from "node:assert/strict";
import { openExample, until } from "../lib/widget.mjs";

export const title = "by keyboard: open the list, choose a quotation, close card and list, and be where one was";

export default async function (t) {
  const page = await openExample(t, "plain.html");
  const focused = () => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.getAttribute("part") ?? document.activeElement.localName);
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "a");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "button");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.querySelector("who-said").open), true);
  assert.equal(await focused(), "panel");
  for (const part of ["close", "voice"]) {
    await page.keyboard.press("Tab");
    assert.equal(await focused(), part);
  }
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "quotation");
  await page.keyboard.press("Enter");
  await page.locator("who-said >> .card.open").waitFor();
  assert.match(await page.locator("who-said >> [role=status]").textContent(), /^Tom Becker\. In the writer’s words/);
  const lit = await page.evaluate(() => [...CSS.highlights.get("ws-active")].length);
  assert.equal(lit, 3, "content, cue and source are lit");
  await t.expectAccessible();
  const select = await page.evaluate(() => globalThis.told.filter(({ name }) => name === "ws-select"));
  assert.deepEqual(select.map(({ kind }) => kind), ["quote"]);

  await page.keyboard.press("Escape");
  await page.locator("who-said >> .card.open").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => CSS.highlights.has("ws-active")), false);
  assert.equal(await page.evaluate(() => document.querySelector("who-said").open), true);
  await page.keyboard.press("Escape");
  await until(t, () => !document.querySelector("who-said").open);
  assert.equal(await focused(), "button");
}
