// The comparison of pictures is worth nothing if it finds nothing: small faults are made on a small page and must be seen,
// and what another drawing of the same letters does must not.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PNG } from "pngjs";
import { launch } from "../lib/browser.mjs";
import { difference, enlarge, join, part, shrink } from "../lib/pictures.mjs";

const SQUARE = 16;
const lines = Array.from({ length: 6 }, () => "<p>Harbour officials voted on Tuesday to keep the night ferry to Port Lorne.</p>").join("");
const PAGE = `<style>
  body { margin: 40px; font: 18px/1.6 serif; background: #fff; color: #111 }
  button { position: absolute; left: 600px; top: 40px; width: 120px; height: 32px }
</style><button>Save</button>${lines}`;

let browser, page, reference;

before(async () => {
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  reference = await picture();
});

after(() => browser?.close());

async function picture(style = "") {
  await page.setContent(PAGE + (style && `<style>${style}</style>`));
  return shrink(await page.screenshot(), SQUARE);
}

const PASSING = {
  "the same page": "",
  "letters half a pixel further": "p { transform: translate(.5px, .5px) }",
  "letters drawn otherwise": "body { text-rendering: geometricPrecision; -webkit-text-stroke: .15px #111 }",
  "letters a little wider": "p { letter-spacing: .01px }",
};

const FAILING = {
  "a button that moved by its height": "button { top: 72px }",
  "a button that moved by half its height": "button { top: 56px }",
  "a button that is gone": "button { display: none }",
  "lines further apart": "body { line-height: 1.7 }",
  "a margin that is gone": "body { margin-left: 24px }",
  "a background of another colour": "body { background: #d0d0d0 }",
  "letters too pale": "body { color: #999 }",
  "another kind of letters": "body { font-family: monospace }",
  "no style": "body { all: unset }",
};

for (const [name, style] of Object.entries(PASSING)) {
  test(`passes: ${name}`, async () => assert.equal(difference(reference, await picture(style)), null));
}

for (const [name, style] of Object.entries(FAILING)) {
  test(`is found: ${name}`, async () => {
    const found = difference(reference, await picture(style));
    assert.match(found?.told ?? "nothing", /differs in \d+ of \d+ squares/);
    assert.equal(PNG.sync.read(enlarge(found.where, SQUARE)).width, 1280);
  });
}

test("thumbnails come back out of a joined picture as they were", async () => {
  const other = await picture("body { background: #d0d0d0 }");
  const sheet = join([reference, other]);
  assert.equal(difference(part(sheet, 0, reference), reference), null);
  assert.equal(difference(part(sheet, reference.width, other), other), null);
  assert.match(difference(part(sheet, 0, reference), other).told, /differs/);
});

test("a reference of another size is told", async () => {
  const sheet = join([reference]);
  const wider = new PNG({ width: reference.width + 1, height: reference.height });
  assert.match(difference(part(sheet, 0, wider), wider).told, /is 81 × 50 squares, and was 80 × 50/);
  assert.match(difference(part(sheet, reference.width, reference), reference).told, /and was 0 × 50/);
});
