// The bindings as built for node; WHOSAID_BINDINGS names them.

import { createRequire } from "node:module";

if (!process.env.WHOSAID_BINDINGS) throw new Error("run this by `cargo xtask test --only wasm-`, which builds the bindings");

export const { analyze, version } = createRequire(import.meta.url)(process.env.WHOSAID_BINDINGS);
