import { press } from "../press.mjs";

export default (t) => {
  t.allowConsoleError(/./); // the refused connection itself is told in the console
  return press(t, "Call out");
};
