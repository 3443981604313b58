//! `cargo xtask package`: everything that is given on, into packages/: the site, the page as one file, the npm package, the
//! element, the command for this machine, and their checksums.

use std::env::consts::{ARCH, OS};
use std::fs;

use anyhow::{Context, Result};
use clap::Args;

use super::build::trunk_build;
use crate::packages::{self, copy_folder};
use crate::process::in_front;
use crate::project::Project;
use crate::setup::{FOR_PAGE, Tools};

/// Make the site, the page as one file, the npm package, the element and the command, into packages/
#[derive(Args)]
pub struct Package {
    /// Build faster, without link-time optimisation: what `cargo xtask test` checks
    #[arg(long)]
    quick: bool,
}

impl Package {
    /// Runs the command.
    pub fn run(&self, project: &Project) -> Result<()> {
        let needs = packages::NEEDS.iter().chain(FOR_PAGE).copied();
        let tools = Tools::prepare(project, needs)?;
        eprintln!("Building the core for wasm32: about 3 minutes the first time, then seconds …");
        let packages = packages::make(project, &tools, self.quick)?;
        eprintln!("Building the page: about 3 minutes the first time, then seconds …");
        in_front(&trunk_build(project, &tools, self.quick)?).context("the page could not be built")?;
        let site = project.packages.join("site");
        if site.exists() {
            fs::remove_dir_all(&site).with_context(|| format!("cannot remove {}", site.display()))?;
        }
        copy_folder(&project.dist, &site)?;
        let file = project.packages.join("whosaid.html");
        let made = ["www/one_file/make.mjs", &project.dist.to_string_lossy(), &file.to_string_lossy()];
        in_front(&tools.program(project, "node", made)?).context("the page could not be made one file")?;
        let command = self.command(project, &tools)?;
        let finish = ["xtask/finish_packages.mjs", &project.packages.to_string_lossy()];
        in_front(&tools.program(project, "node", finish)?)?;
        println!("The page:           {}", site.display());
        println!("The page, one file: {}", file.display());
        println!("For npm:            {}", packages.npm.display());
        println!("For any web site:   {}", packages.widget.display());
        println!("The command:        {}", project.packages.join(command).display());
        Ok(())
    }

    /// Packs the command for the machine on which it is built; gives the file's name.
    fn command(&self, project: &Project, tools: &Tools) -> Result<String> {
        eprintln!("Building the command …");
        let (profile, folder) = if self.quick { ("checks", "checks") } else { ("release", "release") };
        let arguments = ["build", "--profile", profile, "-p", "whosaid-cli"];
        in_front(&tools.program(project, "cargo", arguments)?).context("the command could not be built")?;
        let name = format!("whosaid-{}-{ARCH}-{OS}.tar.gz", env!("CARGO_PKG_VERSION"));
        let (archive, built) = (project.packages.join(&name), project.target.join(folder));
        let (archive, built) = (archive.to_string_lossy(), built.to_string_lossy());
        let root = project.root.to_string_lossy();
        let program = format!("whosaid{}", std::env::consts::EXE_SUFFIX);
        // Every system of today has tar.
        let pack = ["-czf", &archive, "-C", &built, &program, "-C", &root, "LICENSE-APACHE", "LICENSE-MIT"];
        in_front(&tools.program(project, "tar", pack)?).context("the command could not be packed")?;
        Ok(name)
    }
}
