//! What `cargo xtask package` makes: files of npm/ and widget/ beside the bindings for wasm32 and the pack of models.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::checks::HALF_AN_HOUR;
use crate::process::captured;
use crate::project::Project;
use crate::setup::{Need, Tools};
use crate::wasm_crate::WasmCrate;

/// What making them takes.
pub const NEEDS: &[Need] =
    &[Need::Node, Need::E2ePackages, Need::WasmTarget, Need::WasmBindgen, Need::WasmOpt];

/// As modules that browsers load take it, with types.
const BINDINGS: WasmCrate = WasmCrate {
    package: "whosaid-bindings",
    file: "whosaid_bindings",
    wrapping: &["--target", "web"],
    folder: "bindings-web",
};

/// Only for Node.
const NODE_FILES: [&str; 3] = ["node.js", "node_files.js", "node_worker.js"];

/// The finished folders.
pub struct Packages {
    /// What `npm publish` takes.
    pub npm: PathBuf,
    /// What a web site serves.
    pub widget: PathBuf,
}

/// Makes both anew.
pub fn make(project: &Project, tools: &Tools, quick: bool) -> Result<Packages> {
    let wasm = BINDINGS.build(project, tools, quick)?;
    let packages = Packages { npm: project.packages.join("npm"), widget: project.packages.join("widget") };
    for folder in [&packages.npm, &packages.widget] {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
        }
    }
    fill_npm(project, tools, &wasm, &packages.npm)?;
    fill_widget(project, &packages)?;
    Ok(packages)
}

fn fill_npm(project: &Project, tools: &Tools, wasm: &Path, into: &Path) -> Result<()> {
    let Project { root, .. } = project;
    for file in ["package.json", "README.md"] {
        copy(&root.join("npm").join(file), &into.join(file))?;
    }
    expect_our_version(&into.join("package.json"))?;
    for file in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&root.join(file), &into.join(file))?;
    }
    copy(&root.join("models/en.pack"), &into.join("en.pack"))?;
    for file in ["who-said.js", "custom-elements.json"] {
        copy(&root.join("widget").join(file), &into.join(file))?;
    }
    copy_folder(&root.join("npm/analyzer"), &into.join("analyzer"))?;
    copy_folder(&root.join("widget/element"), &into.join("element"))?;
    for ending in [".js", ".d.ts", "_bg.wasm", "_bg.wasm.d.ts"] {
        let file = format!("{}{ending}", BINDINGS.file);
        copy(&wasm.join(&file), &into.join("wasm").join(&file))?;
    }
    without_dispose(&into.join("wasm").join(format!("{}.d.ts", BINDINGS.file)))?;
    write_types(project, tools, into)
}

/// Programs that are checked against an older library of TypeScript's know no `Symbol.dispose`, and need it not.
fn without_dispose(types: &Path) -> Result<()> {
    let text = fs::read_to_string(types)?;
    let kept = text.lines().filter(|line| !line.contains("[Symbol.dispose]"));
    Ok(fs::write(types, kept.map(|line| format!("{line}\n")).collect::<String>())?)
}

/// Checks the types that comments state, and writes them beside the modules.
fn write_types(project: &Project, tools: &Tools, npm: &Path) -> Result<()> {
    let settings = npm.join("tsconfig.json");
    copy(&project.root.join("npm/tsconfig.json"), &settings)?;
    let folder = npm.to_string_lossy();
    let arguments = ["e2e/node_modules/typescript/bin/tsc", "--project", &folder];
    let finished = captured(&tools.program(project, "node", arguments)?, HALF_AN_HOUR)?;
    if !finished.success {
        bail!("{}\nthe types of the npm package do not fit", finished.output);
    }
    Ok(fs::remove_file(settings)?)
}

/// The same modules without types and without what only Node reads.
fn fill_widget(project: &Project, packages: &Packages) -> Result<()> {
    let Packages { npm, widget } = packages;
    for file in ["who-said.js", "custom-elements.json", "en.pack", "LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&npm.join(file), &widget.join(file))?;
    }
    for folder in ["analyzer", "element", "wasm"] {
        copy_folder(&npm.join(folder), &widget.join(folder))?;
        for file in files(&widget.join(folder))? {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.ends_with(".d.ts") || NODE_FILES.contains(&name.as_str()) {
                fs::remove_file(&file)?;
            }
        }
    }
    copy_folder(&project.root.join("widget/examples"), &widget.join("examples"))
}

/// npm has its version in a file of its own.
fn expect_our_version(package: &Path) -> Result<()> {
    let text = fs::read_to_string(package)?;
    let found: serde_json::Value = serde_json::from_str(&text).context("npm/package.json is no JSON")?;
    let ours = env!("CARGO_PKG_VERSION");
    if found["version"] != ours {
        bail!("npm/package.json says version {}, and Cargo.toml {ours}", found["version"]);
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

/// Copies all files of a folder and of those in it.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { copy_folder(&from, &to)? } else { copy(&from, &to)? }
    }
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}
