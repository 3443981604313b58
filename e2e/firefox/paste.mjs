import assert from "node:assert/strict";
import { pasteArticle } from "../lib/firefox_visit.mjs";
import { RICH, voices } from "../lib/texts.mjs";

export const title = "pasted text and rich text are read, marked and listed by who speaks";

async function both(t) {
  const names = (await voices(t.page)).map(({ name }) => name);
  for (const name of ["Ana Ruiz", "Tom Becker"]) assert.ok(names.includes(name), `no ${name} among ${names}`);
}

export default async function (t) {
  await t.open();
  await pasteArticle(t);
  await both(t);
  await t.expectAccessible();

  await t.open();
  await pasteArticle(t, { text: "not this", html: RICH });
  await t.text("to keep the ferry", "article .block").wait();
  await both(t);
  assert.ok(t.requests.length > 5, "what the page asks for is not seen");
}
