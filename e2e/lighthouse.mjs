// What Lighthouse says of the built site: fails below 95 for what does not depend on the machine.
//
//     node e2e/lighthouse.mjs [dist]
//
// The report is left in e2e/artifacts/lighthouse.html. How fast the page is depends on the machine and on what else it does:
// cargo xtask bench --only lighthouse records that, and nothing fails for it.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { report } from "./lib/lighthouse.mjs";

const LEAST = 95;

const [folder = fileURLToPath(new URL("../dist", import.meta.url))] = process.argv.slice(2);
const artifacts = fileURLToPath(new URL("artifacts", import.meta.url));
const { scores, html } = await report(folder, ["accessibility", "best-practices"]);
await mkdir(artifacts, { recursive: true });
await writeFile(join(artifacts, "lighthouse.html"), html);
for (const { id, score, lost } of scores) {
  console.log(`${id}: ${score}, at least ${LEAST} asked for`);
  for (const line of lost) console.log(`  ${line}`);
}
process.exit(scores.length === 2 && scores.every(({ score }) => score >= LEAST) ? 0 : 1);
