import assert from "node:assert/strict";
import { ARTICLE, article, RICH } from "../lib/texts.mjs";

export const title = "files are dropped or picked; the wrong ones are refused in one sentence";

export default async function (t) {
  const page = await t.open();
  await t.drop(".paste", [{ name: "picture.png", type: "image/png", content: [137, 80] }]);
  await page.getByRole("alert").getByText("picture.png").waitFor();
  await t.drop(".paste", [{ name: "latin1.txt", content: [99, 97, 102, 233] }]);
  await page.getByRole("alert").getByText("byte 4").waitFor();

  await t.drop(".paste", [{ name: "ferry.txt", content: ARTICLE }]);
  await article(page).getByText("Port Lorne").first().waitFor();

  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await page.getByLabel("Text of an article").inputValue(), "");
  await page.getByLabel("Open a file").setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from(RICH) });
  await article(page).getByRole("heading", { name: /Council votes\b.*\bto keep the ferry/ }).waitFor();
}
