import assert from "node:assert/strict";
import { article, pasteArticle, signs } from "../lib/texts.mjs";

export const title = "a screen reader gets the quotations as a list, and the article as its sentences";

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const list = page.getByRole("region", { name: "Quotations", exact: true });
  await list.getByRole("heading", { name: "Quotations" }).waitFor();
  const count = await signs(page).count();

  // What it is, whose, of which kind, its words; in the order of the text, seen or not.
  const heard = await list.ariaSnapshot();
  assert.match(heard, /- button "quotation, Ana Ruiz, direct, We will not leave the island without a boat,?"/);
  assert.match(heard, /- button "quotation, Ana Ruiz, indirect, (?:that )?the town would pay for two more years"/);
  assert.match(heard, /- button "quotation, Tom Becker, indirect, asks or urges, .*order the engine this month"/);
  assert.equal(heard.match(/- listitem/g).length, count);
  assert.ok(heard.indexOf("without a boat") < heard.indexOf("order the engine"));

  // The sentences of the article are whole: one sign is the way in for the keyboard, the others say nothing.
  const read = await article(page).ariaSnapshot();
  assert.equal(await article(page).getByRole("button").count(), 1, read);
  assert.match(read, /- paragraph: Becker urged the council to order the engine this month\./);
  assert.match(read, /She said that the town would pay for two more years\./);
  await signs(page).first().focus();
  await page.keyboard.press("ArrowRight");
  await signs(page).nth(1).and(page.locator(":focus")).waitFor();
  assert.equal(await signs(page).nth(1).getAttribute("aria-hidden"), null, "what has the keyboard is hidden");
  assert.equal(await article(page).getByRole("button").count(), 1);

  // Unseen, it is no stop of the Tab key; seen, every row is, and opens its card.
  const row = list.getByRole("button", { name: /^quotation, Ana Ruiz, indirect/ });
  assert.equal(await row.getAttribute("tabindex"), "-1");
  await t.expectAccessible();
  await list.getByRole("button", { name: "Show them one after the other" }).click();
  await row.getByText("the town would pay").waitFor();
  await t.expectAccessible();
  await list.getByRole("button", { name: "Show them one after the other" }).focus();
  await page.keyboard.press("Tab");
  await list.getByRole("button", { name: /^quotation, / }).first().and(page.locator(":focus")).waitFor();
  await row.press("Enter");
  await page.getByRole("dialog").getByRole("heading", { name: "Ana Ruiz" }).waitFor();
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 360, height: 740 });
  await t.expectNoSidewaysScroll();

  // Nobody quoted, no list.
  const other = await t.open();
  await pasteArticle(t, { text: "It rained on Tuesday." });
  await other.getByText("Nobody is quoted").first().waitFor();
  assert.equal(await other.getByRole("region", { name: "Quotations", exact: true }).count(), 0);
}
