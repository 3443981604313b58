// The texts that benches read.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** The texts of a folder's .txt files, or of a file with one {"text": …} a line. */
export async function readTexts(source) {
  if ((await stat(source)).isDirectory()) {
    const names = (await readdir(source)).filter((name) => name.endsWith(".txt")).sort();
    return Promise.all(names.map((name) => readFile(join(source, name), "utf8")));
  }
  const lines = (await readFile(source, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const { text } = JSON.parse(line);
    if (typeof text !== "string") throw new Error("a line has no text");
    return text;
  });
}

/** One text of so many words: the texts one after the other, again from the first where they do not suffice. */
export function ofWords(texts, words) {
  const parts = [];
  let count = 0;
  for (let next = 0; count < words; next += 1) {
    const text = texts[next % texts.length];
    const here = text.split(/\s+/).filter((word) => word !== "").length;
    if (here === 0 && parts.length >= texts.length && count === 0) throw new Error("the texts have no words");
    parts.push(text);
    count += here;
  }
  return parts.join("\n\n");
}

/** Headers that isolate a page from other origins: only then is its clock fine, and may its memory be measured. */
export const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** Rows of a table of median, least and most of what was measured several times, by name. */
export function rows(measured, names) {
  return names.map((name) => {
    const sorted = measured.map((one) => one[name]).sort((a, b) => a - b);
    const shown = [sorted[Math.floor(sorted.length / 2)], sorted[0], sorted.at(-1)].map((value) => value.toFixed(0));
    return [name, sorted.length, ...shown].join(",");
  });
}
