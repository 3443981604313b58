import assert from "node:assert/strict";
import { ARTICLE, article, pasteArticle } from "../lib/texts.mjs";

export const title = "lone surrogates, a million quotation marks and a very long article do not break the page";
export const seconds = 180;

/** Brings a text to the page as a paste does, without the clipboard, which would mend lone surrogates. */
const put = (page, text) =>
  page.getByLabel("Text of an article").evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, text);

/** How often the page came round to other work while `work` ran: never, if it stood still. */
async function breaths(page, work) {
  await page.evaluate(() => {
    globalThis.breaths = 0;
    globalThis.watch = setInterval(() => (globalThis.breaths += 1), 20);
  });
  await work();
  return page.evaluate(() => (clearInterval(globalThis.watch), globalThis.breaths));
}

export default async function (t) {
  const page = await t.open();
  await put(page, `Ana Ruiz said \ud83d the \udc00 boat stays. \ud800`);
  await page.getByText(/\d+ words/).first().waitFor();
  await page.getByRole("button", { name: "Show the article" }).click();
  await article(page).getByText("boat stays").waitFor();

  await page.getByRole("button", { name: "Text", exact: true }).click();
  await put(page, `"`.repeat(1_000_001));
  await page.getByRole("button", { name: "Show the article" }).click({ timeout: 90_000 });
  await article(page).waitFor();
  await page.getByRole("region", { name: "Voices" }).waitFor();

  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Clear" }).click();
  const long = ARTICLE.repeat(Math.ceil(100_000 / ARTICLE.length));
  const times = await breaths(page, () => pasteArticle(t, { text: long }));
  assert.ok(times > 2, `the page stood still: it came round to other work ${times} times`);
  await article(page).locator(".piece[data-cue]").nth(5).hover();
  await article(page).locator("[data-on]").first().waitFor();
}
