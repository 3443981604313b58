// Finds Chromium and starts it headless, with nothing that talks to the outside by itself.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const FLAGS = [
  "--no-sandbox", // the tests also run as root, where Chromium refuses its sandbox
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const runnable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** $CHROMIUM if set, else the first Chromium or Chrome in PATH or at its usual place. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC];
  const found = places.find(runnable);
  if (!found) throw new Error("no Chromium: install chromium or Google Chrome, or name one in the variable CHROMIUM");
  return found;
}

export const launch = ({ headed = false } = {}) =>
  chromium.launch({ executablePath: findChromium(), headless: !headed, args: FLAGS });
