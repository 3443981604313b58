// Everything that people read, in one place; the same words as on the page of Whosaid.

/** @typedef {import("./findings.js").Quote} Quote */

/** @type {Record<string, string>} */
const TYPES = {
  PERSON: "Person",
  ORG: "Organisation",
  GPE: "Country, state or city",
  LOC: "Place, such as a sea or mountain",
  FAC: "Building or road",
  NORP: "Nationality or group",
  EVENT: "Event",
  WORK: "Work",
  PRODUCT: "Thing or product",
  LAW: "Law",
  MISC: "Other name",
  DATE: "Date",
  TIME: "Time",
  MONEY: "Sum of money",
  PERCENT: "Percentage",
  QUANTITY: "Quantity",
  ORDINAL: "Place in a row",
  CARDINAL: "Number",
};
/** @type {Record<string, string>} */
export const FAMILY_NAMES = {
  person: "People",
  organisation: "Organisations",
  place: "Places",
  group: "Groups",
  other: "Other names",
  value: "Dates and numbers",
};
const KINDS = { direct: "Word for word", indirect: "In the writer’s words", mixed: "Partly word for word" };
const CLASSES = {
  statement: "Says",
  belief: "Thinks or wants",
  directive: "Asks or urges",
  attitude: "Takes a stand",
  evidence: "Shows",
};
/** @type {Record<string, string>} */
const POLARITIES = { denied: "Denies it", hypothetical: "Not said, or only perhaps" };

export const TITLE = "Who said what";
export const NOBODY = "Nobody is quoted in this text.";
export const NOT_ENGLISH = "This does not look like English, the only language that is read. Expect little.";
export const NOBODY_NAMED = "Somebody, not named";
export const VOICES = "Voices";
export const NAMES = "Names";
export const CLOSE = "Close";
export const PASTE_LABEL = "Text of an article";
export const PASTE_HINT = "Paste a news article";
export const PASTE_BUTTON = "Show who said what";
export const PASTE_AGAIN = "Another text";
export const READING = "Reading …";
export const ARTICLE = "Article with marks";

/** @type {Record<string, string>} */
export const FAULTS = {
  tooLarge: "This text is too long.",
  packMissing: "The analysis cannot be loaded just now.",
  packDamaged: "The analysis cannot be loaded just now.",
};
export const FAULT = "The analysis does not work here.";

/** 12,345; without the browser's tables of languages, which take it a long time to open. @param {number} count */
export const figure = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
/**
 * @param {number} count
 * @param {string} one
 */
const counted = (count, one) => `${figure(count)} ${one}${count === 1 ? "" : "s"}`;

/**
 * @param {number | null} voices null where they are not shown
 * @param {number | null} names
 */
export const summary = (voices, names) =>
  [voices === null ? "" : counted(voices, "voice"), names === null ? "" : counted(names, "name")].filter(Boolean).join(" · ");
/** @param {number} count */
export const quotations = (count) => counted(count, "quotation");
/** @param {number} count */
export const places = (count) => `${counted(count, "place")} in this text`;
/** @param {number} count */
export const showAll = (count) => `Show all ${figure(count)}`;

/** @param {string} type */
export const typeName = (type) => TYPES[type] ?? "Name";

/**
 * What a quotation is, in a line.
 *
 * @param {Quote} quote
 */
export const manner = (quote) => [KINDS[quote.kind], CLASSES[quote.class], POLARITIES[quote.polarity]].filter(Boolean).join(" · ");

/** @param {number} confidence */
export const sureness = (confidence) => (confidence >= 0.85 ? "Quite sure" : confidence >= 0.6 ? "Fairly sure" : "Unsure");
