// The card of a quotation or a name, beside it.

import { familyOf, belonging } from "./findings.js";
import { make, show } from "./dom.js";
import * as words from "./words.js";

/** @typedef {import("../analyzer/index.js").Document} Document */

const GAP = 6;

export class Card {
  /** @param {ShadowRoot} shadow */
  constructor(shadow) {
    this.element = make("div", { class: "card", part: "card", "aria-hidden": "true" });
    shadow.append(this.element);
  }

  /** Whether it can be seen. */
  get isShown() {
    return this.element.classList.contains("open");
  }

  /**
   * Shows it beside a place on the screen; gives what it says.
   *
   * @param {Document} analysis
   * @param {{ kind: "quote" | "mention", id: number, hue: number }} what
   * @param {DOMRect} beside
   */
  show(analysis, what, beside) {
    const lines = what.kind === "quote" ? quoteLines(analysis, what.id) : nameLines(analysis, what.id);
    const [who = "", ...rest] = lines;
    const colour = what.kind === "quote" ? `h${what.hue}` : `n-${familyOf(analysis.mentions[what.id]?.type ?? "")}`;
    this.element.replaceChildren(make("p", { class: `who ${colour}` }, who), ...rest.map((line) => make("p", { class: "soft" }, line)));
    show(this.element, true);
    this.move(beside);
    return lines.join(". ");
  }

  /** @param {DOMRect} beside */
  move(beside) {
    const { width, height } = this.element.getBoundingClientRect();
    const below = beside.bottom + GAP;
    const top = below + height <= innerHeight ? below : Math.max(GAP, beside.top - GAP - height);
    const left = Math.max(GAP, Math.min(beside.left, document.documentElement.clientWidth - width - GAP));
    // Not by another place in the layout, which would count as a shift of the page.
    this.element.style.transform = `translate(${left}px, ${top}px)`;
  }

  hide() {
    if (this.isShown) show(this.element, false);
  }
}

/**
 * @param {Document} document
 * @param {number} id
 */
function quoteLines(document, id) {
  const quote = document.quotes[id];
  if (!quote) return [];
  const entity = quote.speaker === null ? undefined : document.entities[quote.speaker];
  const lines = [entity?.name ?? words.NOBODY_NAMED];
  const about = [...(entity?.titles ?? []), ...(entity?.affiliations ?? [])];
  if (about.length > 0) lines.push(about.slice(0, 3).join(", "));
  lines.push(words.manner(quote));
  if (quote.cue) lines.push(`“${document.text.slice(quote.cue.start, quote.cue.end)}”`);
  lines.push(words.sureness(quote.confidence));
  return lines;
}

/**
 * @param {Document} document
 * @param {number} id
 */
function nameLines(document, id) {
  const mention = document.mentions[id];
  if (!mention) return [];
  const [span] = belonging(document, "mention", id);
  const entity = mention.entity === null ? undefined : document.entities[mention.entity];
  const lines = [entity?.name ?? document.text.slice(span?.start, span?.end), words.typeName(mention.type)];
  const about = [...(entity?.titles ?? []), ...(entity?.affiliations ?? [])];
  if (about.length > 0) lines.push(about.slice(0, 3).join(", "));
  const others = entity?.aliases ?? [];
  if (others.length > 0) lines.push(others.slice(0, 4).join(", "));
  if (entity) lines.push(words.places(entity.mentions.length));
  return lines;
}
