import assert from "node:assert/strict";
import { appendFile, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listKeptFiles } from "../../www/kept_files.mjs";
import { serveFolder } from "../lib/site.mjs";
import { article, pasteArticle, voices } from "../lib/texts.mjs";

export const title = "the page opens and works without a network, and a newer version of it waits until it is asked for";

const kept = (page) => page.getByText("opens without a network");
const newer = (page) => page.getByRole("status").getByText("A newer version");
const theme = (page) => page.evaluate(() => fetch("theme.js").then((answer) => answer.text()));
const stores = (page) => page.evaluate(() => caches.keys());

export default async function (t) {
  const folder = await mkdtemp(join(tmpdir(), "whosaid-offline-"));
  let site;
  try {
    await cp(t.folders.dist, folder, { recursive: true });
    site = await serveFolder(folder);
    const port = Number(new URL(site.origin).port);
    t.origin = site.origin;
    const page = await t.open("/", { serviceWorkers: "allow" });
    await pasteArticle(t);
    const there = await voices(page);
    await kept(page).waitFor();

    // The network is cut for good: everything comes from what the browser keeps, also what was never asked for yet.
    await site.close();
    await page.reload();
    await article(page).waitFor();
    assert.deepEqual(await voices(page), there);
    await kept(page).waitFor();
    await page.getByRole("button", { name: "Save and share" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("dialog", { name: "Save and share" }).locator(".form", { hasText: ".csv" }).first().click(),
    ]);
    assert.match(await readFile(await download.path(), "utf8"), /Ruiz/);
    await page.goto(`${t.origin}/index.html?from=bookmark`);
    await article(page).waitFor();

    // A newer version comes beside the old one, which stays in use until the reader wishes otherwise.
    await appendFile(join(folder, "theme.js"), "\n// Newer.\n");
    await listKeptFiles(folder);
    site = await serveFolder(folder, {}, { port });
    await page.goto(t.origin);
    await newer(page).waitFor();
    await t.expectAccessible();
    await t.screenshot("newer");
    assert.doesNotMatch(await theme(page), /Newer/);
    await page.getByRole("button", { name: "Use it" }).click();
    await page.waitForFunction(() => fetch("theme.js").then((answer) => answer.text()).then((text) => text.includes("Newer")));
    await article(page).waitFor();
    assert.deepEqual(await voices(page), there);
    assert.equal((await stores(page)).length, 1);
    assert.equal(await newer(page).count(), 0);

    // Half of a new version is none: a file that is not what the build wrote down.
    await appendFile(join(folder, "theme.js"), "\n// Newest.\n");
    await listKeptFiles(folder);
    await appendFile(join(folder, "boot.js"), "\n// Changed on the way.\n");
    const before = await stores(page);
    t.allowConsoleError(/integrity|Failed to fetch/);
    const failed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => {});
      const coming = registration.installing;
      if (!coming) return false;
      // It may have ended before anybody listens.
      if (coming.state === "installing") await new Promise((done) => coming.addEventListener("statechange", done, { once: true }));
      return coming.state === "redundant";
    });
    assert.ok(failed, "a version with a changed file was taken");
    await page.reload();
    await article(page).waitFor();
    assert.match(await theme(page), /Newer/);
    assert.doesNotMatch(await theme(page), /Newest/);
    assert.ok(before.every((name) => name.startsWith("whosaid ")));
  } finally {
    await site?.close().catch(() => {});
    await rm(folder, { recursive: true, force: true });
  }
}
