// The element until somebody reads the article: attributes, and a look at whether it comes near. All else is fetched then.

import { hasHighlights, wearHighlights } from "./looks.js";

/**
 * @typedef {"targetMissing" | "scriptMissing" | "packMissing" | "packDamaged" | "wasmMissing" | "wasmForbidden" | "workerBlocked" | "tooLarge"
 *   | "notSupported" | "failed"} ErrorCode
 * @typedef {import("../analyzer/index.js").Document} Analysis
 * @typedef {"waiting" | "working" | "ready" | "failed"} State
 */

/** On a server, where some frameworks load every module, there are no elements. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** What the element is to the layout of a page, from the beginning: another answer later would have a long article laid out twice.
 * @type {CSSStyleSheet | null | undefined} */
let shape;

function shaped() {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host { display: block; } :host([hidden]) { display: none; }");
    return sheet;
  } catch {
    // Told when it is needed.
    return null;
  }
}

/** How far below or above the window an article is read. */
const NEAR = "800px";

/**
 * Marks names and voices of an article.
 *
 * @fires ws-ready
 * @fires ws-analysis
 * @fires ws-select
 * @fires ws-error
 */
export class WhoSaid extends Base {
  static observedAttributes = ["for", "mode", "show", "types", "panel", "lang", "strict", "pack", "limit"];
  /** All that it tells. They bubble and leave shadow trees. */
  static events = ["ws-ready", "ws-analysis", "ws-select", "ws-error"];

  /** @type {State} */
  #state = "waiting";
  /** Ends with the element's stay in a page, or with a setting that changes everything.
   * @type {AbortController | undefined} */
  #stay;
  /** @type {import("./view.js").View | undefined} */
  #view;
  /** Gives back the rules of highlights.
   * @type {(() => void) | undefined} */
  #undress;
  /** Whether the article came near, or somebody asked. */
  #isWanted = false;

  constructor() {
    super();
    // Until it is styled, and wherever it fails, it is its content and nothing more.
    const shadow = this.attachShadow({ mode: "open" });
    shadow.append(document.createElement("slot"));
    shape ??= shaped();
    if (shape) shadow.adoptedStyleSheets = [shape];
  }

  connectedCallback() {
    // One that only moves within the page goes on.
    if (this.#stay) this.#view?.moved();
    else this.#begin();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#stay) return;
    if (["for", "mode", "pack", "lang"].includes(name)) {
      this.#end();
      this.#begin();
    } else {
      this.#view?.set(name);
    }
  }

  /** What is marked: `names`, `voices`, or both. */
  get show() {
    return this.getAttribute("show") ?? "names voices";
  }
  set show(value) {
    this.#reflect("show", value);
  }

  /** Which names are marked: `person`, `organisation`, `place`, `group`, `other`, `value`. */
  get types() {
    return this.getAttribute("types") ?? "person organisation place group other";
  }
  set types(value) {
    this.#reflect("types", value);
  }

  /** Where the list of voices and names opens: `side`, `bottom`, or `none` for no list. */
  get panel() {
    return this.getAttribute("panel") ?? "side";
  }
  set panel(value) {
    this.#reflect("panel", value);
  }

  /** How sure a quotation must be: `strict`, `balanced`, `everything`. The attribute alone, without a value, means `strict`. */
  get strict() {
    const value = this.getAttribute("strict");
    return value === "" ? "strict" : (value ?? "balanced");
  }
  set strict(value) {
    this.#reflect("strict", value);
  }

  /** A selector of the article, where the element does not stand around it. */
  get for() {
    return this.getAttribute("for");
  }
  set for(value) {
    this.#reflect("for", value);
  }

  /** `paste` for a box into which readers paste their own text. */
  get mode() {
    return this.getAttribute("mode");
  }
  set mode(value) {
    this.#reflect("mode", value);
  }

  /** The address of another pack of models. */
  get pack() {
    return this.getAttribute("pack");
  }
  set pack(value) {
    this.#reflect("pack", value);
  }

  /** Longer articles, in bytes, are left alone. */
  get limit() {
    return Number(this.getAttribute("limit") ?? 4_000_000);
  }
  set limit(value) {
    this.#reflect("limit", String(value));
  }

  /** How far it is.
   * @returns {State} */
  get state() {
    return this.#state;
  }

  /** The analysis, once there is one: a Document without words and sentences.
   * @returns {Analysis | null} */
  get analysis() {
    return this.#view?.document ?? null;
  }

  /** Whether the panel is open. */
  get open() {
    return this.#view?.isOpen ?? false;
  }
  set open(value) {
    if (this.#view) this.#view.isOpen = value;
  }

  /** Reads the article now, wherever it stands; again, after something failed. */
  start() {
    this.#isWanted = true;
    if (this.#state === "failed" && this.#stay) {
      this.#end();
      this.#begin();
    } else {
      void this.#load();
    }
  }

  /**
   * Shows a quotation or a name, by its number in the analysis, as if it was chosen in the panel.
   *
   * @param {"quote" | "mention"} kind
   * @param {number} id
   */
  select(kind, id) {
    this.#view?.select(kind, id);
  }

  /**
   * @param {string} name
   * @param {string | null | undefined} value
   */
  #reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  #begin() {
    this.#stay = new AbortController();
    this.#wear();
    if (document.readyState !== "loading") this.#watch();
    // What it points at, or holds, may not have been read yet.
    else document.addEventListener("DOMContentLoaded", () => this.#watch(), { once: true, signal: this.#stay.signal });
  }

  /** Brings the rules of highlights before the page is laid out: later they cost a long page a second look at the style of all its elements. */
  #wear() {
    try {
      if (this.mode !== "paste" && hasHighlights()) this.#undress = wearHighlights(/** @type {Document | ShadowRoot} */ (this.getRootNode()));
    } catch {
      // Told when it is needed.
    }
  }

  #end() {
    this.#stay?.abort();
    this.#stay = undefined;
    this.#view?.end();
    this.#view = undefined;
    this.#undress?.();
    this.#undress = undefined;
    this.#state = "waiting";
  }

  /** Waits until the article is near. */
  #watch() {
    if (this.lang && !/^en\b/i.test(this.lang)) return this.#fail("notSupported", `it reads English, and this is said to be ${this.lang}`);
    const target = this.#target();
    if (!target) return this.#fail("targetMissing", `nothing on this page is ${this.for}`);
    if (this.#isWanted || typeof IntersectionObserver !== "function") return void this.#load();
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watcher.disconnect();
        void this.#load();
      },
      { rootMargin: NEAR },
    );
    watcher.observe(target);
    this.#stay?.signal.addEventListener("abort", () => watcher.disconnect());
  }

  /** Where the article is.
   * @returns {Element | null} */
  #target() {
    if (this.for === null) return this;
    try {
      const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
      return root.querySelector(this.for) ?? this.ownerDocument.querySelector(this.for);
    } catch {
      return null;
    }
  }

  async #load() {
    const stay = this.#stay?.signal;
    if (!stay || stay.aborted || this.#view || this.#state === "working") return;
    this.#state = "working";
    try {
      const { View } = await import("./view.js");
      if (stay.aborted) return;
      const target = this.#target();
      if (!target) return this.#fail("targetMissing", `nothing on this page is ${this.for}`);
      const isPaste = this.mode === "paste" || (target === this && isEmpty(this));
      this.#view = new View(this, target, isPaste, {
        tell: (name, detail) => this.#tell(name, detail),
        fail: (code, message, cause) => this.#fail(code, message, cause),
        state: (state) => (this.#state = state),
      });
    } catch (error) {
      // Only fetching the modules can fail here: all else is told by the view.
      if (!stay.aborted) this.#fail("scriptMissing", String(error));
    }
  }

  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {string} [cause]
   */
  #fail(code, message, cause) {
    this.#state = "failed";
    this.#tell("ws-error", { code, message, cause: cause ?? code });
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

/** @param {Element} element */
function isEmpty(element) {
  return [...element.childNodes].every((node) => (node instanceof Element ? node.hasAttribute("slot") : !(node instanceof Text) || !node.data.trim()));
}
