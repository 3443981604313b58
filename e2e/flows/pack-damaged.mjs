import assert from "node:assert/strict";
import { article, pasteArticle } from "../lib/texts.mjs";

export const title = "a damaged, a cut off and a foreign model pack are refused with the reason; trying again mends it";

const DAMAGES = [
  ["damaged in its section", (pack) => ((pack[pack.length >> 1] ^= 1), pack)],
  ["cut off", (pack) => pack.subarray(0, pack.length - 1000)],
  ["something follows the pack", (pack) => Buffer.concat([pack, Buffer.from("\n")])],
  ["not a model pack", () => Buffer.from("<!doctype html><title>Welcome to the hotel</title>")],
];

export default async function (t) {
  let damage;
  t.answer(/\.pack$/, async (route) => {
    if (!damage) return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ status: 200, body: damage(Buffer.from(await response.body())) });
  });
  for (const [reason, change] of DAMAGES) {
    damage = change;
    const page = await t.open();
    const alert = page.getByRole("alert");
    await alert.getByText(reason).waitFor();
    damage = undefined;
    await alert.getByRole("button", { name: "Try again" }).click();
    await alert.waitFor({ state: "detached" });
    await pasteArticle(t);
    assert.ok(await article(page).getByText("Port Lorne").count());
  }
}
