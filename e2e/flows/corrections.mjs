import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { article, pasteArticle, signs, voices } from "../lib/texts.mjs";

export const title = "the analysis is corrected by mouse and by keyboard, taken back, and kept with its text";
export const seconds = 120;

const card = (page) => page.getByRole("dialog");
const log = (page) => page.getByRole("region", { name: "Corrections" });
const names = (page) => page.getByRole("region", { name: "Names" });

/** Selects words of the article as a drag of the mouse does. */
async function select(page, words) {
  await article(page).evaluate((article, words) => {
    // Signs of quotations stand between the words and are none of them.
    const inText = (node) => (node.parentElement.closest(".sign, .glue") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (const block of article.querySelectorAll(".block")) {
      const nodes = [];
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, inText);
      while (walker.nextNode()) nodes.push(walker.currentNode);
      const from = nodes.map((node) => node.data).join("").indexOf(words);
      if (from < 0) continue;
      const point = (offset) => {
        for (const node of nodes) {
          if (offset <= node.length) return [node, offset];
          offset -= node.length;
        }
      };
      const [start, end] = [point(from), point(from + words.length)];
      getSelection().setBaseAndExtent(...start, ...end);
      return;
    }
    throw new Error(`no ${words} in the article`);
  }, words);
}

const said = async (page, name) => (await voices(page)).find((voice) => voice.name === name)?.quotations ?? 0;

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const all = await signs(page).count();
  const [ana, tom] = [await said(page, "Ana Ruiz"), await said(page, "Tom Becker")];
  assert.ok(ana > 0 && tom > 0);

  // Another speaker, in the card of a quotation.
  await article(page).getByText("will not leave the island").click();
  await card(page).getByText("Correct this").click();
  await t.expectAccessible();
  await card(page).getByLabel("Speaker").focus();
  await card(page).getByLabel("Speaker").selectOption({ label: "Tom Becker" });
  await card(page).getByRole("heading", { name: "Tom Becker" }).waitFor();
  assert.deepEqual([await said(page, "Ana Ruiz"), await said(page, "Tom Becker")], [ana - 1, tom + 1]);
  await card(page).getByLabel("Speaker").and(page.locator(":focus")).waitFor();
  await card(page).getByText("Sure, since you corrected it").waitFor();
  await page.getByRole("status").filter({ hasText: "is said by “Tom Becker”" }).first().waitFor({ state: "attached" });

  // Somebody whom the article does not name.
  await card(page).getByLabel("Speaker").selectOption({ label: "Somebody else …" });
  await card(page).getByLabel("Name", { exact: true }).fill("Lena Voss");
  await page.keyboard.press("Enter");
  await card(page).getByRole("heading", { name: "Lena Voss" }).waitFor();
  assert.equal(await said(page, "Lena Voss"), 1);

  // Not a quotation: the card goes, and the way back has the keyboard.
  await card(page).getByRole("button", { name: "This is no quotation" }).click();
  assert.equal(await card(page).count(), 0);
  assert.equal(await signs(page).count(), all - 1);
  const undo = page.locator(".toast").getByRole("button", { name: "Undo" });
  await undo.and(page.locator(":focus")).waitFor();
  await t.expectAccessible();
  await page.keyboard.press("Enter");
  assert.equal(await signs(page).count(), all);
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  assert.deepEqual([await said(page, "Ana Ruiz"), await said(page, "Tom Becker")], [ana, tom]);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  assert.equal(await said(page, "Tom Becker"), tom + 1);

  // Selected words become a quotation.
  await select(page, "keep the night ferry to Port Lorne");
  await page.getByRole("button", { name: "Mark these words" }).click();
  assert.equal(await card(page).locator("blockquote").textContent(), "keep the night ferry to Port Lorne");
  await t.expectAccessible();
  await card(page).getByLabel("Speaker").selectOption({ label: "Ana Ruiz" });
  await card(page).getByRole("button", { name: "Add the quotation" }).click();
  await card(page).getByRole("heading", { name: "Ana Ruiz" }).waitFor();
  assert.equal(await card(page).locator("blockquote").textContent(), "keep the night ferry to Port Lorne");

  // Words that run from one paragraph into another cannot be a name: told where the reader looks, and not kept.
  await article(page).evaluate((article) => {
    const [first, second] = article.querySelectorAll(".block[data-kind=paragraph]");
    getSelection().setBaseAndExtent(first, 0, second, second.childNodes.length);
  });
  await page.getByRole("button", { name: "Mark these words" }).click();
  await card(page).getByRole("button", { name: "Add the name" }).click();
  await page.locator(".toast").getByText("Not corrected.").waitFor();
  assert.equal(await log(page).locator("ol > li").count(), 2);
  await page.locator(".toast").getByRole("button", { name: "Close this message" }).click();
  await article(page).getByText("keep the night ferry").first().click();
  await card(page).getByText("corrected by you").waitFor();

  // The right words for it, selected while its card is open.
  await select(page, "to keep the night ferry");
  await page.getByRole("button", { name: "This is what was said" }).click();
  await card(page).locator("blockquote", { hasText: /^to keep the night ferry$/ }).waitFor();
  await page.keyboard.press("Escape");

  // A name, by keyboard alone: its words are typed.
  await log(page).getByLabel("Words to mark").focus();
  await page.keyboard.type("night  FERRY");
  await page.keyboard.press("Enter");
  await card(page).getByRole("heading", { name: "Mark these words" }).waitFor();
  assert.equal(await card(page).locator("blockquote").textContent(), "night ferry");
  await card(page).getByLabel("Type").selectOption({ label: "Thing or product" });
  await card(page).getByRole("button", { name: "Add the name" }).press("Enter");
  await card(page).getByRole("heading", { name: "night ferry" }).waitFor();
  await names(page).getByRole("button", { name: /^night ferry/ }).waitFor();

  // Its name, its type, one with another.
  await card(page).getByText("Correct this").click();
  await card(page).getByLabel("Called").fill("MV Night Ferry");
  await card(page).getByRole("button", { name: "Rename" }).click();
  await names(page).getByRole("button", { name: /^MV Night Ferry/ }).waitFor();
  await card(page).getByLabel("Type").selectOption({ label: "Organisation" });
  await card(page).getByText("Organisation", { exact: false }).first().waitFor();
  await page.keyboard.press("Escape");
  await names(page).getByRole("button", { name: /^Ana Ruiz/ }).click();
  // The first place describes her; a name with reasons follows.
  await names(page).getByRole("button", { name: "Next mention of Ana Ruiz" }).click();
  await names(page).getByRole("button", { name: /^Why\?/ }).first().click();
  await card(page).getByRole("heading", { name: "Why?" }).waitFor();
  // The reasons are those of the analysis, whatever number the name has by now.
  await card(page).locator(".why li").first().waitFor();
  await card(page).getByText("Correct this").click();
  await card(page).getByLabel("The same as").selectOption({ label: "Tom Becker" });
  assert.equal(await said(page, "Ana Ruiz"), 0);

  const edits = await log(page).locator("ol > li").allTextContents();
  assert.equal(edits.length, 7, edits.join("\n"));

  // The log is a file that the command takes.
  const [file] = await Promise.all([page.waitForEvent("download"), log(page).getByRole("button", { name: "Save as a file" }).click()]);
  assert.match(file.suggestedFilename(), /-corrections\.json$/);
  const saved = JSON.parse(await readFile(await file.path(), "utf8"));
  assert.deepEqual([saved.corrections, saved.offsetUnit, saved.edits.length], ["1.0", "byte", 7]);

  // Kept with the text: after a reload, and after another text was here.
  const shown = await voices(page);
  await page.reload();
  await article(page).waitFor();
  assert.deepEqual(await voices(page), shown);
  assert.deepEqual(await log(page).locator("ol > li").allTextContents(), edits);
  await page.getByRole("button", { name: "Text", exact: true }).click();
  const text = await page.getByLabel("Text of an article").inputValue();
  await page.getByLabel("Text of an article").fill("It rained.");
  await page.getByText("2 words. Nobody is quoted.").first().waitFor();
  await page.getByLabel("Text of an article").fill(text);
  await page.getByRole("button", { name: "Show the article" }).click();
  await article(page).waitFor();
  assert.deepEqual(await log(page).locator("ol > li").allTextContents(), edits);

  await log(page).getByRole("button", { name: "Take all back" }).click();
  assert.deepEqual([await said(page, "Ana Ruiz"), await said(page, "Tom Becker")], [ana, tom]);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("whosaid.corrections")).length), 1, "what was taken back can be made again after a reload");

  const narrow = await t.open("/", { colorScheme: "dark", viewport: { width: 360, height: 740 } });
  await pasteArticle(t);
  await signs(narrow).first().click();
  await card(narrow).getByText("Correct this").click();
  await card(narrow).getByLabel("Stance").selectOption({ label: "Denies it" });
  await t.expectNoSidewaysScroll();
  await t.expectAccessible();
  await t.screenshot("narrow-dark");
}
