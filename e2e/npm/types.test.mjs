// The types say what the package does: right uses pass TypeScript's check, wrong ones do not.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { freshFolder } from "./fresh.mjs";

const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const folder = freshFolder("types");

/** What TypeScript says of a program that uses the package. */
function faults(program, resolution) {
  writeFileSync(join(folder, "program.ts"), program);
  const options = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2022,dom"];
  const how = resolution === "bundler" ? ["--module", "esnext", "--moduleResolution", "bundler"] : ["--module", "nodenext"];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, ...how, "program.ts"], { cwd: folder, encoding: "utf8" });
  return status === 0 ? "" : stdout;
}

const RIGHT = `
import { WhosaidError, applyCorrections, createAnalyzer, type AnalyzeOptions, type Document } from "whosaid";
const analyzer = await createAnalyzer({ packUrl: new URL("https://example.org/en.pack"), worker: true, signal: AbortSignal.timeout(1000) });
const options: AnalyzeOptions = { strictness: "strict", explain: true, leaveOut: ["tokens"] };
const document: Document = await analyzer.analyze("text", options);
const kind: "direct" | "indirect" | "mixed" = document.quotes[0]!.kind;
const corrected: Document = (await applyCorrections(document, {})).document;
const name: string = corrected.entities[document.quotes[0]!.speaker ?? 0]!.name + analyzer.model + kind;
try { analyzer.close(); } catch (error) { if (error instanceof WhosaidError && error.code === "tooLarge") console.log(name); }
`;

for (const resolution of ["nodenext", "bundler"]) {
  test(`right uses are right (${resolution})`, () => assert.equal(faults(RIGHT, resolution), ""));
}

for (const [wrong, told] of [
  [`await (await createAnalyzer()).analyze("x", { strictness: "lax" });`, /"lax"/],
  [`await createAnalyzer({ packURL: "en.pack" });`, /packURL/],
  [`(await (await createAnalyzer()).analyze("x")).quotes[0].speakers;`, /speakers/],
]) {
  test(`${wrong} is wrong`, () => assert.match(faults(`import { createAnalyzer } from "whosaid";\n${wrong}`, "nodenext"), told));
}

test("the element has its type", () => {
  const program = `import type { WhoSaid } from "whosaid/who-said.js";
    const element = document.querySelector("who-said") as WhoSaid; element.panel = "side"; element.addEventListener("ws-error", () => {});`;
  assert.equal(faults(program, "nodenext"), "");
  assert.match(faults(program.replace('"side"', "1"), "nodenext"), /number/);
});
