// Presses one button of the site and gives what it starts a moment to show.

export async function press(t, name) {
  const page = await t.open("/");
  await page.getByRole("button", { name, exact: true }).click();
  await page.waitForTimeout(200);
}
