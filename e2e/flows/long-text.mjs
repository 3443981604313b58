import assert from "node:assert/strict";
import { eachLook } from "../lib/states.mjs";
import { ARTICLE, article, voices } from "../lib/texts.mjs";

export const title = "a long text is shown in part where all of it would make the page wait, and in full when asked for";
export const seconds = 120;

/** So many speakers with a name of their own, and words enough for a long text. */
const FIRST = ["Ana", "Tom", "Mara", "Ivo", "Lena", "Omar", "Ruth", "Paul", "Nina", "Karl"];
const LAST = ["Becker", "Ruiz", "Ellis", "Novak", "Weber", "Haddad", "Larsen"];
const people = FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`));
const long = `${people.map((name) => `"We will keep the ferry to Port Lorne," said ${name}.`).join("\n\n")}\n\n${ARTICLE.repeat(240)}`;

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

export default async function (t) {
  const page = await t.open();
  await page.getByLabel("Text of an article").focus();
  await t.paste({ text: long });
  await article(page).waitFor({ timeout: 90_000 });

  // Forty rows of the voices, then all of them; focus stays where it was.
  const unfold = page.locator("#voices .unfold");
  await unfold.waitFor();
  const first = (await voices(page)).length;
  await unfold.click();
  await page.waitForFunction((first) => document.querySelectorAll("#voices li summary").length > first, first);
  assert.match(await unfold.textContent(), /^Show the first 40$/);
  assert.ok(await unfold.evaluate((button) => document.activeElement === button));

  // Back at the text: its beginning, then all of it.
  await page.getByRole("button", { name: "Text", exact: true }).click();
  const field = page.locator("textarea");
  await page.getByText("This is the beginning of a long text.").waitFor();
  const begun = await field.inputValue();
  assert.ok(long.startsWith(begun) && begun.length > 50_000 && begun.length < long.length);
  assert.notEqual(await field.getAttribute("readonly"), null, "what is cut off would be lost by an edit");
  await eachLook(page, { windows: WINDOWS, at: "#beginning" }, async () => {
    await t.expectAccessible();
    await t.expectNoSidewaysScroll();
  });
  await page.getByRole("button", { name: "Show all of it, to edit" }).click();
  await page.waitForFunction((length) => document.querySelector("textarea").value.length === length, long.length);
  assert.equal(await field.getAttribute("readonly"), null);
  assert.ok(await field.evaluate((field) => document.activeElement === field));
  assert.equal(await field.inputValue(), long);
  assert.deepEqual(await field.evaluate(({ selectionStart, scrollTop }) => [selectionStart, scrollTop]), [0, 0], "what was seen stays seen");
}
