// Defines <who-said>. Whoever defined it before, with this file or another, keeps it.

import { WhoSaid } from "./element/element.js";

if (globalThis.customElements && !customElements.get("who-said")) customElements.define("who-said", WhoSaid);

export { WhoSaid };
