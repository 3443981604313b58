import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { FLAGS, findChromium } from "./lib/browser.mjs";
import { serveFolder } from "./lib/site.mjs";
import { writeFileSync } from "node:fs";
const site = await serveFolder("../dist", {}, { compressed: true }); for (const f of (await import("node:fs")).readdirSync("../dist")) if (!f.startsWith(".")) await fetch(site.origin + "/" + f);
const browser = await puppeteer.launch({ executablePath: findChromium(), headless: true, args: FLAGS });
const page = await browser.newPage();
const r = await lighthouse(site.origin, { onlyCategories: ["performance", "accessibility", "best-practices"], logLevel: "error" }, process.argv[2] === "desktop" ? (await import("lighthouse/core/config/desktop-config.js")).default : undefined, page);
for (const c of Object.values(r.lhr.categories)) { console.log(c.id, c.score); for (const a of c.auditRefs) { const x = r.lhr.audits[a.id]; if (a.weight > 0 && x.score !== null && x.score < 1) console.log("  ", a.id, a.weight, x.score, x.displayValue ?? "", x.title, JSON.stringify(x.details?.items?.slice?.(0, 2) ?? "").slice(0, 300)); } }
writeFileSync("artifacts/lh.json", JSON.stringify(r.lhr, null, 1));
await browser.close(); await site.close();
