// The main thread's longest tasks on a page of 50,000 words with the element around it, beside the same page without it.
//
//     node bench/widget_tasks.mjs [rounds] [packages/widget]
//
// Prints a table: of each figure the worst of all rounds. Chromium tells of tasks above 50 ms only: 0 is none of them. `marked` is the time from the
// beginning of the visit until all marks are there.

import { readFileSync } from "node:fs";
import { launch } from "../e2e/lib/browser.mjs";
import { serveFolder } from "../e2e/lib/site.mjs";

const WORDS = 50_000;
const [rounds = "3", folder = "packages/widget"] = process.argv.slice(2);

/** A sample article again and again, until there are enough words. */
function paragraphs() {
  const some = readFileSync("seeds/articles/court-report.txt", "utf8").split(/\n\s*\n/).filter((text) => text.trim());
  const all = [];
  for (let count = 0, at = 0; count < WORDS; at += 1) {
    const text = some[at % some.length];
    all.push(text);
    count += text.split(/\s+/).length;
  }
  return all.map((text) => `<p>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</p>`).join("\n");
}

const body = (script) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Long</title><link rel="icon" href="data:,">${script}
<main><who-said><article>${paragraphs()}</article></who-said></main></html>`;

function watch() {
  globalThis.tasks = [];
  globalThis.isDone = false;
  new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => globalThis.tasks.push({ startTime, duration }))).observe({ type: "longtask", buffered: true });
  addEventListener("ws-analysis", () => {
    globalThis.marked = performance.now();
    globalThis.isDone = true;
  });
  addEventListener("load", () => (globalThis.loaded = performance.now()));
}

/** Scrolls to the end, 1,500 pixels a frame: marks come and go on the way. */
async function scrollThrough() {
  globalThis.scrolled = performance.now();
  const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
  while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
    scrollBy(0, 1500);
    await nextFrame();
  }
}

const site = await serveFolder(folder);
const browser = await launch();
const worst = { without: 0, loading: 0, after: 0, scrolling: 0, marked: 0 };
for (let round = 0; round < Number(rounds); round += 1) {
  for (const script of ["", '<script type="module" src="/who-said.js"></script>']) {
    const page = await browser.newPage();
    await page.route(/long\.html/, (route) => route.fulfill({ contentType: "text/html", body: body(script) }));
    await page.addInitScript(watch);
    await page.goto(`${site.origin}/long.html`);
    if (script) await page.waitForFunction(() => globalThis.isDone, null, { timeout: 120_000, polling: 200 });
    await page.waitForTimeout(500);
    await page.evaluate(scrollThrough);
    await page.waitForTimeout(500);
    const { tasks, loaded, scrolled, marked } = await page.evaluate(() => ({
      tasks: globalThis.tasks,
      loaded: globalThis.loaded,
      scrolled: globalThis.scrolled,
      marked: globalThis.marked,
    }));
    const most = (from, to) => Math.max(0, ...tasks.filter(({ startTime }) => from <= startTime && startTime < to).map(({ duration }) => Math.round(duration)));
    if (!script) {
      worst.without = Math.max(worst.without, most(0, Infinity));
    } else {
      worst.loading = Math.max(worst.loading, most(0, loaded));
      worst.after = Math.max(worst.after, most(loaded, scrolled));
      worst.scrolling = Math.max(worst.scrolling, most(scrolled, Infinity));
      worst.marked = Math.max(worst.marked, Math.round(marked));
    }
    await page.close();
  }
}
await browser.close();
await site.close();
console.log("moment,ms");
console.log(`longest task of the page alone,${worst.without}`);
console.log(`longest task while the page loads,${worst.loading}`);
console.log(`longest task after that,${worst.after}`);
console.log(`longest task while scrolling,${worst.scrolling}`);
console.log(`marked,${worst.marked}`);
