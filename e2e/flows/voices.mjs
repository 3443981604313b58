import assert from "node:assert/strict";
import { article, pasteArticle } from "../lib/texts.mjs";

export const title = "a voice lists what it said, a name leads from mention to mention";

export default async function (t) {
  const page = await t.open("/", { viewport: { width: 1280, height: 400 } });
  await pasteArticle(t);
  const voices = page.getByRole("region", { name: "Voices" });
  await voices.locator("summary", { hasText: "Tom Becker" }).click();
  await voices.getByRole("button", { name: /nine thousand times/ }).click();
  await page.getByRole("dialog").getByRole("heading", { name: "Tom Becker" }).waitFor();
  const place = article(page).getByText("It has crossed the bay").first();
  await page.waitForFunction((it) => {
    const { top, bottom } = it.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, await place.elementHandle());
  assert.ok((await article(page).locator("[data-on]").count()) > 0);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();

  const names = page.getByRole("region", { name: "Names" });
  await names.getByRole("button", { name: /^Tom Becker/ }).click();
  await names.getByText(/^1 of \d+$/).waitFor();
  await names.getByRole("button", { name: "Next mention of Tom Becker" }).click();
  await names.getByText(/^2 of \d+$/).waitFor();
}
