import assert from "node:assert/strict";
import { analysed, marks, openExample, quotations } from "../lib/widget.mjs";

export const title = "React keeps rendering the article that the element marks";

export default async function (t) {
  const page = await openExample(t, "react/");
  assert.ok(quotations(await marks(t)).includes("We will not leave the island without a boat,"));
  for (const [words, count] of [["that the old boat needs a new engine", 2], ["that the engine would not come before spring", 3]]) {
    await page.getByRole("button", { name: "More" }).click();
    await analysed(t, count);
    assert.ok(quotations(await marks(t)).includes(words), words);
  }
  await page.getByText(/Voices: [3-9]/).waitFor();
  assert.equal(await page.locator("#post p").count(), 3);
  await t.expectAccessible();
}
