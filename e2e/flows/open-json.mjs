import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { article, pasteArticle, signs, voices, words } from "../lib/texts.mjs";

export const title = "a saved analysis opens again as it was, without the analyser; wrong files are told apart";

const open = (page, name, content) =>
  page.getByLabel("Open a file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });

export default async function (t) {
  let page = await t.open();
  // A character of two UTF-16 units before everything: offsets are not taken for those of the page.
  await pasteArticle(t, { text: "😀 Ferry\n\n“We will not leave,” said Mayor Ana Ruiz. Tom Becker said that the boat is old.\n" });
  const before = { words: await words(page), voices: await voices(page), signs: await signs(page).count() };
  await page.getByRole("button", { name: "Save and share" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /Analysis/ }).click()]);
  const json = await readFile(await download.path(), "utf8");

  // No pack, so nobody could read the text: what is seen is what was saved.
  t.answer(/\.pack$/, (route) => route.abort());
  t.allowConsoleError(/Failed to load resource/);
  page = await t.open();
  await page.getByRole("alert").waitFor();
  await open(page, "ferry.json", json);
  await article(page).waitFor();
  assert.deepEqual({ words: await words(page), voices: await voices(page), signs: await signs(page).count() }, before);
  const note = page.locator(".as-saved", { hasText: "ferry.json" });
  await note.waitFor();
  await t.expectAccessible();

  // The card works, and of a name's reasons it is said that they are not there.
  await signs(page).first().click();
  await page.getByRole("dialog").getByRole("heading", { name: "Why?" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "Names" }).getByRole("button", { name: /^Tom Becker/ }).click();
  assert.equal(await page.getByRole("radio", { name: "Balanced" }).count(), 0, "strictness cannot be chosen of what is saved");

  // A reload keeps it.
  await page.reload();
  await note.waitFor();
  assert.deepEqual(await voices(page), before.voices);

  // Wrong files change nothing and are told apart.
  await page.getByRole("button", { name: "Text", exact: true }).click();
  const damaged = JSON.parse(json);
  damaged.quotes[0].speaker = 999;
  for (const [content, told] of [
    ["{ nothing", "is not JSON"],
    ['{"name": "package"}', "not an analysis"],
    ['{"schema": "2.0", "text": ""}', "newer Whosaid"],
    [JSON.stringify(damaged), "quotes[0].speaker"],
    [JSON.stringify({ ...JSON.parse(json), tokens: 7 }), "damaged"],
  ]) {
    await open(page, "wrong.json", content);
    await page.getByRole("alert").getByText(told).waitFor();
  }
  await page.getByRole("button", { name: "Article", exact: true }).click();
  assert.deepEqual(await voices(page), before.voices);

  // Read anew on request: that needs the analyser, and what was seen stays to be read meanwhile.
  await page.getByRole("button", { name: "Read the text anew" }).first().click();
  await page.getByRole("alert").getByText("could not be fetched").waitFor();
  await article(page).getByText("We will not leave").waitFor();
}
