// How it looks. Style sheets made by script: a strict Content-Security-Policy allows them, and nothing of the page reaches in.

import { FAMILIES, LINES, MARKS, hues, name, voice } from "./looks.js";

/** For the element before anything is known. */
const WIDGET = `
.dock, .panel, .card, .paste, .overlay, .told { all: initial; }
.dock, .panel, .card, .paste {
  --paper: var(--ws-paper, light-dark(#fdfcf9, #1f2125));
  --ink: var(--ws-ink, light-dark(#1b1b1d, #e9e6df));
  --soft: var(--ws-ink-soft, light-dark(#575450, #b3aea4));
  --line: var(--ws-line, light-dark(#dcd6ca, #3d4046));
  --accent: var(--ws-accent, light-dark(#1d4f8c, #8fbdf5));
  --serif: var(--ws-serif, "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", Georgia, "DejaVu Serif", serif);
  color-scheme: light;
  color: var(--ink);
  font: 400 0.875rem/1.45 var(--ws-sans, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif);
}
.dark { color-scheme: dark; }
.panel *, .card *, .dock *, .paste * { box-sizing: border-box; }
:is(.dock, .panel, .paste) :is(button, summary, textarea) { font: inherit; color: inherit; }
:is(.dock, .panel, .paste) :is(button, summary) { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[hidden] { display: none !important; }

.dock { position: sticky; bottom: 3rem; display: block; height: 0; z-index: 2147483000; pointer-events: none; }
.dock.afar { position: fixed; inset: auto 1rem 1rem auto; height: auto; overflow: visible; display: none; }
.dock.afar.open { display: block; }
.dock button {
  /* Below the last line at the end of the article. */
  position: absolute; right: 0; top: 0; pointer-events: auto; white-space: nowrap;
  padding: 0.45rem 0.85rem; border: 1px solid var(--line); border-radius: 999px;
  background: var(--paper); box-shadow: 0 1px 6px rgb(0 0 0 / 0.14);
}
.dock.afar button { position: static; }
.dock button:hover { border-color: var(--accent); }

.panel {
  position: fixed; inset: 0 0 0 auto; margin: 0; box-sizing: border-box; width: min(22rem, 100vw); height: auto; max-height: none; overflow: auto; overscroll-behavior: contain;
  padding: 0.9rem 1rem 1.5rem; border: 0; border-left: 1px solid var(--line); background: var(--paper);
  box-shadow: -2px 0 14px rgb(0 0 0 / 0.1); z-index: 2147483001; display: none;
}
.panel.bottom { inset: auto 0 0 0; width: auto; max-height: 45vh; border-left: 0; border-top: 1px solid var(--line); box-shadow: 0 -2px 14px rgb(0 0 0 / 0.1); }
.panel.open { display: block; }
.panel:focus { outline: none; }
@media (max-width: 40rem) {
  .panel { inset: auto 0 0 0; width: auto; max-height: 55vh; border-left: 0; border-top: 1px solid var(--line); border-radius: 0.75rem 0.75rem 0 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .panel.open { animation: come 0.16s ease-out; }
  @keyframes come { from { opacity: 0; transform: translateY(0.5rem); } }
}
.head { display: flex; align-items: baseline; gap: 0.5rem; margin-bottom: 0.25rem; }
.title { flex: 1; font: 600 1.15rem/1.3 var(--serif); margin: 0; }
.close { border: 1px solid transparent; border-radius: 0.25rem; background: none; padding: 0.1rem 0.5rem; color: var(--soft) !important; }
.close:hover { border-color: var(--line); }
.group { margin: 1rem 0 0.15rem; color: var(--soft); font-size: 0.75rem; letter-spacing: 0.06em; text-transform: uppercase; }
.list { list-style: none; margin: 0; padding: 0; }
.row { border-top: 1px solid var(--line); }
summary { display: flex; align-items: baseline; gap: 0.5rem; padding: 0.45rem 0; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary .what { flex: 1; overflow-wrap: anywhere; }
summary .voice { font: 600 1rem/1.35 var(--serif); }
.count { color: var(--soft); font-variant-numeric: tabular-nums; }
.swatch { flex: none; width: 0.7rem; height: 0.7rem; border-radius: 2px; background: var(--hue); align-self: center; }
.line { flex: none; width: 1rem; height: 0; border-bottom: 2px solid var(--hue); align-self: center; }
.entry { display: block; width: 100%; text-align: left; border: 0; border-left: 3px solid var(--hue, var(--line)); background: none; padding: 0.3rem 0.5rem 0.3rem 0.7rem; margin-bottom: 0.35rem; border-radius: 0 0.25rem 0.25rem 0; }
.entry:hover, .entry[aria-current="true"] { background: color-mix(in srgb, var(--hue, var(--line)) 14%, transparent); }
.entry.says { font-family: var(--serif); font-size: 0.95rem; }
.more { border: 1px solid var(--line); border-radius: 0.25rem; background: none; padding: 0.25rem 0.6rem; margin: 0.25rem 0 0.6rem; }
.empty { margin: 0.75rem 0; color: var(--soft); }

.card {
  position: fixed; inset: 0 auto auto 0; margin: 0; box-sizing: border-box; width: max-content; height: max-content; max-width: min(20rem, calc(100vw - 1rem)); padding: 0.6rem 0.8rem; border: 1px solid var(--line); border-radius: 0.35rem;
  background: var(--paper); box-shadow: 0 2px 12px rgb(0 0 0 / 0.16); z-index: 2147483002; display: none; overflow: visible; pointer-events: none;
}
.card.open { display: block; }
.card p { margin: 0; overflow-wrap: anywhere; }
.card .who { font: 600 1rem/1.35 var(--serif); border-left: 3px solid var(--hue, var(--line)); padding-left: 0.5rem; margin-left: -0.1rem; }
.card .soft { color: var(--soft); font-size: 0.8125rem; margin-top: 0.2rem; }

.overlay { position: absolute; display: block; width: 0; height: 0; pointer-events: none; }
.anchor { display: block; position: relative; height: 0; width: 0; }
.overlay div { position: absolute; box-sizing: border-box; forced-color-adjust: none; }
.told { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

.paste { display: flex; flex-direction: column; gap: 0.6rem; box-sizing: border-box; height: var(--ws-paste-height, 22rem); padding: 0.9rem; border: 1px solid var(--line); border-radius: 0.35rem; background: var(--paper); }
.paste label { color: var(--soft); }
.paste textarea { flex: 1; min-height: 0; resize: none; padding: 0.7rem; border: 1px solid var(--line); border-radius: 0.25rem; background: transparent; font: 1rem/1.5 var(--serif); }
.paste article { flex: 1; min-height: 0; overflow: auto; padding: 0 0.25rem; font: 1.0625rem/1.6 var(--serif); }
.paste article p { margin: 0 0 0.8em; overflow-wrap: anywhere; }
.paste .bar { display: flex; align-items: center; gap: 0.75rem; color: var(--soft); }
.paste .bar button { padding: 0.4rem 0.8rem; border: 1px solid var(--accent); border-radius: 0.25rem; background: transparent; color: var(--accent); }
@media (forced-colors: active) { .swatch, .line, .entry { forced-color-adjust: none; } .entry { color: CanvasText; } }
@media print { .dock, .panel, .card { display: none !important; } }
${hues.map((hue) => `.h${hue} { --hue: ${voice(hue)}; }`).join("\n")}
${FAMILIES.map((family) => `.n-${family} { --hue: ${name(family)}; } .line.n-${family} { border-bottom-style: ${LINES[family] === "wavy" ? "dashed" : LINES[family]}; }`).join("\n")}
${MARKS.map(([style, , box]) => `.overlay .${style} { ${box}; }`).join("\n")}
`;

/** @type {CSSStyleSheet | undefined} */
let look;

/** Gives a shadow tree its look. @param {ShadowRoot} shadow */
export function dress(shadow) {
  if (!look) {
    look = new CSSStyleSheet();
    look.replaceSync(WIDGET);
  }
  shadow.adoptedStyleSheets = [...new Set([...shadow.adoptedStyleSheets, look])];
}

/** Whether an element's text is light, so that what stands beside it is dark. @param {Element} element */
export function isOnDark(element) {
  const [red = 0, green = 0, blue = 0] = getComputedStyle(element).color.match(/[\d.]+/g)?.map(Number) ?? [];
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
}
