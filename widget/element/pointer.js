// Pointing at marks in the page's text: cards come and go. Nothing that the page does with its own events is stopped.

/** @typedef {import("./hits.js").Hits} Hits
 * @typedef {{ hover: (found: ReturnType<Hits["at"]>) => void, choose: (found: NonNullable<ReturnType<Hits["at"]>>) => void }} Acts */

/** Long enough that a card does not flash up under a pointer that passes. */
const DELAY = 120;

/**
 * @param {Element} article
 * @param {Hits} hits
 * @param {Acts} acts
 * @param {AbortSignal} signal
 */
export function watchPointer(article, hits, { hover, choose }, signal) {
  let frame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let before = "";
  const look = (/** @type {Event} */ event, /** @type {number} */ x, /** @type {number} */ y) => {
    const [element] = event.composedPath();
    return hits.at(element instanceof Element ? element : article, article, x, y);
  };
  const say = (/** @type {ReturnType<Hits["at"]>} */ found) => {
    const now = found ? `${found.hit.kind} ${found.hit.id}` : "";
    if (now === before) return;
    before = now;
    clearTimeout(timer);
    timer = setTimeout(() => hover(found), found ? DELAY : DELAY / 2);
  };
  const listen = (/** @type {string} */ type, /** @type {(event: PointerEvent) => void} */ act) =>
    article.addEventListener(type, /** @type {EventListener} */ (act), { signal, passive: true });

  listen("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    cancelAnimationFrame(frame);
    // The path is gone when the frame comes.
    const [element] = event.composedPath();
    frame = requestAnimationFrame(() => say(hits.at(element instanceof Element ? element : article, article, event.clientX, event.clientY)));
  });
  listen("pointerleave", () => {
    cancelAnimationFrame(frame);
    say(null);
  });
  listen("click", (event) => {
    const isControl = event.composedPath().some((one) => one instanceof Element && one !== article && one.matches("a, button, input, select, textarea, summary, label"));
    const found = isControl ? null : look(event, event.clientX, event.clientY);
    if (found) choose(found);
    else hover(null);
  });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  });
}
