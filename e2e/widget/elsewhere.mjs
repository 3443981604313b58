import assert from "node:assert/strict";
import { join } from "node:path";
import { serveFolder } from "../lib/site.mjs";
import { analysed, expectFerry, expectUntouched, openExample } from "../lib/widget.mjs";

export const title = "the package may stand on another site, such as a CDN";

export default async function (t) {
  const other = await serveFolder(join(t.folders.project, "target/widget-site"), { "access-control-allow-origin": "*" });
  try {
    t.origins.add(other.origin);
    t.answer(/who-said\.js/, (route) => (route.request().url().startsWith(other.origin) ? route.fallback() : route.fulfill({ contentType: "text/javascript", body: "" })));
    const page = await openExample(t, "plain.html", { count: 0 });
    await page.evaluate((address) => import(address), `${other.origin}/who-said.js`);
    await analysed(t, 1);
    await expectFerry(t);
    await expectUntouched(t);
    assert.ok(t.requests.includes(`${other.origin}/en.pack`));
    assert.ok(!t.requests.includes(`${t.origin}/en.pack`));
  } finally {
    await other.close();
  }
}
