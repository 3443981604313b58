import assert from "node:assert/strict";
import { expectUntouched, fault, openExample, watchWidget } from "../lib/widget.mjs";

export const title = "whatever fails, the article stays as it is, nothing is thrown, and a code tells why";
export const seconds = 180;

const html = (element) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fault</title><link rel="icon" href="icon.svg">
<script type="module" src="../who-said.js"></script></head><body><main>${element}</main></body></html>`;
const ARTICLE = "<article id=post><p>“The bay is cold,” said Lena Ortega.</p></article>";
const AROUND = `<who-said>${ARTICLE}</who-said>`;
const status = (status) => (route) => route.fulfill({ status, body: "" });
const policy = (csp) => async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": csp } });
};

/** What is wrong, what the element says, and how the page or the server is. */
const FAULTS = [
  ["no pack", "packMissing", { answers: [[/en\.pack/, status(404)]] }],
  ["a proxy without a server", "packMissing", { answers: [[/en\.pack/, status(502)]] }],
  ["no network for the pack", "packMissing", { answers: [[/en\.pack/, (route) => route.abort()]] }],
  ["a short pack", "packDamaged", { answers: [[/en\.pack/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 100_000) });
  }]] }],
  ["a page in place of the pack", "packDamaged", { answers: [[/en\.pack/, (route) => route.fulfill({ body: "<!doctype html><title>Welcome</title>" })]] }],
  ["no WebAssembly file", "wasmMissing", { answers: [[/\.wasm/, status(404)]] }],
  ["WebAssembly forbidden", "wasmForbidden", { answers: [[/worker\.js/, policy("script-src 'self'")]] }],
  ["workers forbidden", "workerBlocked", { answers: [[/fault\.html/, null, "worker-src 'none'"]] }],
  ["no worker file", "workerBlocked", { answers: [[/\/worker\.js/, status(404)]] }],
  ["a module of the worker missing", "workerBlocked", { answers: [[/answer\.js/, status(404)]] }],
  ["the element's modules missing", "scriptMissing", { answers: [[/view\.js/, status(404)]] }],
  ["too long", "tooLarge", { element: `<who-said limit="20">${ARTICLE}</who-said>` }],
  ["nothing to point at", "targetMissing", { element: `${ARTICLE}<who-said for="#elsewhere"></who-said>` }],
  ["no selector", "targetMissing", { element: `${ARTICLE}<who-said for="#["></who-said>` }],
  ["another language", "notSupported", { element: `<who-said lang="de">${ARTICLE}</who-said>` }],
  ["an old browser", "notSupported", { script: () => delete globalThis.WebAssembly, answers: [[/worker\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete globalThis.WebAssembly;${await response.text()}` });
  }]] }],
];

export default async function (t) {
  t.allowConsoleError(/Failed to load resource|Content Security Policy|Refused to|MIME type|Failed to fetch/);
  for (const [told, code, { answers = [], element = AROUND }] of FAULTS) {
    const csp = answers.find(([pattern]) => String(pattern).includes("fault"))?.[2];
    const page = await t.open("/examples/icon.svg", { script: watchWidget });
    await page.route(/fault\.html/, (route) =>
      route.fulfill({ contentType: "text/html", headers: csp ? { "content-security-policy": csp } : {}, body: html(element) }),
    );
    for (const [pattern, answer] of answers) if (answer) await page.context().route(pattern, answer);
    await page.goto(`${t.origin}/examples/fault.html`);
    assert.equal(await fault(t).catch((error) => assert.fail(`${told}: ${error.message}`)), code, told);
    await expectUntouched(t);
    assert.deepEqual(t.faults, [], told);
    assert.equal(await page.locator("#post").isVisible(), true);
    assert.equal(await page.evaluate(() => document.querySelector("who-said").state), "failed");
    await page.context().close();
  }

  // After a fault that passes, a new element works.
  let isThere = false;
  t.answer(/en\.pack/, (route) => (isThere ? route.fallback() : route.fulfill({ status: 502, body: "" })));
  const page = await openExample(t, "plain.html", { count: 0 });
  await fault(t);
  isThere = true;
  await page.evaluate(() => document.querySelector("who-said").start());
  await page.waitForFunction(() => globalThis.told.some(({ name }) => name === "ws-analysis"));
}
