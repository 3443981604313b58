// The page's text nodes → paragraphs with a map back, so that a place of the analysis is a place in the page.

/**
 * @typedef {{ at: number, node: Text, from: number, length: number }} Piece letters of a text node, and where they stand in their block
 * @typedef {{ tag: string, element: Element, text: string, pieces: Piece[], start: number }} Block `start`: its place in the analysed text, or −1
 * @typedef {{ node: Text, offset: number }} Place
 */

/** What is no text of an article, or not on its surface. */
const SKIPPED = new Set(
  "AUDIO BUTTON CANVAS DATALIST DIALOG EMBED FORM IFRAME INPUT MATH METER NAV NOSCRIPT OBJECT OPTION OUTPUT PROGRESS SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO WHO-SAID".split(" "),
);
/** What begins and ends a paragraph, and what the core knows it by. */
const BLOCKS = new Map(
  Object.entries({
    p: "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FOOTER HEADER HGROUP HR LEGEND MAIN OL P SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL",
    li: "LI",
    pre: "PRE",
    figcaption: "CAPTION FIGCAPTION",
    h1: "H1",
    h2: "H2",
    h3: "H3",
    h4: "H4",
    h5: "H5",
    h6: "H6",
  }).flatMap(([tag, names]) => names.split(" ").map((name) => [name, tag])),
);

/**
 * The paragraphs of an element, one by one.
 *
 * @param {Element} target
 * @param {(element: Element) => boolean} isForeign what lies in it and is no part of it
 * @returns {Generator<Block>}
 */
export function* read(target, isForeign) {
  const tagOf = (/** @type {Element} */ element) => BLOCKS.get(element.tagName.toUpperCase());
  /** @type {Writer} */
  let block = new Writer("p", target);
  /** Elements that are open, with the tag and element of the block that goes on after each. */
  let node = /** @type {Node | null} */ (target.firstChild);
  const closed = function* () {
    const done = block.done();
    if (done) yield done;
  };
  while (node) {
    const element = node instanceof Element ? node : null;
    const isIn = element && !SKIPPED.has(element.tagName.toUpperCase()) && !isHidden(element) && !isForeign(element);
    if (node instanceof Text) block.add(node);
    else if (element?.tagName.toUpperCase() === "BR") block.breakLine();
    else if (isIn && tagOf(element)) {
      yield* closed();
      block = new Writer(inherited(element, target, tagOf), element);
    }
    /** @type {Node | null} */
    let next = isIn ? node.firstChild : null;
    let open = /** @type {Node | null} */ (node);
    while (!next && open && open !== target) {
      if (open instanceof Element && open.parentElement && tagOf(open)) {
        yield* closed();
        block = new Writer(inherited(open.parentElement, target, tagOf), open.parentElement);
      }
      next = open.nextSibling;
      if (!next) open = open.parentNode;
    }
    node = next;
  }
  yield* closed();
}

/** A paragraph in a list item is of the list; one in a figure's words is of the figure. */
function inherited(/** @type {Element} */ element, /** @type {Element} */ target, /** @type {(element: Element) => string | undefined} */ tagOf) {
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    const tag = tagOf(at);
    if (tag && tag !== "p") return tag;
    if (at === target) break;
  }
  return "p";
}

/** @param {Element} element */
function isHidden(element) {
  return element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true";
}

/** Writes one paragraph: white space is drawn together, as on the page. */
class Writer {
  #text = "";
  /** @type {Piece[]} */
  #pieces = [];

  /**
   * @param {string} tag
   * @param {Element} element
   */
  constructor(tag, element) {
    this.tag = tag;
    this.element = element;
  }

  /** @param {Text} node */
  add(node) {
    if (this.tag === "pre") return this.#put(node.data, node, 0);
    for (const { 0: run, index } of node.data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (!/^[ \t\n\r\f]/.test(run)) this.#put(run, node, index);
      else if (this.#text !== "" && !/[ \n]$/.test(this.#text)) this.#put(" ", node, index);
    }
  }

  breakLine() {
    this.#dropSpace();
    if (this.#text !== "") this.#text += "\n";
  }

  /** @returns {Block | null} */
  done() {
    while (/[ \n]$/.test(this.#text)) {
      if (this.#text.endsWith("\n")) this.#text = this.#text.slice(0, -1);
      else this.#dropSpace();
    }
    if (!/\S/.test(this.#text)) return null;
    return { tag: this.tag, element: this.element, text: this.#text, pieces: this.#pieces, start: -1 };
  }

  #dropSpace() {
    if (!this.#text.endsWith(" ")) return;
    this.#text = this.#text.slice(0, -1);
    const last = this.#pieces.at(-1);
    if (last && --last.length === 0) this.#pieces.pop();
  }

  /**
   * @param {string} letters
   * @param {Text} node
   * @param {number} from
   */
  #put(letters, node, from) {
    const at = this.#text.length;
    const last = this.#pieces.at(-1);
    if (last?.node === node && last.from + last.length === from && last.at + last.length === at) last.length += letters.length;
    else this.#pieces.push({ at, node, from, length: letters.length });
    this.#text += letters;
  }
}

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>" };

/**
 * The paragraphs as the core reads them: headings are headings there.
 *
 * @param {Block[]} blocks
 */
export const asHtml = (blocks) =>
  `<article>${blocks.map(({ tag, text }) => `<${tag}>${text.replace(tag === "pre" ? /[&<>]/g : /[&<>\n]/g, (sign) => ESCAPES[sign] ?? "")}</${tag}>`).join("\n")}</article>`;

/**
 * As plain text, which the core takes letter by letter.
 *
 * @param {Block[]} blocks
 */
export const asText = (blocks) => blocks.map(({ text }) => text).join("\n\n");

/**
 * Finds each paragraph in the analysed text; whether all are there.
 *
 * @param {Block[]} blocks
 * @param {string} text
 */
export function align(blocks, text) {
  let at = 0;
  for (const block of blocks) {
    const found = text.indexOf(block.text, at);
    // Far away it is another paragraph with the same words.
    if (found < 0 || /\S/.test(text.slice(at, found))) return false;
    block.start = found;
    at = found + block.text.length;
  }
  return true;
}

/** The last of a row whose place is not behind a place.
 * @template T
 * @param {T[]} row
 * @param {(one: T) => number} place
 * @param {number} at */
export function lastBefore(row, place, at) {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(/** @type {T} */ (row[middle])) <= at) low = middle + 1;
    else high = middle;
  }
  return row[low - 1];
}

/**
 * The place of one letter of the analysed text, or null where the page has none: a break that we put there.
 *
 * @param {Block[]} blocks
 * @param {number} at
 * @returns {Place | null}
 */
export function placeOf(blocks, at) {
  const block = lastBefore(blocks, ({ start }) => start, at);
  const piece = block && lastBefore(block.pieces, (piece) => piece.at, at - block.start);
  if (!block || !piece) return null;
  const offset = at - block.start - piece.at;
  return offset < piece.length ? { node: piece.node, offset: piece.from + offset } : null;
}
