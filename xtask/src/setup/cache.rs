//! The cache folder: every tool in a folder with its version in the name, whole or not at all.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The open cache. Only one set-up of a user works in it at a time; the lock goes when this value does.
pub struct ToolCache {
    root: PathBuf,
    _lock: File,
}

impl ToolCache {
    /// Opens the cache, made if missing; waits if another set-up is at work.
    pub fn open(root: &Path) -> Result<Self> {
        let advice = || format!("cannot write the cache folder {} (XDG_CACHE_HOME moves it)", root.display());
        fs::create_dir_all(root).with_context(advice)?;
        let lock = File::create(root.join(".lock")).with_context(advice)?;
        if lock.try_lock().is_err() {
            super::tell("cache folder", "another set-up is at work in it; waiting for it to end …");
            lock.lock().context("cannot lock the cache folder")?;
        }
        Ok(Self { root: root.to_path_buf(), _lock: lock })
    }

    /// The folder of a finished install, if it is there.
    pub fn find(&self, name: &str) -> Option<PathBuf> {
        Some(self.root.join(name)).filter(|folder| folder.is_dir())
    }

    /// Installs into a temporary folder beside the final one and renames it when `make` succeeds, so that an
    /// interrupted install is never taken for a finished one.
    pub fn install(&self, name: &str, make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let done = self.root.join(name);
        let partial = self.root.join(format!("{name}.partial"));
        for old in [&partial, &done] {
            if old.exists() {
                fs::remove_dir_all(old).with_context(|| format!("cannot remove {}", old.display()))?;
            }
        }
        fs::create_dir_all(&partial).with_context(|| format!("cannot make {}", partial.display()))?;
        make(&partial)?;
        fs::rename(&partial, &done).with_context(|| format!("cannot rename {}", partial.display()))?;
        Ok(done)
    }

    /// A folder for what a build leaves behind; kept when a build is interrupted, so that it can go on.
    pub fn scratch(&self, name: &str) -> PathBuf {
        self.root.join(format!("{name}.build"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty_folder(name: &str) -> Result<PathBuf> {
        let folder = std::env::temp_dir().join(format!("whosaid-xtask-{name}-{}", std::process::id()));
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        Ok(folder)
    }

    #[test]
    fn an_interrupted_install_is_not_taken_for_a_finished_one() -> Result<()> {
        let folder = empty_folder("interrupted")?;
        let cache = ToolCache::open(&folder)?;
        let failed = cache.install("tool-1", |partial| {
            fs::write(partial.join("half"), "")?;
            anyhow::bail!("the network went away")
        });
        assert!(failed.is_err());
        assert_eq!(cache.find("tool-1"), None);
        let made = cache.install("tool-1", |partial| Ok(fs::write(partial.join("whole"), "")?))?;
        assert!(made.join("whole").is_file() && !made.join("half").exists());
        assert_eq!(cache.find("tool-1"), Some(made));
        Ok(fs::remove_dir_all(&folder)?)
    }
}
