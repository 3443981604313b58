import assert from "node:assert/strict";

export const title = "find it first: typed and selected words are marked, kept over a reload, and compared";

/** The words of a list, or of other things, as they stand. */
const words = (t, selector) => t.page.evaluate((selector) => [...document.querySelectorAll(selector)].map((it) => it.textContent), selector);

export default async function (t) {
  const page = await t.open();
  await t.role("button", "Find it first").click();
  await t.text("1. Who is quoted?", ".sample").click();
  await t.text("the sort of thing you read standing up", "#find-text").wait();

  await t.one("#finder").click();
  await page.keyboard.type("no decision has been taken");
  await t.press("Enter");
  await t.one("#mark-speaker").wait();
  await t.until(() => document.activeElement.id === "mark-speaker");
  await page.keyboard.type("the mayor");
  await t.press("Enter");
  await t.one(".marks li").wait();

  // As a drag of the mouse does.
  await page.evaluate(() => {
    const blocks = [...document.querySelectorAll("#find-text .block")];
    const { firstChild: node } = blocks.find((block) => block.textContent.startsWith("State records"));
    getSelection().setBaseAndExtent(node, 0, node, "State records show".length - 2);
  });
  await t.role("button", "Mark these words").click();
  assert.deepEqual(await words(t, "dialog blockquote"), ["State records show"]);
  await t.role("button", "Nobody is named").click();
  await t.until(() => document.querySelectorAll(".marks li").length === 2);
  assert.deepEqual(await words(t, "#find-text [data-you]"), ["No decision has been taken", "State records show"]);
  assert.deepEqual(await words(t, ".sign, .voices, .names, [data-program]"), []);

  await page.reload();
  await t.until(() => document.querySelectorAll(".marks li").length === 2);
  assert.deepEqual(await words(t, ".sign, .voices, .names, [data-program]"), []);
  await t.role("button", "Compare with the program").click();
  await t.role("heading", "You and the program").wait();
  assert.deepEqual(await words(t, "[data-verdict=both] dd"), ["the mayor", "Curtis Bello"]);
  assert.deepEqual(await words(t, "[data-verdict=onlyReader] dd"), ["nobody named"]);
  await t.expectAccessible();
  await t.expectNoSidewaysScroll();
  await t.screenshot("compared");
}
