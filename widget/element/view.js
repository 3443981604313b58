// The element at work: reads the article, has it analysed, marks it, and follows its changes.

import { Card } from "./card.js";
import { isBoxed, standAfar } from "./dock.js";
import { make } from "./dom.js";
import { belonging, marks as marksOf, names as namesOf, voices as voicesOf } from "./findings.js";
import { Hits } from "./hits.js";
import { FAMILIES, hasHighlights } from "./looks.js";
import { BoxMarks, HighlightMarks } from "./marks.js";
import { Panel } from "./panel.js";
import { PasteBox } from "./paste.js";
import { Places } from "./places.js";
import { watchPointer } from "./pointer.js";
import { giveBack, take, told } from "./shared.js";
import { dress, isOnDark } from "./style.js";
import { align, asHtml, asText, read } from "./text.js";
import { inPieces, pause } from "./time.js";
import * as words from "./words.js";

/**
 * @typedef {import("./findings.js").Span} Span
 * @typedef {import("./element.js").Analysis} Document
 * @typedef {{
 *   tell: (name: string, detail: object) => void,
 *   fail: (code: import("./element.js").ErrorCode, message: string, cause?: string) => void,
 *   state: (state: import("./element.js").State) => void,
 * }} Tell
 */

/** How long a page that writes is left alone, at first and at the most: a clock in the article must not keep the worker busy. */
const QUIET = { first: 400, longest: 10_000 };
/** The one panel that is open.
 * @type {View | undefined} */
let open;

export class View {
  /** @type {Document | null} */
  document = null;
  #life = new AbortController();
  /** The reading that goes on.
   * @type {AbortController | undefined} */
  #run;
  #isChanged = false;
  #text = "";
  #places = new Places();
  /** @type {import("./findings.js").Voice[]} */
  #voices = [];
  /** @type {HighlightMarks | BoxMarks | undefined} */
  #marks;
  /** @type {Element | null} */
  #article = null;
  /** The articles to come are watched as long as this is not over.
   * @type {AbortController | undefined} */
  #watch;
  #hits = new Hits((span) => this.#places.rangeOf(span));
  #quiet = QUIET.first;
  #isReady = false;
  /** @type {PasteBox | undefined} */
  #paste;
  /** The words that have the card.
   * @type {Range | null} */
  #lit = null;

  /**
   * @param {import("./element.js").WhoSaid} element
   * @param {Element} target
   * @param {boolean} isPaste
   * @param {Tell} tell
   */
  constructor(element, target, isPaste, tell) {
    this.element = element;
    this.tell = tell;
    this.pack = element.pack && new URL(element.pack, element.ownerDocument.baseURI).href;
    this.shadow = /** @type {ShadowRoot} */ (element.shadowRoot);
    try {
      dress(this.shadow);
    } catch (error) {
      tell.fail("notSupported", String(error));
      return;
    }
    this.panel = new Panel(this.shadow, { select: (kind, id) => this.select(kind, id), open: (isOpen) => (this.isOpen = isOpen), closed: () => this.#rest() });
    this.card = new Card(this.shadow);
    this.said = make("div", { class: "told", role: "status" });
    this.shadow.append(this.said);
    this.#escape();
    if (isPaste) {
      this.shadow.querySelector("slot:not([name])")?.toggleAttribute("hidden", true);
      this.#paste = new PasteBox(this.shadow, (article) => this.#turnTo(article));
      this.#paste.element.classList.toggle("dark", isOnDark(element));
      tell.state("waiting");
    } else {
      if (target !== element || isBoxed(element)) standAfar(this.panel.dock, target, this.#life.signal);
      this.#turnTo(target);
    }
  }

  get isOpen() {
    return this.panel?.isOpen ?? false;
  }
  set isOpen(isOpen) {
    if (!this.panel || this.element.panel === "none") return;
    if (isOpen && open && open !== this) open.isOpen = false;
    if (isOpen) open = this;
    this.panel.isOpen = isOpen;
  }

  /** A setting is another. @param {string} name */
  set(name) {
    if (name === "panel") this.#dressPanel();
    else if (name === "show" || name === "types") void this.#again(() => this.#paint());
    else if (this.#article) void this.#again(() => this.#read(true));
  }

  /** The element stands elsewhere in the page; the article in it came along. */
  moved() {
    if (this.#article) void this.#again(() => this.#paint());
  }

  /** Takes everything away that was brought. */
  end() {
    this.#life.abort();
    this.#run?.abort();
    this.#turnFrom();
    giveBack(this.pack, this);
    if (open === this) open = undefined;
    this.shadow.querySelector("slot:not([name])")?.removeAttribute("hidden");
    for (const part of [this.panel?.dock, this.panel?.element, this.card?.element, this.said, this.#paste?.element]) part?.remove();
  }

  /**
   * Shows a quotation or a name where it stands.
   *
   * @param {"quote" | "mention"} kind
   * @param {number} id
   */
  select(kind, id) {
    const [first] = this.document ? belonging(this.document, kind, id) : [];
    const range = first && this.#places.rangeOf(first);
    if (!range) return;
    range.startContainer.parentElement?.scrollIntoView({ block: "nearest", behavior: "instant" });
    const { top, bottom } = range.getBoundingClientRect();
    // Clear of a panel below, and of what pages fix to their upper edge.
    if (top < innerHeight * 0.15 || bottom > innerHeight * 0.42) scrollBy({ top: top - innerHeight * 0.22, behavior: "instant" });
    // On a small screen the panel may still lie over the words.
    if (this.isOpen && this.panel?.covers(range.getBoundingClientRect())) this.isOpen = false;
    this.#light({ kind, id, hue: this.#hueOf(kind, id) }, range.getClientRects()[0] ?? range.getBoundingClientRect(), true);
    this.tell.tell("ws-select", { kind, id });
  }

  /** @param {Element | null} article */
  #turnTo(article) {
    this.#turnFrom();
    this.#article = article;
    if (!article) return;
    this.#watch = new AbortController();
    const { signal } = this.#watch;
    const root = /** @type {Document | ShadowRoot} */ (/** @type {unknown} */ (article.getRootNode()));
    this.#marks = hasHighlights() ? new HighlightMarks(/** @type {any} */ (root)) : new BoxMarks(this.shadow, article);
    const acts = {
      hover: (/** @type {ReturnType<Hits["at"]>} */ found) => (found ? this.#light(found.hit, found.rect, false) : this.#rest()),
      choose: (/** @type {NonNullable<ReturnType<Hits["at"]>>} */ { hit, rect }) => {
        this.#light(hit, rect, false);
        this.tell.tell("ws-select", { kind: hit.kind, id: hit.id });
      },
    };
    watchPointer(article, this.#hits, acts, signal);
    addEventListener("scroll", () => this.#follow(), { signal, passive: true, capture: true });
    const observer = new MutationObserver(() => this.#changed());
    observer.observe(article, { childList: true, characterData: true, subtree: true });
    signal.addEventListener("abort", () => observer.disconnect());
    void this.#again(() => this.#read(true));
  }

  #turnFrom() {
    this.#run?.abort();
    this.#watch?.abort();
    this.#marks?.end();
    this.#marks = undefined;
    this.#hits.clear();
    this.card?.hide();
    if (this.panel) {
      this.panel.isOpen = false;
      this.panel.dock.hidden = true;
    }
    this.document = null;
    this.#text = "";
  }

  /** The page wrote. What is read already is read to its end first. */
  #changed() {
    if (this.#isChanged) return;
    this.#isChanged = true;
    const wait = this.#quiet;
    this.#quiet = Math.min(wait * 2, QUIET.longest);
    setTimeout(async () => {
      await this.#work;
      this.#isChanged = false;
      if (!this.#life.signal.aborted && this.#article) void this.#again(() => this.#read(false));
    }, wait);
  }

  /** @type {Promise<void>} */
  #work = Promise.resolve();

  /** Stops what goes on and does something else. @param {(signal: AbortSignal) => Promise<void>} act */
  #again(act) {
    this.#run?.abort();
    const run = (this.#run = new AbortController());
    const work = async () => {
      try {
        await act(run.signal);
      } catch (error) {
        if (run.signal.aborted) return;
        const { code, message, cause } = told(error);
        this.#paste?.say(words.FAULTS[code] ?? words.FAULT);
        this.tell.fail(code, message, cause);
      }
    };
    return (this.#work = work());
  }

  /** @param {boolean} isForced whether the same words are analysed again */
  async #read(isForced, signal = /** @type {AbortController} */ (this.#run).signal) {
    const article = this.#article;
    if (!article) return;
    /** @type {import("./text.js").Block[]} */
    const blocks = [];
    const isForeign = (/** @type {Element} */ one) => article === this.element && one.parentElement === article && one.hasAttribute("slot");
    await inPieces(read(article, isForeign), (block) => blocks.push(block), signal);
    const text = asText(blocks);
    if (text === "") return this.#forget();
    if (!isForced && text === this.#text && this.document && align(blocks, this.document.text)) {
      this.#places = new Places(blocks);
      return this.#paint();
    }
    this.tell.state("working");
    const document = await this.#analyse(blocks, text, signal);
    signal.throwIfAborted();
    this.document = document;
    this.#text = text;
    this.#places = new Places(blocks);
    await this.#paint();
    signal.throwIfAborted();
    this.tell.state("ready");
    this.#paste?.say(this.panel?.button.textContent ?? "");
    this.tell.tell("ws-analysis", { document });
  }

  /**
   * As HTML, since headings are known there; as plain text where the core took the paragraphs otherwise than the page shows them.
   *
   * @param {import("./text.js").Block[]} blocks
   * @param {string} text
   * @param {AbortSignal} signal
   */
  async #analyse(blocks, text, signal) {
    const analyzer = await take(this.pack, this);
    signal.throwIfAborted();
    if (!this.#isReady) this.tell.tell("ws-ready", { model: analyzer.model, version: analyzer.version });
    this.#isReady = true;
    const strictness = /** @type {"strict" | "balanced" | "everything"} */ (this.element.strict);
    const { limit } = this.element;
    const options = { strictness, limitBytes: limit, leaveOut: /** @type {const} */ (["tokens", "sentences"]), signal };
    const document = await analyzer.analyze(asHtml(blocks), { ...options, input: "html" });
    // A long answer takes its time to arrive; what is done with it is another task.
    await pause();
    if (align(blocks, document.text)) return document;
    const plain = await analyzer.analyze(text, { ...options, input: "text" });
    align(blocks, plain.text);
    return plain;
  }

  #forget() {
    this.#marks?.clear();
    this.#hits.clear();
    if (this.panel) this.panel.dock.hidden = true;
    this.document = null;
    this.#text = "";
  }

  #families() {
    const wanted = new Set(this.element.types.split(/[\s,]+/));
    return new Set(FAMILIES.filter((family) => wanted.has(family)));
  }

  async #paint(signal = /** @type {AbortController} */ (this.#run).signal) {
    const document = this.document;
    if (!document || !this.panel) return;
    this.#marks?.clear();
    this.#hits.clear();
    this.card?.hide();
    const families = this.#families();
    const shown = new Set(this.element.show.split(/[\s,]+/));
    this.#voices = voicesOf(document);
    const wanted = { names: shown.has("names"), voices: shown.has("voices"), families };
    await inPieces(
      marksOf(document, this.#voices, wanted),
      ({ kind, id, hue, style, spans }) => {
        for (const span of spans) this.#mark(style, span, { kind, id, hue });
      },
      signal,
    );
    await pause();
    signal.throwIfAborted();
    this.panel.fill(document, wanted.voices ? this.#voices : null, wanted.names ? namesOf(document, families) : null);
    if (document.notices.some(({ code }) => code === "notEnglish")) this.panel.body.prepend(make("p", { class: "empty" }, words.NOT_ENGLISH));
    this.#dressPanel();
  }

  #dressPanel() {
    const isDark = isOnDark(this.#article ?? this.element);
    this.panel?.dress(this.element.panel, isDark);
    this.card?.element.classList.toggle("dark", isDark);
  }

  /**
   * @param {string} style
   * @param {Span} span
   * @param {import("./hits.js").What} what
   */
  #mark(style, span, what) {
    const ends = this.#places.endsOf(span);
    if (!ends) return;
    const paragraph = this.#places.paragraphOf(span);
    this.#marks?.add(style, ends, paragraph);
    if (paragraph) this.#hits.add(paragraph, { ...what, span });
  }

  /**
   * @param {"quote" | "mention"} kind
   * @param {number} id
   */
  #hueOf(kind, id) {
    const speaker = kind === "quote" ? this.document?.quotes[id]?.speaker : undefined;
    return this.#voices.find(({ entity, quotes }) => (entity ? entity.id === speaker : quotes.some((quote) => quote.id === id)))?.hue ?? 0;
  }

  /**
   * Lights all that belongs together, and shows the card.
   *
   * @param {import("./hits.js").What} what
   * @param {DOMRect} beside
   * @param {boolean} isSaid whether the card is read out as well
   */
  #light(what, beside, isSaid) {
    if (!this.document || !this.card) return;
    this.#marks?.clear("ws-active");
    for (const span of belonging(this.document, what.kind, what.id)) {
      const ends = this.#places.endsOf(span);
      if (ends) this.#marks?.add("ws-active", ends);
    }
    const [first] = belonging(this.document, what.kind, what.id);
    this.#lit = (first && this.#places.rangeOf(first)) ?? null;
    const text = this.card.show(this.document, what, beside);
    if (isSaid && this.said) this.said.textContent = text;
  }

  /** The card stays beside its words while the page is scrolled, and goes when they do. */
  #follow() {
    if (!this.card?.isShown) return;
    const rect = this.#lit?.getClientRects()[0];
    if (rect && rect.bottom > 0 && rect.top < innerHeight) this.card.move(rect);
    else this.#rest();
  }

  #rest() {
    this.#lit = null;
    this.#marks?.clear("ws-active");
    this.card?.hide();
  }

  /** The Escape key closes the card, then the panel. */
  #escape() {
    const closes = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (this.card?.isShown) this.#rest();
      else if (this.isOpen) this.isOpen = false;
    };
    addEventListener("keydown", closes, { signal: this.#life.signal });
  }
}
