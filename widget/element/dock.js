// Where an element's button stands when its article is elsewhere on the page: in a corner of the window, while the article can be seen, and never
// over another's.

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

/**
 * @param {HTMLElement} dock
 * @param {Element} article
 * @param {AbortSignal} signal
 */
export function standAfar(dock, article, signal) {
  dock.classList.add("afar", "away");
  docks.add(dock);
  const watcher = new IntersectionObserver((entries) => {
    dock.classList.toggle("away", !entries.at(-1)?.isIntersecting);
    stack();
  });
  watcher.observe(article);
  signal.addEventListener("abort", () => {
    watcher.disconnect();
    docks.delete(dock);
    stack();
  });
}
