// Runs the end-to-end flows against a built site and prints one line for each.
//
//     node e2e/run.mjs [--browser chromium|firefox] [--dist dist] [--only NAME] [--list] [--headed] [--report FILE]
//
// Those of Chromium are in flows/, the main ones for Firefox in firefox/. Exit status: 0 if no flow failed, 1 if one did, 2 for wrong usage. --report writes the results as JSON lines.

import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "./lib/browser.mjs";
import { ChromiumVisit } from "./lib/chromium_visit.mjs";
import { launchFirefox } from "./lib/firefox.mjs";
import { FirefoxVisit } from "./lib/firefox_visit.mjs";
import { listFlows, runFlow } from "./lib/flows.mjs";
import { serveFolder } from "./lib/site.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const project = dirname(here);
/** Where each browser's flows are and what they leave, how it is started, and how flows see it. */
const BROWSERS = {
  chromium: { flows: "flows", artifacts: "artifacts", launch, Visit: ChromiumVisit },
  firefox: { flows: "firefox", artifacts: "artifacts/firefox", launch: launchFirefox, Visit: FirefoxVisit },
};

const SIGNS = { passed: "ok", failed: "FAILED", skipped: "skipped" };

function printLine({ name, title, outcome, seconds, message }) {
  const reason = outcome === "skipped" ? ` (${message})` : "";
  console.log(`${SIGNS[outcome].padEnd(8)}${seconds.toFixed(1).padStart(6)} s  ${name}: ${title}${reason}`);
  if (outcome === "failed") console.log(message.replace(/^/gm, "    "));
}

function readArguments() {
  const options = {
    browser: { type: "string", default: "chromium" },
    dist: { type: "string", default: join(project, "dist") },
    only: { type: "string" },
    list: { type: "boolean" },
    headed: { type: "boolean" },
    report: { type: "string" },
  };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

const wanted = readArguments();
const kind = BROWSERS[wanted.browser];
if (!kind) {
  console.error(`--browser is one of ${Object.keys(BROWSERS).join(", ")}`);
  process.exit(2);
}
const folders = {
  project,
  flows: join(here, kind.flows),
  artifacts: join(here, kind.artifacts),
  data: resolve(project, process.env.WHOSAID_DATA ?? "../shared"),
  dist: wanted.dist,
};
const names = (await listFlows(folders.flows)).filter((name) => !wanted.only || name.includes(wanted.only));
if (wanted.list) {
  console.log(names.join("\n"));
  process.exit(0);
}
if (names.length === 0) {
  console.error(wanted.only ? `no flow has ${wanted.only} in its name` : `e2e/${kind.flows} has no flow`);
  process.exit(1);
}
try {
  await access(join(wanted.dist, "index.html"));
} catch {
  console.error(`${wanted.dist} holds no index.html: build the site first with cargo xtask build`);
  process.exit(1);
}

await rm(folders.artifacts, { recursive: true, force: true });
await mkdir(folders.artifacts, { recursive: true });
const site = await serveFolder(wanted.dist);
const browser = await kind.launch({ headed: wanted.headed });
const results = [];
for (const name of names) {
  const result = await runFlow({ name, browser, origin: site.origin, folders, Visit: kind.Visit });
  results.push(result);
  printLine(result);
}
await browser.close();
await site.close();
if (wanted.report) await writeFile(wanted.report, results.map((result) => JSON.stringify(result)).join("\n") + "\n");
process.exit(results.some(({ outcome }) => outcome === "failed") ? 1 : 0);
