import { press } from "../press.mjs";

export default async (t) => {
  await press(t, "Add a picture without words");
  await t.expectAccessible();
};
