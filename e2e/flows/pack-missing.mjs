import assert from "node:assert/strict";
import { ARTICLE, article } from "../lib/texts.mjs";

export const title = "a model pack that is not there is told clearly; the text stays, and trying again reads it";

export default async function (t) {
  let there = false;
  t.answer(/\.pack$/, (route) => (there ? route.fallback() : route.fulfill({ status: 404, body: "no such file" })));
  t.allowConsoleError(/404/);
  const page = await t.open();
  const alert = page.getByRole("alert");
  await alert.getByText("could not be fetched (404").waitFor();
  await t.expectAccessible();
  await t.screenshot("told");

  // Still missing: the paste asks again, and is told again.
  const field = page.getByLabel("Text of an article");
  await field.focus();
  const asked = page.waitForRequest(/\.pack$/);
  await t.paste({ text: ARTICLE });
  await asked;
  await page.waitForFunction(() => document.querySelector("textarea")?.value.includes("Port Lorne"));
  await alert.getByText("Nothing you pasted is lost").waitFor();
  assert.equal(await page.getByRole("button", { name: "Stop" }).count(), 0, "it still says that it works");

  there = true;
  await alert.getByRole("button", { name: "Try again" }).click();
  await article(page).getByText("Port Lorne").first().waitFor();
  assert.equal(await alert.count(), 0, "the trouble is gone and still told");
}
