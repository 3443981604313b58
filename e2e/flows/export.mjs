import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { ARTICLE, article, pasteArticle, signs } from "../lib/texts.mjs";

export const title = "the menu saves every format, prints, and a quotation is copied with its source";

const menu = (page) => page.getByRole("dialog", { name: "Save and share" });

/** Presses a format in the open menu and gives the file's name and words. */
async function save(page, ending) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu(page).locator(".form", { has: page.locator(".ending", { hasText: new RegExp(`^\\${ending}$`) }) }).click(),
  ]);
  const name = download.suggestedFilename();
  await menu(page).getByRole("status").getByText(`Saved ${name}`).waitFor();
  return { name, text: await readFile(await download.path(), "utf8") };
}

/** Rows of a table as RFC 4180 has it. */
function rowsOf(csv) {
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;
  for (let found; cell.lastIndex < csv.length && (found = cell.exec(csv)); ) {
    rows.at(-1).push(found[1].startsWith('"') ? found[1].slice(1, -1).replaceAll('""', '"') : found[1]);
    if (found[2] !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const quotations = await signs(page).count();
  const button = page.getByRole("button", { name: "Save and share" });

  // By keyboard: Enter opens, Escape closes, and focus is back on the button.
  await button.focus();
  await page.keyboard.press("Enter");
  await menu(page).waitFor();
  await page.keyboard.press("Escape");
  await menu(page).waitFor({ state: "hidden" });
  assert.ok(await button.evaluate((button) => document.activeElement === button));

  // Escape in the menu leaves the card of a quotation open.
  await article(page).getByText("will not leave the island").click();
  await page.getByRole("dialog").getByRole("heading", { name: "Ana Ruiz" }).waitFor();
  await button.click();
  await page.keyboard.press("Escape");
  await menu(page).waitFor({ state: "hidden" });
  const card = page.locator("dialog.card");
  assert.equal(await card.count(), 1);

  // A quotation with its source.
  await card.getByRole("button", { name: "Copy with its source" }).click();
  await card.getByRole("status").getByText("Copied").waitFor();
  const forms = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (await item.getType(type)).text();
    return { text: await read("text/plain"), html: await read("text/html") };
  });
  assert.match(forms.text, /^“We will not leave the island without a boat,?” \(Ana Ruiz, said/);
  assert.match(forms.html, /“We will not leave the island/);

  await button.click();
  await t.expectAccessible();

  const html = await save(page, ".html");
  assert.match(html.name, /^council-votes-to-keep-the-ferry\.html$/);
  // On a page without a policy: the file's own style would be held against ours.
  const blank = await page.context().newPage();
  const parsed = (text, type) =>
    blank.evaluate(
      ([text, type]) => {
        const tree = new DOMParser().parseFromString(text, type);
        return {
          wrong: tree.querySelector("parsererror")?.textContent,
          root: tree.documentElement.localName,
          space: tree.documentElement.namespaceURI,
          scripts: tree.querySelectorAll("script").length,
          text: tree.documentElement.textContent,
        };
      },
      [text, type],
    );
  const marked = await parsed(html.text, "text/html");
  assert.equal(marked.scripts, 0);
  assert.match(marked.text, /nine thousand times/);

  const { text: json } = await save(page, ".json");
  const analysis = JSON.parse(json);
  assert.match(analysis.schema, /^1\./);
  assert.equal(analysis.offsetUnit, "utf16");
  assert.equal(analysis.text, ARTICLE);
  assert.equal(analysis.quotes.length, quotations);
  const said = analysis.quotes.map(({ content: [piece] }) => analysis.text.slice(piece.start, piece.end));
  assert.ok(said.some((words) => words.startsWith("We will not leave")), said.join("\n"));

  const { text: csv } = await save(page, ".csv");
  assert.ok(csv.startsWith("\ufeff"));
  const [head, ...rows] = rowsOf(csv.slice(1));
  assert.equal(rows.length, quotations);
  assert.ok(rows.every((row) => row.length === head.length), "a row has more or fewer cells than the head");
  assert.ok(rows.some((row) => row[head.indexOf("speaker")] === "Ana Ruiz"));

  assert.match((await save(page, ".md")).text, /Ana Ruiz/);

  const page1 = JSON.parse((await save(page, ".jsonld")).text);
  assert.equal(page1.type, "AnnotationPage");
  assert.ok(page1.items.length > quotations);

  const tei = await parsed((await save(page, ".xml")).text, "application/xml");
  assert.equal(tei.wrong, undefined);
  assert.deepEqual([tei.root, tei.space], ["TEI", "http://www.tei-c.org/ns/1.0"]);

  const words = (await save(page, ".conllu")).text.split("\n").filter((line) => /^\d/.test(line));
  assert.ok(words.length > 80);
  assert.ok(words.every((line) => line.split("\t").length === 10), "a line of CoNLL-U has not ten columns");

  const text = (await save(page, ".txt")).text;
  assert.equal(text, ARTICLE);
  const points = [...text];
  const marks = (await save(page, ".ann")).text.split("\n").filter((line) => line.startsWith("T"));
  for (const mark of marks) {
    const [, place, said] = mark.split("\t");
    const pieces = place.replace(/^\S+ /, "").split(";").map((range) => range.split(" ").map(Number));
    assert.equal(pieces.map(([start, end]) => points.slice(start, end).join("")).join(" "), said, mark);
  }

  // Print: the menu is gone, and on paper neither it nor any other tool is seen.
  await page.evaluate(() => (window.print = () => (window.printed = document.querySelector("dialog.export").open)));
  await menu(page).getByRole("button", { name: "Print", exact: true }).click();
  await page.waitForFunction(() => window.printed !== undefined);
  assert.equal(await page.evaluate(() => window.printed), false);
  await page.emulateMedia({ media: "print" });
  for (const tool of [".masthead", ".key", "dialog.card", ".jumps", ".strictness"]) {
    assert.equal(await page.locator(tool).isVisible(), false, `${tool} is printed`);
  }
  const [laidOut, voices] = await Promise.all(["#article", "#voices"].map((it) => page.locator(it).boundingBox()));
  assert.ok(voices.y >= laidOut.y + laidOut.height, "the voices do not come after the article");
}
