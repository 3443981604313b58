// Asks Lighthouse about a built site, sent as a host sends it: compressed.

import { readdir } from "node:fs/promises";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { findChromium, FLAGS } from "./browser.mjs";
import { serveFolder } from "./site.mjs";

/** Files are compressed once; the first visitor of a host does not wait for that either. */
async function warm(origin, folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  await Promise.all(files.map((file) => fetch(`${origin}/${file}`).then((answer) => answer.arrayBuffer())));
}

/**
 * Lighthouse's report on the first page: each of `categories` with its score of 0 to 100 and what cost it points, and
 * the reports as it writes them. On a slow phone, as Lighthouse has it if nothing else is said.
 */
export async function report(folder, categories) {
  const site = await serveFolder(folder, {}, { compressed: true });
  await warm(site.origin, folder);
  const browser = await puppeteer.launch({ executablePath: findChromium(), headless: true, args: FLAGS });
  try {
    const flags = { onlyCategories: categories, output: ["html", "json"], logLevel: "error" };
    const { lhr, report } = await lighthouse(site.origin, flags, undefined, await browser.newPage());
    if (lhr.runtimeError) throw new Error(`Lighthouse could not look at the page: ${lhr.runtimeError.message}`);
    const scores = Object.values(lhr.categories).map(({ id, score, auditRefs }) => ({
      id,
      score: Math.round(score * 100),
      lost: auditRefs
        .map((reference) => ({ ...reference, ...lhr.audits[reference.id] }))
        .filter(({ weight, score }) => weight > 0 && score !== null && score < 1)
        .map(({ id, title, displayValue = "" }) => `${id}: ${title} ${displayValue}`.trimEnd()),
    }));
    return { scores, audits: lhr.audits, html: report[0], json: report[1] };
  } finally {
    await browser.close();
    await site.close();
  }
}
