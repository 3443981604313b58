import assert from "node:assert/strict";
import { ARTICLE } from "../lib/texts.mjs";
import { analysed, expectUntouched, marks, openExample, quotations, until } from "../lib/widget.mjs";

export const title = "a paste box marks a reader's own text, and nothing of the page moves";

export default async function (t) {
  for (const view of [{ colorScheme: "light" }, { colorScheme: "dark", viewport: { width: 360, height: 740 } }]) {
    const page = await openExample(t, "paste.html", { count: 0, ...view });
    await page.getByLabel("Text of an article").focus();
    await t.expectAccessible();
    await t.paste({ text: ARTICLE });
    await analysed(t, 1);
    const found = await marks(t);
    assert.ok(found["ws-person"].includes("Ana Ruiz"));
    assert.ok(quotations(found).includes("that the town would pay for two more years"));
    await page.getByRole("status").getByText(/voices/).waitFor();
    await t.screenshot(view.colorScheme);
    await t.expectAccessible();
    await page.locator("who-said >> button[part=button]").click();
    await page.locator("who-said >> summary").first().click();
    await page.locator("who-said >> button[part=quotation]").first().click();
    await page.locator("who-said >> .card.open").waitFor();
    await t.screenshot(`${view.colorScheme}-open`);
    await t.expectNoSidewaysScroll();
    if (await page.evaluate(() => document.querySelector("who-said").open)) await page.locator("who-said >> button[part=close]").click();

    await page.getByRole("button", { name: "Another text" }).click();
    await until(t, () => CSS.highlights.size === 0);
    assert.equal(await page.getByLabel("Text of an article").inputValue(), ARTICLE);
    // Markup is text like any other.
    await page.getByLabel("Text of an article").fill(`<img src=x onerror="globalThis.broken = 1">\n\n“The bay is cold,” said Lena Ortega.`);
    await page.getByRole("button", { name: "Show who said what" }).click();
    await analysed(t, 2);
    assert.equal(await page.evaluate(() => globalThis.broken), undefined);
    assert.deepEqual(quotations(await marks(t)), ["The bay is cold,"]);
    await expectUntouched(t);
  }
}
