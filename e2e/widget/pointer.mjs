import assert from "node:assert/strict";
import { expectUntouched, openExample, until } from "../lib/widget.mjs";

export const title = "pointing at a mark shows its card, leaving hides it; the page's own clicks are its own; a tap does as much";

/** The middle of the first line of some words. */
const placeOf = (page, words) =>
  page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + words.length);
      const { left, top, width, height } = range.getClientRects()[0];
      return { x: left + width / 2, y: top + height / 2 };
    }
  }, words);

export default async function (t) {
  const page = await openExample(t, "plain.html");
  const card = page.locator("who-said >> .card.open");
  const move = async (words) => {
    const { x, y } = await placeOf(page, words);
    await page.mouse.move(x, y);
  };
  await move("old boat needs");
  await card.getByText("Tom Becker").waitFor();
  assert.deepEqual(await page.evaluate(() => [...CSS.highlights.get("ws-active")].length), 3);
  await move("Mara Ellis");
  await card.getByText("Mara Ellis").waitFor();
  await t.screenshot("name");
  await page.mouse.move(5, 5);
  await card.waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => CSS.highlights.has("ws-active")), false);

  const { x, y } = await placeOf(page, "would pay");
  await page.mouse.click(x, y);
  await card.getByText("Ana Ruiz").waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.clicks), ["p"]);
  assert.deepEqual(await page.evaluate(() => globalThis.told.filter(({ name }) => name === "ws-select").map(({ kind }) => kind)), ["quote"]);
  const link = await placeOf(page, "Port Lorne");
  await page.mouse.click(link.x, link.y);
  await until(t, () => location.hash === "#port");
  await expectUntouched(t);

  const touched = await openExample(t, "plain.html", { hasTouch: true, viewport: { width: 360, height: 740 } });
  const tap = await placeOf(touched, "would pay");
  await touched.touchscreen.tap(tap.x, tap.y);
  await touched.locator("who-said >> .card.open").getByText("Ana Ruiz").waitFor();
  await t.screenshot("tap");
  const empty = await placeOf(touched, "By ");
  await touched.touchscreen.tap(empty.x, empty.y);
  await touched.locator("who-said >> .card.open").waitFor({ state: "detached" });
}
