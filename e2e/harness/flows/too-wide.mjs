import { press } from "../press.mjs";

export default async (t) => {
  await press(t, "Widen");
  await t.expectNoSidewaysScroll();
};
