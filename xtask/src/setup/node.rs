//! Node and what npm brings: wasm-opt and the packages of the end-to-end tests.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::cache::ToolCache;
use super::tell;
use crate::process::{self, captured, first_line, program};
use crate::project::Project;

const OLDEST: u32 = 20;
const BINARYEN: &str = "132.0.0";
const LIMIT: Duration = Duration::from_secs(600);
const ADVICE: &str = "Install Node.js 20 or newer with npm (from nodejs.org, or your system's package manager) \
    so that `node` and `npm` are in PATH.";

/// Node is there and new enough, and so is npm.
pub fn check() -> Result<()> {
    let Some(version) = first_line("node", ["--version"]) else {
        bail!("Node is missing: wasm-opt and the tests of the page run in it. {ADVICE}");
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST) {
        bail!("Node {version} is too old: {OLDEST} or newer is needed. {ADVICE}");
    }
    if which::which("npm").is_err() {
        bail!("npm is missing. {ADVICE}");
    }
    tell("node", &format!("ready, {version}"));
    Ok(())
}

/// The folder with wasm-opt: npm carries a recent one for every system.
pub fn install_wasm_opt(cache: &ToolCache) -> Result<PathBuf> {
    let label = format!("wasm-opt {BINARYEN}");
    let name = format!("binaryen-{BINARYEN}");
    let commands = "node_modules/.bin";
    if let Some(folder) = cache.find(&name) {
        tell(&label, "ready");
        return Ok(folder.join(commands));
    }
    tell(&label, "installing it with npm: a few seconds …");
    let package = format!("binaryen@{BINARYEN}");
    let folder = cache.install(&name, |partial| {
        let arguments = ["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", ".", &package];
        let install = program("npm", arguments).dir(partial);
        npm(&install, "wasm-opt could not be installed")
    })?;
    Ok(folder.join(commands))
}

/// What drives browsers and checks pages, as the lock file has it.
pub fn install_e2e_packages(project: &Project) -> Result<()> {
    let label = "end-to-end packages";
    let folder = project.root.join("e2e");
    let lock =
        fs::read_to_string(folder.join("package-lock.json")).context("cannot read e2e/package-lock.json")?;
    // Written last, with the lock file it was made from: an interrupted or outdated install is done again.
    let stamp = folder.join("node_modules/.installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|from| from == lock) {
        tell(label, "ready");
        return Ok(());
    }
    tell(label, "installing them with npm: a few seconds …");
    let install = program("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]).dir(&folder);
    npm(&install, "the packages of the end-to-end tests could not be installed")?;
    fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

fn npm(command: &duct::Expression, failure: &str) -> Result<()> {
    let finished = captured(command, LIMIT)?;
    if !finished.success {
        bail!(
            "{}\n{failure}: npm failed. Check that npm reaches its registry, then run this again.",
            process::tail(&finished.output, 15)
        );
    }
    Ok(())
}
