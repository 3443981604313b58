//! `cargo xtask build`: the page, into dist/.

use anyhow::{Context, Result};
use clap::Args;

use crate::process::in_front;
use crate::project::Project;
use crate::setup::{FOR_PAGE, Tools};

/// Build the page into dist/
#[derive(Args)]
pub struct Build {
    /// Build faster, without link-time optimisation: what `cargo xtask test` checks
    #[arg(long)]
    quick: bool,
}

impl Build {
    /// Runs the command.
    pub fn run(&self, project: &Project) -> Result<()> {
        let tools = Tools::prepare(project, FOR_PAGE.iter().copied())?;
        eprintln!("Building the page: about 3 minutes the first time, then seconds …");
        in_front(&trunk_build(project, &tools, self.quick)?).context("the page could not be built")?;
        println!("The page is in {}", project.dist.display());
        Ok(())
    }
}

/// Trunk, about to build the page into dist/.
pub fn trunk_build(project: &Project, tools: &Tools, quick: bool) -> Result<duct::Expression> {
    let profile = if quick { "checks" } else { "release" };
    trunk(project, tools, &["build", "--release", "--cargo-profile", profile])
}

/// Trunk with our tools in its path.
pub fn trunk(project: &Project, tools: &Tools, arguments: &[&str]) -> Result<duct::Expression> {
    let trunk = tools.wasm_program(project, "trunk", arguments.iter().copied())?;
    // Trunk takes NO_COLOR=1 for an option with a wrong value and ends.
    Ok(trunk.env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true"))
}
