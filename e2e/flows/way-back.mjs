import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { ARTICLE, article, pasteArticle, signs } from "../lib/texts.mjs";

export const title = "files dropped on the article and texts in links are taken, and the former text can be had back";

const HOLM = "“We stay,” said Vera Holm on Monday.";
const link = `#t=${deflateSync(JSON.stringify({ v: 1, format: "text", text: HOLM })).toString("base64url")}`;

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const back = page.getByRole("button", { name: "Go back to it" });

  // What is held over the article is told of; what is dropped is read.
  const held = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["x"], "x.txt", { type: "text/plain" }));
    return transfer;
  });
  await page.dispatchEvent("#article", "dragover", { dataTransfer: held });
  await page.getByText("Drop the files to open them.").waitFor();
  await t.expectAccessible();
  await t.screenshot("held");
  await page.dispatchEvent("#article", "dragleave", { dataTransfer: held });
  assert.equal(await page.locator(".veil").count(), 0);
  await t.drop("#article", [{ name: "holm.txt", content: HOLM }]);
  await article(page).getByText("We stay").waitFor();
  assert.equal(await page.locator(".veil").count(), 0);
  await page.getByText("The text that was here before is kept: “Council votes to keep the ferry”.").waitFor();
  await t.expectAccessible();
  await t.screenshot("dropped");
  await back.click();
  await article(page).getByText("nine thousand times").waitFor();
  await page.getByText("“We stay,” said Vera Holm").waitFor();
  await page.locator(".former").getByRole("button", { name: "Close this message" }).click();
  assert.equal(await back.count(), 0);

  // Words of the article that are dragged change nothing, and neither does a file that cannot be read.
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "It rained.");
    for (const type of ["dragover", "drop"]) {
      document.querySelector("#article").dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    }
  });
  await t.drop("#article", [{ name: "picture.png", type: "image/png", content: [137, 80] }]);
  await page.getByRole("alert").getByText("picture.png").waitFor();
  await article(page).getByText("nine thousand times").waitFor();
  assert.equal(await back.count(), 0);

  // A link puts the text away, with what was corrected in it.
  await signs(page).first().click();
  await page.getByRole("dialog").getByText("Correct this").click();
  await page.getByRole("dialog").getByLabel("Stance").selectOption({ label: "Denies it" });
  await page.evaluate((link) => void (location.hash = link), link);
  await article(page).getByText("We stay").waitFor();
  await back.waitFor();
  await page.reload();
  await article(page).getByText("We stay").waitFor();
  await back.click();
  await article(page).getByText("nine thousand times").waitFor();
  assert.equal(await page.getByRole("region", { name: "Corrections" }).locator("ol > li").count(), 1);

  await page.evaluate((link) => void (location.hash = link), link);
  await article(page).getByText("We stay").waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await t.expectNoSidewaysScroll();
  await t.screenshot("narrow");

  // Who goes on with the new text is not asked any more.
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await back.waitFor();
  await page.getByLabel("Text of an article").fill(ARTICLE);
  assert.equal(await back.count(), 0);
}
