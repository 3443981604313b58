import assert from "node:assert/strict";
import { ARTICLE, article, pasteArticle } from "../lib/texts.mjs";

export const title = "text and article take turns; an edit is analysed while typing; a reload keeps the text";

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  await page.getByRole("button", { name: "Text", exact: true }).click();
  const field = page.getByLabel("Text of an article");
  assert.equal(await field.inputValue(), ARTICLE);
  await field.press("ControlOrMeta+End");
  await field.pressSequentially("Nobody knows when Lena Orr will decide.");
  await page.getByText(/^\d+ words/).first().waitFor();
  await page.getByRole("button", { name: "Show the article" }).click();
  await article(page).getByText("Lena Orr").waitFor();

  await page.waitForFunction(() => localStorage.getItem("whosaid.text")?.includes("Lena Orr"));
  await page.reload();
  await article(page).getByText("Lena Orr").waitFor();
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Clear" }).click();
  await page.waitForFunction(() => localStorage.getItem("whosaid.text") === null);
  await page.reload();
  assert.equal(await page.getByLabel("Text of an article").inputValue(), "");
}
