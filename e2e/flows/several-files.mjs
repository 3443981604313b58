import assert from "node:assert/strict";
import { ARTICLE, article, RICH } from "../lib/texts.mjs";

export const title = "several files at once become a list to switch between; odd ones are told kindly";

export default async function (t) {
  const page = await t.open("/", { viewport: { width: 360, height: 740 } });
  await t.drop(".paste", [
    { name: "ferry.txt", content: ARTICLE },
    { name: "holm.html", type: "text/html", content: RICH.replaceAll("Ana Ruiz", "Vera Holm") },
    { name: "a-very-long-name-of-a-file-that-somebody-has-saved-from-the-web.txt", content: "It rained." },
    { name: "picture.png", type: "image/png", content: [137, 80] },
  ]);
  const files = page.getByRole("navigation", { name: "3 files" });
  await files.waitFor();
  await page.getByRole("alert").getByText("picture.png").waitFor();
  await article(page).getByText("nine thousand times").waitFor();
  assert.equal(await files.locator("[aria-current]").innerText().then((text) => text.split("\n")[0]), "ferry.txt");
  await t.expectNoSidewaysScroll();
  await t.expectAccessible();

  await files.getByRole("button", { name: /holm\.html/ }).click();
  await article(page).getByText("Vera Holm").waitFor();
  assert.ok(await files.getByRole("button", { name: /holm\.html/ }).getAttribute("aria-current"));

  // What is typed into one stays with it.
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await files.getByRole("button", { name: /a-very-long-name/ }).click();
  await article(page).getByText("It rained.").waitFor();
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByLabel("Text of an article").fill("Mara Ellis said it rained.");
  await files.getByRole("button", { name: /ferry\.txt/ }).click();
  await article(page).getByText("nine thousand times").waitFor();
  await files.getByRole("button", { name: /a-very-long-name/ }).click();
  await article(page).getByText("Mara Ellis").first().waitFor();

  // One file alone, or an empty page, needs no list.
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await files.count(), 0);

  // A binary file that is called a text, a text of an old editor, and one without words.
  const pick = (name, bytes) =>
    page.getByLabel("Open a file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(bytes) });
  await pick("program.txt", [77, 90, 0, 0]);
  await page.getByRole("alert").getByText("“program.txt” is not a text").waitFor();
  await pick("old.txt", Buffer.from("\ufeffAna Ruiz said so.", "utf16le"));
  await article(page).getByText("Ana Ruiz").first().waitFor();
}
