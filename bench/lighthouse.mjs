// Lighthouse's score of the page's speed, and what it is made of, as CSV: on a slow phone with a slow line, as Lighthouse
// reckons them from what it sees on this machine.
//
//     node bench/lighthouse.mjs [dist] [RUNS]
//
// Each figure is the median of the runs: what else the machine does moves it.

import { report } from "../e2e/lib/lighthouse.mjs";

const [folder = "dist", runs = "3"] = process.argv.slice(2);
const AUDITS = ["first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time", "cumulative-layout-shift"];

const taken = [];
for (let run = 0; run < Number(runs); run += 1) {
  const { scores, audits } = await report(folder, ["performance", "accessibility", "best-practices"]);
  const rows = scores.map(({ id, score }) => [id, score]);
  // Milliseconds, and thousandths of the window for what moves.
  for (const id of AUDITS) rows.push([id, Math.round(audits[id].numericValue * (id === "cumulative-layout-shift" ? 1000 : 1))]);
  taken.push(new Map(rows));
}
console.log("figure,runs,median,least,most");
for (const id of taken[0].keys()) {
  const all = taken.map((rows) => rows.get(id)).sort((a, b) => a - b);
  console.log(`${id},${all.length},${all[Math.floor(all.length / 2)]},${all[0]},${all.at(-1)}`);
}
