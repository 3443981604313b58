// How marks look: rules that stand where the text is. Loaded with the element itself: a page that has them before it is laid out reckons its style once.

export const FAMILIES = ["person", "organisation", "place", "group", "other", "value"];
/** Hues of voices, before they begin again. */
export const HUES = 12;

/**
 * Half-way between light and dark, so that one colour shows on either paper: a page's own darkness is not always told by its
 * colour scheme.
 */
const VOICES = ["#85817a", "#2f7fd0", "#c9662a", "#1f9268", "#a05fc8", "#a07c14", "#cb4f88", "#128a93", "#6d6fd6", "#778212", "#c85454", "#96705a", "#6b8198"];
/** @type {Record<string, string>} */
const NAMES = { person: "#2f7fd0", organisation: "#cf6a1c", place: "#1f9268", group: "#a05fc8", other: "#c04c84", value: "#85817a" };
/** The line under a name tells its family without its colour. */
/** @type {Record<string, string>} */
export const LINES = { person: "solid", organisation: "double", place: "dashed", group: "dotted", other: "wavy", value: "dotted" };

const tint = (/** @type {string} */ colour, /** @type {number} */ share) => `color-mix(in srgb, ${colour} ${share}%, transparent)`;
export const voice = (/** @type {number} */ hue) => `var(--ws-voice-${hue}, ${VOICES[hue]})`;
export const name = (/** @type {string} */ family) => `var(--ws-${family}, ${NAMES[family]})`;

/** The marks in the page's own text, and those of the boxes where a browser has no highlights. */
export const hues = Array.from({ length: HUES + 1 }, (_, hue) => hue);

/** @type {[string, string, string][]} style, what a highlight is given, what a box is given */
export const MARKS = [
  ...hues.map((hue) => /** @type {[string, string, string]} */ ([`ws-quote-${hue}`, `background-color: ${tint(voice(hue), 16)}`, `background-color: ${tint(voice(hue), 16)}`])),
  ...FAMILIES.map(
    (family) =>
      /** @type {[string, string, string]} */ ([
        `ws-${family}`,
        `text-decoration: underline ${LINES[family]} 1.5px ${name(family)}; text-underline-offset: 0.2em; text-decoration-skip-ink: none`,
        `border-bottom: 2px ${LINES[family] === "wavy" ? "dashed" : LINES[family]} ${name(family)}`,
      ]),
  ),
  ["ws-cue", "text-decoration: underline dotted 1.5px currentColor; text-underline-offset: 0.2em", "border-bottom: 1.5px dotted currentColor"],
  ["ws-active", `background-color: ${tint("var(--ws-active, #d9a514)", 38)}`, `background-color: ${tint("var(--ws-active, #d9a514)", 38)}`],
];

/** Rules for highlights, which hold where the text is. */
const HIGHLIGHTS = `${MARKS.map(([style, rule]) => `::highlight(${style}) { ${rule}; }`).join("\n")}
/* Firefox draws no lines in highlights yet: names and cues are tinted there. */
@supports (-moz-appearance: none) {
${FAMILIES.map((family) => `::highlight(ws-${family}) { background-color: ${tint(name(family), 26)}; }`).join("\n")}
::highlight(ws-cue) { background-color: ${tint("currentColor", 14)}; }
}
@media print { ${hues.map((hue) => `::highlight(ws-quote-${hue}) { background-color: transparent; }`).join(" ")} }`;

/** Whether highlights are there and show: among forced colours every one looks like a selection. */
export const hasHighlights = () => typeof Highlight === "function" && "highlights" in CSS && !matchMedia("(forced-colors: active)").matches;

/** @type {CSSStyleSheet | undefined} */
let rules;

/** How many elements mark text in a tree.
 * @type {WeakMap<Document | ShadowRoot, number>} */
const wearers = new WeakMap();

/**
 * Gives a tree the rules of highlights, until the last one that asked says it no longer needs them.
 *
 * @param {Document | ShadowRoot} root
 * @returns {() => void}
 */
export function wearHighlights(root) {
  if (!rules) {
    rules = new CSSStyleSheet();
    rules.replaceSync(HIGHLIGHTS);
  }
  const worn = rules;
  const count = wearers.get(root) ?? 0;
  wearers.set(root, count + 1);
  if (!root.adoptedStyleSheets.includes(worn)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, worn];
  return () => {
    const left = (wearers.get(root) ?? 1) - 1;
    wearers.set(root, left);
    if (left === 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== worn);
  };
}
