// What holds in Chromium holds in Firefox: faults are seen there too, and what a visitor does reaches the page.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launchFirefox } from "../lib/firefox.mjs";
import { FirefoxVisit } from "../lib/firefox_visit.mjs";
import { runFlow } from "../lib/flows.mjs";
import { serveFolder } from "../lib/site.mjs";

const here = dirname(fileURLToPath(import.meta.url));
let site, browser, artifacts;

before(async () => {
  artifacts = await mkdtemp(join(tmpdir(), "whosaid-harness-"));
  site = await serveFolder(join(here, "site"));
  browser = await launchFirefox();
});

after(async () => {
  await browser?.close();
  await site?.close();
  await rm(artifacts, { recursive: true, force: true });
});

const folders = () => ({ flows: join(here, "flows"), artifacts, project: here, data: here });
const run = (name) => runFlow({ name, browser, origin: site.origin, folders: folders(), Visit: FirefoxVisit });

const EXPECTED = {
  "console-error": ["failed", /console: a fault/],
  "expected-error": ["passed", /^$/],
  inaccessible: ["failed", /image-alt/],
  "outside-request": ["failed", /another origin: http:\/\/127\.0\.0\.1:49151\//],
  "too-wide": ["failed", /px wide in a window of/],
  uncaught: ["failed", /uncaught: .*a late one/],
};

for (const [name, [outcome, message]] of Object.entries(EXPECTED)) {
  test(`${name}, in Firefox`, async () => {
    const result = await run(name);
    assert.equal(result.outcome, outcome, result.message);
    assert.match(result.message, message);
  });
}

test("pasting, finding and pressing, in Firefox", async () => {
  const visit = new FirefoxVisit({ browser, origin: site.origin, name: "well", folders: folders() });
  await visit.open();
  await visit.page.focus("textarea");
  await visit.paste({ text: "Ana Ruiz", html: "<b>Ana Ruiz</b>" });
  await visit.text("<b>Ana Ruiz</b>", "output").wait();
  await visit.role("button", "Widen").click();
  await visit.until(() => document.querySelector("h1").style.width === "3000px");
  await visit.close();
});
