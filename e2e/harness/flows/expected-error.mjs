import { press } from "../press.mjs";

export default (t) => {
  t.allowConsoleError(/a fault/);
  return press(t, "Complain");
};
