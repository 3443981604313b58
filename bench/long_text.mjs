// A text of 100,000 words in the built page, in headless Chromium: how long what happens takes, how long the main thread is
// busy at a stretch meanwhile, and what memory it takes, as CSV.
//
//     node bench/long_text.mjs FILE.jsonl|FOLDER [RUNS] [dist]
//
// Rows "… ms": milliseconds from what the reader does until it is to be seen. Rows "… task": the longest task of the main
// thread meanwhile, in milliseconds; browsers tell only of tasks of 50 and more, so 50 stands for "none longer".
//
// paste: the text is taken in. article: its first paragraph is there. whole: nothing is drawn any more. scroll: 120 steps of 1,500
// pixels, one a frame; "scroll frame" is the longest time between two frames. back: to the text, of which the beginning is shown.
// edit: all of it. bare field: the same text in the field of a page that holds nothing else, which is what a browser needs by itself. typing: a sentence at its end; "typing key" is the longest time from a key to what it changed. reread: the text is read
// again, while the field is shown. again: to the article. "memory MB": what page and worker hold with the article on the page, measured by
// the browser after it has cleared up.

import { launch } from "../e2e/lib/browser.mjs";
import { serveFolder } from "../e2e/lib/site.mjs";
import { ISOLATED, ofWords, readTexts, rows } from "./texts.mjs";

const WORDS = 100_000;
const LIMIT_MS = 180_000;
const ROWS = [
  "paste task", "article ms", "article task", "whole ms", "whole task", "scroll task", "scroll frame", "back ms", "back task",
  "edit task", "bare field task", "typing task", "typing key", "reread task", "again ms", "again task", "memory MB",
];

const [source, runs = "3", dist = "dist"] = process.argv.slice(2);
if (!source || !(Number(runs) > 0)) {
  console.error("usage: node bench/long_text.mjs FILE.jsonl|FOLDER [RUNS] [dist]");
  process.exit(2);
}
const text = ofWords(await readTexts(source), WORDS);

/** Runs in the page before anything of it: keeps every long task, every frame that came late, every slow key. */
function watch() {
  const seen = (globalThis.whosaidSeen = { tasks: [], keys: [], frames: [] });
  new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => seen.tasks.push([startTime, duration])))
    .observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) if (name === "keydown") seen.keys.push([startTime, duration]);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
  let last = 0;
  const frame = (now) => {
    seen.frames.push([last, now - last]);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** The longest of a list since a moment, and not less than `least`. */
const longest = (page, kind, since, least = 0) =>
  page.evaluate(
    ([kind, since, least]) =>
      Math.max(least, ...globalThis.whosaidSeen[kind].filter(([start]) => start >= since).map(([, length]) => length)),
    [kind, since, least],
  );
const task = (page, since) => longest(page, "tasks", since, 50);
const now = (page) => page.evaluate(() => performance.now());

/** Waits until nothing was added to the page for a while; gives the moment of the last addition. */
const settled = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        let last = performance.now();
        const observer = new MutationObserver(() => (last = performance.now()));
        observer.observe(document.body, { childList: true, subtree: true });
        const timer = setInterval(() => {
          if (performance.now() - last < 700) return;
          clearInterval(timer);
          observer.disconnect();
          done(last);
        }, 100);
      }),
  );

/** Presses a button by its words. Not by its role: for that Playwright would lay out all that the browser has left for later. */
const press = (page, words) =>
  page.evaluate((words) => [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === words).click(), words);

/** Waits for a button with these words. */
const button = (page, words) =>
  page.waitForFunction((words) => [...document.querySelectorAll("button")].some((it) => it.textContent.trim() === words), words, {
    timeout: LIMIT_MS,
    polling: 100,
  });

/** A page with a field and nothing else, of the same size and type. */
const BARE = `<!doctype html><meta charset="utf-8"><textarea style="width: 50rem; height: 30rem; font: 18px/1.55 serif"></textarea>`;

/** How long a browser stops for the text in a field of its own. */
async function measureBare(browser) {
  const page = await browser.newPage();
  await page.addInitScript(watch);
  await page.route("**/bare.html", (route) => route.fulfill({ contentType: "text/html", body: BARE }));
  await page.goto(`${site.origin}/bare.html`);
  await page.waitForTimeout(500);
  const since = await now(page);
  await page.evaluate((text) => void (document.querySelector("textarea").value = text), text);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await heard(page);
  const longest = await task(page, since);
  await page.close();
  return longest;
}

/** Observers hear of a task some time after it ended. */
const heard = (page) => page.waitForTimeout(300);

async function measure(page) {
  const found = {};
  await page.locator("textarea").waitFor();
  // The worker has read its pack: how long that takes is another measure.
  await page.waitForTimeout(3000);

  let since = await now(page);
  await page.evaluate((text) => {
    const area = document.querySelector("textarea");
    const data = new DataTransfer();
    data.setData("text/plain", text);
    area.focus();
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await heard(page);
  found["paste task"] = await task(page, since);
  const seen = await page.waitForFunction(() => document.querySelector("[data-kind=paragraph]") && performance.now(), null, {
    timeout: LIMIT_MS,
    polling: "raf",
  });
  const article = await seen.jsonValue();
  found["article ms"] = article - since;
  const whole = await settled(page);
  await heard(page);
  found["whole ms"] = whole - since;
  found["whole task"] = await task(page, since);
  found["article task"] = await page.evaluate(
    ([since, until]) => {
      const tasks = globalThis.whosaidSeen.tasks.filter(([start]) => start >= since && start <= until);
      return Math.max(50, ...tasks.map(([, length]) => length));
    },
    [since, article],
  );
  // Bytes to millions of them, as they are shown to people.
  const { bytes } = await page.evaluate(() => performance.measureUserAgentSpecificMemory());
  found["memory MB"] = bytes / 1e6;

  since = await now(page);
  await page.evaluate(async () => {
    for (let step = 0; step < 120; step += 1) {
      window.scrollBy(0, 1500);
      await new Promise(requestAnimationFrame);
    }
  });
  await heard(page);
  found["scroll task"] = await task(page, since);
  found["scroll frame"] = await longest(page, "frames", since);

  since = await now(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await press(page, "Text");
  await page.waitForFunction(() => document.querySelector("textarea")?.value.length > 0, null, { polling: "raf" });
  await page.evaluate(() => new Promise(requestAnimationFrame));
  found["back ms"] = (await now(page)) - since;
  await heard(page);
  found["back task"] = await task(page, since);

  since = await now(page);
  await press(page, "Show all of it, to edit");
  await page.waitForFunction((length) => document.querySelector("textarea").value.length >= length, text.length, { polling: 100 });
  await heard(page);
  found["edit task"] = await task(page, since);

  await page.evaluate((length) => document.querySelector("textarea").setSelectionRange(length, length), text.length);
  await page.waitForTimeout(500);
  since = await now(page);
  await page.keyboard.type(" A last sentence.", { delay: 60 });
  await heard(page);
  found["typing task"] = await task(page, since);
  found["typing key"] = await longest(page, "keys", since, 16);

  since = await now(page);
  await button(page, "Show the article");
  await heard(page);
  found["reread task"] = await task(page, since);

  since = await now(page);
  await press(page, "Show the article");
  const again = await page.waitForFunction(() => document.querySelector("[data-kind=paragraph]") && performance.now(), null, {
    polling: "raf",
  });
  found["again ms"] = (await again.jsonValue()) - since;
  await settled(page);
  await heard(page);
  found["again task"] = await task(page, since);
  return found;
}

const site = await serveFolder(dist, ISOLATED);
const measured = [];
for (let run = 0; run < Number(runs); run += 1) {
  const browser = await launch();
  const page = await browser.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  await page.addInitScript(watch);
  await page.goto(site.origin);
  measured.push({ ...(await measure(page)), "bare field task": await measureBare(browser) });
  await browser.close();
}
await site.close();

console.log("row,runs,median,least,most");
console.log(rows(measured, ROWS).join("\n"));
