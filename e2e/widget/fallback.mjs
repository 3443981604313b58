import assert from "node:assert/strict";
import { openExample } from "../lib/widget.mjs";

export const title = "a browser without highlights draws boxes over the words, and the page stays as it is";

export default async function (t) {
  const page = await openExample(t, "plain.html", {
    first: () => {
      delete globalThis.Highlight;
      delete CSS.highlights;
    },
  });
  const places = () =>
    page.evaluate(() => {
      const range = document.createRange();
      const link = document.querySelector("#post a").firstChild;
      range.selectNodeContents(link);
      const place = ({ left, top, width }) => [left, top, width].map(Math.round);
      const boxes = [...document.querySelector("who-said").shadowRoot.querySelectorAll(".overlay .ws-place")];
      return [[...range.getClientRects()].map(place), boxes.map((box) => place(box.getBoundingClientRect()))];
    });
  await page.waitForFunction(() => document.querySelector("who-said").shadowRoot.querySelector(".overlay .ws-place"));
  const [words, boxes] = await places();
  assert.deepEqual(boxes, words);
  await t.screenshot("boxes");
  await page.setViewportSize({ width: 700, height: 800 });
  await page.waitForFunction(() => {
    const { left } = document.querySelector("who-said").shadowRoot.querySelector(".overlay .ws-place").getBoundingClientRect();
    return Math.abs(left - document.querySelector("#post a").getClientRects()[0].left) < 1;
  });
  await page.mouse.move(0, 0);
  await page.locator("who-said >> button[part=button]").click();
  await page.locator("who-said >> summary").first().click();
  await page.locator("who-said >> button[part=quotation]").first().click();
  await page.locator("who-said >> .overlay .ws-active").first().waitFor();
  const { before, after } = await page.evaluate(() => ({ before: globalThis.before, after: document.documentElement.outerHTML }));
  assert.equal(after, before);
}
