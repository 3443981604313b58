import assert from "node:assert/strict";
import { pasteArticle, signs, voices, words } from "../lib/texts.mjs";

export const title = "a pasted article shows its text, voices and names without any button";

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const shown = await words(page);
  assert.match(shown, /Council votes to keep the ferry/);
  assert.match(shown, /nine thousand times/);
  assert.ok((await signs(page).count()) >= 4, "fewer than four quotations are marked");
  const names = (await voices(page)).map(({ name }) => name);
  assert.ok(names.includes("Ana Ruiz") && names.includes("Tom Becker"), `voices are ${names.join(", ")}`);
  await page.getByRole("region", { name: "Names" }).getByRole("button", { name: /^Tom Becker/ }).waitFor();
}
