//! Where rustup cannot download: a toolchain for wasm32 out of Debian's packages.
//!
//! They hold a compiler and its library's source, but no library for wasm32. That is built once, and laid out in the
//! cache folder beside links to the rest, as a toolchain that needs no further flags.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::cache::ToolCache;
use super::tell;
use super::wasm_target::TARGET;
use crate::process::{self, captured, program};

const LABEL: &str = "wasm32 target (Debian)";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];
const ADVICE: &str = "To build for wasm32, either run `rustup target add wasm32-unknown-unknown` where rustup can \
    download, or on Debian, as root: apt-get update && apt-get install --no-install-recommends rustc-web cargo-web \
    rust-web-src rust-web-llvm lld";
const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";

/// The toolchain's folder, made if missing.
pub fn find_or_build(cache: &ToolCache) -> Result<PathBuf> {
    if source_of(RUSTC).is_none() {
        install_packages()?;
    }
    let (sysroot, version) =
        source_of(RUSTC).with_context(|| format!("the packages brought no {RUSTC}. {ADVICE}"))?;
    let name = format!("debian-rust-{version}");
    if let Some(folder) = cache.find(&name) {
        tell(LABEL, &format!("ready, rust {version}"));
        return Ok(folder);
    }
    tell(LABEL, "building its library: about a minute, once on this machine …");
    let scratch = cache.scratch(&name);
    let folder = cache.install(&name, |partial| {
        let libraries = build_library(&scratch)?;
        lay_out(partial, &sysroot, &libraries)
    })?;
    fs::remove_dir_all(&scratch).with_context(|| format!("cannot remove {}", scratch.display()))?;
    tell(LABEL, &format!("built, rust {version}"));
    Ok(folder)
}

/// Sysroot and version of a compiler that has its library's source beside it.
fn source_of(rustc: &str) -> Option<(PathBuf, String)> {
    let sysroot = PathBuf::from(process::first_line(rustc, ["--print", "sysroot"])?);
    let line = process::first_line(rustc, ["--version"])?;
    let version = line.split_whitespace().nth(1)?.to_owned();
    let there =
        sysroot.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() && Path::new(CARGO).is_file();
    there.then_some((sysroot, version))
}

fn install_packages() -> Result<()> {
    super::apt::check()
        .map_err(|why| anyhow::anyhow!("rustup cannot add the wasm32 target, and {why}. {ADVICE}"))?;
    tell(LABEL, "installing Debian's rust packages: 170 MB, about half a minute …");
    super::apt::update()?;
    let linker = linker_package();
    let mut packages = PACKAGES.to_vec();
    packages.push(&linker);
    super::apt::install(&packages).with_context(|| ADVICE)
}

/// The linker of the LLVM version that the compiler was built with: rust-web-llvm depends on llvm-22, so lld-22.
fn linker_package() -> String {
    let depends =
        program("apt-cache", ["depends", "rust-web-llvm"]).stdout_capture().read().unwrap_or_default();
    let version = depends
        .split_whitespace()
        .filter_map(|word| word.strip_prefix("llvm-"))
        .find(|v| v.parse::<u32>().is_ok());
    version.map_or_else(|| "lld".to_owned(), |version| format!("lld-{version}"))
}

/// Builds std for wasm32 and gives the library files.
fn build_library(scratch: &Path) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(scratch.join("src"))?;
    let manifest = "[package]\nname = \"wasm-std\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n";
    fs::write(scratch.join("Cargo.toml"), manifest)?;
    fs::write(scratch.join("src/lib.rs"), "#![no_std]\n")?;
    let parts = "-Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro";
    let build = program(CARGO, ["build", "--release", parts, "--target", TARGET])
        .dir(scratch)
        .env("CARGO_TARGET_DIR", scratch.join("target"))
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes -Zforce-unstable-if-unmarked")
        .env_remove("LD_LIBRARY_PATH");
    let finished = captured(&build, Duration::from_secs(1800))?;
    if !finished.success {
        bail!(
            "{}\nRust's library for wasm32 could not be built. {ADVICE}",
            process::tail(&finished.output, 25)
        );
    }
    let folder = scratch.join("target").join(TARGET).join("release/deps");
    let mut libraries: Vec<PathBuf> =
        fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    libraries.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".rlib") && !name.starts_with("libwasm_std")
    });
    libraries.sort();
    Ok(libraries)
}

/// Lays a toolchain out: the new library, links to everything else, and commands that know where they belong.
///
/// The folder is renamed when it is whole, so nothing in it may hold its own address: the commands look for it.
fn lay_out(folder: &Path, sysroot: &Path, libraries: &[PathBuf]) -> Result<()> {
    let rustlib = folder.join("lib/rustlib");
    let own = rustlib.join(TARGET).join("lib");
    fs::create_dir_all(&own)?;
    for library in libraries {
        fs::copy(library, own.join(library.file_name().unwrap_or_default()))?;
    }
    for entry in fs::read_dir(sysroot.join("lib/rustlib"))? {
        let entry = entry?;
        if entry.file_name() != TARGET {
            symlink(entry.path(), rustlib.join(entry.file_name()))?;
        }
    }
    let commands = folder.join("bin");
    fs::create_dir_all(&commands)?;
    for command in ["rustc", "rustdoc"] {
        let script = format!(
            "#!/bin/sh\nhere=$(dirname \"$(dirname \"$(readlink -f \"$0\")\")\")\nexec /usr/bin/{command} --sysroot \"$here\" \"$@\"\n"
        );
        let file = commands.join(command);
        fs::write(&file, script)?;
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755))?;
    }
    Ok(symlink(CARGO, commands.join("cargo"))?)
}
