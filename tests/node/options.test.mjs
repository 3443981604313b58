// The options of JavaScript: what each choice gives, what is refused, and the types that TypeScript is told.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { analyze, readProject } from "./bindings.mjs";

const article = readProject("seeds/articles/court-report.txt").toString();

/** What marks a quotation off from all others of a text. */
const places = ({ quotes }) => quotes.map(({ content, cue }) => JSON.stringify([content, cue]));

test("the stricter the choice, the fewer and the surer the quotations", () => {
  const [strict, balanced, everything] = ["strict", "balanced", "everything"].map((strictness) => analyze(article, { strictness }));
  assert.ok(places(strict).length > 0, "nobody is quoted");
  assert.ok(places(strict).length < places(balanced).length, "strict leaves nothing out");
  assert.ok(places(balanced).length < places(everything).length, "everything adds nothing");
  const least = ({ quotes }) => Math.min(...quotes.map(({ confidence }) => confidence));
  assert.ok(least(strict) > least(everything), "strict gives what is as doubtful");
});

test("without a choice, and without options, it is balanced", () => {
  const balanced = analyze(article, { strictness: "balanced" });
  const nothing = { strictness: undefined, input: undefined, explain: null };
  for (const options of [{}, nothing, undefined, null]) assert.deepStrictEqual(analyze(article, options), balanced);
});

test("another strictness is refused with those there are", () => {
  for (const strictness of ["lenient", "Strict", ""]) {
    assert.throws(() => analyze("“No,” said Ana Ruiz.", { strictness }), {
      name: "WhosaidError",
      code: "badOptions",
      message: /options cannot be read.*strict.*balanced.*everything/,
    });
  }
  assert.throws(() => analyze("“No,” said Ana Ruiz.", { strictness: 1 }), { code: "badOptions" });
  assert.throws(() => analyze("“No,” said Ana Ruiz.", { strictnes: "strict" }), { code: "badOptions", message: /strictnes/ });
});

test("TypeScript knows the options", () => {
  const types = readFileSync(process.env.WHOSAID_BINDINGS.replace(/\.js$/, ".d.ts"), "utf8");
  assert.match(types, /analyze\(text: string, options\?: AnalyzeOptions \| null\)/);
  const [, options] = types.match(/interface AnalyzeOptions \{([^}]*)\}/);
  const names = [...options.matchAll(/^ +(\w+)\?:/gm)].map(([, name]) => name);
  assert.deepStrictEqual(names.sort(), ["explain", "explainName", "id", "input", "limitBytes", "offsetUnit", "strictness"]);
  assert.match(options, /strictness\?: "strict" \| "balanced" \| "everything";/);
});

test("TypeScript knows the Document", () => {
  const types = readFileSync(process.env.WHOSAID_BINDINGS.replace(/\.js$/, ".d.ts"), "utf8");
  assert.match(types, /analyze\(text: string, options\?: AnalyzeOptions \| null\): Document;/);
  assert.match(types, /applyCorrections\(document: Document, /);
  const [, body] = types.match(/^export interface Document (\{.*?^\})/ms);
  const document = analyze("“No,” said Ana Ruiz on 3 May.", { explain: true, explainName: 0 });
  const missing = [];
  const look = (value, place) => {
    if (Array.isArray(value)) return value.forEach((one) => look(one, place));
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (!new RegExp(`^ +${name}\\??: `, "m").test(body)) missing.push(`${place}.${name}`);
      look(inner, `${place}.${name}`);
    }
  };
  look(document, "document");
  assert.deepStrictEqual(missing.filter((name) => !/\.(start|end)$/.test(name)), []);
  assert.match(types, /export type DocumentSpan = \{/);
});
