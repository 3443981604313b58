import assert from "node:assert/strict";
import { analysed, expectFerry, marks, openExample, quotations, until } from "../lib/widget.mjs";

export const title = "it follows what is written, and leaves nothing when it is taken away";

export default async function (t) {
  await openExample(t, "plain.html");
  await t.page.evaluate(() => {
    const more = document.createElement("p");
    more.textContent = "“The bay is cold,” said Lena Ortega.";
    document.querySelector("article").append(more);
  });
  await analysed(t, 2);
  assert.ok(quotations(await marks(t)).includes("The bay is cold,"));
  await expectFerry(t);
  await t.page.evaluate(() => {
    const element = document.querySelector("who-said");
    element.strict = "everything";
    setTimeout(() => element.remove(), 20);
  });
  await until(t, () => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0 && !document.querySelector("who-said"));
  assert.deepEqual(await t.page.evaluate(() => globalThis.told.filter(({ name }) => name === "ws-error")), []);
}
