//! `cargo xtask bench`.
use crate::project::Project;
use anyhow::Result;
use clap::Args;
/// x
#[derive(Args)]
pub struct Bench {}
impl Bench {
    pub fn run(&self, _project: &Project) -> Result<()> {
        Ok(())
    }
}
