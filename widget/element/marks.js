// Marks in the page's text, without a change of the page: ranges with a style of their own.

import { wearHighlights } from "./looks.js";

/** @typedef {{ startContainer: Text, startOffset: number, endContainer: Text, endOffset: number }} Ends */

/** What lies over what. */
const priority = (/** @type {string} */ style) => (style === "ws-active" ? 3 : style === "ws-cue" ? 2 : style.startsWith("ws-quote") ? 0 : 1);

/** From so many ranges on only those near the window are in highlights: Chromium goes through all of them whenever one comes or goes, 47 ms for 10,000. */
const FEW = 1500;
/** What is near the window: in its heights, above and below. */
const NEAR = "150% 0%";

/** Marks of one element by the Custom Highlight API. The highlights are shared, the ranges in them are its own. */
export class HighlightMarks {
  /** Those that are in highlights, by style.
   * @type {Map<string, Set<AbstractRange>>} */
  #shown = new Map();
  /** Those that stand in a paragraph.
   * @type {Map<Element, { style: string, range: AbstractRange }[]>} */
  #standing = new Map();
  #count = 0;
  /** Watches the paragraphs where there are many marks.
   * @type {{ observer: IntersectionObserver, near: Set<Element>, end: AbortController } | undefined} */
  #watch;
  #undress;

  /** @param {Document | ShadowRoot} root where the text is */
  constructor(root) {
    this.#undress = wearHighlights(root);
  }

  /**
   * Static ranges: the page need not mind them whenever it changes its text.
   *
   * @param {string} style
   * @param {Ends} ends
   * @param {Element} [paragraph] where they begin; without one the mark is there wherever the reader is
   */
  add(style, ends, paragraph) {
    const range = new StaticRange(ends);
    if (!paragraph) return this.#show(style, range);
    const marks = this.#standing.get(paragraph);
    if (marks) marks.push({ style, range });
    else {
      this.#standing.set(paragraph, [{ style, range }]);
      this.#watch?.observer.observe(paragraph);
    }
    this.#count += 1;
    if (!this.#watch && this.#count > FEW) this.#watch = this.#watchParagraphs();
    if (!this.#watch || this.#watch.near.has(paragraph)) this.#show(style, range);
  }

  /** @param {string} [only] a style without paragraphs; all marks if left out */
  clear(only) {
    if (only === undefined) {
      this.#watch?.end.abort();
      this.#watch = undefined;
      this.#standing.clear();
      this.#count = 0;
    }
    for (const [style, ranges] of this.#shown) {
      if (only !== undefined && style !== only) continue;
      for (const range of ranges) this.#hide(style, range);
    }
  }

  end() {
    this.clear();
    this.#undress();
  }

  /** Those of paragraphs far from the window go, and come when the reader does; on paper all are there. */
  #watchParagraphs() {
    const near = new Set(this.#standing.keys());
    const end = new AbortController();
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting, boundingClientRect } of changes) {
          // What has no box of its own cannot be watched.
          const isNear = isIntersecting || (boundingClientRect.width === 0 && boundingClientRect.height === 0);
          if (isNear === near.has(target)) continue;
          if (isNear) near.add(target);
          else near.delete(target);
          this.#turn(target, isNear);
        }
      },
      { rootMargin: NEAR },
    );
    end.signal.addEventListener("abort", () => observer.disconnect());
    for (const paragraph of near) observer.observe(paragraph);
    const turnFar = (/** @type {boolean} */ isShown) => {
      for (const paragraph of this.#standing.keys()) if (!near.has(paragraph)) this.#turn(paragraph, isShown);
    };
    addEventListener("beforeprint", () => turnFar(true), { signal: end.signal });
    addEventListener("afterprint", () => turnFar(false), { signal: end.signal });
    return { observer, near, end };
  }

  /**
   * @param {Element} paragraph
   * @param {boolean} isShown
   */
  #turn(paragraph, isShown) {
    for (const { style, range } of this.#standing.get(paragraph) ?? []) {
      if (isShown) this.#show(style, range);
      else this.#hide(style, range);
    }
  }

  /**
   * @param {string} style
   * @param {AbstractRange} range
   */
  #show(style, range) {
    let highlight = CSS.highlights.get(style);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = priority(style);
      CSS.highlights.set(style, highlight);
    }
    highlight.add(range);
    const shown = this.#shown.get(style);
    if (shown) shown.add(range);
    else this.#shown.set(style, new Set([range]));
  }

  /**
   * @param {string} style
   * @param {AbstractRange} range
   */
  #hide(style, range) {
    const shown = this.#shown.get(style);
    if (!shown?.delete(range)) return;
    if (shown.size === 0) this.#shown.delete(style);
    const highlight = CSS.highlights.get(style);
    highlight?.delete(range);
    if (highlight?.size === 0) CSS.highlights.delete(style);
  }
}

/** The same where there are no highlights: boxes over the text, in the element's own shadow tree. */
export class BoxMarks {
  /** @type {[string, Range][]} */
  #all = [];
  #anchor = document.createElement("div");
  #overlay = document.createElement("div");
  #isDrawn = true;
  #watcher;
  #again = () => this.#plan();

  /**
   * @param {ShadowRoot} shadow
   * @param {Element} target
   */
  constructor(shadow, target) {
    this.#anchor.className = "anchor";
    this.#overlay.className = "overlay";
    this.#overlay.setAttribute("aria-hidden", "true");
    this.#anchor.append(this.#overlay);
    shadow.prepend(this.#anchor);
    this.#watcher = new ResizeObserver(this.#again);
    this.#watcher.observe(target);
    addEventListener("resize", this.#again);
    void document.fonts?.ready.then(this.#again);
  }

  /**
   * @param {string} style
   * @param {Ends} ends
   */
  add(style, ends) {
    const range = document.createRange();
    range.setStart(ends.startContainer, ends.startOffset);
    range.setEnd(ends.endContainer, ends.endOffset);
    this.#all.push([style, range]);
    this.#plan();
  }

  /** @param {string} [only] */
  clear(only) {
    this.#all = only === undefined ? [] : this.#all.filter(([style]) => style !== only);
    this.#plan();
  }

  end() {
    this.#watcher.disconnect();
    removeEventListener("resize", this.#again);
    this.#anchor.remove();
  }

  #plan() {
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    requestAnimationFrame(() => {
      this.#isDrawn = true;
      this.#draw();
    });
  }

  #draw() {
    const { left, top } = this.#anchor.getBoundingClientRect();
    // All places are asked for before anything is drawn, or each would be reckoned anew.
    const boxes = this.#all.flatMap(([style, range]) => [...range.getClientRects()].map((rect) => ({ style, rect })));
    const drawn = boxes.map(({ style, rect }) => {
      const box = document.createElement("div");
      box.className = style;
      box.style.left = `${rect.left - left}px`;
      box.style.top = `${rect.top - top}px`;
      box.style.width = `${rect.width}px`;
      box.style.height = `${rect.height}px`;
      return box;
    });
    this.#overlay.replaceChildren(...drawn);
  }
}
