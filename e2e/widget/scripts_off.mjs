import assert from "node:assert/strict";

export const title = "without scripts the article is there as it was written";

export default async function (t) {
  const page = await t.open("/examples/plain.html", { javaScriptEnabled: false });
  const before = await page.locator("article").boundingBox();
  assert.ok((await page.getByRole("heading", { name: "Council votes to keep the ferry" }).isVisible()) && before.width > 300);
  const marked = await t.open("/examples/plain.html");
  await marked.waitForFunction(() => CSS.highlights.size > 0);
  assert.deepEqual(await marked.locator("article").boundingBox(), before, "the element moves nothing");
}
