// Runs the end-to-end flows against a built site and prints one line for each.
//
//     node e2e/run.mjs [--suite page|widget] [--browser chromium|firefox] [--dist dist] [--only NAME] [--list] [--headed] [--report FILE]
//
// Those of the page in Chromium are in flows/, the main ones for Firefox in firefox/; those of the element in widget/ and widget-firefox/. Exit status: 0 if no flow failed, 1 if one did, 2 for wrong usage. --report writes the results as JSON lines.

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
/** How each browser is started, and how flows see it. */
const BROWSERS = {
  chromium: { launch, Visit: ChromiumVisit },
  firefox: { launch: launchFirefox, Visit: FirefoxVisit },
};
/** Where the flows are and what they leave, and the site that they visit, known by one of its files. */
const SUITES = {
  page: {
    site: join(project, "dist"),
    file: "index.html",
    made: "cargo xtask build",
    chromium: { flows: "flows", artifacts: "artifacts" },
    firefox: { flows: "firefox", artifacts: "artifacts/firefox" },
  },
  widget: {
    site: join(project, "target/widget-site"),
    file: "who-said.js",
    made: "cargo xtask test --only widget",
    chromium: { flows: "widget", artifacts: "artifacts/widget" },
    firefox: { flows: "widget-firefox", artifacts: "artifacts/widget-firefox" },
  },
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
    suite: { type: "string", default: "page" },
    dist: { type: "string" },
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
const suite = SUITES[wanted.suite];
if (!suite) {
  console.error(`--suite is one of ${Object.keys(SUITES).join(", ")}`);
  process.exit(2);
}
const { flows, artifacts } = suite[wanted.browser];
const dist = wanted.dist ?? suite.site;
const folders = {
  project,
  flows: join(here, flows),
  artifacts: join(here, artifacts),
  data: resolve(project, process.env.WHOSAID_DATA ?? "../shared"),
  dist,
};
const names = (await listFlows(folders.flows)).filter((name) => !wanted.only || name.includes(wanted.only));
if (wanted.list) {
  console.log(names.join("\n"));
  process.exit(0);
}
if (names.length === 0) {
  console.error(wanted.only ? `no flow has ${wanted.only} in its name` : `e2e/${flows} has no flow`);
  process.exit(1);
}
try {
  await access(join(dist, suite.file));
} catch {
  console.error(`${dist} holds no ${suite.file}: build the site first with ${suite.made}`);
  process.exit(1);
}

await rm(folders.artifacts, { recursive: true, force: true });
await mkdir(folders.artifacts, { recursive: true });
const site = await serveFolder(dist);
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
