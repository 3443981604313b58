import assert from "node:assert/strict";
import { article, pasteArticle, voices, words } from "../lib/texts.mjs";

export const title = "the article the project began with: its four statesmen and how often each speaks";

/** Attributions in its gold file, nested ones included: [least, most] that the voices may show. */
const EXPECTED = {
  "Benjamin Netanyahu": [3, 5],
  "Ismail Haniyeh": [3, 5],
  "Yoav Gallant": [3, 6],
  "Emmanuel Macron": [2, 4],
};

export default async function (t) {
  const text = await t.readData("seeds/000_56cc6b63856f17d6.txt");
  const page = await t.open();
  await pasteArticle(t, { text });
  const found = new Map((await voices(page)).map(({ name, quotations }) => [name, quotations]));
  const told = [...found].map(([name, quotations]) => `${name} ${quotations}`).join(", ");
  for (const [name, [least, most]] of Object.entries(EXPECTED)) {
    const quotations = found.get(name) ?? 0;
    assert.ok(quotations >= least && quotations <= most, `${name} has ${quotations}, not ${least} to ${most}; voices: ${told}`);
  }
  // Sentences of the wrapped half are whole: the paragraphs run over the empty lines.
  assert.match(await words(page), /Haniyeh has called on international community to intervene and stop what he sees as Israel/);
  // "Leave a Reply" is folded away.
  await article(page).locator("details.furniture", { hasText: "Leave a Reply" }).waitFor();
  await t.screenshot("voices", { fullPage: true });
}
