// How bytes lie in the page that is one file: compressed, then seven bits a character, as "base-122" does (Kevin Albertson, 2016): a
// seventh more than the bytes, where base64 takes a third. Used by the page, by its workers and, the other way round, by make.mjs.

/** Characters that HTML would not leave as they are, or that could end a script. The seven bits after one of them go with it into a character of two bytes. */
const ESCAPED = [0, 13, 60];

/** The bytes that some text stands for, still compressed. Their number comes first, up to a colon. */
function unpacked(text) {
  const from = text.indexOf(":") + 1;
  const bytes = new Uint8Array(Number(text.slice(0, from - 1)));
  let held = 0;
  let bits = 0;
  let to = 0;
  const put = (seven) => {
    held = (held << 7) | seven;
    bits += 7;
    if (bits < 8) return;
    bits -= 8;
    if (to < bytes.length) bytes[to++] = held >> bits;
    held &= (1 << bits) - 1;
  };
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) put(ESCAPED[(code >> 8) - 1]);
    put(code & 127);
  }
  return bytes;
}

/** The bytes themselves. */
async function inflated(text) {
  const stream = new Blob([unpacked(text)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
