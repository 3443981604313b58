import { press } from "../press.mjs";

export default (t) => press(t, "Complain");
