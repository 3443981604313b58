import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join as joinPath } from "node:path";
import { difference, enlarge, join, part, shrink } from "../lib/pictures.mjs";
import { eachLook, walk } from "../lib/states.mjs";

export const title = "the main states look as in e2e/pictures, four widths, light and dark";
export const seconds = 300;

/** Width and height of the window, and the square of the page that is one pixel of a reference. */
const WINDOWS = [
  { width: 360, height: 740, square: 10 },
  { width: 768, height: 1024, square: 12 },
  { width: 1280, height: 800, square: 16 },
  { width: 1600, height: 900, square: 20 },
];

const MAIN = ["start", "settings", "article", "voices", "names", "figures", "card", "correction", "name card", "corrections", "save and share", "keys", "comparison", "several files"];

const updates = process.env.WHOSAID_UPDATE_SCREENSHOTS === "1";

export default async function (t) {
  // Elsewhere the fonts are the system's own.
  if (process.platform !== "linux") t.skip("the fonts of the references are only used on Linux");
  const folder = joinPath(t.folders.project, "e2e/pictures");
  const wrong = [];
  const seen = new Set();
  await walk(t, async (name, { at } = {}) => {
    if (!MAIN.includes(name)) return;
    seen.add(name);
    const file = joinPath(folder, `${name.replaceAll(" ", "-")}.png`);
    const reference = updates ? null : await readFile(file).catch(() => null);
    const thumbnails = [];
    let left = 0;
    await eachLook(t.page, { windows: WINDOWS, at }, async ({ square, width, colorScheme }) => {
      const label = `${name.replaceAll(" ", "-")}-${width}-${colorScheme}`;
      const now = shrink(await t.screenshot(label, { animations: "disabled" }), square);
      thumbnails.push(now);
      if (updates) return;
      const fault = reference ? difference(part(reference, left, now), now) : { told: "has no reference" };
      left += now.width;
      if (!fault) return;
      wrong.push(`${label} ${fault.told}`);
      if (fault.where) await writeFile(joinPath(t.folders.artifacts, `${t.name}-${label}-difference.png`), enlarge(fault.where, square));
    });
    if (updates) await writeFile(file, join(thumbnails));
  });
  assert.deepEqual([...seen].sort(), [...MAIN].sort(), "a state was not come to");
  const advice = "If it should look so now: WHOSAID_UPDATE_SCREENSHOTS=1 node e2e/run.mjs --only screenshots";
  assert.equal(wrong.length, 0, `${wrong.join("\n")}\n${advice}`);
}
