//! Set-up: looks for every tool that is needed and installs the missing ones, pinned, into the cache folder.

mod apt;
mod browsers;
mod cache;
mod cargo_tools;
#[cfg(unix)]
mod debian_toolchain;
mod node;
mod wasm_target;

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};
use duct::Expression;

use crate::process::program;
use crate::project::Project;
pub use wasm_target::{TARGET, WasmToolchain};

/// What a command can need; set-up looks at them in this order, cheap ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Node, for wasm-opt and for running the bindings.
    Node,
    /// The JavaScript packages of the end-to-end tests.
    E2ePackages,
    /// A Chromium.
    Chromium,
    /// A Firefox.
    Firefox,
    /// Rust's library for wasm32.
    WasmTarget,
    /// The wasm-bindgen command.
    WasmBindgen,
    /// The wasm-opt command.
    WasmOpt,
    /// Trunk, which builds the page.
    Trunk,
}

/// What building the page takes.
pub const FOR_PAGE: &[Need] = &[Need::Node, Need::WasmTarget, Need::WasmBindgen, Need::WasmOpt, Need::Trunk];

/// The tools, ready for use.
#[derive(Default)]
pub struct Tools {
    folders: Vec<PathBuf>,
    /// The toolchain for wasm32; none before set-up looked for it.
    pub wasm: WasmToolchain,
    /// The browsers found, each with its variable.
    browsers: Vec<(&'static str, PathBuf)>,
}

impl Tools {
    /// Brings in everything in `needs`, in the order of [`Need`].
    pub fn prepare(project: &Project, needs: impl IntoIterator<Item = Need>) -> Result<Self> {
        let cache = cache::ToolCache::open(&project.cache)?;
        let mut tools = Self::default();
        for need in needs.into_iter().collect::<BTreeSet<_>>() {
            match need {
                Need::Node => node::check()?,
                Need::E2ePackages => node::install_e2e_packages(project)?,
                Need::Chromium => tools.find(&browsers::CHROMIUM)?,
                Need::Firefox => tools.find(&browsers::FIREFOX)?,
                Need::WasmTarget => tools.wasm = wasm_target::find_or_install(&cache)?,
                Need::WasmBindgen => {
                    tools.folders.push(cargo_tools::install(&cache, &cargo_tools::WASM_BINDGEN)?)
                }
                Need::WasmOpt => tools.folders.push(node::install_wasm_opt(&cache)?),
                Need::Trunk => tools.folders.push(cargo_tools::install(&cache, &cargo_tools::TRUNK)?),
            }
        }
        Ok(tools)
    }

    fn find(&mut self, browser: &browsers::Browser) -> Result<()> {
        self.browsers.push((browser.variable, browser.find_or_install()?));
        Ok(())
    }

    /// A program in the project's root that finds our tools first, and browsers in their variables.
    pub fn program<'a>(
        &self,
        project: &Project,
        name: &str,
        arguments: impl IntoIterator<Item = &'a str>,
    ) -> Result<Expression> {
        let path = self.path(&self.folders)?;
        let found = which::which_in(name, Some(&path), &project.root).unwrap_or_else(|_| PathBuf::from(name));
        let mut expression = program(found, arguments).dir(&project.root).env("PATH", path);
        for (variable, browser) in &self.browsers {
            expression = expression.env(variable, browser);
        }
        Ok(expression)
    }

    /// The same for a program that compiles for wasm32.
    pub fn wasm_program<'a>(
        &self,
        project: &Project,
        name: &str,
        arguments: impl IntoIterator<Item = &'a str>,
    ) -> Result<Expression> {
        let mut folders = self.folders.clone();
        folders.extend(self.wasm.folder());
        let path = self.path(&folders)?;
        let found = which::which_in(name, Some(&path), &project.root).unwrap_or_else(|_| PathBuf::from(name));
        let expression = program(found, arguments).dir(&project.root).env("PATH", path);
        Ok(self.wasm.apply(expression, project))
    }

    fn path(&self, folders: &[PathBuf]) -> Result<OsString> {
        let old = env::var_os("PATH").unwrap_or_default();
        // The last one added comes first: the toolchain's cargo must win over the one that runs us.
        let all = folders.iter().rev().cloned().chain(env::split_paths(&old));
        env::join_paths(all).context("a folder in PATH has a character that PATH cannot hold")
    }
}

/// One line of set-up: what, and how it stands.
fn tell(what: &str, state: &str) {
    eprintln!("set-up  {what:<28} {state}");
}
