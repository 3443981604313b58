import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { article, pasteArticle, voices } from "../lib/texts.mjs";

export const title = "one correction is taken out of the middle; a log is taken from a file or link, whatever its offsets count";

// The emoji and the dash count differently in bytes, in UTF-16 and in code points.
const TEXT = "Report 😀 — from Lorne\n\n“We won,” said Ana Ruiz. “We lost,” said Tom Becker.";

const log = (page) => page.getByRole("region", { name: "Corrections" });
const rows = (page) => log(page).locator("ol > li");

const LENGTHS = {
  byte: (text) => Buffer.byteLength(text),
  utf16: (text) => text.length,
  codepoint: (text) => [...text].length,
};

/** A log that calls Ana Ruiz otherwise and merges Tom Becker into her, its offsets in a unit. */
function corrections(offsetUnit) {
  const place = (words) => {
    const before = TEXT.slice(0, TEXT.indexOf(words));
    const start = LENGTHS[offsetUnit](before);
    return { start, end: start + LENGTHS[offsetUnit](words) };
  };
  const edits = [
    { edit: "rename", name: place("Ana Ruiz"), to: "Ana Ruiz Soto" },
    { edit: "merge", name: place("Tom Becker"), into: place("Ana Ruiz") },
  ];
  return { corrections: "1.0", offsetUnit, edits };
}

export default async function (t) {
  for (const unit of Object.keys(LENGTHS)) {
    const page = await t.open();
    await pasteArticle(t, { text: TEXT });
    assert.deepEqual((await voices(page)).map((voice) => voice.name).sort(), ["Ana Ruiz", "Tom Becker"]);
    await t.drop("#article", [{ name: "log.json", type: "application/json", content: JSON.stringify(corrections(unit)) }]);
    await page.locator(".toast").getByText("From the file: 2 corrections.").waitFor();
    assert.deepEqual((await voices(page)).map((voice) => voice.name), ["Ana Ruiz Soto"], unit);
    assert.equal(await log(page).locator(".left-out").count(), 0);

    const payload = { v: 1, format: "text", text: TEXT, corrections: corrections(unit) };
    await t.open(`${t.origin}/#t=${deflateSync(JSON.stringify(payload)).toString("base64url")}`);
    await article(t.page).waitFor();
    await rows(t.page).nth(1).waitFor();
    assert.deepEqual((await voices(t.page)).map((voice) => voice.name), ["Ana Ruiz Soto"], unit);
  }

  // The same file again brings nothing new; one for another article is told.
  const page = await t.open();
  await t.drop(".paste", [{ name: "log.json", type: "application/json", content: JSON.stringify(corrections("utf16")) }]);
  await page.getByRole("alert").getByText("Open the article that they are about first").waitFor();
  // With its article, in either order.
  await t.drop(".paste", [
    { name: "log.json", type: "application/json", content: JSON.stringify(corrections("utf16")) },
    { name: "article.txt", content: TEXT },
  ]);
  await article(page).waitFor();
  await rows(page).nth(1).waitFor();
  await t.drop("#article", [{ name: "log.json", type: "application/json", content: JSON.stringify(corrections("byte")) }]);
  await page.locator(".toast").getByText("All corrections in the file are made already.").waitFor();
  const foreign = { ...corrections("byte"), edits: [{ edit: "rename", name: { start: 900, end: 903 }, to: "Nobody" }] };
  await t.drop("#article", [{ name: "log.json", type: "application/json", content: JSON.stringify(foreign) }]);
  await page.locator(".toast").getByText("One of them has no place in this article").waitFor();
  await log(page).getByRole("button", { name: "Undo" }).click();

  // The first of several goes alone, and comes back; what leaned on it says so.
  await log(page).getByRole("button", { name: /^Take back: “Ana Ruiz” is called/ }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".toast").getByText("Taken back: “Ana Ruiz” is called “Ana Ruiz Soto”.").waitFor();
  // The keyboard stays in the list, where the next one can be taken back.
  await log(page).getByRole("button", { name: /^Take back: “Tom Becker”/ }).and(page.locator(":focus")).waitFor();
  assert.deepEqual(await rows(page).locator(".edit").allTextContents(), ["“Tom Becker” is the same as “Ana Ruiz”."]);
  assert.deepEqual((await voices(page)).map((voice) => voice.name), ["Ana Ruiz"]);
  await t.expectAccessible();
  await page.locator(".toast").getByRole("button", { name: "Redo" }).press("Enter");
  assert.equal(await rows(page).count(), 2);
  assert.deepEqual((await voices(page)).map((voice) => voice.name), ["Ana Ruiz Soto"]);
  await log(page).getByRole("button", { name: "Take all back" }).click();

  // A name that the reader made, and what was said of it: without the first, the second has no place.
  await log(page).getByLabel("Words to mark").fill("Report");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Add the name" }).click();
  await page.getByRole("dialog").getByText("Correct this").click();
  await page.getByRole("dialog").getByLabel("Called").fill("The Report");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await page.keyboard.press("Escape");
  await log(page).getByRole("button", { name: /^Take back: “Report” is a name/ }).click();
  await page.locator(".toast").getByText("One later correction has no place without it").waitFor();
  await rows(page).getByText("Not applied:").waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await t.expectNoSidewaysScroll();
  await t.screenshot("narrow");
}
