import assert from "node:assert/strict";
import { pasteArticle } from "../lib/firefox_visit.mjs";
import { ARTICLE } from "../lib/texts.mjs";

export const title = "an analysis is saved as JSON and as a table";

/** Presses a format in the open menu and gives the file. */
const save = (t, ending) =>
  t.download(async () => {
    const form = (ending) => [...document.querySelectorAll("dialog.export .form")].find((form) => form.querySelector(".ending").textContent === ending);
    await (await t.page.evaluateHandle(form, ending)).click();
  });

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const signs = await page.evaluate(() => document.querySelectorAll("article .sign").length);
  await t.role("button", "Save and share").click();

  const json = await save(t, ".json");
  assert.equal(json.name, "council-votes-to-keep-the-ferry.json");
  const analysis = JSON.parse(json.text);
  assert.deepEqual([analysis.text, analysis.offsetUnit, analysis.quotes.length], [ARTICLE, "utf16", signs]);
  const said = analysis.quotes.map(({ content: [piece] }) => analysis.text.slice(piece.start, piece.end));
  assert.ok(said.some((words) => words.startsWith("We will not leave")), said.join("\n"));

  const csv = await save(t, ".csv");
  assert.ok(csv.text.startsWith("\ufeff"));
  assert.match(csv.text, /Ana Ruiz/);
}
