// How bytes lie in the page that is one file: compressed, then five characters for every four bytes. Used by the page, by its
// workers and, the other way round, by make.mjs.

/** 85 characters that mean nothing to HTML, to a policy or inside of a string in quotes. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%()*+,-./:;=?@[]^_{|}";

/** The bytes that some text stands for, still compressed: five digits a group, a last one of fewer has fewer bytes. */
function unpacked(text) {
  const values = new Uint8Array(128);
  for (let at = 0; at < DIGITS.length; at++) values[DIGITS.charCodeAt(at)] = at;
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5));
  for (let from = 0, to = 0; from < text.length; from += 5) {
    let group = 0;
    // What is missing of the last group counts as the highest digit, so that its bytes are not rounded down.
    for (let at = 0; at < 5; at++) group = group * 85 + (from + at < text.length ? values[text.charCodeAt(from + at)] : 84);
    for (let shift = 24; shift >= 0 && to < bytes.length; shift -= 8) bytes[to++] = (group / 2 ** shift) & 255;
  }
  return bytes;
}

/** The bytes themselves. */
async function inflated(text) {
  const stream = new Blob([unpacked(text)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
