// Where an element's button stands when its article is elsewhere on the page, or in a box that would cut it off: in a corner of the window, above
// everything, while the article can be seen, and never over another's.

import { show } from "./dom.js";

/** @type {Set<HTMLElement>} */
const docks = new Set();

const REM = 2.75;

function stack() {
  let at = 0;
  for (const dock of docks) {
    if (dock.classList.contains("away")) continue;
    dock.style.bottom = `${1 + at * REM}rem`;
    at += 1;
  }
}

/** Whether something around an element cuts off what hangs over its edge, or is a window of its own. @param {Element} element */
export function isBoxed(element) {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY, contain } = getComputedStyle(at);
    if (overflowX !== "visible" || overflowY !== "visible" || /paint|strict|content/.test(contain)) return true;
  }
  return false;
}

/**
 * @param {HTMLElement} dock
 * @param {Element} article
 * @param {AbortSignal} signal
 */
export function standAfar(dock, article, signal) {
  dock.classList.add("afar", "away");
  docks.add(dock);
  const watcher = new IntersectionObserver((entries) => {
    const isNear = entries.at(-1)?.isIntersecting ?? false;
    dock.classList.toggle("away", !isNear);
    show(dock, isNear);
    stack();
  });
  watcher.observe(article);
  signal.addEventListener("abort", () => {
    watcher.disconnect();
    docks.delete(dock);
    stack();
  });
}
