// Marks in the page's text, without a change of the page: ranges with a style of their own.

import { wearHighlights } from "./style.js";

/** @typedef {{ startContainer: Text, startOffset: number, endContainer: Text, endOffset: number }} Ends */

/** What lies over what. */
const priority = (/** @type {string} */ style) => (style === "ws-active" ? 3 : style === "ws-cue" ? 2 : style.startsWith("ws-quote") ? 0 : 1);

/** Whether highlights are there and show: among forced colours every one looks like a selection. */
export const hasHighlights = () => typeof Highlight === "function" && "highlights" in CSS && !matchMedia("(forced-colors: active)").matches;

/** Marks of one element by the Custom Highlight API. The highlights are shared, the ranges in them are its own. */
export class HighlightMarks {
  /** @type {Map<string, Set<AbstractRange>>} */
  #own = new Map();
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
   */
  add(style, ends) {
    let highlight = CSS.highlights.get(style);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = priority(style);
      CSS.highlights.set(style, highlight);
    }
    const range = new StaticRange(ends);
    highlight.add(range);
    const own = this.#own.get(style);
    if (own) own.add(range);
    else this.#own.set(style, new Set([range]));
  }

  /** @param {string} [only] */
  clear(only) {
    for (const [style, ranges] of this.#own) {
      if (only !== undefined && style !== only) continue;
      const highlight = CSS.highlights.get(style);
      for (const range of ranges) highlight?.delete(range);
      if (highlight?.size === 0) CSS.highlights.delete(style);
      this.#own.delete(style);
    }
  }

  end() {
    this.clear();
    this.#undress();
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
