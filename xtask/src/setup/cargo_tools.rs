//! Tools that `cargo install` builds: Trunk and the wasm-bindgen command.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::cache::ToolCache;
use super::tell;
use crate::process;

/// A tool from the crate registry.
pub struct CargoTool {
    krate: &'static str,
    command: &'static str,
    version: &'static str,
    features: &'static [&'static str],
    duration: &'static str,
}

/// 0.22 wants a newer rustc than the project does.
pub const TRUNK: CargoTool = CargoTool {
    krate: "trunk",
    command: "trunk",
    version: "0.21.14",
    features: &["rustls"],
    duration: "about 6 minutes",
};

/// Must be the version of the crate wasm-bindgen in the workspace's Cargo.toml.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    krate: "wasm-bindgen-cli",
    command: "wasm-bindgen",
    version: "0.2.129",
    features: &[],
    duration: "about 1 minute",
};

/// The folder with the command, built if it is missing.
pub fn install(cache: &ToolCache, tool: &CargoTool) -> Result<PathBuf> {
    let CargoTool { krate, command, version, features, duration } = tool;
    let label = format!("{command} {version}");
    let name = format!("{command}-{version}");
    if let Some(folder) = cache.find(&name).map(|folder| folder.join("bin")) {
        let answers = process::first_line(folder.join(command), ["--version"]);
        if answers.is_some_and(|line| line.split_whitespace().any(|word| word == *version)) {
            tell(&label, "ready");
            return Ok(folder);
        }
    }
    tell(&label, &format!("building it: {duration}, once on this machine …"));
    let scratch = cache.scratch(&name);
    let folder = cache.install(&name, |partial| {
        // Unoptimised: these tools wait for others most of the time, and a release build takes twice as long.
        let mut arguments = vec!["install", krate, "--version", version, "--locked", "--debug", "--no-default-features"];
        let list = features.join(",");
        if !features.is_empty() {
            arguments.extend(["--features", &list]);
        }
        let build = process::program("cargo", arguments)
            .dir(partial)
            .env("CARGO_INSTALL_ROOT", partial)
            .env("CARGO_TARGET_DIR", &scratch)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS");
        let finished = process::captured(&build, std::time::Duration::from_secs(3600))?;
        if !finished.success {
            bail!(
                "{}\n{label} could not be built. Crates come from the registry cargo is set up for: check the network, \
                 then run this again (what is built so far is kept).",
                process::tail(&finished.output, 25)
            );
        }
        tell(&label, &format!("built in {} s", finished.elapsed.as_secs()));
        Ok(())
    })?;
    if scratch.exists() {
        fs::remove_dir_all(&scratch).with_context(|| format!("cannot remove {}", scratch.display()))?;
    }
    Ok(folder.join("bin"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_has_the_version_of_the_crate() {
        let manifest = include_str!("../../../Cargo.toml");
        let line = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(manifest.contains(&line), "Cargo.toml should pin {line}");
    }
}
