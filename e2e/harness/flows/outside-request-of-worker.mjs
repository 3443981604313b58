import { press } from "../press.mjs";

export default (t) => {
  t.allowConsoleError(/./);
  return press(t, "Call out from a worker");
};
