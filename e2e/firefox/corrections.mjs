import assert from "node:assert/strict";
import { pasteArticle } from "../lib/firefox_visit.mjs";
import { voices } from "../lib/texts.mjs";

export const title = "a correction is made, taken back, made again, and still there after a reload";

const said = async (t, name) => (await voices(t.page)).find((voice) => voice.name === name)?.quotations ?? 0;
const both = async (t) => [await said(t, "Ana Ruiz"), await said(t, "Tom Becker")];

export default async function (t) {
  const page = await t.open();
  await pasteArticle(t);
  const [ana, tom] = await both(t);
  assert.ok(ana > 0 && tom > 0);

  await t.text("will not leave the island", "article").click();
  await t.text("Correct this", "dialog.card").click();
  const other = await page.evaluate(() => {
    const options = [...document.querySelectorAll("dialog.card details[open] select")].flatMap((select) => [...select.options]);
    return options.find((option) => option.label === "Tom Becker").value;
  });
  await t.role("combobox", "Speaker", "dialog.card").choose(other);
  await t.role("heading", "Tom Becker", "dialog.card").wait();
  assert.deepEqual(await both(t), [ana - 1, tom + 1]);

  await t.press("Escape", "Control+z");
  await t.until((ana) => document.querySelector("#voices").textContent.includes(ana), `${ana} quotation`);
  assert.deepEqual(await both(t), [ana, tom]);
  await t.press("Control+y");
  await t.until((tom) => document.querySelector("#voices").textContent.includes(tom), `${tom + 1} quotation`);

  await page.reload();
  await t.one("article .sign").wait();
  assert.deepEqual(await both(t), [ana - 1, tom + 1]);
  await t.text("is said by", "section[aria-label=Corrections], .corrections").wait();
}
