import assert from "node:assert/strict";
import { article, signs } from "../lib/texts.mjs";

export const title = "a sample article is one click away";

export default async function (t) {
  const page = await t.open();
  const samples = page.getByRole("region", { name: "Or try a sample" }).getByRole("button");
  if ((await samples.count()) === 0) t.skip("seeds/articles has no article");
  await samples.first().click();
  await article(page).waitFor();
  assert.ok((await signs(page).count()) > 0, "the first sample has no quotation");
}
