import { article, pasteArticle, signs } from "../lib/texts.mjs";

export const title = "everything fits and works 360 pixels wide, and 1600";

export default async function (t) {
  const page = await t.open("/", { viewport: { width: 360, height: 740 } });
  await t.expectNoSidewaysScroll();
  await pasteArticle(t);
  await t.expectNoSidewaysScroll();
  await t.screenshot("article");
  await signs(page).first().click();
  const card = page.getByRole("dialog");
  await card.waitFor();
  await t.expectNoSidewaysScroll();
  await t.screenshot("card");
  // What the card speaks of is seen above it.
  await page.waitForFunction(() => {
    const words = document.querySelector("[data-on]").getBoundingClientRect();
    return words.top >= 0 && words.bottom <= document.querySelector("dialog.card").getBoundingClientRect().top;
  });
  await card.getByRole("button", { name: "Close" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Voices" }).click();
  await page.waitForFunction(() => document.getElementById("voices").getBoundingClientRect().top < 300);

  await page.setViewportSize({ width: 1600, height: 900 });
  await article(page).waitFor();
  await t.expectNoSidewaysScroll();
  await t.screenshot("wide");
}
