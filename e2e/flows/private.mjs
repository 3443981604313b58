import assert from "node:assert/strict";
import { pasteArticle } from "../lib/texts.mjs";

export const title = "no request leaves the page, and its policy would stop one";

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const before = t.requests.length;
  await page.waitForLoadState("networkidle");
  assert.ok(t.requests.every((address) => new URL(address).origin === t.origin));
  assert.equal(t.requests.length, before, "the analysis asked for something");

  t.allowConsoleError(/Content Security Policy|Refused to connect|Failed to fetch/);
  const refused = await page.evaluate(() => fetch("https://example.invalid/").then(() => false, () => true));
  assert.ok(refused);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    document.head.append(script);
    return globalThis.ran === true;
  });
  assert.equal(ran, false, "an inline script ran");
}
