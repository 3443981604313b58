import assert from "node:assert/strict";
import { deflateSync, inflateSync } from "node:zlib";
import { ARTICLE, article, pasteArticle, voices } from "../lib/texts.mjs";

export const title = "a link carries the text itself; one that is damaged, foreign or too long is told kindly";

const coded = (payload) => `#t=${deflateSync(payload).toString("base64url")}`;

export default async function (t) {
  let page = await t.open();
  await pasteArticle(t);
  const there = await voices(page);
  await page.getByRole("button", { name: "Save and share" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByRole("status").getByText("Link copied").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(`${t.origin}/#t=`), link);
  const payload = JSON.parse(inflateSync(Buffer.from(link.split("#t=")[1], "base64url")));
  assert.deepEqual(payload, { v: 1, format: "text", text: ARTICLE });

  // Somebody else opens it: the same voices, nothing of it asked for, and the address is bare again.
  page = await t.open(link);
  await article(page).waitFor();
  assert.deepEqual(await voices(page), there);
  assert.equal(page.url(), `${t.origin}/`);
  assert.ok(t.requests.every((address) => !address.includes("#") && !address.includes("Ruiz")));
  await page.reload();
  await article(page).waitFor();

  // While the page is open; a later log of corrections that is not understood takes nothing away.
  const follow = (fragment) => page.evaluate((fragment) => void (location.hash = fragment), fragment);
  const other = "“We stay,” said Vera Holm on Monday.";
  await follow(coded(JSON.stringify({ v: 1, format: "text", text: other, corrections: { edits: "?" } })));
  await article(page).getByText("We stay").waitFor();

  // Places in the page are no links.
  await follow("#voices");
  assert.equal(page.url(), `${t.origin}/#voices`);
  await article(page).getByText("We stay").waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);

  // What cannot be read is told, and what was there stays.
  for (const [fragment, told] of [
    [link.split("/").at(-1).slice(0, -40), "damaged"],
    [link.split("/").at(-1).replace(/.{9}$/, "AAAAAAAAA"), "damaged"],
    ["#t=%%%", "damaged"],
    [coded("nothing"), "holds no text"],
    [coded('{"v":1,"format":"text","text":""}'), "holds no text"],
    [coded('{"v":9}'), "newer Whosaid"],
    [coded(Buffer.alloc(64_000_000)), "20 million"],
  ]) {
    await follow(fragment);
    await page.getByRole("alert").getByText(told).waitFor();
    assert.equal(page.url(), `${t.origin}/`);
    await article(page).getByText("We stay").waitFor();
  }
  await t.expectAccessible();

  // Too long: said at once, with what to do instead.
  page = await t.open();
  const letters = "abcdefghijklmnopqrstuvwxyz";
  let seed = 1;
  const word = () => Array.from({ length: 7 }, () => letters[(seed = (seed * 48271) % 2147483647) % 26]).join("");
  const long = `Ana Ruiz said that it rained. ${Array.from({ length: 7000 }, word).join(" ")}.`;
  await pasteArticle(t, { text: long });
  await page.getByRole("button", { name: "Save and share" }).click();
  await page.getByText("too long for a link").waitFor();
  assert.ok(await page.getByRole("button", { name: "Copy link" }).isDisabled());
  await t.expectAccessible();
}
