import assert from "node:assert/strict";
import { article, pasteArticle, signs, voices } from "../lib/texts.mjs";

export const title = "colours, size, marks and quotations shown are chosen, stay, and can all be forgotten; ? lists the keys";
export const seconds = 120;

const filter = (page) => page.getByRole("search", { name: "Quotations" });
const underline = (page, name) =>
  article(page).locator(".piece[data-full]", { hasText: name }).first().evaluate((it) => getComputedStyle(it).textDecorationLine);

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const all = await signs(page).count();

  // Only some of the quotations.
  await filter(page).getByText("Kinds").click();
  await filter(page).getByLabel("In the writer’s words").uncheck();
  const direct = await signs(page).count();
  assert.ok(direct > 0 && direct < all, `${direct} of ${all}`);
  await filter(page).getByText(`${direct} of ${all} quotations shown.`).waitFor();
  assert.equal((await voices(page)).reduce((sum, voice) => sum + voice.quotations, 0), direct);
  await t.expectAccessible();
  await filter(page).getByPlaceholder("Find in quotations").fill("leave  THE island");
  await filter(page).getByText(`1 of ${all} quotations shown.`).waitFor();
  assert.deepEqual((await voices(page)).map((voice) => voice.name), ["Ana Ruiz"]);
  await filter(page).getByRole("button", { name: "Show all" }).click();
  await signs(page).nth(all - 1).waitFor();
  await filter(page).getByPlaceholder("Find in quotations").and(page.locator(":focus")).waitFor();

  // Only some of the names.
  const key = page.getByText("What the marks mean");
  assert.equal(await underline(page, "Ana Ruiz"), "underline");
  await key.click();
  await page.getByRole("group", { name: "Names that are marked" }).getByLabel("person").uncheck();
  assert.equal(await underline(page, "Ana Ruiz"), "none");
  assert.equal(await underline(page, "Port Lorne"), "underline");
  await t.expectAccessible();

  // Colours and size.
  const height = () => article(page).locator(".block").first().evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
  const before = await height();
  await page.getByText("Settings", { exact: true }).click();
  await page.getByLabel("Text", { exact: true }).and(page.locator("select")).selectOption("Very large");
  assert.ok((await height()) > before * 1.3);
  await page.getByLabel("Colours").selectOption("Dark");
  await t.expectAccessible();
  await t.expectNoSidewaysScroll();

  await filter(page).getByLabel("Says").uncheck();
  const shown = await signs(page).count();
  await page.reload();
  await article(page).waitFor();
  assert.equal(await signs(page).count(), shown, "labels that were hidden are shown after a reload");
  assert.equal(await underline(page, "Ana Ruiz"), "none");
  assert.ok((await height()) > before * 1.3);

  // The sheet of keys: opened and closed by keys, the keyboard comes back.
  await signs(page).first().focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await sheet.waitFor();
  await t.expectAccessible();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await signs(page).first().and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Shift+?");
  await sheet.getByRole("button", { name: "Close" }).click();
  // In a field it is a letter.
  await filter(page).getByPlaceholder("Find in quotations").focus();
  await page.keyboard.press("?");
  assert.equal(await sheet.isVisible(), false);

  await page.getByText("Settings", { exact: true }).click();
  await page.getByRole("button", { name: "Forget all of it" }).click();
  await page.getByLabel("Text of an article").waitFor();
  assert.equal(await page.getByLabel("Text of an article").inputValue(), "");
  await page.waitForTimeout(400);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "system");
}
