// Places of the analysed text → places of the page.

import { lastBefore, placeOf } from "./text.js";

/** @typedef {import("./findings.js").Span} Span
 * @typedef {import("./text.js").Block} Block */

export class Places {
  /** @param {Block[]} blocks paragraphs that were found in the analysed text */
  constructor(blocks = []) {
    this.blocks = blocks;
  }

  /**
   * Where some words begin and end, or null if a part of them is not on the page.
   *
   * @param {Span} span
   * @returns {import("./marks.js").Ends | null}
   */
  endsOf({ start, end }) {
    const first = placeOf(this.blocks, start);
    const last = placeOf(this.blocks, end - 1);
    if (!first || !last) return null;
    return { startContainer: first.node, startOffset: first.offset, endContainer: last.node, endOffset: last.offset + 1 };
  }

  /** @param {Span} span */
  rangeOf(span) {
    const ends = this.endsOf(span);
    if (!ends) return null;
    try {
      const range = document.createRange();
      range.setStart(ends.startContainer, ends.startOffset);
      range.setEnd(ends.endContainer, ends.endOffset);
      return range;
    } catch {
      // The page wrote, and is read again in a moment.
      return null;
    }
  }

  /** The paragraph in which some words begin. @param {Span} span */
  paragraphOf({ start }) {
    return lastBefore(this.blocks, (block) => block.start, start)?.element;
  }
}
