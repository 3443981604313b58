import { pasteArticle, signs } from "../lib/texts.mjs";

export const title = "axe finds nothing wrong on start, article and card, light and dark, wide and narrow";

export default async function (t) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 360]) {
      const page = await t.open("/", { colorScheme, viewport: { width, height: 800 } });
      await page.getByLabel("Text of an article").waitFor();
      await t.expectAccessible();
      await pasteArticle(t);
      await page.locator(".key summary").click();
      await t.expectAccessible();
      await signs(page).first().click();
      await page.getByRole("dialog").waitFor();
      await t.expectAccessible();
    }
  }
}
