//! `cargo xtask pack`: makes the packs of models/ from the lexicons and the learned sections they already have.

use anyhow::{Context, Result};
use clap::Args;

use crate::process::{in_front, program};
use crate::project::Project;

/// Each has the name of its recipe.
const PACKS: [&str; 2] = ["models/en.pack", "models/en-open.pack"];

/// Make the packs of models/ again, after a change of seeds/lexicons
#[derive(Args)]
pub struct Pack {}

impl Pack {
    /// Runs the command.
    pub fn run(&self, project: &Project) -> Result<()> {
        for pack in PACKS {
            let run = ["run", "--quiet", "--release", "-p", "whosaid-train", "--", "pack", "--out", pack];
            in_front(&program("cargo", run).dir(&project.root))
                .with_context(|| format!("{pack} could not be made"))?;
        }
        Ok(())
    }
}
