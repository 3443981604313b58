import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { ARTICLE, article, pasteArticle, signs } from "../lib/texts.mjs";

export const title = "find it first: marks by mouse and keyboard, nothing told before, then both compared, argued with, printed and saved";
export const seconds = 180;

const text = (page) => page.getByRole("article", { name: "Text to mark" });
const form = (page) => page.getByRole("dialog", { name: "Who says this?" });
const list = (page) => page.getByRole("region", { name: /^(No marks yet|\d+ marks?)$/ });
const kind = (page, name) => page.getByRole("region", { name: new RegExp(`^${name} \\d+$`) });
const status = (page, words) => page.getByRole("status").filter({ hasText: words }).first().waitFor({ state: "attached" });
const button = (inside, name) => inside.getByRole("button", { name, exact: true });

/** Drags the mouse over words of the text, from inside the first letter to inside the last; Chromium selects nothing from the very middle of one. */
async function drag(page, words) {
  const [from, to] = await text(page).evaluate((text, words) => {
    for (const block of text.querySelectorAll(".block")) {
      const node = [...block.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.includes(words));
      if (!node) continue;
      block.scrollIntoView({ block: "center", behavior: "instant" });
      const start = node.data.indexOf(words);
      const edge = (offset) => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const { left, width, top, height } = range.getBoundingClientRect();
        return { x: Math.round(left + width / 4), y: Math.round(top + height / 2) };
      };
      return [edge(start), edge(start + words.length - 1)];
    }
    throw new Error(`no ${words} in the text`);
  }, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // As a hand moves: a browser looks at the mouse once a frame.
  for (let step = 1; step <= 4; step += 1) {
    await page.mouse.move(from.x + ((to.x - from.x) * step) / 4, to.y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.up();
}

/** Marks words by the keyboard alone; no name says that nobody is named. */
async function type(page, words, name) {
  await page.getByLabel("Words to mark").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await form(page).getByRole("combobox").and(page.locator(":focus")).waitFor();
  if (name) {
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
  } else {
    await button(form(page), "Nobody is named").press("Enter");
  }
  await form(page).waitFor({ state: "detached" });
}

/** Nothing that the program found is in the page, seen or unseen. */
async function expectNothingTold(page) {
  const told = await page.evaluate(() => ({
    marks: document.querySelectorAll("[data-q], [data-m], [data-program], .sign, .voices, .names, .quotations, .figures, .kind, .toast").length,
    statuses: [...document.querySelectorAll("[role=status]")].map((it) => it.textContent).join(" "),
    title: document.title,
  }));
  assert.equal(told.marks, 0, "something of the analysis is in the page");
  assert.doesNotMatch(told.statuses, /quotation|voice|Analysis ready/);
  assert.doesNotMatch(told.title, /\d/);
  for (const tab of ["Text", "Article", "Compare"]) assert.equal(await button(page, tab).count(), 0, `the tab ${tab} is there`);
}

const rows = (page, name) => kind(page, name).locator(".row");
const counts = async (page) => {
  const kinds = ["Found by both", "The same words, another speaker", "Only you", "Only the program"];
  return Promise.all(kinds.map((name) => rows(page, name).count()));
};

async function marking(t) {
  const page = await t.open();
  await button(page, "Find it first").click();
  await page.getByRole("heading", { name: "Find it first" }).and(page.locator(":focus")).waitFor();
  assert.equal(await page.locator("#find-lessons + ul > li").count(), 3);
  await page.getByText("For teachers").click();
  await page.getByText("The program is not the answer key.", { exact: false }).waitFor();
  await t.expectAccessible();
  await page.getByLabel("A text of your own").fill(ARTICLE);
  await button(page, "Mark it").click();
  await text(page).getByText("nine thousand times").waitFor();
  await status(page, "The text is ready to be marked.");
  await expectNothingTold(page);
  assert.ok(await button(page, "Compare with the program").isDisabled());
  await t.expectAccessible();

  // By mouse; the words are whole however the drag began, and Escape leaves all as it was.
  await drag(page, "will not leave the island without a boat");
  await button(page, "Mark these words").click();
  assert.equal(await form(page).locator("blockquote").textContent(), "will not leave the island without a boat");
  await t.expectAccessible();
  await page.keyboard.press("Escape");
  assert.equal(await form(page).count(), 0);
  await drag(page, "e will not leave the island without a bo");
  await button(page, "Mark these words").click();
  assert.equal(await form(page).locator("blockquote").textContent(), "We will not leave the island without a boat");
  await form(page).getByRole("combobox").fill("Mayor Ruiz");
  await page.keyboard.press("Enter");
  await status(page, "Marked: “We will not leave the island without a boat”, Mayor Ruiz. 1 mark.");
  await list(page).getByRole("button", { name: /^Change: / }).and(page.locator(":focus")).waitFor();
  assert.equal(await text(page).locator("[data-you]").textContent(), "We will not leave the island without a boat");

  // By keyboard: a name that was typed before is offered.
  await type(page, "the old boat needs a new engine", "Ana Ruiz");
  assert.deepEqual(await page.locator("datalist option").evaluateAll((all) => all.map((it) => it.value)), []);
  await type(page, "who runs the ferry");
  await list(page).getByRole("button", { name: /^Change:\s+Ana Ruiz\s*:\s+the old boat/ }).press("Enter");
  assert.deepEqual(await page.locator("datalist option").evaluateAll((all) => all.map((it) => it.value)), ["Ana Ruiz", "Mayor Ruiz"]);
  assert.equal(await form(page).getByRole("combobox").inputValue(), "Ana Ruiz");
  await page.keyboard.press("Escape");

  // Taken away and had back, by button and by key.
  await list(page).getByRole("button", { name: /^Remove: “We will not/ }).click();
  await status(page, "2 marks.");
  await button(list(page), "Undo").click();
  await status(page, "Taken back. 3 marks.");
  await text(page).locator("[data-mark]").first().click();
  await button(form(page), "Remove this mark").click();
  await page.keyboard.press("ControlOrMeta+z");
  await status(page, "Taken back. 3 marks.");

  await page.getByLabel("Class or group").fill("=7b");
  await page.getByLabel("Large text for a projector").check();
  await t.screenshot("large");
  await expectNothingTold(page);

  // Over a reload all is there, and still nothing is told.
  await page.reload();
  await text(page).getByText("nine thousand times").waitFor();
  await list(page).getByText("3 marks").waitFor();
  await expectNothingTold(page);
  assert.equal(await page.getByLabel("Class or group").inputValue(), "=7b");
  assert.ok(await page.getByLabel("Large text for a projector").isChecked());
  await page.getByLabel("Large text for a projector").uncheck();

  // On paper the text alone.
  await page.emulateMedia({ media: "print" });
  assert.ok(await text(page).isVisible());
  for (const other of [list(page), page.getByLabel("Class or group")]) assert.ok(!(await other.isVisible()));
  await page.emulateMedia({ media: "screen" });
  return page;
}

async function comparing(t, page) {
  await button(page, "Compare with the program").click();
  await page.getByRole("heading", { name: "You and the program" }).and(page.locator(":focus")).waitFor();
  const [both, other, yours, programs] = await counts(page);
  assert.deepEqual([both, other, yours], [1, 1, 1]);
  assert.ok(programs >= 2, `the program alone found ${programs}`);
  const all = both + other + yours + programs;
  await page.getByText(`You and the program agree on 1 of ${all} quotations.`).first().waitFor();
  await status(page, `Of the 3 that you marked it found 2, once with another speaker. It marked ${programs} that you did not.`);
  assert.match(await rows(page, "Found by both").first().textContent(), /YouMayor RuizProgramAna Ruiz/);
  assert.match(await rows(page, "The same words, another speaker").first().textContent(), /YouAna RuizProgramTom Becker/);
  assert.match(await rows(page, "Only you").first().textContent(), /who runs the ferry.*Younobody named/);
  // Without colours: a line below is the reader's, one above the program's.
  const lines = await text(page).locator(".found[data-you][data-program]").first().evaluate((it) => {
    const style = getComputedStyle(it);
    return [style.borderBottomStyle, style.textDecorationLine, style.textDecorationStyle];
  });
  assert.deepEqual(lines, ["solid", "overline", "dashed"]);
  await t.expectAccessible();

  // The program is wrong, says the reader, and puts it right where that can be done.
  const row = rows(page, "Only the program").first();
  const words = await row.locator(".said").textContent();
  await row.getByRole("button", { name: /^The program is wrong here/ }).click();
  await row.getByLabel("Why?").fill("nobody, \"really\"");
  await button(row, "Take it out of the analysis, too").click();
  await row.getByText("Corrected in the analysis.").waitFor();
  await button(row, "Take back").click();
  await button(row, "Take it out of the analysis, too").click();
  const speaker = rows(page, "The same words, another speaker").first();
  await speaker.getByRole("button", { name: /^The program is wrong here/ }).click();
  await button(speaker, "Say “Ana Ruiz” in the analysis, too").click();
  await speaker.getByText("Corrected in the analysis.").waitFor();
  await button(rows(page, "Only you").first(), /^The program is wrong here/).count();
  assert.deepEqual(await counts(page), [both, other, yours, programs], "corrections change what the program found");
  await t.expectAccessible();
  await t.screenshot("compared", { fullPage: true });

  const begun = page.waitForEvent("download");
  await button(page, "Save as CSV").click();
  const download = await begun;
  assert.equal(download.suggestedFilename(), "council-votes-to-keep-the-ferry-find-it-first.csv");
  const lines2 = (await readFile(await download.path(), "utf8")).split("\r\n");
  assert.equal(lines2.length, all + 2);
  assert.equal(lines2[0], "\ufeffgroup,date,article,row,found,readerWords,readerSpeaker,programWords,programSpeaker,kind,class,programWrong,why");
  const csv = lines2.slice(1, -1);
  // What was typed is no formula.
  for (const line of csv) assert.match(line, /^'=7b,\d{4}-\d\d-\d\d,Council votes to keep the ferry,\d+,(both|otherSpeaker|onlyReader|onlyProgram),/);
  assert.ok(csv.some((line) => line.includes(",both,We will not leave the island without a boat,Mayor Ruiz,") && line.endsWith(",direct,statement,false,")));
  assert.ok(csv.some((line) => line.includes(",otherSpeaker,") && line.includes(",Ana Ruiz,") && line.endsWith(",true,")));
  assert.ok(csv.some((line) => line.includes(",onlyReader,") && line.includes(",nobody named,,,,,false,")));
  assert.ok(csv.some((line) => line.includes(",onlyProgram,,,") && line.endsWith(',true,"nobody, ""really"""')), csv.join("\n"));

  // The sheet: title, class, day, figures, a row each.
  await page.evaluate(() => {
    window.print = () => (window.printed = true);
  });
  await button(page, "Print the sheet").click();
  await page.waitForFunction(() => window.printed);
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator(".result");
  assert.ok(await sheet.isVisible());
  const told = await sheet.textContent();
  for (const part of ["Find it first: Council votes to keep the ferry", "=7b", String(new Date().getFullYear()), `agree on 1 of ${all}`, "yes: nobody, \"really\"", words]) {
    assert.ok(told.includes(part), `no ${part} on the sheet`);
  }
  assert.equal(await sheet.locator("tbody tr").count(), all);
  for (const unseen of [page.locator(".figures-told"), rows(page, "Only you").first()]) assert.ok(!(await unseen.isVisible()));
  await t.screenshot("sheet", { fullPage: true });
  await page.emulateMedia({ media: "screen" });

  // Back to the text and forth; the objections are still there after a reload.
  await button(page, "Go on marking").click();
  await expectNothingTold(page);
  await button(page, "Compare with the program").click();
  await page.reload();
  await page.getByRole("heading", { name: "You and the program" }).waitFor();
  assert.equal(await page.getByRole("button", { name: /^The program is wrong here/, pressed: true }).count(), 2);

  // In the whole analysis stand the corrections; from there a way leads back to the marks.
  await button(page, "Whole analysis").click();
  await article(page).waitFor();
  await page.getByRole("region", { name: "Corrections" }).getByText("is no quotation").waitFor();
  await button(page, "Find it first").click();
  await button(page, "Mark this text").click();
  await list(page).getByText("3 marks").waitFor();
}

async function lesson(t) {
  const page = await t.open("/", { colorScheme: "dark", viewport: { width: 360, height: 740 } });
  await pasteArticle(t);
  await button(page, "Find it first").click();
  assert.equal(await signs(page).count(), 0);
  await t.expectAccessible();
  await t.expectNoSidewaysScroll();
  await t.screenshot("choose-narrow-dark", { fullPage: true });
  await page.getByRole("button", { name: /Who is quoted/ }).click();
  await text(page).getByText("sort of thing you read standing up").waitFor();
  await page.getByText("Mark everything that somebody says in this article").waitFor();
  await page.getByRole("heading", { name: "What to look for" }).waitFor();
  await expectNothingTold(page);
  await drag(page, "No decision has been taken");
  await button(page, "Mark these words").click();
  await form(page).getByRole("combobox").waitFor();
  await t.expectAccessible();
  await t.screenshot("form-narrow-dark");
  await form(page).getByRole("combobox").fill("the mayor");
  await page.keyboard.press("Enter");
  await t.screenshot("marking-narrow-dark");
  await button(page, "Compare with the program").click();
  await page.getByRole("heading", { name: "To talk about" }).waitFor();
  // A piece of an interrupted quotation, and a description in place of a name, are the same.
  assert.equal((await counts(page))[0], 1);
  await t.expectAccessible();
  await t.expectNoSidewaysScroll();
  await t.screenshot("compared-narrow-dark", { fullPage: true });
  // The text that gave way is not lost.
  await button(page, "Whole analysis").click();
  await button(page, "Go back to it").click();
  await article(page).getByText("nine thousand times").waitFor();
}

export default async function (t) {
  const page = await marking(t);
  await comparing(t, page);
  await lesson(t);
}
