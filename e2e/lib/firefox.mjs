// Finds Firefox and starts it headless.
//
// Puppeteer drives it, since Playwright drives the release for long support only where it is patched: its way to an
// unpatched one asks for commands that Firefox 140 does not know. Both speak the standard protocol, WebDriver BiDi.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { findProgram } from "./programs.mjs";

const PLACES = ["/Applications/Firefox.app/Contents/MacOS/firefox"];

/** $FIREFOX if set, else the first Firefox in PATH or at its usual place. */
export const findFirefox = () =>
  findProgram({
    variable: "FIREFOX",
    names: ["firefox-esr", "firefox"],
    places: PLACES,
    advice: "no Firefox: install firefox-esr",
  });

/**
 * Starts Firefox. Its system is dark: the protocol cannot change that for one page, and a second start would cost more
 * than everything that is done in it.
 */
export async function launchFirefox({ headed = false } = {}) {
  const downloads = await mkdtemp(join(tmpdir(), "whosaid-downloads-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: findFirefox(),
    headless: !headed,
    // Of the window: the call for a page alone is younger than Firefox 140.
    defaultViewport: null,
    args: ["--width=1280", "--height=900"],
    extraPrefsFirefox: {
      "browser.download.dir": downloads,
      "browser.download.folderList": 2,
      "browser.download.alwaysOpenPanel": false,
      // Reading and writing the clipboard without the button that asks for it.
      "dom.events.testing.asyncClipboard": true,
      "layout.css.prefers-color-scheme.content-override": 0,
    },
  });
  return {
    browser,
    downloads,
    async close() {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}
