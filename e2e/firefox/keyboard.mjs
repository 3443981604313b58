import assert from "node:assert/strict";
import { ARTICLE } from "../lib/texts.mjs";

export const title = "everything is done with keys, and the focus is never lost";

/** Tells what has the keyboard, in the words of a screen reader or nearly so. */
const focused = (t) =>
  t.page.evaluate(() => {
    const it = document.activeElement;
    return it.getAttribute("aria-label") ?? (it.labels?.[0] ?? it).textContent.trim();
  });

/** Presses Tab until the wanted thing has the keyboard. */
async function tabTo(t, wanted) {
  const passed = [];
  while (passed.length < 40) {
    await t.press("Tab");
    const name = await focused(t);
    if (wanted.test(name)) return;
    passed.push(name);
  }
  assert.fail(`Tab never comes to ${wanted}: ${passed.join(", ")}`);
}

export default async function (t) {
  const page = await t.open();
  await t.one("#text").wait();
  await tabTo(t, /^Text of an article$/);
  await t.paste({ text: ARTICLE });
  await t.one("article .sign").wait();

  // From quotation to quotation, into its card, and back to where it was opened.
  await tabTo(t, /^C: Council, /);
  await t.press("ArrowRight");
  const second = await focused(t);
  assert.match(second, /^HO: Harbour officials/);
  await t.press("Enter");
  await t.one("dialog.card").wait();
  await t.press("Escape");
  await t.until(() => !document.querySelector("dialog.card"));
  assert.equal(await focused(t), second);

  // The sheet of keys.
  await t.press("?");
  await t.role("dialog", "Keys").wait();
  await t.press("Escape");
  await t.until((second) => document.activeElement.getAttribute("aria-label") === second, second);

  // A voice opens, and its words lead to the card.
  await tabTo(t, /^TBTom Becker/);
  await t.press("Enter");
  await t.one("#voices details[open] .jump").wait();
  await tabTo(t, /nine thousand times/);
  await t.press("Enter");
  await t.role("heading", "Tom Becker", "dialog.card").wait();
  await t.press("Escape");

  // The menu is closed by Escape, and its button has the keyboard again.
  await page.focus("button.signed");
  await t.press("Enter");
  await t.role("dialog", "Save and share").wait();
  await t.press("Escape");
  await t.until(() => document.activeElement === document.querySelector("button.signed"));
}
