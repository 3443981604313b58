// The list of voices and names, in the element's shadow tree.

import { FAMILIES } from "./looks.js";
import { make, show } from "./dom.js";
import * as words from "./words.js";

/**
 * @typedef {import("../analyzer/index.js").Document} Document
 * @typedef {import("./findings.js").Voice} Voice
 * @typedef {import("./findings.js").Name} Name
 */

/** Rows that are made at once; a long text has thousands. */
const ROWS = 40;
let last = 0;

export class Panel {
  #isOpen = false;
  /** @type {HTMLElement | null} */
  #current = null;

  /**
   * @param {ShadowRoot} shadow
   * @param {{ select: (kind: "quote" | "mention", id: number) => void, open: (isOpen: boolean) => void, closed: () => void }} tell
   */
  constructor(shadow, tell) {
    const id = `whosaid-${++last}`;
    this.tell = tell;
    this.button = make("button", { type: "button", part: "button", "aria-expanded": "false", "aria-controls": id, click: () => tell.open(!this.isOpen) });
    this.dock = make("div", { class: "dock", hidden: true }, this.button);
    this.body = make("div", {});
    this.element = make(
      "section",
      { class: "panel", id, part: "panel", role: "dialog", "aria-label": words.TITLE, tabindex: "-1" },
      make(
        "div",
        { class: "head" },
        make("p", { class: "title", part: "title" }, make("slot", { name: "title" }, words.TITLE)),
        make("button", { type: "button", class: "close", part: "close", click: () => tell.open(false) }, words.CLOSE),
      ),
      make("slot", { name: "note" }),
      this.body,
      make("slot", { name: "footer" }),
    );
    shadow.append(this.dock, this.element);
  }

  /** Whether it can be seen. */
  get isOpen() {
    return this.#isOpen;
  }
  set isOpen(isOpen) {
    if (isOpen === this.#isOpen) return;
    const held = this.element.contains(/** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement);
    this.#isOpen = isOpen;
    this.button.setAttribute("aria-expanded", String(isOpen));
    show(this.element, isOpen);
    if (isOpen) this.element.focus({ preventScroll: true });
    else if (held) this.button.focus({ preventScroll: true });
    if (!isOpen) this.tell.closed();
  }

  /** Whether it lies over all of a place. @param {DOMRect} rect */
  covers({ left, right, top, bottom }) {
    const panel = this.element.getBoundingClientRect();
    return panel.left <= left && right <= panel.right && panel.top < bottom && top < panel.bottom;
  }

  /**
   * @param {string} place `side`, `bottom` or `none`
   * @param {boolean} isDark
   */
  dress(place, isDark) {
    this.element.classList.toggle("bottom", place === "bottom");
    for (const part of [this.element, this.dock]) part.classList.toggle("dark", isDark);
    this.dock.hidden = place === "none" || this.button.textContent === "";
    if (place === "none") this.isOpen = false;
  }

  /**
   * @param {Document} document
   * @param {Voice[] | null} voices null where they are not shown
   * @param {Name[] | null} names
   */
  fill(document, voices, names) {
    this.#current = null;
    this.button.textContent = words.summary(voices && voices.filter(({ entity }) => entity !== null).length, names && names.length);
    this.body.replaceChildren();
    if (voices) {
      this.body.append(
        make("p", { class: "group" }, words.VOICES),
        voices.length === 0
          ? make("p", { class: "empty" }, words.NOBODY)
          : this.#rows("list", words.VOICES, voices, (voice) => this.#voice(document, voice)),
      );
    }
    if (!names || names.length === 0) return;
    const families = FAMILIES.map((family) => ({ family, rows: names.filter((name) => name.family === family) })).filter(({ rows }) => rows.length > 0);
    this.body.append(
      make("p", { class: "group" }, words.NAMES),
      make("ul", { class: "list", "aria-label": words.NAMES }, ...families.map(({ family, rows }) => this.#family(family, rows))),
    );
  }

  /**
   * @param {Document} document
   * @param {Voice} voice
   */
  #voice(document, { entity, hue, quotes }) {
    const summary = make(
      "summary",
      { part: "voice" },
      make("span", { class: `swatch h${hue}` }),
      make("span", { class: "what voice" }, entity?.name ?? words.NOBODY_NAMED),
      make("span", { class: "count" }, words.quotations(quotes.length)),
    );
    const said = (/** @type {Voice["quotes"][number]} */ quote) => {
      const text = quote.content.map(({ start, end }) => document.text.slice(start, end)).join(" … ");
      return make("li", {}, this.#entry("quote", quote.id, `says h${hue}`, "quotation", text));
    };
    return this.#fold(summary, () => this.#rows("list", entity?.name ?? words.NOBODY_NAMED, quotes, said));
  }

  /**
   * @param {string} family
   * @param {Name[]} names
   */
  #family(family, names) {
    const title = words.FAMILY_NAMES[family] ?? family;
    const summary = make(
      "summary",
      { part: "family" },
      make("span", { class: `line n-${family}` }),
      make("span", { class: "what" }, title),
      make("span", { class: "count" }, words.figure(names.length)),
    );
    const named = (/** @type {Name} */ { entity, mentions }) =>
      make("li", {}, this.#entry("mention", mentions[0] ?? 0, `n-${family}`, "name", entity.name));
    return this.#fold(summary, () => this.#rows("list", title, names, named));
  }

  /** A row that opens; what is in it is made when it does. */
  #fold(/** @type {HTMLElement} */ summary, /** @type {() => HTMLElement} */ fill) {
    const details = make("details", {}, summary);
    // Before it is open, not after: who goes on by the Tab key is in it at once.
    summary.addEventListener("click", () => details.append(fill()), { once: true });
    return make("li", { class: "row" }, details);
  }

  /**
   * @template Row
   * @param {string} kind
   * @param {string} label
   * @param {Row[]} rows
   * @param {(row: Row) => HTMLElement} item
   */
  #rows(kind, label, rows, item) {
    const list = make("ul", { class: kind, "aria-label": label }, ...rows.slice(0, ROWS).map(item));
    if (rows.length <= ROWS) return list;
    const more = make("button", { type: "button", class: "more" }, words.showAll(rows.length));
    more.addEventListener("click", () => {
      const first = /** @type {HTMLElement | null} */ (list.children[ROWS]);
      more.parentElement?.remove();
      const items = rows.slice(ROWS).map(item);
      list.append(...items);
      (first ?? items[0])?.querySelector("button")?.focus();
    });
    list.append(make("li", {}, more));
    return list;
  }

  /**
   * @param {"quote" | "mention"} kind
   * @param {number} id
   * @param {string} look
   * @param {string} part
   * @param {string} text
   */
  #entry(kind, id, look, part, text) {
    const entry = make("button", { type: "button", class: `entry ${look}`, part }, text);
    entry.addEventListener("click", () => {
      this.#current?.removeAttribute("aria-current");
      entry.setAttribute("aria-current", "true");
      this.#current = entry;
      this.tell.select(kind, id);
    });
    return entry;
  }
}
