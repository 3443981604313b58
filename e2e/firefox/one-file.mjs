import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { oneFile } from "../../www/one_file/make.mjs";

export const title = "the page as one file opens from a disk and reads a sample";

export default async function (t) {
  const folder = await mkdtemp(join(t.folders.artifacts, "one-file-"));
  try {
    const file = join(folder, "whosaid.html");
    await writeFile(file, await oneFile(t.folders.dist));
    const page = await t.open(pathToFileURL(file).href);
    await t.one(".sample").click();
    await t.one("article .sign").wait();
    const found = await page.evaluate(() => document.querySelectorAll("article .sign").length);
    assert.ok(found > 2, `only ${found} quotations`);
    assert.ok(t.requests.every((address) => /^(?:file|blob|data):/.test(address)), t.requests.join("\n"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
