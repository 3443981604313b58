// Analyses one text of junk.mjs, named on the command line, and holds the Document to its promises.

import assert from "node:assert/strict";
import { analyze } from "./bindings.mjs";
import { JUNK } from "./junk.mjs";

const { text, input } = JUNK[process.argv[2]]();
const begin = performance.now();
const document = analyze(text, { input });
const seconds = (performance.now() - begin) / 1000;

assert.equal(document.offsetUnit, "utf16");
// Lone surrogates cannot cross into UTF-8; they arrive as replacement characters.
if (input === "text") assert.ok(document.text === text.toWellFormed(), "the text is not the one given");

const { length } = document.text;
const onEdge = (at) => !(/[\udc00-\udfff]/.test(document.text[at] ?? "") && /[\ud800-\udbff]/.test(document.text[at - 1] ?? ""));
function checkSpan({ start, end }, what) {
  assert.ok(Number.isInteger(start) && 0 <= start && start <= end && end <= length, `${what}: ${start} to ${end} of ${length}`);
  assert.ok(onEdge(start) && onEdge(end), `${what}: ${start} to ${end} cuts a character`);
}
function checkOrder(spans, what) {
  let last = 0;
  for (const span of spans) {
    checkSpan(span, what);
    assert.ok(span.start >= last, `${what}: ${span.start} comes after ${last}`);
    last = span.start;
  }
}

checkOrder(document.blocks, "block");
checkOrder(document.sentences, "sentence");
checkOrder(document.tokens.start.map((start, i) => ({ start, end: document.tokens.end[i] })), "token");
for (const mention of document.mentions) checkSpan(mention, "mention");
for (const { content, cue, source } of document.quotes) {
  assert.ok(content.length > 0, "a quote without content");
  for (const span of [...content, cue, source]) if (span) checkSpan(span, "quote");
}

const counts = ["sentences", "mentions", "entities", "quotes"].map((layer) => `${document[layer].length} ${layer}`);
console.log(`${seconds.toFixed(1)} s, ${document.tokens.start.length} tokens, ${counts.join(", ")}`);
