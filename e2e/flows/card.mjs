import assert from "node:assert/strict";
import { article, pasteArticle, signs } from "../lib/texts.mjs";

export const title = "a quotation lights up whole and opens its card, by mouse and by keyboard";

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const card = page.getByRole("dialog");

  // Pointing at the cue lights source, cue and content together.
  await article(page).locator(".piece[data-cue]").first().hover();
  const lit = article(page).locator("[data-on]");
  assert.ok((await article(page).locator("[data-on][data-cue]").count()) > 0);
  assert.ok((await article(page).locator("[data-on][data-source]").count()) > 0);
  assert.ok((await article(page).locator("[data-on][data-l0]").count()) > 0);
  await page.getByRole("heading", { name: "Whosaid" }).hover();
  assert.equal(await lit.count(), 0);

  // By mouse: any part opens it.
  await article(page).getByText("will not leave the island").click();
  await card.getByRole("heading", { name: "Ana Ruiz" }).waitFor();
  await card.getByText("Word for word", { exact: false }).waitFor();
  await card.getByText("How sure").waitFor();
  await card.getByRole("heading", { name: "Why?" }).waitFor();
  await card.getByRole("button", { name: "Next" }).click();
  await card.getByText("the town would pay").waitFor();
  await card.getByRole("button", { name: "Close" }).click();
  assert.equal(await card.count(), 0);

  // By keyboard: focus is back on the sign; arrows go on, Enter opens, Escape closes.
  await page.keyboard.press("Home");
  assert.equal(await page.evaluate(() => document.activeElement.matches(".sign")), true);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await card.waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await card.count(), 0);
  assert.equal(await signs(page).nth(1).evaluate((sign) => document.activeElement === sign), true);
}
