// Pictures of the page, kept small and compared with a tolerance.
//
// What is kept of a picture is a thumbnail: each of its pixels is the mean of a square of the page. So letters that are
// drawn a little differently, by another version of the browser, make no difference, and what moved, grew, went or changed
// its colour does.

import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/**
 * How different a pixel of a thumbnail may be, from 0 to 1, and which share of them may be more different. Letters half a
 * pixel further change 10 of 4,000 pixels so much, a small pale button that goes 19 (e2e/harness/pictures.test.mjs).
 */
const TOLERANCE = { colour: 0.05, share: 0.0035 };

/** Colours are kept in steps of so much, for half the bytes; one step is less than the tolerance. */
const STEP = 8;

/** The thumbnail of a PNG: the mean colour of each square. */
export function shrink(bytes, square) {
  const { width, height, data } = PNG.sync.read(bytes);
  const small = new PNG({ width: Math.floor(width / square), height: Math.floor(height / square) });
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      const sums = [0, 0, 0];
      for (let row = y * square; row < (y + 1) * square; row += 1) {
        for (let at = (row * width + x * square) * 4, end = at + square * 4; at < end; at += 4) {
          for (let channel = 0; channel < 3; channel += 1) sums[channel] += data[at + channel];
        }
      }
      const to = (y * small.width + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const mean = sums[channel] / square ** 2;
        small.data[to + channel] = Math.min(Math.round(mean / STEP) * STEP, 255);
      }
      small.data[to + 3] = 255;
    }
  }
  return small;
}

/** How two thumbnails differ: nothing, or a sentence and a picture of where. */
export function difference(reference, now) {
  const { width, height } = now;
  if (reference.width !== width || reference.height !== height) {
    return { told: `is ${width} × ${height} squares, and was ${reference.width} × ${reference.height}` };
  }
  const where = new PNG({ width, height });
  // Each pixel counts: a thumbnail has none that smooth an edge.
  const options = { threshold: TOLERANCE.colour, includeAA: true };
  const count = pixelmatch(reference.data, now.data, where.data, width, height, options);
  if (count <= width * height * TOLERANCE.share) return null;
  return { told: `differs in ${count} of ${width * height} squares`, where };
}

/** Several thumbnails as one PNG, from left to right. */
export function join(thumbnails) {
  const width = thumbnails.reduce((sum, it) => sum + it.width, 0);
  const sheet = new PNG({ width, height: Math.max(...thumbnails.map((it) => it.height)), colorType: 2 });
  sheet.data.fill(255);
  let left = 0;
  for (const it of thumbnails) {
    PNG.bitblt(it, sheet, 0, 0, it.width, it.height, left, 0);
    left += it.width;
  }
  return PNG.sync.write(sheet, { colorType: 2, deflateLevel: 9 });
}

/** The part of a joined PNG where a thumbnail of this size stands; smaller or empty where the PNG ends before. */
export function part(bytes, left, { width, height }) {
  const sheet = PNG.sync.read(bytes);
  const [wide, high] = [Math.min(width, sheet.width - left), Math.min(height, sheet.height)];
  const cut = new PNG({ width: Math.max(wide, 0), height: high });
  if (wide > 0) PNG.bitblt(sheet, cut, left, 0, wide, high, 0, 0);
  return cut;
}

/** A thumbnail as large as what it shows, to look at. */
export function enlarge(small, square) {
  const large = new PNG({ width: small.width * square, height: small.height * square });
  for (let y = 0; y < large.height; y += 1) {
    for (let x = 0; x < large.width; x += 1) {
      const from = (Math.floor(y / square) * small.width + Math.floor(x / square)) * 4;
      small.data.copy(large.data, (y * large.width + x) * 4, from, from + 4);
    }
  }
  return PNG.sync.write(large);
}
