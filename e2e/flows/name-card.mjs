import assert from "node:assert/strict";
import { article, pasteArticle } from "../lib/texts.mjs";

export const title = "a name opens its card, which says what it is taken for and why";

export default async function (t) {
  for (const [colorScheme, width] of [["light", 1280], ["dark", 360]]) {
    const page = await t.open("/", { colorScheme, viewport: { width, height: 800 } });
    await pasteArticle(t);
    const card = page.getByRole("dialog");
    const reasons = card.getByRole("region", { name: "Why?" });
    const names = page.getByRole("region", { name: "Names" });

    // By keyboard: from the list of names to the card and its reasons, and back.
    await names.getByRole("button", { name: /^Tom Becker/ }).press("Enter");
    const ask = names.getByRole("button", { name: "Why? Reasons for Tom Becker" });
    await ask.press("Enter");
    await card.getByRole("heading", { name: "Tom Becker" }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "card-name");
    await card.locator(".manner").getByText("Person", { exact: true }).waitFor();
    await card.getByText(/sure \(\d+%\)$/i).waitFor();
    await reasons.getByRole("listitem").first().waitFor();
    const sentences = await reasons.getByRole("listitem").allTextContents();
    assert.ok(sentences.length >= 1 && sentences.length <= 6, sentences.join("\n"));
    for (const sentence of sentences) assert.match(sentence, /^[‘A-Z].*\.$/);
    assert.match(await reasons.getByRole("status").textContent(), /^\d reasons?$/);
    assert.ok((await article(page).locator("[data-on]").count()) > 0);
    // It is to be seen wherever the list was.
    const { y } = await card.boundingBox();
    assert.ok(y >= 0 && y < 800, `${y}`);
    await t.expectAccessible();
    await t.expectNoSidewaysScroll();
    await t.screenshot(`${colorScheme}-${width}`);

    // A short form is told by the long one, and it has a way to its other mentions.
    await card.getByRole("button", { name: "Next mention" }).click();
    await card.getByRole("heading", { name: "Becker", exact: true }).waitFor();
    await card.getByText("In full", { exact: true }).waitFor();
    await reasons.getByText("Tom Becker").waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await card.count(), 0);
    assert.equal(await ask.evaluate((it) => document.activeElement === it), true);

    // By mouse: a name in no quotation opens its card where it stands.
    await article(page).getByText("Mara Ellis").click();
    await card.getByRole("heading", { name: "Mara Ellis" }).waitFor();
    await reasons.getByRole("listitem").first().waitFor();
    await t.screenshot(`byline-${colorScheme}-${width}`);
    await card.getByRole("button", { name: "Close" }).click();
    assert.equal(await card.count(), 0);
  }
}
