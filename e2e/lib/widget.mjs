// What the flows of the element have in common, in any browser.

import assert from "node:assert/strict";

/** Runs in the page before its own scripts: keeps what the element tells, and how the page was before the element was there. */
export function watchWidget() {
  globalThis.told = [];
  for (const name of ["ws-ready", "ws-analysis", "ws-select", "ws-error"]) {
    addEventListener(name, ({ target, detail, bubbles, composed }) => {
      const { code, kind, id, model } = detail;
      globalThis.told.push({ name, code, kind, id, model, bubbles, composed, tag: target.localName });
    });
  }
  globalThis.clicks = [];
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    globalThis.before = document.documentElement.outerHTML;
    for (const one of document.querySelectorAll("p, a, h1")) one.addEventListener("click", () => globalThis.clicks.push(one.localName));
  });
  globalThis.shift = 0;
  const kinds = globalThis.PerformanceObserver?.supportedEntryTypes ?? [];
  const observe = (type, act) => kinds.includes(type) && new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
  observe("layout-shift", ({ value, sources }) => {
    globalThis.shift += value;
    globalThis.shifted = sources?.map(({ node }) => node?.outerHTML?.slice(0, 200) ?? String(node));
  });
}

/** Waits until something holds in the page; Chromium's page and Firefox's differ, and a policy may forbid `eval`. */
export async function until(t, isSo, ...values) {
  const end = performance.now() + 30_000;
  for (;;) {
    const found = await t.page.evaluate(isSo, ...values);
    if (found) return found;
    if (performance.now() > end) throw new Error(`not so after 30 s: ${isSo} ${JSON.stringify(await t.page.evaluate(() => globalThis.told))}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Opens a page of the examples, and waits until so many elements have analysed. `first` runs before the page's own scripts. */
export async function openExample(t, name, { count = 1, first = () => {}, ...options } = {}) {
  const script = `(${watchWidget})(); (${first})();`;
  const page = await t.open(`/examples/${name}`, { script, ...options });
  if (count > 0) await analysed(t, count);
  return page;
}

/** Waits until so many analyses were told in all. */
export const analysed = (t, count) => until(t, (count) => globalThis.told.filter(({ name }) => name === "ws-analysis").length >= count, count);

/** Waits for a fault, and gives its code. */
export async function fault(t) {
  return until(t, () => globalThis.told.find(({ name }) => name === "ws-error")?.code);
}

/** The marked words by style, with white space drawn together. */
export const marks = (t) =>
  t.page.evaluate(() => {
    const words = ({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString().replace(/\s+/g, " ");
    };
    return Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(words)]));
  });

/** All words of quotations, whoever's. */
export const quotations = (found) => Object.entries(found).flatMap(([name, words]) => (name.startsWith("ws-quote-") ? words : []));

/** The page is as it was: its elements, their attributes, and where they stand. */
export async function expectUntouched(t) {
  const { before, after, shift, shifted } = await t.page.evaluate(() => ({
    before: globalThis.before,
    after: document.documentElement.outerHTML,
    shift: globalThis.shift,
    shifted: globalThis.shifted,
  }));
  assert.equal(after, before);
  assert.equal(shift, 0, `layout shift ${shift}: ${shifted}`);
}

/** Only the page and the package's own files were asked for. */
export function expectOwnRequests(t) {
  const foreign = t.requests.map((address) => new URL(address)).filter(
    ({ pathname, protocol }) =>
      protocol !== "data:" && protocol !== "blob:" && !/^\/(examples\/[\w./-]*|who-said\.js|en\.pack|(analyzer|element|wasm)\/\w+\.(js|wasm))$/.test(pathname),
  );
  assert.deepEqual(foreign.map(String), []);
}

/** The ferry's article, in every example. */
export async function expectFerry(t, found) {
  found ??= await marks(t);
  assert.ok(found["ws-person"]?.includes("Ana Ruiz"), JSON.stringify(found));
  assert.ok(found["ws-person"].includes("Tom Becker"));
  const said = quotations(found);
  assert.ok(said.includes("We will not leave the island without a boat,"), said.join(" | "));
  assert.ok(said.includes("that the town would pay for two more years"), said.join(" | "));
  assert.ok(found["ws-cue"]?.includes("told"));
}
