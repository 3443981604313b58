//! Rust's library for wasm32: there already, added by rustup, or built from Debian's packages.

use std::env;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;
use duct::Expression;

use super::cache::ToolCache;
use super::tell;
use crate::process;
use crate::project::Project;

/// The triple all builds for the page and for JavaScript use.
pub const TARGET: &str = "wasm32-unknown-unknown";
const LABEL: &str = "wasm32 target";
/// Any value makes set-up take the way over Debian's packages, to test it.
const FORCE_DEBIAN: &str = "WHOSAID_DEBIAN_TOOLCHAIN";

/// Which compiler builds for wasm32.
#[derive(Default)]
pub enum WasmToolchain {
    /// The one that builds everything else.
    #[default]
    Own,
    /// One of our own making, in this folder.
    Debian(PathBuf),
}

impl WasmToolchain {
    /// The folder with its commands, if it is another one.
    pub fn folder(&self) -> Option<PathBuf> {
        match self {
            Self::Own => None,
            Self::Debian(root) => Some(root.join("bin")),
        }
    }

    /// Whether clippy can check wasm32 code: it reads only libraries of its very own compiler.
    pub fn has_clippy(&self) -> bool {
        matches!(self, Self::Own)
    }

    /// Where it puts what it builds. A folder for each toolchain: sharing one would rebuild everything each time.
    pub fn target_folder(&self, project: &Project) -> PathBuf {
        match self {
            Self::Own => project.target.clone(),
            Self::Debian(_) => project.target.join("debian"),
        }
    }

    /// Makes a program, and what it starts, compile with this toolchain.
    pub fn apply(&self, expression: Expression, project: &Project) -> Expression {
        let expression = expression.env("CARGO_TARGET_DIR", self.target_folder(project));
        match self {
            Self::Own => expression,
            Self::Debian(root) => expression
                .env("RUSTUP_TOOLCHAIN", root)
                .env("RUSTC", root.join("bin/rustc"))
                .env("RUSTDOC", root.join("bin/rustdoc"))
                .env("CARGO", root.join("bin/cargo"))
                // Names the libraries of the toolchain that runs us.
                .env_remove("LD_LIBRARY_PATH"),
        }
    }
}

/// Finds the target, or brings it in.
pub fn find_or_install(cache: &ToolCache) -> Result<WasmToolchain> {
    if env::var_os(FORCE_DEBIAN).is_none() {
        if is_there() {
            tell(LABEL, "ready");
            return Ok(WasmToolchain::Own);
        }
        if add_with_rustup()? {
            return Ok(WasmToolchain::Own);
        }
    }
    #[cfg(unix)]
    return super::debian_toolchain::find_or_build(cache).map(WasmToolchain::Debian);
    #[cfg(not(unix))]
    anyhow::bail!(
        "Rust has no {TARGET} target here. Run `rustup target add {TARGET}` where rustup can download."
    )
}

fn is_there() -> bool {
    process::first_line("rustc", ["--print", "target-libdir", "--target", TARGET])
        .and_then(|folder| Path::new(&folder).read_dir().ok())
        .is_some_and(|mut files| {
            files.any(|file| file.is_ok_and(|file| is_core(&file.file_name().to_string_lossy())))
        })
}

/// An interrupted download may leave the folder without the library.
fn is_core(name: &str) -> bool {
    name.starts_with("libcore-") && name.ends_with(".rlib")
}

/// Whether rustup could add it. It is given little time: without a network it may hang for minutes.
fn add_with_rustup() -> Result<bool> {
    if which::which("rustup").is_err() {
        tell(LABEL, "missing, and there is no rustup to add it");
        return Ok(false);
    }
    tell(LABEL, "adding it with rustup: a few seconds, at most 90 …");
    let add = process::program("rustup", ["target", "add", TARGET])
        .env("RUSTUP_DOWNLOAD_TIMEOUT", "20")
        .env("RUSTUP_MAX_RETRIES", "0");
    let finished = process::captured(&add, Duration::from_secs(90))?;
    if finished.success && is_there() {
        tell(LABEL, "added");
        return Ok(true);
    }
    tell(LABEL, &format!("rustup could not add it: {}", process::tail(&finished.output, 1)));
    Ok(false)
}
