import { launch } from "/tmp/wt/page/e2e/lib/browser.mjs";
import { serveFolder } from "/tmp/wt/page/e2e/lib/site.mjs";
import { readFile } from "node:fs/promises";
import { fakeWorker } from "/tmp/fake.mjs";
const site = await serveFolder("/tmp/wt/page/dist");
const browser = await launch();
const jobs = process.argv.slice(2);
const text = await readFile(process.env.ARTICLE ?? "/work/shared/seeds/000_56cc6b63856f17d6.txt", "utf8");
for (const job of jobs) {
  const [name, width, scheme, step] = job.split(":");
  const context = await browser.newContext({ viewport: { width: +width, height: +width < 500 ? 740 : 900 }, colorScheme: scheme, forcedColors: step?.includes("forced") ? "active" : "none" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.origin });
  const page = await context.newPage();
  if (process.env.FAKE) await page.route("**/worker_loader.js", (r) => r.fulfill({ contentType: "text/javascript", body: fakeWorker() }));
  page.on("console", (m) => console.log(name, m.type(), m.text()));
  page.on("pageerror", (e) => console.log(name, "error", e.message));
  await page.goto(site.origin);
  await page.waitForSelector("#text");
  if (step && step !== "start") {
    await page.focus("#text");
    await page.evaluate(async (text) => navigator.clipboard.writeText(text), text);
    await page.keyboard.press("Control+V");
    await page.waitForSelector("#article", { timeout: 15000 });
    await page.waitForTimeout(200);
    if (step.includes("card")) { await page.locator(".sign").nth(3).click().catch((e) => console.log(e.message)); }
    if (step.includes("hover")) { await page.locator(".piece[data-cue]").nth(2).hover().catch((e) => console.log(e.message)); }
    if (step.includes("voices")) { await page.locator(".voices summary").first().click().catch((e) => console.log(e.message)); }
    if (step.includes("key")) { await page.locator(".key summary").first().click().catch((e) => console.log(e.message)); }
    if (step.includes("names")) { await page.locator(".names .jump").nth(1).click().catch((e) => console.log(e.message)); }
    await page.waitForTimeout(600);
  }
  await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: step?.includes("full") });
  const w = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
  if (w[1] > w[0]) console.log(name, "sideways", w);
  await context.close();
}
await browser.close(); await site.close();
