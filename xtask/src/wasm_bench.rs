//! Builds the bench for a browser, as the page's worker is built; Trunk and the page know nothing of it.

use std::path::PathBuf;

use anyhow::Result;
use duct::Expression;

use crate::project::Project;
use crate::setup::{Need, Tools};
use crate::wasm_crate::WasmCrate;

/// What building it quickly and running it takes.
pub const QUICK: &[Need] =
    &[Need::Node, Need::WasmTarget, Need::WasmBindgen, Need::Chromium, Need::E2ePackages];

const BENCH: WasmCrate = WasmCrate {
    package: "whosaid-bench-wasm",
    file: "whosaid_bench_wasm",
    wrapping: &["--target", "web", "--no-typescript"],
    folder: "bench-wasm",
};

/// The folder with the built bench. A quick one is what the checks build anyway, and not optimised once more.
pub fn build(project: &Project, tools: &Tools, quick: bool) -> Result<PathBuf> {
    BENCH.build(project, tools, quick)
}

/// The script that runs a built bench in Chromium and prints its table.
pub fn run(project: &Project, tools: &Tools, built: &str, rounds: &str, texts: &str) -> Result<Expression> {
    tools.program(project, "node", ["bench/wasm.mjs", built, "models/en.pack", rounds, texts])
}
