//! `cargo xtask pack`: makes models/en.pack from the lexicons and the learned sections it already has.

use anyhow::{Context, Result};
use clap::Args;

use crate::process::{in_front, program};
use crate::project::Project;

/// Make models/en.pack again, after a change of seeds/lexicons
#[derive(Args)]
pub struct Pack {}

impl Pack {
    /// Runs the command.
    pub fn run(&self, project: &Project) -> Result<()> {
        let run = ["run", "--quiet", "--release", "-p", "whosaid-train", "--", "pack"];
        in_front(&program("cargo", run).dir(&project.root)).context("the pack could not be made")
    }
}
