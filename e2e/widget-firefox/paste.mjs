import assert from "node:assert/strict";
import { ARTICLE } from "../lib/texts.mjs";
import { analysed, expectUntouched, marks, openExample, quotations, until } from "../lib/widget.mjs";

export const title = "a paste box marks a reader's own text";

export default async function (t) {
  await openExample(t, "paste.html", { count: 0 });
  await until(t, () => (document.querySelector("who-said").shadowRoot.querySelector("textarea") ?? null) !== null);
  await t.page.evaluate(() => document.querySelector("who-said").shadowRoot.querySelector("textarea").focus());
  await t.paste({ text: ARTICLE });
  await analysed(t, 1);
  const found = await marks(t);
  assert.ok(found["ws-person"].includes("Ana Ruiz"));
  assert.ok(quotations(found).includes("that the town would pay for two more years"));
  await expectUntouched(t);
  await t.expectAccessible();
  await t.screenshot("article");
}
