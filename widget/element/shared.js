// One worker and one pack for all elements of a page. The last one that goes ends them.

import { WhosaidError, createAnalyzer } from "../analyzer/index.js";

/**
 * @typedef {import("../analyzer/index.js").Analyzer} Analyzer
 * @typedef {{ analyzer: Promise<Analyzer>, users: Set<object>, stopper: AbortController, timer?: ReturnType<typeof setTimeout> }} Entry
 */

/** An element that is taken out and put in again needs the worker at once. */
const REST = 2000;
/** @type {Map<string, Entry>} */
const open = new Map();

/**
 * The analyzer with a pack, opened if nobody did. Who takes it gives it back.
 *
 * @param {string | null} pack
 * @param {object} user
 * @returns {Promise<Analyzer>}
 */
export function take(pack, user) {
  const key = pack ?? "";
  let entry = open.get(key);
  if (!entry) {
    const stopper = new AbortController();
    const analyzer = createAnalyzer({ ...(pack ? { packUrl: pack } : {}), signal: stopper.signal });
    const opened = { analyzer, users: new Set(), stopper };
    // One that failed is not kept: the next element tries again.
    analyzer.catch(() => open.get(key) === opened && open.delete(key));
    open.set(key, opened);
    entry = opened;
  }
  entry.users.add(user);
  clearTimeout(entry.timer);
  return entry.analyzer;
}

/**
 * @param {string | null} pack
 * @param {object} user
 */
export function giveBack(pack, user) {
  const key = pack ?? "";
  const entry = open.get(key);
  if (!entry?.users.delete(user) || entry.users.size > 0) return;
  entry.timer = setTimeout(() => {
    open.delete(key);
    entry.stopper.abort();
    entry.analyzer.then((analyzer) => analyzer.close(), () => {});
  }, REST);
}

/**
 * What the element tells of an error.
 *
 * @param {unknown} error
 * @returns {{ code: import("./element.js").ErrorCode, message: string, cause: string }}
 */
export function told(error) {
  const { code: cause, message } = WhosaidError.from(error, "failed");
  const same = ["packMissing", "wasmMissing", "wasmForbidden", "workerBlocked", "tooLarge", "notSupported"];
  const code = same.includes(cause) ? cause : cause.startsWith("model") ? "packDamaged" : "failed";
  return { code: /** @type {import("./element.js").ErrorCode} */ (code), message, cause };
}
