import assert from "node:assert/strict";
import { ARTICLE, article, pasteArticle, signs } from "../lib/texts.mjs";

export const title = "a long analysis is stopped: the text is still there, and can be read after all";
export const seconds = 120;

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const usual = await signs(page).count();
  await page.getByRole("button", { name: "Text", exact: true }).click();
  const field = page.getByLabel("Text of an article");

  const long = ARTICLE.repeat(2000);
  await field.selectText();
  await t.paste({ text: long });
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("Stopped. Show the article to read it after all.").waitFor();
  assert.equal(await field.inputValue(), long, "the text is not what was pasted");
  assert.equal(await field.getAttribute("readonly"), null, "the text cannot be edited");

  // Another text is read at once; nothing of the long one comes after.
  await page.getByRole("button", { name: "Clear" }).click();
  await pasteArticle(t);
  await page.waitForFunction((usual) => document.querySelectorAll("#article .sign").length === usual, usual);
  assert.equal(await page.getByRole("button", { name: "Stop" }).count(), 0);
}
