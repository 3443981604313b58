import assert from "node:assert/strict";
import { article, pasteArticle } from "../lib/texts.mjs";

export const title = "pasted HTML is data: nothing of it runs or loads";

export default async function (t) {
  const page = await t.open();
  const html = `<p>Ana Ruiz said the ferry stays.</p><img src="/evil.png" onerror="window.evil=1"><script>window.evil=1</script>`;
  await pasteArticle(t, { text: "Ana Ruiz said the ferry stays.", html });
  assert.match(await article(page).innerText(), /Ana Ruiz/);
  assert.equal(await page.evaluate(() => globalThis.evil), undefined);
  assert.equal(await article(page).locator("img, script").count(), 0);
  assert.ok(!t.requests.some((address) => address.includes("evil")));
}
