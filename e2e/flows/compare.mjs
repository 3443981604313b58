import assert from "node:assert/strict";
import { ARTICLE, article, pasteArticle, RICH } from "../lib/texts.mjs";

export const title = "two articles on one story: who speaks in both and in one alone, with shares and words, and the way to each";

const RIVAL = `Island asks who pays for the ferry

Mayor Ana Ruiz said on Wednesday that the island would pay for the night ferry alone. "Nobody else has offered," she said.

Vera Holm, who owns the hotel, called the plan a gift to the town.
`;

/** Who speaks most of those who speak in one alone. */
const firstOnly = (page) => Promise.all(["A", "B"].map((side) => page.locator(`.only[data-side=${side}] .name`).first().textContent()));
const compare = (page) => page.getByRole("button", { name: "Compare", exact: true });

export default async function (t) {
  const page = await t.open();
  assert.ok(await compare(page).isDisabled(), "there is nothing to compare yet");
  await pasteArticle(t);

  // By the keyboard alone: what is typed is compared when it is sent.
  await compare(page).focus();
  await page.keyboard.press("Enter");
  const field = page.getByLabel("Another article on the same story");
  await field.focus();
  await page.keyboard.insertText(RIVAL);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText(/^One voice speaks in both articles\. Only in A: \d\. Only in B: \d\.$/).waitFor();
  await t.expectAccessible();
  await t.screenshot("typed");

  const both = page.getByRole("region", { name: "In both" });
  assert.deepEqual(await both.getByRole("heading", { level: 4 }).allTextContents(), ["Ana Ruiz Mayor"]);
  const [mine, theirs] = [both.locator(".of[data-side=A]"), both.locator(".of[data-side=B]")];
  assert.match(await mine.innerText(), /We will not leave the island without a boat/);
  assert.match(await theirs.innerText(), /Nobody else has offered/);
  assert.match(await theirs.locator(".percent").innerText(), /^\d+%$/);
  assert.deepEqual(await firstOnly(page), ["Tom Becker", "Vera Holm"]);
  await page.locator(".only[data-side=B] summary").first().click();
  await page.locator(".only[data-side=B]").getByText("a gift to the town").waitFor();

  // Nothing of it is lost over a reload; a quotation of this article leads to its place.
  await page.reload();
  await article(page).waitFor();
  await compare(page).click();
  await mine.getByRole("button", { name: /will not leave the island/ }).click();
  await page.getByRole("dialog").getByRole("heading", { name: "Ana Ruiz" }).waitFor();
  await article(page).waitFor();

  // The other becomes the article at hand, and this one the other.
  await compare(page).click();
  await page.getByRole("button", { name: "Read this one" }).click();
  await article(page).getByText("Nobody else has offered").waitFor();
  await compare(page).click();
  await page.getByText("One voice speaks in both articles.").waitFor();
  assert.deepEqual(await firstOnly(page), ["Vera Holm", "Tom Becker"]);

  // Rich text is read as a page is; a file that cannot be read is told, and the choice is still there.
  await page.getByRole("button", { name: "Compare with another" }).click();
  await field.focus();
  await t.paste({ html: RICH, text: "not this" });
  await page.getByText("One voice speaks in both articles.").waitFor();
  await both.getByText("We will not leave the island without a boat").waitFor();
  await page.getByRole("button", { name: "Compare with another" }).click();
  await t.drop(".chooser", [{ name: "picture.png", type: "image/png", content: [137, 80] }]);
  await page.getByRole("alert").getByText("picture.png").waitFor();
  await t.drop(".chooser", [{ name: "same.txt", content: RIVAL }]);
  await page.getByText("Both are the same text.").waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);

  // What is pasted is data, here too.
  await page.getByRole("button", { name: "Compare with another" }).click();
  await field.focus();
  await t.paste({ html: `<p>Ana Ruiz said &lt;img src=x onerror=alert(1)&gt; <img src=x onerror="window.hit=1"> no.</p>`, text: "" });
  await both.waitFor();
  assert.equal(await page.locator(".comparison img").count(), 0);
  assert.equal(await page.evaluate(() => window.hit), undefined);

  // Samples: the one that tells the same story is offered first.
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByRole("button", { name: /Governor Admits/ }).click();
  await article(page).waitFor();
  await compare(page).click();
  await page.getByRole("button", { name: "Compare with another" }).click();
  await page.locator(".offers button").first().click();
  await page.getByRole("heading", { name: /^Whitlock Calls/ }).waitFor();
  await both.getByRole("heading", { name: /^Lydia Marchetti/ }).waitFor();
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    await t.expectAccessible();
    await t.screenshot(`sample-${scheme}`);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await t.expectNoSidewaysScroll();
  await t.screenshot("narrow");

  // On paper everything is open.
  await page.evaluate(() => void window.dispatchEvent(new Event("beforeprint")));
  const closed = await page.locator(".comparison details:not([open])").count();
  await page.evaluate(() => void window.dispatchEvent(new Event("afterprint")));
  assert.equal(closed, 0);
  assert.ok((await page.locator(".comparison details:not([open])").count()) > 0);
}
