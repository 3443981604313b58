// The bindings as built for node, which WHOSAID_BINDINGS names, and an analyser with the committed pack.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

if (!process.env.WHOSAID_BINDINGS) throw new Error("run this by `cargo xtask test --only wasm-`, which builds the bindings");

export const { Analyzer, applyCorrections, version } = createRequire(import.meta.url)(process.env.WHOSAID_BINDINGS);

/** A file of the project, as bytes. */
export const readProject = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

const analyzer = new Analyzer(readProject("models/en.pack"));

export const analyze = (text, options) => analyzer.analyze(text, options);
