//! `cargo xtask package`: the npm package and the folder of the element, into packages/.

use anyhow::Result;
use clap::Args;

use crate::packages;
use crate::project::Project;
use crate::setup::Tools;

/// Make the npm package and the folder of the element, into packages/
#[derive(Args)]
pub struct Package {
    /// Build faster, without link-time optimisation: what `cargo xtask test` checks
    #[arg(long)]
    quick: bool,
}

impl Package {
    /// Runs the command.
    pub fn run(&self, project: &Project) -> Result<()> {
        let tools = Tools::prepare(project, packages::NEEDS.iter().copied())?;
        eprintln!("Building the core for wasm32: about 3 minutes the first time, then seconds …");
        let packages = packages::make(project, &tools, self.quick)?;
        println!("For npm:           {}", packages.npm.display());
        println!("For any web site:  {}", packages.widget.display());
        Ok(())
    }
}
