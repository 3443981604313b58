//! Debian's package manager, used only as root and only for what cannot live in the cache folder.

use std::time::Duration;

use anyhow::{Result, bail};

use crate::process::{self, captured, first_line, program};

const LIMIT: Duration = Duration::from_secs(900);

/// Whether packages can be installed; otherwise why not, as part of a sentence.
pub fn check() -> Result<(), &'static str> {
    if which::which("apt-get").is_err() {
        return Err("this machine has no apt-get");
    }
    if first_line("id", ["-u"]).as_deref() != Some("0") {
        return Err("installing Debian packages takes root");
    }
    Ok(())
}

/// Brings the lists of packages up to date.
pub fn update() -> Result<()> {
    run(&["update", "--quiet"])
}

/// Installs packages without what they merely recommend.
pub fn install(packages: &[&str]) -> Result<()> {
    run(&[&["install", "--quiet", "--yes", "--no-install-recommends"], packages].concat())
}

fn run(arguments: &[&str]) -> Result<()> {
    let command = program("apt-get", arguments).env("DEBIAN_FRONTEND", "noninteractive");
    let finished = captured(&command, LIMIT)?;
    if !finished.success {
        bail!("{}\napt-get {} failed", process::tail(&finished.output, 15), arguments.join(" "));
    }
    Ok(())
}
