//! Builds the bench for a browser, as the page's worker is built; Trunk and the page know nothing of it.

use std::path::PathBuf;

use anyhow::{Context, Result};
use duct::Expression;

use crate::process::in_front;
use crate::project::Project;
use crate::setup::{Need, TARGET, Tools};

/// What building it quickly and running it takes.
pub const QUICK: &[Need] =
    &[Need::Node, Need::WasmTarget, Need::WasmBindgen, Need::Chromium, Need::E2ePackages];

/// As www/index.html says for the worker.
const WASM_OPT: &str = "3";

/// The folder with the built bench. A quick one is what the checks build anyway, and not optimised once more.
pub fn build(project: &Project, tools: &Tools, quick: bool) -> Result<PathBuf> {
    let profile = if quick { "checks" } else { "release" };
    let arguments =
        ["build", "--quiet", "--profile", profile, "-p", "whosaid-bench-wasm", "--target", TARGET];
    in_front(&tools.wasm_program(project, "cargo", arguments)?)
        .context("the bench could not be built for wasm32")?;

    let target = tools.wasm.target_folder(project);
    let built = target.join(TARGET).join(profile).join("whosaid_bench_wasm.wasm");
    let folder = project.target.join("bench-wasm").join(profile);
    let (built, into) = (built.to_string_lossy(), folder.to_string_lossy());
    let generate = ["--target", "web", "--no-typescript", "--out-dir", &into, &built];
    in_front(&tools.program(project, "wasm-bindgen", generate)?)
        .context("wasm-bindgen could not wrap the bench")?;

    if !quick {
        let wrapped = folder.join("whosaid_bench_wasm_bg.wasm");
        let wrapped = wrapped.to_string_lossy();
        let (output, level) = (format!("--output={wrapped}"), format!("-O{WASM_OPT}"));
        in_front(&tools.program(project, "wasm-opt", [output.as_str(), &level, &wrapped])?)
            .context("wasm-opt could not optimise the bench")?;
    }
    Ok(folder)
}

/// The script that runs a built bench in Chromium and prints its table.
pub fn run(project: &Project, tools: &Tools, built: &str, rounds: &str, texts: &str) -> Result<Expression> {
    tools.program(project, "node", ["bench/wasm.mjs", built, "models/en.pack", rounds, texts])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bench_is_optimised_as_the_worker_is() -> Result<()> {
        let page = include_str!("../../www/index.html");
        let (_, worker) = page.split_once("data-bin=\"worker\"").context("the page has no worker")?;
        let (worker, _) = worker.split_once("/>").context("the worker's link has no end")?;
        assert!(worker.contains(&format!("data-wasm-opt=\"{WASM_OPT}\"")), "{worker}");
        Ok(())
    }
}
