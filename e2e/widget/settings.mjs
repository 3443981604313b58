import assert from "node:assert/strict";
import { analysed, expectFerry, marks, openExample, quotations, until } from "../lib/widget.mjs";

export const title = "attributes and properties choose what is marked and where the list is; events tell all of it, out of shadow trees";

export default async function (t) {
  const page = await openExample(t, "plain.html", { reducedMotion: "reduce" });
  const change = (act) => page.evaluate(act);
  const styles = async () => Object.keys(await marks(t)).sort();
  const settled = (isSo) => until(t, isSo);

  const told = await page.evaluate(() => globalThis.told);
  assert.deepEqual(told.map(({ name }) => name), ["ws-ready", "ws-analysis"]);
  assert.ok(told.every(({ bubbles, composed }) => bubbles && composed));
  assert.match(told[0].model, /^en/);
  assert.equal(await page.evaluate(() => document.querySelector("who-said").state), "ready");
  assert.equal(await page.evaluate(() => document.querySelector("who-said").analysis.language), "en");

  await change(() => document.querySelector("who-said").setAttribute("show", "names"));
  await settled(() => !CSS.highlights.has("ws-cue") && CSS.highlights.has("ws-place"));
  assert.deepEqual(await styles(), ["ws-person", "ws-place"]);
  await change(() => (document.querySelector("who-said").types = "place value"));
  await settled(() => CSS.highlights.has("ws-value"));
  assert.deepEqual(await styles(), ["ws-place", "ws-value"]);
  await change(() => (document.querySelector("who-said").show = "voices"));
  await settled(() => CSS.highlights.has("ws-cue") && !CSS.highlights.has("ws-place"));
  await change(() => {
    document.querySelector("who-said").show = null;
    document.querySelector("who-said").types = null;
  });
  await settled(() => CSS.highlights.has("ws-person"));
  await expectFerry(t);

  const all = quotations(await marks(t)).length;
  await change(() => document.querySelector("who-said").setAttribute("strict", ""));
  await analysed(t, 2);
  const strict = quotations(await marks(t)).length;
  await change(() => (document.querySelector("who-said").strict = "everything"));
  await analysed(t, 3);
  const everything = quotations(await marks(t)).length;
  assert.ok(strict < all && all <= everything, `${strict} strict, ${all} balanced, ${everything} all`);

  const button = page.locator("who-said >> button[part=button]");
  await change(() => (document.querySelector("who-said").panel = "none"));
  await button.waitFor({ state: "hidden" });
  await change(() => (document.querySelector("who-said").panel = "bottom"));
  await button.waitFor();
  await change(() => (document.querySelector("who-said").open = true));
  const { y, height } = await page.locator("who-said >> [part=panel]").boundingBox();
  assert.ok(y > 400 && y + height === 900, `the panel is at ${y}, ${height} high`);

  await change(() => document.querySelector("who-said").select("mention", 0));
  await page.locator("who-said >> .card.open").waitFor();
  assert.equal((await page.evaluate(() => globalThis.told.at(-1))).name, "ws-select");

  // From inside another component the events still come out.
  await change(() => {
    const outer = document.createElement("div");
    outer.attachShadow({ mode: "open" }).append(document.querySelector("who-said"));
    document.querySelector("main").append(outer);
  });
  await change(() => (document.querySelector("main > div").shadowRoot.querySelector("who-said").strict = "strict"));
  await analysed(t, 4);
  assert.equal((await page.evaluate(() => globalThis.told.at(-1))).tag, "div");
}
