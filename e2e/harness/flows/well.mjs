import assert from "node:assert/strict";

export const title = "pasting, dropping, looking: nothing is wrong";

export default async function (t) {
  const page = await t.open("/");
  await page.getByRole("textbox").focus();
  await t.paste({ text: "Ana Ruiz", html: "<b>Ana Ruiz</b>" });
  assert.equal(await page.getByRole("textbox").inputValue(), "Ana Ruiz");
  assert.match(await page.locator("output").textContent(), /pasted .*<b>Ana Ruiz<\/b>/);
  await t.drop("main", [{ name: "a.txt", content: "a file" }]);
  await page.getByText("dropped a file").waitFor();
  await t.expectAccessible();
  await t.expectNoSidewaysScroll();
  assert.ok(t.requests.every((address) => address.startsWith(t.origin)));
}
