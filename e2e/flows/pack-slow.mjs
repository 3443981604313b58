import assert from "node:assert/strict";
import { ARTICLE, article } from "../lib/texts.mjs";

export const title = "the model pack is fetched once, under a name of its own; while it comes, the page says so";

export default async function (t) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  t.answer(/\.pack$/, async (route) => (await released, route.fallback()));
  const page = await t.open();
  await page.getByLabel("Text of an article").focus();
  await t.paste({ text: ARTICLE });
  await page.getByText("Fetching word lists and models: 0% …").waitFor();
  release();
  await article(page).getByText("Port Lorne").first().waitFor();
  const packs = t.requests.filter((address) => address.endsWith(".pack"));
  assert.equal(packs.length, 1, `fetched as ${packs}`);
  assert.match(packs[0], /\/en-[0-9a-f]{8}\.pack$/);
}
