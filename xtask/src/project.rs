//! Where things are: the project's folders and its cache folder.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Raised when the layout of the cache folder changes, so that old and new checkouts do not disturb each other.
const CACHE_LAYOUT: &str = "tools-1";

/// The folders that the commands work with.
pub struct Project {
    /// The root of the checkout.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
    /// The built page.
    pub dist: PathBuf,
    /// What others put on their sites and into their programs. Trunk empties dist/, so it is a folder of its own.
    pub packages: PathBuf,
    /// Installed tools, shared by all checkouts of this user.
    pub cache: PathBuf,
    /// Exams and corpora, which are not part of the tree.
    pub data: PathBuf,
}

impl Project {
    /// The project that this program was compiled in.
    pub fn here() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask has no parent folder")?
            .to_path_buf();
        let data = env::var_os("WHOSAID_DATA").map_or_else(|| root.join("../shared"), |data| root.join(data));
        Ok(Self {
            target: env::var_os("CARGO_TARGET_DIR")
                .map_or_else(|| root.join("target"), |target| root.join(target)),
            dist: root.join("dist"),
            packages: root.join("packages"),
            cache: cache_home()?.join("whosaid").join(CACHE_LAYOUT),
            data: data.canonicalize().unwrap_or(data),
            root,
        })
    }
}

fn cache_home() -> Result<PathBuf> {
    let named = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let usual = || env::home_dir().map(|home| home.join(".cache"));
    named
        .or_else(usual)
        .context("no cache folder: set XDG_CACHE_HOME or HOME to a folder that can be written")
}
