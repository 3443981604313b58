import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { ARTICLE, article, pasteArticle, RICH, signs } from "../lib/texts.mjs";

export const title = "several files, and the steps of what was corrected in a saved analysis, are there after a reload";

const log = (page) => page.getByRole("region", { name: "Corrections" });
const card = (page) => page.getByRole("dialog");

async function denyFirst(page) {
  await signs(page).first().click();
  await card(page).getByText("Correct this").click();
  await card(page).getByLabel("Stance").selectOption({ label: "Denies it" });
  await page.keyboard.press("Escape");
}

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  await page.getByRole("button", { name: "Save and share" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog", { name: "Save and share" }).locator(".form", { hasText: ".json" }).first().click(),
  ]);
  const analysis = await readFile(await file.path(), "utf8");
  await page.keyboard.press("Escape");

  // A saved analysis: two corrections, one taken back, and both steps after a reload.
  await t.drop("#article", [{ name: "saved.json", type: "application/json", content: analysis }]);
  await page.getByText("as it was saved in “saved.json”").waitFor();
  await denyFirst(page);
  await signs(page).nth(1).click();
  await card(page).getByText("Correct this").click();
  await card(page).getByRole("button", { name: "This is no quotation" }).click();
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  const edits = await log(page).locator("ol > li").allTextContents();
  assert.equal(edits.length, 1);
  await page.reload();
  await page.getByText("as it was saved in “saved.json”").waitFor();
  assert.deepEqual(await log(page).locator("ol > li").allTextContents(), edits);
  const before = await signs(page).count();
  await log(page).getByRole("button", { name: "Redo" }).click();
  assert.equal(await signs(page).count(), before - 1);
  await log(page).getByRole("button", { name: "Take all back" }).click();
  assert.equal(await log(page).locator("ol > li").count(), 0);
  assert.equal(await signs(page).count(), before);

  // Several files, one of them such an analysis: all there, at the one that was open, each with what was done to it.
  await t.drop("#article", [
    { name: "ferry.txt", content: ARTICLE },
    { name: "saved.json", type: "application/json", content: analysis },
    { name: "holm.html", type: "text/html", content: RICH.replaceAll("Ana Ruiz", "Vera Holm") },
  ]);
  const files = page.getByRole("navigation", { name: "3 files" });
  await files.getByRole("button", { name: /saved\.json/ }).click();
  await page.getByText("as it was saved in “saved.json”").waitFor();
  await denyFirst(page);
  await files.getByRole("button", { name: /holm\.html/ }).click();
  await article(page).getByText("Vera Holm").waitFor();
  await page.reload();
  await article(page).getByText("Vera Holm").waitFor();
  const current = () => files.locator("[aria-current]").innerText().then((text) => text.split("\n")[0]);
  assert.equal(await current(), "holm.html");
  await files.getByRole("button", { name: /saved\.json/ }).click();
  await page.getByText("as it was saved in “saved.json”").waitFor();
  assert.equal(await log(page).locator("ol > li").count(), 1);
  await page.reload();
  await page.getByText("as it was saved in “saved.json”").waitFor();
  assert.equal(await current(), "saved.json");
  assert.equal(await log(page).locator("ol > li").count(), 1);
  await files.getByRole("button", { name: /ferry\.txt/ }).click();
  await page.getByText("as it was saved in “saved.json”").waitFor({ state: "detached" });
  await page.getByRole("progressbar", { name: "Analysis" }).waitFor({ state: "detached" });

  // What is cleared is gone for good.
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Clear" }).click();
  await page.reload();
  await page.getByLabel("Text of an article").waitFor();
  assert.equal(await page.getByRole("navigation", { name: "3 files" }).count(), 0);
}
