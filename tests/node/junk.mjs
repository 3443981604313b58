// Texts that nobody would write and somebody will paste. Each is { text, input } by name, made anew when asked for. Large enough that what
// takes time with the square of the length does not end; the tests of the core have the largest.

/** A small generator of pseudo-random numbers (mulberry32), so that every run sees the same junk. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const bytes = (length, seed) => {
  const next = random(seed);
  return Uint8Array.from({ length }, () => Math.floor(next() * 256));
};

const pick = (pieces, count, seed) => {
  const next = random(seed);
  return Array.from({ length: count }, () => pieces[Math.floor(next() * pieces.length)]).join("");
};

const text = (make) => () => ({ text: make(), input: "text" });
const html = (make) => () => ({ text: make(), input: "html" });
const either = (make) => () => ({ text: make(), input: "auto" });

export const JUNK = {
  "empty": text(() => ""),
  "only spaces": text(() => " ".repeat(1_000_000)),
  "only line ends": text(() => "\r\n".repeat(500_000)),
  "random bytes": either(() => new TextDecoder().decode(bytes(1_000_000, 1))),
  "random code units": text(() => String.fromCharCode(...new Uint16Array(bytes(100_000, 2).buffer))),
  "ten million of one letter": text(() => "a".repeat(10_000_000)),
  "ten million of one capital": text(() => "A".repeat(10_000_000)),
  "a million full stops": text(() => ".".repeat(1_000_000)),
  "a million digits": text(() => "7".repeat(1_000_000)),
  "a million straight quotation marks": text(() => '"'.repeat(1_000_000)),
  "a million apostrophes": text(() => "'".repeat(1_000_000)),
  "opening quotation marks": text(() => "“".repeat(300_000)),
  "closing quotation marks": text(() => "”".repeat(300_000)),
  "quotation marks of every style": text(() => pick(["“", "”", "‘", "’", '"', "'", "«", "»", "„", "a ", "\n"], 200_000, 3)),
  "deeply nested quotations": text(() => "“‘".repeat(30_000) + "No" + "’”".repeat(30_000)),
  "deeply nested attributions": text(() => "He said that she said that ".repeat(20_000) + "it rained."),
  "deeply nested parentheses": text(() => "(".repeat(200_000) + "x" + ")".repeat(200_000)),
  "only emoji": text(() => pick(["😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇮🇱", "👍🏽", "❤️"], 80_000, 4)),
  "right to left": text(() => "אמר ראש הממשלה „שלום” וחזר. قال الرئيس «نعم» أمس.\u200f\n".repeat(4_000)),
  "lone surrogates": text(() => pick(["\ud83d", "\ude00", "a", "“", " said.", "😀"], 80_000, 5)),
  "control characters": text(() => pick(["\0", "\u0007", "\u001b[31m", "\u00ad", "\u200b", "\ufeff", "\u2028", "x"], 300_000, 6)),
  "a letter with a million accents": text(() => "e" + "\u0301".repeat(1_000_000)),
  "one endless sentence": text(() => "and the minister of the state, ".repeat(20_000)),
  "only pronouns": text(() => "he she it they him her ".repeat(15_000)),
  "only names": text(() => "Ana Ruiz, John Smith, Ruiz, Smith. ".repeat(10_000)),
  "different names": text(() => Array.from({ length: 20_000 }, (_, i) => `Bo${i.toString(36)} Xu${i} left.`).join(" ")),
  "only cues": text(() => "said told asked wrote claimed : ".repeat(15_000)),
  "only attributions": text(() => "“No,” he said. ".repeat(20_000)),
  "headlines": text(() => "Ruiz: We won\n\n".repeat(20_000)),
  "deeply nested elements": html(() => "<div><b>".repeat(100_000) + "x"),
  "unclosed tags": html(() => "<a href='".repeat(100_000)),
  "comments and entities": html(() => pick(["<!--", "-->", "&nbsp;", "&#x1F600;", "&bogus;", "<p>", "&", "<", "text "], 300_000, 7)),
  "a page of menus": html(() => "<ul>" + "<li><a href=#>Home</a></li>".repeat(50_000) + "</ul>"),
};
