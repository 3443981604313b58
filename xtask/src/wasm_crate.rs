//! A crate of ours, built for wasm32 and wrapped for JavaScript as the page's worker is; Trunk knows nothing of it.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use duct::Expression;

use crate::checks::HALF_AN_HOUR;
use crate::process::captured;
use crate::project::Project;
use crate::setup::{TARGET, Tools};

/// As www/index.html says for the worker.
const WASM_OPT: &str = "3";

/// What to build, and for whom.
pub struct WasmCrate {
    /// Its name for Cargo.
    pub package: &'static str,
    /// Its name as a file, without an ending.
    pub file: &'static str,
    /// What wasm-bindgen is told.
    pub wrapping: &'static [&'static str],
    /// Where the result stands, in Cargo's target folder.
    pub folder: &'static str,
}

impl WasmCrate {
    /// The folder with the result. A quick one is what the checks build anyway, and not optimised once more.
    pub fn build(&self, project: &Project, tools: &Tools, quick: bool) -> Result<PathBuf> {
        let profile = if quick { "checks" } else { "release" };
        let arguments = ["build", "--quiet", "--profile", profile, "-p", self.package, "--target", TARGET];
        self.run(&tools.wasm_program(project, "cargo", arguments)?, "could not be built for wasm32")?;

        let target = tools.wasm.target_folder(project);
        let built = target.join(TARGET).join(profile).join(format!("{}.wasm", self.file));
        let folder = project.target.join(self.folder).join(profile);
        let (built, into) = (built.to_string_lossy(), folder.to_string_lossy());
        let arguments = [self.wrapping, &["--out-dir", &into, &built]].concat();
        self.run(&tools.program(project, "wasm-bindgen", arguments)?, "could not be wrapped for JavaScript")?;

        if !quick {
            let wrapped = folder.join(format!("{}_bg.wasm", self.file));
            let wrapped = wrapped.to_string_lossy();
            let (output, level) = (format!("--output={wrapped}"), format!("-O{WASM_OPT}"));
            let optimise = tools.program(project, "wasm-opt", [output.as_str(), &level, &wrapped])?;
            self.run(&optimise, "could not be optimised")?;
        }
        Ok(folder)
    }

    fn run(&self, expression: &Expression, failure: &str) -> Result<()> {
        let failure = || format!("{} {failure}", self.package);
        let finished = captured(expression, HALF_AN_HOUR).with_context(failure)?;
        if !finished.success {
            bail!("{}\n{}", finished.output, failure());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_is_optimised_as_the_worker_is() -> Result<()> {
        let page = include_str!("../../www/index.html");
        let (_, worker) = page.split_once("data-bin=\"worker\"").context("the page has no worker")?;
        let (worker, _) = worker.split_once("/>").context("the worker's link has no end")?;
        assert!(worker.contains(&format!("data-wasm-opt=\"{WASM_OPT}\"")), "{worker}");
        Ok(())
    }
}
