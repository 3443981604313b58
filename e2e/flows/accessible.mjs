import assert from "node:assert/strict";
import { eachLook, walk } from "../lib/states.mjs";

export const title = "axe finds nothing wrong in any state, light and dark, wide and narrow, and nothing is wider than the window";
export const seconds = 300;

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

/** In the dark nothing but the colours is another. */
const RULES = { light: {}, dark: { runOnly: { type: "rule", values: ["color-contrast"] } } };

export default async function (t) {
  const wrong = [];
  await walk(t, async (name, { at } = {}) => {
    await eachLook(t.page, { windows: WINDOWS, at }, async ({ width, colorScheme }) => {
      for (const check of [() => t.expectAccessible(RULES[colorScheme]), () => t.expectNoSidewaysScroll()]) {
        await check().catch((error) => wrong.push(`${name}, ${width} px, ${colorScheme}: ${error.message}`));
      }
    });
  });
  assert.equal(wrong.length, 0, wrong.join("\n"));
}
