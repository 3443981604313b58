// The check with Lighthouse is worth nothing if it cannot fail: a page with faults must be below what is asked for.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { report } from "../lib/lighthouse.mjs";

const FAULTS = `<title></title><meta name="viewport" content="width=device-width, user-scalable=no">
<link rel="icon" href="data:,">
<p style="color:#ccc;background:#fff">Too pale <img src="data:,"> <button></button> <input>
<script>console.error("a fault"); document.write("<p>late")</script>`;

test("faults cost points, and are named", async () => {
  const folder = await mkdtemp(join(tmpdir(), "whosaid-lighthouse-"));
  await writeFile(join(folder, "index.html"), FAULTS);
  const { scores } = await report(folder, ["accessibility", "best-practices"]);
  await rm(folder, { recursive: true });
  const [accessible, practices] = ["accessibility", "best-practices"].map((id) => scores.find((it) => it.id === id));
  assert.ok(accessible.score < 95, `${accessible.score}`);
  assert.ok(accessible.lost.some((line) => line.startsWith("color-contrast: ")), accessible.lost.join("\n"));
  assert.ok(practices.score < 95, `${practices.score}`);
  assert.ok(practices.lost.some((line) => line.startsWith("errors-in-console: ")), practices.lost.join("\n"));
});
