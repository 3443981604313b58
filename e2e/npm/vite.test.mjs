// The package in a build of Vite, opened in Chromium.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { build } from "vite";
import { launch } from "../lib/browser.mjs";
import { serveFolder } from "../lib/site.mjs";
import { ARTICLE } from "../lib/texts.mjs";
import { examples, freshFolder } from "./fresh.mjs";

const folder = freshFolder("vite");
const browser = await launch();
after(() => browser.close());

/** Builds a page with one module, and gives the folder. */
async function built(name, module) {
  const root = join(folder, name);
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "index.html"), `<!doctype html><title>Built</title><link rel="icon" href="data:,"><main></main><script type="module" src="./main.js"></script>`);
  writeFileSync(join(root, "main.js"), module);
  await build({ root, configFile: false, logLevel: "error", base: "./" });
  return join(root, "dist");
}

/** Opens a built page and gives what `read` finds there, with all addresses asked for. */
async function opened(dist, read) {
  const site = await serveFolder(dist);
  const context = await browser.newContext();
  const requests = [];
  const faults = [];
  context.on("request", (request) => requests.push(request.url()));
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(site.origin);
  const result = await read(page).catch((error) => assert.fail(`${error.message}\n${faults.join("\n")}`));
  await context.close();
  await site.close();
  assert.deepEqual(faults, []);
  assert.ok(requests.every((request) => request.startsWith(site.origin)), requests.join("\n"));
  return { result, requests };
}

test("a built page analyses in a worker, and stops", async () => {
  const dist = await built(
    "page",
    `import { createAnalyzer, applyCorrections } from "whosaid";
     const analyzer = await createAnalyzer();
     const document = await analyzer.analyze(${JSON.stringify(ARTICLE)}, { strictness: "strict" });
     const stopper = new AbortController();
     const long = analyzer.analyze(document.text.repeat(300), { signal: stopper.signal });
     setTimeout(() => stopper.abort(), 50);
     const stopped = await long.catch((error) => error.name);
     const again = await analyzer.analyze("Ana Ruiz left.");
     const corrected = await applyCorrections(document, { corrections: "1.0", offsetUnit: "utf16", edits: [] });
     globalThis.result = { voices: document.quotes.map(({ speaker }) => document.entities[speaker].name), stopped, again: again.text, same: corrected.document.text === document.text };`,
  );
  const { result, requests } = await opened(dist, async (page) => {
    await page.waitForFunction(() => globalThis.result, null, { timeout: 60_000 });
    return page.evaluate(() => globalThis.result);
  });
  assert.ok(result.voices.includes("Ana Ruiz"), result.voices.join());
  assert.deepEqual([result.stopped, result.again, result.same], ["AbortError", "Ana Ruiz left.", true]);
  assert.ok(requests.some((request) => /worker/.test(request)), requests.join("\n"));
});

test("what is not used is left out", async () => {
  const dist = await built("error", `import { WhosaidError } from "whosaid"; globalThis.result = new WhosaidError("closed", "x").code;`);
  // Vite keeps what modules point at, used or not; a page fetches scripts only.
  const files = readdirSync(join(dist, "assets")).filter((file) => file.endsWith(".js"));
  const bytes = files.map((file) => readFileSync(join(dist, "assets", file)).length).reduce((sum, length) => sum + length, 0);
  assert.ok(bytes < 4000, `${bytes} bytes for a class of errors: ${files.join(", ")}`);
  assert.equal((await opened(dist, (page) => page.evaluate(() => globalThis.result))).result, "closed");
});

test("the browser's example of the README is built and runs", async () => {
  const readme = readFileSync(join(folder, "node_modules/whosaid/README.md"), "utf8");
  const dist = await built("readme", examples(readme).get("page.js"));
  const { result } = await opened(dist, async (page) => {
    await page.waitForFunction(() => document.querySelector("main li"), null, { timeout: 60_000 });
    return page.textContent("main");
  });
  assert.match(result, /Ana Ruiz/);
});
