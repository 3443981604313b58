//! A Chromium or Chrome for the end-to-end tests: the one that is there, else Debian's.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::{apt, tell};
use crate::process;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const LABEL: &str = "Chromium";
const ADVICE: &str = "Install Chromium or Google Chrome (on Debian, as root: apt-get install chromium), \
    or name one in the variable CHROMIUM. `cargo xtask serve` needs none.";

/// The program, installed with apt where that can be done.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        let Ok(found) = which::which(&named) else {
            bail!("CHROMIUM names {}, which cannot be run. {ADVICE}", Path::new(&named).display());
        };
        return Ok(ready(found));
    }
    if let Some(found) = find() {
        return Ok(ready(found));
    }
    if let Err(why) = apt::check() {
        bail!("The end-to-end tests need a Chromium, and {why}. {ADVICE}");
    }
    tell(LABEL, "installing Debian's package: about a minute …");
    // Lists of packages may be older than the archive: only then they are fetched anew.
    if apt::install(&["chromium"]).is_err() {
        apt::update()?;
        apt::install(&["chromium"])?;
    }
    match find() {
        Some(found) => Ok(ready(found)),
        None => bail!("apt-get installed chromium, but no program of that name is in PATH. {ADVICE}"),
    }
}

fn find() -> Option<PathBuf> {
    let on_mac = || MAC.iter().map(PathBuf::from).find(|place| place.is_file());
    NAMES.iter().find_map(|name| which::which(name).ok()).or_else(on_mac)
}

fn ready(program: PathBuf) -> PathBuf {
    // Some wrappers print warnings first; the version is only told, never checked.
    let version =
        process::first_line(&program, ["--version"]).unwrap_or_else(|| program.display().to_string());
    tell(LABEL, &format!("ready, {}", version.trim()));
    program
}
