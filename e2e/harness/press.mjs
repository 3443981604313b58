// Presses one button of the site, in any browser, and gives what it starts a moment to show.

import { setTimeout } from "node:timers/promises";

export async function press(t, name) {
  const page = await t.open("/");
  await page.evaluate((name) => [...document.querySelectorAll("button")].find((it) => it.textContent === name).click(), name);
  await setTimeout(200);
}
