// Finds Chromium and starts it headless, with nothing that talks to the outside by itself.

import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findProgram } from "./programs.mjs";

const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Flags for every start of Chromium. */
export const FLAGS = [
  "--no-sandbox", // the tests also run as root, where Chromium refuses its sandbox
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** $CHROMIUM if set, else the first Chromium or Chrome in PATH or at its usual place. */
export const findChromium = () =>
  findProgram({
    variable: "CHROMIUM",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    places: PLACES,
    advice: "no Chromium: install chromium or Google Chrome",
  });

/** Lines break at the same words whatever fonts the machine has and however it draws them (on Linux). */
const SAME_FONTS = { FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)) };

export const launch = ({ headed = false } = {}) =>
  chromium.launch({
    executablePath: findChromium(),
    headless: !headed,
    args: [...FLAGS, "--font-render-hinting=none"],
    env: { ...process.env, ...SAME_FONTS },
  });
