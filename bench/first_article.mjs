// Time from opening the page, with nothing cached, to the first analysed article in headless Chromium, as CSV.
//
//     node bench/first_article.mjs ARTICLE.txt [RUNS] [dist]
//
// ready: the paste area can be used. article: the first block of the analysed article is in the page; the text is
// pasted the moment the area is there. Both count from the start of navigation, by the page's own clock.

import { readFile } from "node:fs/promises";
import { launch } from "../e2e/lib/browser.mjs";
import { serveFolder } from "../e2e/lib/site.mjs";
import { rows } from "./texts.mjs";

const [article, runs = "7", dist = "dist"] = process.argv.slice(2);
if (!article) {
  console.error("usage: node bench/first_article.mjs ARTICLE.txt [RUNS] [dist]");
  process.exit(2);
}
const text = await readFile(article, "utf8");

/** Runs in the page before anything of it: waits for the paste area, pastes, waits for the article. */
function watch(text) {
  const times = (globalThis.whosaidTimes = {});
  const look = () => {
    const area = document.querySelector("textarea");
    if (area && times.ready === undefined) {
      times.ready = performance.now();
      const data = new DataTransfer();
      data.setData("text/plain", text);
      area.focus();
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }
    if (document.querySelector("[data-kind=paragraph]")) {
      times.article = performance.now();
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function measure(browser, origin) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watch, text);
  await page.goto(origin);
  await page.waitForFunction(() => globalThis.whosaidTimes?.article !== undefined, null, { timeout: 60_000 });
  const times = await page.evaluate(() => globalThis.whosaidTimes);
  await context.close();
  return times;
}

const site = await serveFolder(dist);
const measured = [];
for (let run = 0; run < Number(runs); run += 1) {
  // A browser of its own each time: compiled code is cached beyond a context.
  const browser = await launch();
  measured.push(await measure(browser, site.origin));
  await browser.close();
}
await site.close();

console.log("moment,runs,median_ms,least_ms,most_ms");
console.log(rows(measured, ["ready", "article"]).join("\n"));
