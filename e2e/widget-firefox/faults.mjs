import assert from "node:assert/strict";
import { expectUntouched, fault, openExample, until } from "../lib/widget.mjs";

export const title = "what is missing or forbidden has a code, and the article stays as it is";

/** Settings of an element that cannot work, and the code. Answers in place of the server are beyond this browser's driver. */
const FAULTS = [
  ["pack=nothing.pack", "packMissing"],
  ["pack=plain.html", "packDamaged"],
  ["limit=20", "tooLarge"],
  ["for=#nothing", "targetMissing"],
  ["lang=de", "notSupported"],
];

export default async function (t) {
  t.allowConsoleError(/404|Failed to load/);
  for (const [setting, code] of FAULTS) {
    const [name, value] = setting.split("=");
    const first = `() => document.addEventListener("readystatechange", () => {
      if (document.readyState === "interactive") document.querySelector("who-said").setAttribute(${JSON.stringify(name)}, ${JSON.stringify(value)});
      globalThis.before = document.documentElement.outerHTML;
    }, { once: true })`;
    await openExample(t, "plain.html", { count: 0, first });
    assert.equal(await fault(t), code, setting);
    await expectUntouched(t);
    await until(t, () => document.querySelector("who-said").state === "failed");
  }
}
