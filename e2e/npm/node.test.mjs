// The package in Node, installed in a fresh folder.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { ARTICLE } from "../lib/texts.mjs";
import { examples, freshFolder, made } from "./fresh.mjs";

const folder = freshFolder("node");
const installed = join(folder, "node_modules/whosaid");
const { WhosaidError, applyCorrections, createAnalyzer } = await import(pathToFileURL(join(installed, "analyzer/node.js")).href);
const analyzer = await createAnalyzer();
after(() => analyzer.close());

const has = (code) => (error) => error instanceof WhosaidError && error.code === code && error.message !== "";
/** Takes a worker long enough to be stopped in. */
const LONG = `${ARTICLE}\n`.repeat(400);

test("an article has its voices", async () => {
  const document = await analyzer.analyze(ARTICLE, { strictness: "strict" });
  const speakers = document.quotes.map(({ speaker }) => document.entities[speaker].name);
  assert.ok(speakers.includes("Ana Ruiz") && speakers.includes("Tom Becker"), speakers.join());
  assert.equal(document.text, ARTICLE);
  assert.ok(document.tokens.start.length > 0);
});

test("in this thread it is the same Document", async () => {
  const here = await createAnalyzer({ worker: false, pack: new Uint8Array(readFileSync(join(installed, "en.pack"))) });
  assert.deepEqual(await here.analyze(ARTICLE), await analyzer.analyze(ARTICLE));
  here.close();
});

test("a long Document comes in parts and is whole, whatever else is asked for meanwhile", async () => {
  const long = `${ARTICLE}\n\n`.repeat(150);
  const here = await createAnalyzer({ worker: false });
  const [one, , other] = await Promise.all([analyzer.analyze(long), analyzer.analyze(ARTICLE), analyzer.analyze(long)]);
  const whole = await here.analyze(long);
  here.close();
  assert.ok(whole.mentions.length > 1500 && whole.tokens.lemma.length > 1500, `${whole.mentions.length} mentions`);
  assert.deepEqual(one, whole);
  assert.deepEqual(other, whole);
});

test("columns can be left out", async () => {
  const document = await analyzer.analyze(ARTICLE, { leaveOut: ["tokens", "sentences"] });
  assert.deepEqual([document.tokens.start, document.sentences], [[], []]);
  assert.ok(document.quotes.length > 0);
});

test("versions and model are told", () => {
  const { version } = JSON.parse(readFileSync(join(made, "package.json"), "utf8"));
  assert.equal(analyzer.version, version);
  assert.match(analyzer.model, /^en/);
});

test("several requests are answered, each with its own text", async () => {
  const texts = ["Ana Ruiz left.", "Tom Becker left.", ARTICLE];
  const documents = await Promise.all(texts.map((text) => analyzer.analyze(text)));
  assert.deepEqual(documents.map(({ text }) => text), texts);
});

test("what runs can be stopped, and what waits is done all the same", async () => {
  const stopper = new AbortController();
  const long = analyzer.analyze(LONG, { signal: stopper.signal });
  const next = analyzer.analyze(ARTICLE);
  setTimeout(() => stopper.abort(), 50);
  await assert.rejects(long, { name: "AbortError" });
  assert.equal((await next).text, ARTICLE);
});

test("what waits can be stopped, and what runs goes on", async () => {
  const stopper = new AbortController();
  const first = analyzer.analyze(ARTICLE);
  const second = analyzer.analyze(LONG, { signal: stopper.signal });
  stopper.abort(new Error("no longer wanted"));
  await assert.rejects(second, /no longer wanted/);
  assert.equal((await first).text, ARTICLE);
  await assert.rejects(analyzer.analyze(ARTICLE, { signal: AbortSignal.abort() }), { name: "AbortError" });
});

test("opening can be stopped", async () => {
  const stopper = new AbortController();
  const opening = createAnalyzer({ signal: stopper.signal });
  stopper.abort();
  await assert.rejects(opening, { name: "AbortError" });
});

test("faults have stable codes", async () => {
  await assert.rejects(analyzer.analyze(ARTICLE, { limitBytes: 10 }), has("tooLarge"));
  await assert.rejects(analyzer.analyze(ARTICLE, { sort: 1 }), has("badOptions"));
  await assert.rejects(createAnalyzer({ packUrl: "no-such.pack" }), has("packMissing"));
  await assert.rejects(createAnalyzer({ pack: new Uint8Array(10) }), has("modelTooShort"));
  await assert.rejects(applyCorrections({}, {}), has("badDocument"));
  const closed = await createAnalyzer();
  const running = closed.analyze(LONG);
  closed.close();
  await assert.rejects(running, has("closed"));
  await assert.rejects(closed.analyze(ARTICLE), has("closed"));
});

test("a pack comes from an address, too", async () => {
  const server = createServer((_, response) => response.end(readFileSync(join(installed, "en.pack"))));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const remote = await createAnalyzer({ packUrl: `http://127.0.0.1:${server.address().port}/en.pack` });
  assert.equal((await remote.analyze(ARTICLE)).text, ARTICLE);
  remote.close();
  server.closeAllConnections();
  server.close();
});

test("a reader's corrections are applied", async () => {
  const document = await analyzer.analyze(ARTICLE);
  const start = ARTICLE.indexOf("Ana Ruiz");
  const edits = [{ edit: "rename", name: { start, end: start + 8 }, to: "Ana Ruiz Soto" }];
  const corrected = await applyCorrections(document, { corrections: "1.0", offsetUnit: "utf16", edits });
  assert.deepEqual(corrected.leftOut, []);
  assert.ok(corrected.document.entities.some(({ name }) => name === "Ana Ruiz Soto"));
});

/** Runs a program of the fresh folder to its end. */
function run(name, code) {
  writeFileSync(join(folder, name), code);
  return execFileSync(process.execPath, [name], { cwd: folder, encoding: "utf8", timeout: 60_000 });
}

test("an idle analyzer lets the program end", () => {
  assert.equal(run("idle.mjs", `import { createAnalyzer } from "whosaid"; await createAnalyzer(); console.log("open");`), "open\n");
});

test("the examples of the README run", () => {
  const all = examples(readFileSync(join(installed, "README.md"), "utf8"));
  assert.match(run("analyze.mjs", all.get("analyze.mjs")), /^Ana Ruiz \(direct\): We will not leave the island without a boat,$/m);
  assert.match(run("stop.mjs", all.get("stop.mjs")), /^stopped$/m);
  assert.match(run("errors.mjs", all.get("errors.mjs")), /^tooLarge$/m);
});
