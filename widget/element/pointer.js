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
  /** What is pointed at; null for parts of ours and of other components, whose words are not marked. */
  const origin = (/** @type {Event} */ event) => {
    const [element] = event.composedPath();
    return element instanceof Element && element.getRootNode() === article.getRootNode() ? element : null;
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
    const element = origin(event);
    frame = requestAnimationFrame(() => say(element && hits.at(element, article, event.clientX, event.clientY)));
  });
  listen("pointerleave", () => {
    cancelAnimationFrame(frame);
    say(null);
  });
  listen("click", (event) => {
    const element = origin(event);
    if (!element) return;
    const isControl = event.composedPath().some((one) => one instanceof Element && one !== article && one.matches("a, button, input, select, textarea, summary, label"));
    const found = isControl ? null : hits.at(element, article, event.clientX, event.clientY);
    if (found) choose(found);
    else hover(null);
  });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  });
}
