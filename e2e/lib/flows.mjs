// Finds the flows and runs them one after the other, each with a time limit.

import { mkdir, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { ChromiumVisit } from "./chromium_visit.mjs";
import { Skipped } from "./visit.mjs";

const DEFAULT_SECONDS = 60;

/** The names of all flows, sorted: the files flows/NAME.mjs. */
export async function listFlows(folder) {
  const files = await readdir(folder).catch(() => []);
  return files.filter((file) => file.endsWith(".mjs")).map((file) => basename(file, ".mjs")).sort();
}

const limit = (seconds, work) => {
  let timer;
  const late = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error(`not done after ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Runs one flow and tells how it went: { name, title, outcome, seconds, message }. `Visit` is the browser's kind of visit. */
export async function runFlow({ name, browser, origin, folders, Visit = ChromiumVisit }) {
  const begin = performance.now();
  const result = (title, outcome, message = "") =>
    ({ name, title, outcome, seconds: (performance.now() - begin) / 1000, message });

  let flow;
  try {
    flow = await import(pathToFileURL(join(folders.flows, `${name}.mjs`)));
  } catch (error) {
    return result(name, "failed", `cannot be loaded: ${error.stack}`);
  }
  const title = flow.title ?? name;
  if (typeof flow.default !== "function") return result(title, "failed", "no default export: export default async (t) => { … }");

  const visit = new Visit({ browser, origin, name, folders });
  try {
    await limit(flow.seconds ?? DEFAULT_SECONDS, flow.default(visit));
    if (visit.faults.length > 0) throw new Error(`the page made ${visit.faults.length} fault(s)`);
    return result(title, "passed");
  } catch (error) {
    if (error instanceof Skipped) return result(title, "skipped", error.message);
    await mkdir(folders.artifacts, { recursive: true });
    await visit.page?.screenshot({ path: join(folders.artifacts, `${name}-failed.png`), fullPage: true }).catch(() => {});
    // Playwright colours its messages, terminal or not.
    const told = stripVTControlCharacters(error.stack);
    return result(title, "failed", [told, ...visit.faults.map((fault) => `  ${fault}`)].join("\n"));
  } finally {
    await visit.close().catch(() => {});
  }
}
