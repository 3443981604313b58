// Which mark is under the pointer. The page's text has no elements of ours that could be asked.

/** @typedef {import("./findings.js").Span} Span
 * @typedef {{ kind: "quote" | "mention", id: number, hue: number }} What
 * @typedef {What & { span: Span }} Hit */

export class Hits {
  /** Marks by the element of their paragraph: few enough to ask each for its place.
   * @type {Map<Element, Hit[]>} */
  #by = new Map();

  /** @param {(span: Span) => Range | null} rangeOf */
  constructor(rangeOf) {
    this.rangeOf = rangeOf;
  }

  /**
   * @param {Element} paragraph
   * @param {Hit} hit
   */
  add(paragraph, hit) {
    const row = this.#by.get(paragraph);
    if (row) row.push(hit);
    else this.#by.set(paragraph, [hit]);
  }

  clear() {
    this.#by.clear();
  }

  /**
   * The mark at a place of the window, the shortest where several lie over each other; and the line of it that is there.
   *
   * @param {Element | null} element what the pointer is over
   * @param {Element} article
   * @param {number} x
   * @param {number} y
   * @returns {{ hit: Hit, rect: DOMRect } | null}
   */
  at(element, article, x, y) {
    /** @type {{ hit: Hit, rect: DOMRect } | null} */
    let best = null;
    for (let at = element; at; at = at.parentElement) {
      for (const hit of this.#by.get(at) ?? []) {
        if (best && length(hit) >= length(best.hit)) continue;
        const rects = this.rangeOf(hit.span)?.getClientRects() ?? [];
        const rect = [...rects].find(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
        if (rect) best = { hit, rect };
      }
      if (at === article) break;
    }
    return best;
  }
}

const length = (/** @type {Hit} */ { span }) => span.end - span.start;
