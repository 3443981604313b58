// A visit in Firefox, which Puppeteer drives: a fresh context for each page, and things found by role and name.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ELSEWHERE } from "./site.mjs";
import { ARTICLE } from "./texts.mjs";
import { Visit } from "./visit.mjs";

const SECONDS = 20;
/** Firefox 140 itself tells this of a tenth of all pages that have a script before their own, if it only adds a listener, and of none without. */
const SCRIPTS_FAULT = 'Permission denied to access property "length"';

export class FirefoxVisit extends Visit {
  /** Opens a path of the site in a context of its own (empty storage) and gives the Puppeteer page. `script` runs in it before its own. */
  async open(path = "/", { script } = {}) {
    const context = await this.browser.browser.createBrowserContext();
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultNavigationTimeout(SECONDS * 1000);
    page.on("request", (request) => this.watch(request.url()));
    page.on("console", (message) => {
      if (message.type() === "error") this.fault(`console: ${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => {
      if (!script || !error.message.endsWith(SCRIPTS_FAULT)) this.fault(`uncaught: ${error.message}`);
    });
    if (script) await page.evaluateOnNewDocument(script);
    await page.goto(new URL(path, this.origin).href);
    this.page = page;
    return page;
  }

  /** The first thing with a role, and perhaps a name, as a screen reader has them; `inside` is a selector. */
  role(role, name, inside = "body") {
    const named = name === undefined ? "" : `[name="${name}"]`;
    return this.#found(`${role} “${name}” in ${inside}`, async () => {
      const place = await this.page.$(inside);
      return place?.$(`::-p-aria(${named}[role="${role}"])`);
    });
  }

  /** The smallest thing with these words; `inside` is a selector. */
  text(words, inside = "body") {
    const smallest = (inside, words) =>
      [...document.querySelectorAll(`:is(${inside}), :is(${inside}) *`)].filter((it) => it.checkVisibility() && it.textContent.includes(words)).at(-1);
    return this.#found(`“${words}” in ${inside}`, async () => (await this.page.evaluateHandle(smallest, inside, words)).asElement());
  }

  /** The first thing of a selector. */
  one(selector) {
    return this.#found(selector, () => this.page.$(selector));
  }

  /** What is looked for until it is there: to wait for, click, point at or choose in. */
  #found(told, look) {
    const wait = () => this.#poll(told, look);
    return {
      wait,
      click: async () => (await wait()).click(),
      hover: async () => (await wait()).hover(),
      choose: async (value) => (await wait()).select(value),
    };
  }

  /** Waits until a function of the page gives something true. */
  until(isSo, ...values) {
    return this.#poll(String(isSo), () => this.page.evaluate(isSo, ...values));
  }

  /** From here and not in the page: Puppeteer's own way of waiting needs `eval`, which the page's policy forbids. */
  async #poll(told, look) {
    const end = performance.now() + SECONDS * 1000;
    while (performance.now() < end) {
      const found = await look();
      if (found) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`not there after ${SECONDS} s: ${told}`);
  }

  /** Presses one key after the other; `Control+v` holds the first while it presses the second. */
  async press(...keys) {
    for (const key of keys) {
      const all = key.split("+");
      const last = all.pop();
      for (const held of all) await this.page.keyboard.down(held);
      await this.page.keyboard.press(last);
      for (const held of all.reverse()) await this.page.keyboard.up(held);
    }
  }

  /** Puts text (and HTML) on the clipboard from another page and presses the paste keys, as a reader does. */
  async paste({ text, html }) {
    const elsewhere = await this.contexts.at(-1).newPage();
    await elsewhere.goto(new URL(ELSEWHERE, this.origin).href);
    await elsewhere.evaluate(
      async (text, html) => {
        const parts = { "text/plain": new Blob([text ?? ""], { type: "text/plain" }) };
        if (html !== null) parts["text/html"] = new Blob([html], { type: "text/html" });
        await navigator.clipboard.write([new ClipboardItem(parts)]);
      },
      text,
      html ?? null,
    );
    await elsewhere.close();
    await this.page.bringToFront();
    await this.press("Control+v");
  }

  /** Does what saves a file, and gives the file's name and words. */
  async download(act) {
    const before = new Set(await readdir(this.browser.downloads));
    await act();
    return this.#poll("a saved file", async () => {
      const all = await readdir(this.browser.downloads);
      const name = all.find((name) => !before.has(name) && !name.endsWith(".part"));
      // An empty file holds the place until the bytes are there.
      const text = name && !all.includes(`${name}.part`) ? await readFile(join(this.browser.downloads, name), "utf8") : "";
      return text !== "" && { name, text };
    });
  }
}

/** Pastes into the empty text field and waits for the marked article. */
export async function pasteArticle(t, clipboard = { text: ARTICLE }) {
  await t.one("#text").wait();
  await t.page.focus("#text");
  await t.paste(clipboard);
  await t.one('article[aria-label="Article with marks"]').wait();
}
