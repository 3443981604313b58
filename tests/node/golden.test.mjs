// Every folder of tests/golden: the bindings give the same Document as the native run that wrote document.json.

import assert from "node:assert/strict";
import { access, readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { analyze } from "./bindings.mjs";

const golden = new URL("../golden/", import.meta.url);

async function readCase(name) {
  const folder = new URL(`${name}/`, golden);
  const isHtml = await access(new URL("input.html", folder)).then(() => true, () => false);
  return {
    input: isHtml ? "html" : "text",
    text: await readFile(new URL(isHtml ? "input.html" : "input.txt", folder), "utf8"),
    expected: JSON.parse(await readFile(new URL("document.json", folder), "utf8")),
  };
}

const folders = await readdir(golden, { withFileTypes: true }).catch(() => []);
const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

test("there are golden results", () => assert.ok(names.length > 0, "tests/golden is empty"));

for (const name of names) {
  test(name, async () => {
    const { input, text, expected } = await readCase(name);
    const options = { input, offsetUnit: expected.offsetUnit, ...(expected.id === null ? {} : { id: expected.id }) };
    assert.deepStrictEqual(analyze(text, options), expected);
  });
}

test("a name that is asked for says why, and nothing else changes", async () => {
  const { input, text, expected } = await readCase("headline");
  const { offsetUnit } = expected;
  for (const { id, kind } of expected.mentions) {
    const explained = analyze(text, { input, offsetUnit, explainName: id });
    const { why, ...bare } = explained.mentions[id];
    assert.equal(why !== undefined, kind === "name");
    for (const reason of why?.reasons ?? []) assert.equal(typeof reason.weight, "number");
    explained.mentions[id] = bare;
    assert.deepStrictEqual(explained, expected);
  }
});
