// A reader's corrections through the bindings: what they do, and what is refused.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze, applyCorrections } from "./bindings.mjs";

const text = "😀 Mayor Ana Ruiz said that the bridge is safe.";
const name = { start: text.indexOf("Ana"), end: text.indexOf(" said") };
const log = (...edits) => ({ corrections: "1.0", offsetUnit: "utf16", edits });

test("an edit changes a new Document and marks what it touched", () => {
  const document = analyze(text);
  const before = structuredClone(document);
  const { document: corrected, leftOut } = applyCorrections(document, log({ edit: "rename", name, to: "Ana Ruiz Soto" }));
  assert.deepStrictEqual(document, before);
  assert.deepStrictEqual(leftOut, []);
  const entity = corrected.entities.find(({ name }) => name === "Ana Ruiz Soto");
  assert.equal(entity.corrected, true);
  assert.equal(corrected.quotes[0].speaker, entity.id);
});

test("no edits change nothing", () => {
  const document = analyze(text);
  assert.deepStrictEqual(applyCorrections(document, log()).document, document);
});

test("what finds no place is told", () => {
  const nowhere = { edit: "rejectQuote", quote: { content: [{ start: 900, end: 901 }] } };
  const { leftOut } = applyCorrections(analyze(text), log({ edit: "split", name, everywhere: true }, nowhere));
  assert.deepStrictEqual(leftOut, [{ edit: 0, reason: "alone" }, { edit: 1, reason: "noQuote" }]);
});

test("what is no Document, and no log, is refused", () => {
  const document = analyze(text);
  for (const wrong of [null, {}, "x", { ...document, schema: "9.0" }, { ...document, mentions: [{}] }]) {
    assert.throws(() => applyCorrections(wrong, log()), { name: "WhosaidError", code: "badDocument" });
  }
  for (const wrong of [null, {}, log({ edit: "explode" }), { ...log(), offsetUnit: "inch" }]) {
    assert.throws(() => applyCorrections(document, wrong), { code: "badCorrections", message: /cannot be read/ });
  }
});
