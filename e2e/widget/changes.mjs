import assert from "node:assert/strict";
import { analysed, expectFerry, marks, openExample, quotations, until } from "../lib/widget.mjs";

export const title = "it follows what is written, replaced, moved and taken away, also in the middle of an analysis";
export const seconds = 90;

const count = (t) => t.page.evaluate(() => globalThis.told.filter(({ name }) => name === "ws-analysis").length);
const workers = async (t, number) => {
  const end = performance.now() + 10_000;
  while (t.page.workers().length !== number) {
    if (performance.now() > end) throw new Error(`${t.page.workers().length} workers, not ${number}`);
    await new Promise((done) => setTimeout(done, 50));
  }
};

export default async function (t) {
  const page = await openExample(t, "plain.html");
  await workers(t, 1);

  await page.evaluate(() => {
    const more = document.createElement("p");
    more.textContent = "“The bay is cold,” said Lena Ortega.";
    document.querySelector("article").append(more);
  });
  await analysed(t, 2);
  assert.ok(quotations(await marks(t)).includes("The bay is cold,"));
  await expectFerry(t);

  // The same words in other nodes are marked anew, and not read again.
  await page.evaluate(() => {
    const article = document.querySelector("article");
    article.replaceChildren(...[...article.childNodes].map((node) => node.cloneNode(true)));
  });
  await until(t, () => [...(CSS.highlights.get("ws-person") ?? [])].length > 2 && [...CSS.highlights.get("ws-person")].every(({ startContainer }) => startContainer.isConnected));
  assert.equal(await count(t), 2);

  // Moved, it goes on as it was.
  await page.evaluate(() => {
    const place = document.createElement("section");
    document.querySelector("main").append(place);
    place.append(document.querySelector("who-said"));
  });
  await until(t, () => CSS.highlights.has("ws-cue"));
  await expectFerry(t);
  assert.equal(await count(t), 2);

  // Without words there is nothing to mark; with words again there is.
  await page.evaluate(() => {
    globalThis.kept = document.querySelector("article").innerHTML;
    document.querySelector("article").textContent = "";
  });
  await until(t, () => CSS.highlights.size === 0);
  await page.evaluate(() => (document.querySelector("article").innerHTML = globalThis.kept));
  await analysed(t, 3);
  await expectFerry(t);

  // Taken away in the middle of an analysis: nothing is told, nothing stays, and the worker goes.
  await page.evaluate(() => {
    const element = document.querySelector("who-said");
    element.querySelector("article").append(...Array.from({ length: 300 }, () => element.querySelector("p").cloneNode(true)));
    element.strict = "everything";
    setTimeout(() => element.remove(), 30);
    globalThis.gone = element;
  });
  await until(t, () => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
  await workers(t, 0);
  assert.equal(await page.evaluate(() => globalThis.gone.shadowRoot.children.length), 1);
  assert.deepEqual(await page.evaluate(() => globalThis.told.filter(({ name }) => name === "ws-error")), []);

  // Taken away before anything was loaded, and put in again later.
  await page.evaluate(() => {
    const element = document.createElement("who-said");
    element.innerHTML = "<p>“The bay is cold,” said Lena Ortega.</p>";
    document.querySelector("main").append(element);
    element.remove();
    setTimeout(() => document.querySelector("main").append(element), 50);
  });
  await analysed(t, 4);
  assert.deepEqual(quotations(await marks(t)), ["The bay is cold,"]);
}
