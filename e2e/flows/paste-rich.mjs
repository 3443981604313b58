import assert from "node:assert/strict";
import { article, pasteArticle, RICH, words } from "../lib/texts.mjs";

export const title = "a rich paste goes to the core as HTML and comes back as clean text";

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t, { text: "plain form, not to be used", html: RICH });
  await article(page).getByRole("heading", { name: /Council votes\b.*\bto keep the ferry/ }).waitFor();
  const shown = await words(page);
  assert.match(shown, /“We will not leave the island without a boat,”/);
  assert.doesNotMatch(shown, /[<>]|&ldquo;|plain form/);
  await page.getByRole("button", { name: "Text", exact: true }).click();
  const text = await page.getByLabel("Text of an article").inputValue();
  assert.match(text, /Tom Becker told reporters/);
  assert.doesNotMatch(text, /<p>/);
}
