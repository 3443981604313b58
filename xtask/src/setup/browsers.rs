//! The browsers of the end-to-end tests: those that are there, else Debian's.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::{apt, tell};
use crate::process;

/// A browser, and how to come by it.
pub struct Browser {
    label: &'static str,
    /// The variable that names another one.
    pub variable: &'static str,
    names: &'static [&'static str],
    on_mac: &'static [&'static str],
    package: &'static str,
    also: &'static str,
}

/// Chromium or Chrome, for every flow.
pub const CHROMIUM: Browser = Browser {
    label: "Chromium",
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    on_mac: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    package: "chromium",
    also: " or Google Chrome",
};

/// Firefox, for the main flows: the release for long support where there is one, as it changes least.
pub const FIREFOX: Browser = Browser {
    label: "Firefox",
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    on_mac: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    package: "firefox-esr",
    also: "",
};

impl Browser {
    /// The program, installed with apt where that can be done.
    pub fn find_or_install(&self) -> Result<PathBuf> {
        let Self { label, variable, package, .. } = self;
        if let Some(named) = env::var_os(variable) {
            let Ok(found) = which::which(&named) else {
                let named = Path::new(&named).display();
                bail!("{variable} names {named}, which cannot be run. {}", self.advice());
            };
            return Ok(self.ready(found));
        }
        if let Some(found) = self.find() {
            return Ok(self.ready(found));
        }
        if let Err(why) = apt::check() {
            bail!("The end-to-end tests need a {label}, and {why}. {}", self.advice());
        }
        tell(label, "installing Debian's package: about a minute …");
        // Lists of packages may be older than the archive: only then they are fetched anew.
        if apt::install(&[package]).is_err() {
            apt::update()?;
            apt::install(&[package])?;
        }
        match self.find() {
            Some(found) => Ok(self.ready(found)),
            None => bail!("apt-get installed {package}, but its program is not in PATH. {}", self.advice()),
        }
    }

    fn advice(&self) -> String {
        let Self { label, variable, package, also, .. } = self;
        format!(
            "Install {label}{also} (on Debian, as root: apt-get install {package}), or name one in the variable \
             {variable}. `cargo xtask serve` needs none."
        )
    }

    fn find(&self) -> Option<PathBuf> {
        let on_mac = || self.on_mac.iter().map(PathBuf::from).find(|place| place.is_file());
        self.names.iter().find_map(|name| which::which(name).ok()).or_else(on_mac)
    }

    fn ready(&self, program: PathBuf) -> PathBuf {
        // Some wrappers print warnings first; the version is only told, never checked.
        let version =
            process::first_line(&program, ["--version"]).unwrap_or_else(|| program.display().to_string());
        tell(self.label, &format!("ready, {}", version.trim()));
        program
    }
}
