// The Document → what is marked, who speaks, and which names there are.

import { HUES } from "./looks.js";

/**
 * @typedef {import("../analyzer/index.js").Document} Document
 * @typedef {Document["quotes"][number]} Quote
 * @typedef {Document["entities"][number]} Entity
 * @typedef {{ start: number, end: number }} Span
 * @typedef {{ kind: "quote" | "mention", id: number, hue: number, style: string, spans: Span[] }} Mark
 * @typedef {{ entity: Entity | null, hue: number, quotes: Quote[] }} Voice
 * @typedef {{ family: string, entity: Entity, mentions: number[] }} Name
 */

/** @type {Record<string, string>} */
const FAMILY = {
  PERSON: "person",
  ORG: "organisation",
  GPE: "place",
  LOC: "place",
  FAC: "place",
  NORP: "group",
  EVENT: "other",
  WORK: "other",
  PRODUCT: "other",
  LAW: "other",
  MISC: "other",
};

/**
 * The family of a type of names.
 *
 * @param {string} type
 */
export const familyOf = (type) => FAMILY[type] ?? "value";

/**
 * Who speaks, the one with most quotations first; quotations that nobody is known to have said come last.
 *
 * @param {Document} document
 * @returns {Voice[]}
 */
export function voices(document) {
  /** @type {Map<number | null, Quote[]>} */
  const by = new Map();
  for (const quote of document.quotes) {
    const row = by.get(quote.speaker);
    if (row) row.push(quote);
    else by.set(quote.speaker, [quote]);
  }
  const rows = [...by].map(([speaker, quotes]) => ({ entity: speaker === null ? null : (document.entities[speaker] ?? null), quotes }));
  // The sort is stable: of two with as many, the one who speaks first.
  rows.sort((one, other) => Number(one.entity === null) - Number(other.entity === null) || other.quotes.length - one.quotes.length);
  return rows.map((row, at) => ({ ...row, hue: row.entity === null ? 0 : (at % HUES) + 1 }));
}

/**
 * The names of some families, in the order of the text.
 *
 * @param {Document} document
 * @param {Set<string>} families
 * @returns {Name[]}
 */
export function names(document, families) {
  const isName = (/** @type {number} */ id) => document.mentions[id]?.kind === "name";
  const rows = document.entities.map((entity) => ({ family: familyOf(entity.type), entity, mentions: entity.mentions.filter(isName) }));
  return rows.filter(({ family, mentions }) => families.has(family) && mentions.length > 0);
}

/**
 * All that is marked, one by one, in no order that matters.
 *
 * @param {Document} document
 * @param {Voice[]} voices
 * @param {{ names: boolean, voices: boolean, families: Set<string> }} wanted
 * @returns {Generator<Mark>}
 */
export function* marks(document, voices, wanted) {
  if (wanted.voices) {
    for (const { hue, quotes } of voices) {
      for (const { id, content, cue } of quotes) {
        yield { kind: "quote", id, hue, style: `ws-quote-${hue}`, spans: content };
        if (cue) yield { kind: "quote", id, hue, style: "ws-cue", spans: [cue] };
      }
    }
  }
  if (wanted.names) {
    for (const { id, kind, type, start, end } of document.mentions) {
      const family = familyOf(type);
      if (kind === "name" && wanted.families.has(family)) yield { kind: "mention", id, hue: 0, style: `ws-${family}`, spans: [{ start, end }] };
    }
  }
}

/**
 * Everything that belongs to a mark: who, the words that say so, what.
 *
 * @param {Document} document
 * @param {"quote" | "mention"} kind
 * @param {number} id
 * @returns {Span[]}
 */
export function belonging(document, kind, id) {
  if (kind === "mention") return document.mentions[id] ? [document.mentions[id]] : [];
  const quote = document.quotes[id];
  if (!quote) return [];
  const spans = [...quote.content];
  if (quote.cue) spans.push(quote.cue);
  if (quote.source) spans.push(quote.source);
  return spans;
}
