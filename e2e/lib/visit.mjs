// One flow's view of a browser: what a visitor does, whichever browser it is, and everything that counts as a fault.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Thrown by `t.skip`: the flow cannot run here and says why. */
export class Skipped extends Error {}

/** What flows in every browser have; `page` has `evaluate` and `screenshot` in both libraries. */
export class Visit {
  /** Faults seen while the flow ran: console errors, uncaught errors, requests to another origin. */
  faults = [];
  /** Addresses asked for, in order. */
  requests = [];
  /** Contexts opened, closed at the end. */
  contexts = [];
  /** Other places that a flow serves itself. */
  origins = new Set();
  #allowed = [];

  constructor({ browser, origin, name, folders }) {
    Object.assign(this, { browser, origin, name, folders });
  }

  /** Takes note of an address that the page asks for. */
  watch(address) {
    this.requests.push(address);
    const { origin, protocol } = new URL(address);
    const local = this.origins.has(origin) || origin === this.origin || ["data:", "blob:", "file:"].includes(protocol);
    if (!local) this.fault(`request to another origin: ${address}`);
  }

  fault(message) {
    if (!this.#allowed.some((pattern) => pattern.test(message))) this.faults.push(message);
  }

  /** Console errors that the flow provokes on purpose; requests elsewhere are never allowed. */
  allowConsoleError(pattern) {
    this.#allowed.push(new RegExp(`^console: .*(?:${pattern.source})`, pattern.flags));
  }

  /** Runs axe-core on the page; throws with every violation named. Options are axe's, such as { rules }. */
  async expectAccessible(options = {}) {
    // Evaluated through the debugger, which a Content-Security-Policy does not stop.
    if (!(await this.page.evaluate(() => "axe" in globalThis))) await this.page.evaluate(await readFile(axeSource, "utf8"));
    const { violations } = await this.page.evaluate(
      (options) => globalThis.axe.run(document, { resultTypes: ["violations"], ...options }),
      options,
    );
    const told = violations.map(
      ({ id, help, nodes }) => `  ${id}: ${help} (${nodes.map((node) => node.target.join(" ")).slice(0, 4).join(", ")})`,
    );
    if (told.length > 0) throw new Error(`not accessible:\n${told.join("\n")}`);
  }

  /** Throws if the page scrolls sideways at its present width. */
  async expectNoSidewaysScroll() {
    const [inner, scroll] = await this.page.evaluate(() => {
      const root = document.documentElement;
      return [root.clientWidth, root.scrollWidth];
    });
    if (scroll > inner) throw new Error(`the page is ${scroll} px wide in a window of ${inner} px`);
  }

  /** Saves e2e/artifacts/FLOW-label.png. */
  screenshot(label, options = {}) {
    return this.page.screenshot({ path: join(this.folders.artifacts, `${this.name}-${label}.png`), ...options });
  }

  /** A file of the project's own tree, such as seeds/articles/x.txt. */
  readProject(path) {
    return readFile(join(this.folders.project, path), "utf8");
  }

  /** A file of the data folder ($WHOSAID_DATA, default ../shared); the flow is skipped where it is missing. */
  async readData(path) {
    return readFile(join(this.folders.data, path), "utf8").catch(() => this.skip(`no ${path} in the data folder`));
  }

  skip(reason) {
    throw new Skipped(reason);
  }

  async close() {
    await Promise.all(this.contexts.map((context) => context.close()));
  }
}
