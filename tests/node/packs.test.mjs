// The analyser takes the committed pack and refuses what is none, with a code and a sentence.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Analyzer, readProject } from "./bindings.mjs";

test("an analyser names its model as its Documents do", () => {
  const analyzer = new Analyzer(readProject("models/en.pack"));
  assert.match(analyzer.model, /^en-\d/);
  assert.equal(analyzer.analyze("“No,” said Ana Ruiz.").producedBy.model, analyzer.model);
});

const REFUSED = {
  "empty.pack": "modelTooShort",
  "cut-off.pack": "modelTooShort",
  "too-long.pack": "modelTooLong",
  "page.pack": "modelNotAPack",
  "newer.pack": "modelFormat",
  "header.pack": "modelHeader",
  "flipped-bit.pack": "modelChecksum",
  "few-sections.pack": "modelMissing",
};

for (const [name, code] of Object.entries(REFUSED)) {
  test(`${name} is refused`, () => {
    assert.throws(() => new Analyzer(readProject(`tests/packs/${name}`)), { name: "WhosaidError", code, message: /\w+ \w+/ });
  });
}

test("a damaged pack is refused", () => {
  const pack = readProject("models/en.pack");
  pack[pack.length >> 1] ^= 1;
  assert.throws(() => new Analyzer(pack), { code: "modelChecksum", message: /damaged in its section/ });
});
