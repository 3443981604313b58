// Junk of every kind, each text in a process of its own: no panic, no broken promise, no endless run.

import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { JUNK } from "./junk.mjs";

/** Not a measure of speed: only what ends a run that would never end by itself, on the slowest machine. */
const HARD_STOP = 4 * 60_000;

const script = fileURLToPath(new URL("analyse-junk.mjs", import.meta.url));
const run = promisify(execFile);

test("junk", { concurrency: 2 }, async (group) => {
  const all = Object.keys(JUNK).map((name) =>
    group.test(name, async () => {
      try {
        const { stdout } = await run(process.execPath, [script, name], { timeout: HARD_STOP });
        console.log(`${name}: ${stdout.trim()}`);
      } catch (error) {
        if (error.killed) throw new Error(`not done after ${HARD_STOP / 60_000} minutes`);
        throw new Error(error.stderr.slice(0, 4000) || String(error));
      }
    }),
  );
  await Promise.all(all);
});
