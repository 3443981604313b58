import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { oneFile } from "../../www/one_file/make.mjs";
import { article, pasteArticle, voices } from "../lib/texts.mjs";

export const title = "the page as one file opens from a disk with all it can do, and asks for nothing";

/** Bytes of the file: it goes by mail and on a stick. */
const MOST = 4_000_000;

export default async function (t) {
  // What it finds is what the site finds.
  await t.open();
  await pasteArticle(t);
  const there = await voices(t.page);

  const folder = await mkdtemp(join(tmpdir(), "whosaid-one-file-"));
  try {
    const html = await oneFile(t.folders.dist);
    assert.ok(Buffer.byteLength(html) < MOST, `${Buffer.byteLength(html)} bytes`);
    const file = join(folder, "whosaid.html");
    await writeFile(file, html);
    const asked = t.requests.length;
    const page = await t.open(pathToFileURL(file).href);
    await pasteArticle(t);
    assert.deepEqual(await voices(page), there);

    // A worker that is ended and started again, files from the other worker, a link, what is kept.
    await page.getByRole("radio", { name: "Everything" }).check({ force: true });
    await page.getByRole("button", { name: "Save and share" }).click();
    const menu = page.getByRole("dialog", { name: "Save and share" });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      menu.locator(".form", { hasText: ".csv" }).first().click(),
    ]);
    assert.match(await readFile(await download.path(), "utf8"), /Ruiz/);
    await page.keyboard.press("Escape");
    await page.reload();
    await article(page).waitFor();
    assert.ok((await voices(page)).length >= there.length, "what was pasted is not kept");
    await t.expectAccessible();
    await t.screenshot("article");

    // Another worker, which learns from the same pack.
    const button = (name) => page.getByRole("button", { name, exact: true });
    await button("Compare").click();
    await page.getByLabel("Another article on the same story").fill("Ferries\n\nMayor Ana Ruiz said on Wednesday that the town would pay.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText(/^One voice speaks in both articles\./).waitFor();
    await button("Text").click();

    // Lessons with the teacher's guide, and what was marked in them.
    await button("Find it first").click();
    await page.getByText("For teachers").click();
    await page.getByText("The program is not the answer key.", { exact: false }).waitFor();
    await page.getByRole("button", { name: /Headline against body/ }).click();
    await page.getByLabel("Words to mark").fill("We did not close it");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Who says this?" }).getByRole("combobox").fill("Governor Marchetti");
    await page.keyboard.press("Enter");
    await page.reload();
    await button("Compare with the program").click();
    await page.getByText(/^You and the program agree on \d+ of \d+ quotations\.$/).first().waitFor();

    // What the paste was copied from is the test's own.
    const own = /^(?:file|blob|data):|\/elsewhere$/;
    const others = t.requests.slice(asked).filter((address) => !own.test(address));
    assert.deepEqual(others, []);
    // Nothing could be asked for: the policy in the file forbids it.
    t.allowConsoleError(/Content Security Policy|Refused to connect|Failed to fetch|violates/);
    assert.ok(await page.evaluate(() => fetch("https://example.invalid/").then(() => false, () => true)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
