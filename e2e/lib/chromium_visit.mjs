// A visit in Chromium, which Playwright drives: a fresh context for each page.

import { ELSEWHERE } from "./site.mjs";
import { Visit } from "./visit.mjs";

export class ChromiumVisit extends Visit {
  /** What is answered in place of the site: [pattern, answer]. */
  #answers = [];

  /**
   * Opens a path of the site in a context of its own (empty storage and cache) and gives the Playwright page.
   * Options are Playwright's context options, such as viewport, colorScheme, reducedMotion, javaScriptEnabled; and
   * `script`, a function that runs in the page before its own.
   */
  async open(path = "/", { script, ...options } = {}) {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 900 },
      acceptDownloads: true,
      // The page that is served is what a flow is about, not one that the browser keeps; "allow" where it is.
      serviceWorkers: "block",
      ...options,
    });
    this.contexts.push(context);
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: this.origin });
    context.setDefaultTimeout(20_000);
    // On the context, so that workers, frames and pop-ups are watched too.
    context.on("request", (request) => this.watch(request.url()));
    context.on("console", (message) => {
      if (message.type() === "error") this.fault(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.fault(`uncaught: ${error.error().message}`));
    for (const [pattern, answer] of this.#answers) await context.route(pattern, answer);
    if (script) await context.addInitScript(script);
    const page = await context.newPage();
    page.on("websocket", (socket) => this.watch(socket.url()));
    page.on("crash", () => this.fault("the page crashed"));
    await page.goto(new URL(path, this.origin).href);
    this.page = page;
    return page;
  }

  /**
   * Answers requests for matching addresses in place of the site, in pages opened from now on: `answer` gets
   * Playwright's route, such as `(route) => route.fulfill({ status: 404 })` or `(route) => route.fallback()`.
   */
  answer(pattern, answer) {
    this.#answers.push([pattern, answer]);
  }

  /** Puts text (and HTML) on the clipboard and presses the paste keys in the focused element, as a reader does. */
  async paste(clipboard) {
    await this.#copyElsewhere(clipboard);
    await this.page.bringToFront();
    await this.page.keyboard.press("ControlOrMeta+V");
  }

  /**
   * Copies on another page, as readers do. Chromium reads HTML that is put on the clipboard under the policy of the page
   * that puts it there, and tells of its event handlers as faults: our page would be blamed for what the test did.
   */
  async #copyElsewhere({ text, html }) {
    const context = this.page.context();
    const elsewhere = await context.newPage();
    await elsewhere.goto(new URL(ELSEWHERE, this.origin).href);
    await elsewhere.evaluate(
      async ([text, html]) => {
        const parts = { "text/plain": new Blob([text ?? ""], { type: "text/plain" }) };
        if (html !== undefined) parts["text/html"] = new Blob([html], { type: "text/html" });
        await navigator.clipboard.write([new ClipboardItem(parts)]);
      },
      [text, html],
    );
    await elsewhere.close();
  }

  /** Drops files on an element: drag enters, moves over it and lets go. Content is a string or an array of bytes. */
  async drop(selector, files) {
    const plain = files.map(({ name, type, content }) => ({
      name,
      type: type ?? "text/plain",
      content: typeof content === "string" ? content : [...content],
    }));
    const data = await this.page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const { name, type, content } of files) {
        const part = typeof content === "string" ? content : new Uint8Array(content);
        transfer.items.add(new File([part], name, { type }));
      }
      return transfer;
    }, plain);
    for (const event of ["dragenter", "dragover", "drop"]) {
      await this.page.dispatchEvent(selector, event, { dataTransfer: data });
    }
  }
}
