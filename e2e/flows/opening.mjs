import assert from "node:assert/strict";
import { eachLook } from "../lib/states.mjs";
import { pasteArticle } from "../lib/texts.mjs";

export const title = "what is on its way is told before it has come, asked for in turn, taken with a wrong type; where it does not come, that is told";

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

/** The page's own code. */
const CODE = /\/app-[0-9a-f]+_bg\.wasm$/;
/** What reads the articles. */
const READER = /\/worker|\.pack$/;

export default async function (t) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  t.answer(CODE, async (route) => (await released, route.fallback()));
  const page = await t.open();
  await page.getByText("is on its way into your browser").waitFor();
  await eachLook(page, { windows: WINDOWS }, async () => {
    await t.expectAccessible();
    await t.expectNoSidewaysScroll();
  });
  const begun = (what) => t.requests.filter((address) => what.test(address));
  assert.equal(begun(CODE).length, 1);
  assert.deepEqual(begun(READER), [], "they would take the line from the page's own code");
  release();
  await pasteArticle(t);
  assert.equal(await page.locator("#waiting").count(), 0);
  const once = begun(READER).map((address) => new URL(address).pathname);
  assert.deepEqual(once, [...new Set(once)], "asked for again");

  // Without a text they are asked for as well, also where the browser does not tell when it is idle.
  for (const script of [null, () => delete globalThis.requestIdleCallback]) {
    const before = t.requests.length;
    const asked = () => t.requests.slice(before).some((address) => address.endsWith(".pack"));
    const opened = await t.open("/", { script });
    assert.equal(await opened.evaluate(() => "requestIdleCallback" in globalThis), !script);
    for (let wait = 0; wait < 100 && !asked(); wait += 1) await new Promise((done) => setTimeout(done, 50));
    assert.ok(asked(), "nothing is asked for until there is a text");
  }

  t.answer(CODE, async (route) => route.fulfill({ response: await route.fetch(), contentType: "application/octet-stream" }));
  await (await t.open()).getByLabel("Text of an article").waitFor();

  t.answer(CODE, (route) => route.fulfill({ status: 404, body: "no such file" }));
  t.allowConsoleError(/404/);
  const broken = await t.open();
  await broken.getByText("The page could not start in this browser.").waitFor();
  await t.expectAccessible();
}
