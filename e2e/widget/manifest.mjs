import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { openExample } from "../lib/widget.mjs";

export const title = "custom-elements.json says what the element has, all of it and no more";

export default async function (t) {
  const page = await openExample(t, "plain.html");
  const { modules } = JSON.parse(await t.readProject("widget/custom-elements.json"));
  const [told] = modules[0].declarations;
  const names = (rows, but = () => true) => rows.filter(but).map(({ name }) => name).sort();
  const own = await page.evaluate(() => {
    const element = customElements.get("who-said");
    const ofPlatform = ["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback"];
    return {
      attributes: [...element.observedAttributes].sort(),
      events: [...element.events].sort(),
      members: Object.getOwnPropertyNames(element.prototype).filter((name) => !ofPlatform.includes(name)).sort(),
      reflected: Object.entries(Object.getOwnPropertyDescriptors(element.prototype)).filter(([, { get, set }]) => get && !set).map(([name]) => name).sort(),
    };
  });
  assert.deepEqual(names(told.attributes), own.attributes);
  assert.deepEqual(names(told.events), own.events);
  assert.deepEqual(names(told.members), own.members);
  assert.deepEqual(names(told.members, ({ readonly }) => readonly), own.reflected);

  const folder = join(t.folders.project, "widget/element");
  const sources = (await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), "utf8")))).join("\n");
  const found = (pattern) => [...new Set([...sources.matchAll(pattern)].map(([, name]) => name))];
  const parts = [...found(/part: "([a-z]+)"/g), ...found(/#entry\("\w+", [^,]+, [^,]+, "([a-z]+)"/g)];
  assert.deepEqual([...new Set(parts)].sort(), names(told.cssParts));
  assert.deepEqual(found(/make\("slot", { name: "([a-z]+)"/g).sort(), names(told.slots, ({ name }) => name !== ""));
  const properties = await page.evaluate(() => {
    const { adoptedStyleSheets } = document.querySelector("who-said").shadowRoot;
    const rules = [...adoptedStyleSheets, ...document.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join("\n");
    return [...new Set(rules.match(/--ws-[\w-]+/g))];
  });
  assert.deepEqual(properties.filter((name) => !/^--ws-voice-[1-9]/.test(name)).sort(), names(told.cssProperties));
}
