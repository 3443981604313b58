// The end-to-end tests are worth nothing if they cannot fail: each kind of fault is made on a small site and must be seen.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../lib/browser.mjs";
import { listFlows, runFlow } from "../lib/flows.mjs";
import { serveFolder } from "../lib/site.mjs";

const here = dirname(fileURLToPath(import.meta.url));
let site, browser, artifacts;

before(async () => {
  artifacts = await mkdtemp(join(tmpdir(), "whosaid-harness-"));
  site = await serveFolder(join(here, "site"));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
  await rm(artifacts, { recursive: true, force: true });
});

const run = (name) =>
  runFlow({ name, browser, origin: site.origin, folders: { flows: join(here, "flows"), artifacts, project: here, data: here } });

const EXPECTED = {
  "console-error": ["failed", /console: a fault/],
  "expected-error": ["passed", /^$/],
  inaccessible: ["failed", /image-alt/],
  "outside-request": ["failed", /another origin: http:\/\/127\.0\.0\.1:49151\//],
  "outside-request-of-worker": ["failed", /another origin: http:\/\/127\.0\.0\.1:49151\//],
  skips: ["skipped", /nothing to see/],
  slow: ["failed", /not done after 0\.2 s/],
  "too-wide": ["failed", /px wide in a window of/],
  uncaught: ["failed", /uncaught: a late one/],
  well: ["passed", /^$/],
};

test("every flow here has an expectation", async () => {
  assert.deepEqual(await listFlows(join(here, "flows")), Object.keys(EXPECTED).sort());
});

for (const [name, [outcome, message]] of Object.entries(EXPECTED)) {
  test(name, async () => {
    const result = await run(name);
    assert.equal(result.outcome, outcome, result.message);
    assert.match(result.message, message);
  });
}

test("files outside the site are not served", async () => {
  const answer = await fetch(`${site.origin}/..%2fharness.test.mjs`);
  assert.equal(answer.status, 404);
});
