import assert from "node:assert/strict";
import { article, pasteArticle, signs, voices } from "../lib/texts.mjs";

export const title = "how sure a quotation must be is chosen by keyboard, tells what it gives, and stays";
export const seconds = 120;

const group = (page) => page.getByRole("group", { name: "How sure?" });
const choice = (page, name) => group(page).getByRole("radio", { name });

/** Waits until the text has been read as chosen; gives the quotations that the switch tells of. */
async function quotations(page, name) {
  await choice(page, name).and(page.locator(":checked")).waitFor();
  const told = await group(page).getByText(/^[\d,]+ quotations?\.$/).textContent();
  const announced = page.getByRole("status").filter({ hasText: /Analysis ready: .*(quotation|Nobody is quoted)/ });
  const said = (await announced.first().textContent()).match(/([\d,]+) quotations?/);
  const count = Number(told.match(/[\d,]+/)?.[0].replaceAll(",", "") ?? 0);
  assert.equal(Number(said?.[1].replaceAll(",", "") ?? 0), count, "the switch and the announcement differ");
  assert.equal((await voices(page)).reduce((sum, voice) => sum + voice.quotations, 0), count, "the voices say otherwise");
  assert.equal(await signs(page).count(), count, "the article shows others");
  return count;
}

const isFocused = (locator) => locator.evaluate((it) => it === document.activeElement);

export default async function (t) {
  const page = await t.open("/", { viewport: { width: 1280, height: 900 } });
  await pasteArticle(t, { text: await t.readProject("seeds/articles/court-report.txt") });
  const balanced = await quotations(page, "Balanced");
  assert.ok(balanced > 2, `only ${balanced} quotations`);
  await t.expectAccessible();

  // A row that is open and the colours of those who stay are as before when others join them.
  const row = page.getByRole("region", { name: "Voices" }).locator("li[data-tint]", { has: page.locator("summary") }).first();
  const name = await row.locator(".name").textContent();
  const tint = await row.getAttribute("data-tint");
  await row.locator("summary").click();
  const same = page.locator("#voices li[data-tint]").filter({ has: page.locator("summary .name", { hasText: name }) }).first();

  // By keyboard alone: from the row back to the switch, then the arrow keys.
  // Past the kinds and the search field.
  for (let stops = 0; stops < 3; stops++) await page.keyboard.press("Shift+Tab");
  assert.ok(await isFocused(choice(page, "Balanced")), "the switch is not the stop before search and kinds");
  await page.keyboard.press("ArrowRight");
  const everything = await quotations(page, "Everything");
  assert.ok(everything >= balanced, `${everything} of everything, ${balanced} balanced`);
  assert.ok(await isFocused(choice(page, "Everything")), "the keyboard has lost its place");
  assert.equal(await same.getAttribute("data-tint"), tint, "a voice that stayed has another colour");
  assert.equal(await same.locator("details").getAttribute("open"), "", "the row that was open has closed");

  // The arrow keys come round to the other end; fast presses end where the last one says.
  await page.keyboard.press("ArrowRight");
  const strict = await quotations(page, "Only sure");
  assert.ok(strict <= balanced, `${strict} that are sure, ${balanced} balanced`);
  assert.ok(strict < everything, "the choice makes no difference");
  for (const key of ["ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
  assert.equal(await quotations(page, "Only sure"), strict);
  assert.equal(await quotations(page, "Only sure"), strict, "an older answer came late");
  await t.expectAccessible();
  // One sign is a stop of the Tab key, whichever quotations are shown.
  assert.equal(await article(page).locator("button.sign[tabindex='0']").count(), 1);

  await page.reload();
  await article(page).waitFor();
  assert.equal(await quotations(page, "Only sure"), strict, "the choice is gone after a reload");

  // A card stays with its quotation, whatever number that has now.
  await signs(page).last().click();
  const card = page.getByRole("dialog");
  const words = await card.locator("blockquote").textContent();
  await choice(page, "Only sure").focus();
  await page.keyboard.press("ArrowRight");
  await quotations(page, "Balanced");
  assert.equal(await card.locator("blockquote").textContent(), words);
  assert.ok((await article(page).locator("[data-on]").count()) > 0, "the quotation of the card is not lit");
  assert.equal(await page.evaluate(() => localStorage.getItem("whosaid.strictness")), null, "the usual choice is kept");

  for (const colorScheme of ["light", "dark"]) {
    const narrow = await t.open("/", { colorScheme, viewport: { width: 360, height: 740 } });
    await pasteArticle(t, { text: await t.readProject("seeds/articles/court-report.txt") });
    await quotations(narrow, "Balanced");
    await group(narrow).scrollIntoViewIfNeeded();
    await choice(narrow, "Everything").click();
    await quotations(narrow, "Everything");
    await t.expectNoSidewaysScroll();
    await t.screenshot(`narrow-${colorScheme}`);
  }
}
